"""The books of both samples as they are stored: a change of a word anywhere shows as a diff.

After a change that is meant: `pytest tests/golden/test_handbooks.py --update-golden`, and read
the diff before it is committed.
"""

import difflib
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.pipeline import Request, think, write
from questionnaire.sources import data_folder
from tests.built import BAKERY, ENERGY, TODAY

STORED = Path(__file__).parent / "handbooks"
MOST_LINES = 200


def _write(company: str) -> dict[str, str]:
    """Return the Markdown of both languages by path, such as `es/index.md`."""
    request = Request(data_folder("questionnaire", "examples", company), TODAY)
    _, project = write(request, think(request.workspace, request.today))
    return {
        name.removeprefix("docs/"): content.decode()
        for name, content in project.files.items()
        if name.startswith("docs/") and name.endswith(".md")
    }


def _read(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.md"))
    }


def _store(folder: Path, pages: Mapping[str, str]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for name, page in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8", newline="\n")


def _differ(stored: Mapping[str, str], written: Mapping[str, str]) -> list[str]:
    lines: list[str] = []
    for name in sorted({*stored, *written}):
        old, new = stored.get(name, ""), written.get(name, "")
        lines += difflib.unified_diff(
            old.splitlines(), new.splitlines(), f"stored/{name}", f"written/{name}", "", "", 1, ""
        )
    return lines


@pytest.mark.parametrize("company", [BAKERY, ENERGY])
def test_the_book_is_the_stored_one(company: str, request: pytest.FixtureRequest) -> None:
    """Every page of the internal edition, in both languages, is word for word the stored one."""
    written = _write(company)
    if request.config.getoption("--update-golden"):
        _store(STORED / company, written)
    lines = _differ(_read(STORED / company), written)
    shown = "\n".join(lines[:MOST_LINES])
    assert not lines, f"{len(lines)} lines of diff; --update-golden accepts them\n{shown}"
