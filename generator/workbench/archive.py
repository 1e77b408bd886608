"""The built site or the handbook project as one file, the same bytes for the same content."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.revision.workspace import open_workspace
from generator.site.swap import read_hash

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first day a zip file knows: the time of a file is no part of its content."""
_READABLE = 0o644 << 16
_OWN_HIDDEN = ".gitignore"
"""The only hidden file that we write into a project."""
_LEFT_OUT = "site"
"""What the site tool makes when somebody runs it in the project by hand."""


def zip_up(folder: Path, what: Literal["site", "handbook"]) -> bytes | None:
    """Return a zip file of what is published, or of the project to edit; None if there is none."""
    if not folder.is_dir():
        return None
    workspace = open_workspace(folder)
    top = workspace.site if what == "site" else workspace.handbook
    there = read_hash(top) is not None if what == "site" else (top / "mkdocs.yml").is_file()
    return _pack(top, what) if there else None


def _pack(top: Path, what: str) -> bytes:
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for path in _list_files(top):
            name = path.relative_to(top).as_posix()
            if what == "handbook" and name.startswith(f"{_LEFT_OUT}/"):
                continue
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = _READABLE
            archive.writestr(entry, path.read_bytes())
    return packed.getvalue()


def _list_files(top: Path) -> Iterator[Path]:
    """Yield the files below a folder in order, without links and without what is hidden."""
    for path in sorted(top.rglob("*")):
        steps = path.relative_to(top).parts
        hidden = any(step.startswith(".") for step in steps) and steps != (_OWN_HIDDEN,)
        linked = any(top.joinpath(*steps[: count + 1]).is_symlink() for count in range(len(steps)))
        if path.is_file() and not hidden and not linked:
            yield path
