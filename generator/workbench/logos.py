"""A logo that was uploaded: checked, cleaned, and put into `brand/` under a name that is free."""

import re
import unicodedata
from pathlib import Path
from typing import Final

from generator.project.logo import MAX_BYTES, check_logo, read_logo
from generator.project.svg_cleaning import clean_svg
from generator.revision.workspace import Workspace, open_workspace
from questionnaire.errors import AnswerProblems, Place, Problem

_KINDS: Final = {"svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg"}
_SUFFIXES: Final = frozenset((".svg", ".png", ".jpg", ".jpeg"))
_LONGEST: Final = 40
_OTHER: Final = re.compile(r"[^a-z0-9]+")
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)")
"""Names that Windows keeps for itself."""


def keep_logo(folder: Path, name: str, content: bytes) -> str:
    """Write a logo to `brand/` and return its file name; no file that differs is written over."""
    if _suffix(name) not in _SUFFIXES:
        raise AnswerProblems([Problem("logo.kind", Place(question="logo"), {"value": name})])
    drawn = _suffix(name) == ".svg" and len(content) <= MAX_BYTES
    logo = check_logo(clean_svg(content) if drawn else content, name)
    workspace = open_workspace(folder)
    workspace.disk.make_folder("brand")
    chosen = _choose_name(workspace, _choose_stem(name), logo.suffix, logo.content)
    if workspace.disk.read(f"brand/{chosen}") is None:
        # Whole or not there at all: half a picture would keep the name for ever.
        workspace.disk.write(f"brand/.{chosen}.new", logo.content, 0o644)
        workspace.disk.move(f"brand/.{chosen}.new", f"brand/{chosen}")
    return chosen


def find_logo(folder: Path, name: str) -> tuple[bytes, str] | None:
    """Return a logo as it would be published with its media type; None if there is no such file."""
    try:
        logo = read_logo(open_workspace(folder).brand, name)
    except AnswerProblems as refusal:
        if {one.code for one in refusal.problems} <= {"logo.missing", "logo.outside"}:
            return None
        raise
    return logo.content, _KINDS[logo.suffix]


def _suffix(name: str) -> str:
    return Path(name.replace("\\", "/")).suffix.lower()


def _choose_stem(name: str) -> str:
    """Return a name that every disk and every web server can hold."""
    stem = unicodedata.normalize("NFKD", Path(name.replace("\\", "/")).stem).casefold()
    plain = _OTHER.sub("-", stem.encode("ascii", "ignore").decode())[:_LONGEST].strip("-")
    return "logo" if not plain or _RESERVED.fullmatch(plain) else plain


def _choose_name(workspace: Workspace, stem: str, suffix: str, content: bytes) -> str:
    """Return the first name that is free, or that holds this very picture already."""
    number = 1
    while True:
        name = f"{stem}-{number}.{suffix}" if number > 1 else f"{stem}.{suffix}"
        there = workspace.disk.read(f"brand/{name}")
        if there is None or there == content:
            return name
        number += 1
