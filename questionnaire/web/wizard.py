"""The wizard of one run: the companies it may open, whom it asks, and when it was last used."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from questionnaire.model import Questionnaire
from questionnaire.preset import Preset
from questionnaire.text import Language
from questionnaire.web.building import Progress
from questionnaire.web.company import ANSWERS, Company
from questionnaire.web.consultant import Consultant, ToldFinding


def _nothing() -> None:
    """Stand in for what only a running server can do."""


@dataclass(frozen=True, slots=True)
class News:
    """What the last answer of a company has brought up, and what it has put in order."""

    question: str
    label: str
    found: tuple[ToldFinding, ...] = ()
    solved: tuple[ToldFinding, ...] = ()
    odd: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.found or self.solved or self.odd)


@dataclass(slots=True)
class Wizard:
    """All that lasts as long as the server runs."""

    folder: Path
    """The workspace, or the folder that holds many."""
    many: bool
    questionnaire: Questionnaire
    consultant: Consultant
    language: Language
    today: date
    presets: tuple[Preset, ...] = ()
    """What is usual, by sector and size."""
    open_folder: Callable[[Path], bool] = lambda _folder: False
    """Shows a folder in the system's file manager; says whether it could."""
    stop: Callable[[], None] = _nothing
    site_port: int = 0
    """The port that serves built sites: another one, so that a page of theirs isn't one of ours."""
    used: float = field(default_factory=time.monotonic)
    companies: dict[str, Company] = field(default_factory=dict)
    progress: dict[str, Progress] = field(default_factory=dict)
    opened: dict[str, frozenset[str]] = field(default_factory=dict)
    """The questions of each company that a change of an earlier answer has opened."""
    news: dict[str, News] = field(default_factory=dict)
    """What the last answer of each company has brought up."""

    def touch(self) -> None:
        """Note that somebody is there."""
        self.used = time.monotonic()

    def find(self, name: str) -> Company | None:
        """Return a company by its folder's name; only folders of the wizard's own are found."""
        known = self.companies.get(name)
        if known is not None:
            return known
        folder = self.folder if not self.many else self.folder / name
        wanted = self.folder.name if not self.many else name
        plain = bool(name) and name not in {".", ".."} and "/" not in name and "\\" not in name
        if name != wanted or not plain or (self.many and not is_company(folder)):
            return None
        company = Company(folder, self.questionnaire, self.consultant, self.today)
        self.companies[name] = company
        return company

    def list_companies(self) -> tuple[Company, ...]:
        """Return every company there is, by name."""
        if not self.many:
            found = self.find(self.folder.name)
            return (found,) if found else ()
        names = sorted(one.name for one in self.folder.iterdir() if is_company(one))
        return tuple(found for name in names if (found := self.find(name)) is not None)

    def forget(self, name: str) -> None:
        """Let go of a company."""
        company = self.companies.pop(name, None)
        if company is not None:
            company.release()

    def close(self) -> None:
        """Let go of all."""
        for name in list(self.companies):
            self.forget(name)


def is_company(folder: Path) -> bool:
    """Say whether a folder is a workspace: a plain folder of this place with answers in it."""
    try:
        if folder.name.startswith(".") or folder.is_symlink() or not folder.is_dir():
            return False
        return (folder / ANSWERS).is_file() or (folder / ".playbook").is_dir()
    except OSError:
        # A name that no folder can have, or a folder that is closed to us.
        return False


def holds_many(folder: Path) -> bool:
    """Say whether a folder is the home of several companies instead of one itself."""
    if not folder.is_dir() or (folder / ANSWERS).exists():
        return False
    return any(is_company(one) for one in folder.iterdir())
