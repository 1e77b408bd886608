"""The new site takes the place of the old one as a whole, or not at all.

    <parent>/site        what people open
    <parent>/.site.new   being built
    <parent>/.site.old   the one before, for the moment between two renames

After a crash at any point, the next run finds the old site or the new one.
"""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from questionnaire.errors import Problem, WorkspaceProblems

MARKER: Final = ".playbook-site"
"""A folder without this file isn't ours and is never emptied."""


def recover_site(site: Path) -> None:
    """Mend what a crash left behind; raises WorkspaceProblems for a folder that isn't ours."""
    new, old = _beside(site, "new"), _beside(site, "old")
    for folder in (site, new, old):
        _refuse_strange(folder)
    if old.exists():
        if site.exists():
            shutil.rmtree(old)
        else:
            old.rename(site)
    if new.exists():
        shutil.rmtree(new)


@contextmanager
def new_site(site: Path, input_hash: str) -> Iterator[Path]:
    """Give a folder to build in; it becomes the site when all went well, else it goes."""
    new = _beside(site, "new")
    new.mkdir(parents=True)
    try:
        _mark(new, "")
        yield new
        _mark(new, input_hash)
        _swap(new, site)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def read_hash(site: Path) -> str | None:
    """Return the input hash of a complete site, or nothing."""
    try:
        found = json.loads((site / MARKER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return str(found["input"]) if isinstance(found, dict) and found.get("input") else None


def _swap(new: Path, site: Path) -> None:
    old = _beside(site, "old")
    if site.exists():
        site.rename(old)
    new.rename(site)
    if old.exists():
        shutil.rmtree(old)


def _beside(site: Path, what: str) -> Path:
    return site.with_name(f".{site.name}.{what}")


def _mark(folder: Path, input_hash: str) -> None:
    content = json.dumps({"format": 1, "input": input_hash}) + "\n"
    (folder / MARKER).write_text(content, encoding="utf-8")


def _refuse_strange(folder: Path) -> None:
    """Refuse what isn't a folder of ours; an empty one may become ours."""
    if not folder.exists() and not folder.is_symlink():
        return
    strange = folder.is_symlink() or not folder.is_dir()
    if strange or (any(folder.iterdir()) and not (folder / MARKER).is_file()):
        raise WorkspaceProblems([Problem("site.not_ours", data={"folder": str(folder)})])
