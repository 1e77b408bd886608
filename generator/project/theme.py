"""Themes are data: `themes/base` is complete, another theme says only what differs."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from questionnaire.errors import ContentProblems, Datum, Problem
from questionnaire.sources import Document, data_folder, read_content

BASE: Final = "base"
_KEYS: Final = frozenset({"format", "name", "files", "styles", "scripts", "features", "tabs_from"})


@dataclass(frozen=True, slots=True)
class Theme:
    """How every page looks and behaves; the brand adds its colours."""

    name: str
    files: Mapping[str, bytes]
    """Path inside `overrides/` → content."""
    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    features: tuple[str, ...]
    tabs_from: int
    """From how many pages on the parts of the book become tabs."""


def load_theme(name: str = BASE) -> Theme:
    """Return a theme laid over the base theme; raises ContentProblems."""
    known = sorted(path.parent.name for path in data_folder("themes").glob("*/theme.yml"))
    if name not in known:
        near = tuple(get_close_matches(name, known, n=1)) or tuple(known)
        raise ContentProblems([Problem("theme.unknown", data={"name": name, "known": near})])
    layers = [_read_layer(BASE)] if name == BASE else [_read_layer(BASE), _read_layer(name)]
    files: dict[str, bytes] = {}
    said: dict[str, Any] = {}
    for folder, document in layers:
        said |= document.data
        for target, source in document.data.get("files", {}).items():
            files[target] = (folder / source).read_bytes()
    return Theme(
        name=name,
        files=files,
        styles=tuple(said["styles"]),
        scripts=tuple(said["scripts"]),
        features=tuple(said["features"]),
        tabs_from=int(said["tabs_from"]),
    )


def _read_layer(name: str) -> tuple[Path, Document]:
    folder = data_folder("themes", name)
    document = read_content(folder / "theme.yml")
    problems = [
        Problem("theme.unknown_key", document.place(key), _near(key))
        for key in document.data
        if key not in _KEYS
    ]
    problems += [
        Problem("theme.missing_file", document.place("files", target), {"file": str(source)})
        for target, source in document.data.get("files", {}).items()
        if not (folder / str(source)).is_file()
    ]
    if problems:
        raise ContentProblems(problems)
    return folder, document


def _near(key: str) -> dict[str, Datum]:
    return {"key": key, "near": tuple(get_close_matches(key, _KEYS, n=1))}
