"""Workspaces as a person has them: laid out, built, copied, and read back as bytes."""

import io
import logging
import re
import shutil
import warnings
from collections.abc import Mapping
from contextlib import redirect_stderr
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.cli.demo import lay_out
from generator.pipeline import Request, Result, make

TODAY = date(2026, 11, 22)
BAKERY, ENERGY = "panaderia-nandu", "norte-energia"


@dataclass(frozen=True, slots=True)
class Built:
    """One workspace with what its build returned, and whatever was said on the way."""

    workspace: Path
    result: Result
    noise: tuple[str, ...]

    @property
    def handbook(self) -> Path:
        """The folder that is theirs to edit."""
        return self.workspace / "handbook"

    @property
    def site(self) -> Path:
        """The folder that people open."""
        return self.workspace / "site"

    def pages(self, language: str) -> dict[str, str]:
        """Return the pages of a language as HTML, by their path in its folder."""
        folder = self.site / language
        found = sorted(folder.rglob("*.html"))
        return {p.relative_to(folder).as_posix(): p.read_text(encoding="utf-8") for p in found}


def build_samples(folder: Path) -> Mapping[str, Built]:
    """Lay out and build both samples, listening for anything that is said."""
    return {company: build_sample(company, folder / company) for company in (BAKERY, ENERGY)}


def build_sample(company: str, workspace: Path) -> Built:
    """Lay out and build one sample."""
    lay_out(company, workspace)
    spoken = io.StringIO()
    listener = logging.StreamHandler(spoken)
    listener.setLevel(logging.WARNING)
    logging.getLogger().addHandler(listener)
    try:
        with redirect_stderr(spoken), warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always", UserWarning)
            result = make(Request(workspace, TODAY))
    finally:
        logging.getLogger().removeHandler(listener)
    noise = [*spoken.getvalue().splitlines(), *(str(one.message) for one in warned)]
    return Built(workspace, result, tuple(noise))


def copy_workspace(source: Path, target: Path) -> Path:
    """Copy a workspace with all that we know about it; return the copy."""
    shutil.copytree(source, target, symlinks=True)
    return target


def lay_out_changed(company: str, workspace: Path, changes: Mapping[str, str]) -> Path:
    """Lay out a sample whose answers are changed."""
    lay_out(company, workspace)
    change_answers(workspace, changes)
    return workspace


def change_answers(workspace: Path, changes: Mapping[str, str]) -> None:
    """Replace whole lines of the answers: `key: value` by its key, where it stands outermost."""
    path = workspace / "answers.yml"
    text = path.read_text(encoding="utf-8")
    for key, value in changes.items():
        found = re.findall(rf"^( *){re.escape(key)}:", text, flags=re.MULTILINE)
        assert found, key
        indent = min(found, key=len)
        text, count = re.subn(
            rf"^{indent}{re.escape(key)}:.*$",
            lambda _, line=f"{indent}{key}: {value}": line,
            text,
            flags=re.MULTILINE,
        )
        assert count == 1, key
    path.write_text(text, encoding="utf-8")


def read_tree(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def read_states(result: Result) -> set[str]:
    """Return the states that occur in the plan of a build."""
    return {change.state for change in result.plan.files}
