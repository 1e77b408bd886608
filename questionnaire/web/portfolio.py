"""Companies side by side: their state in a line, how one is made, what a new client takes over."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from questionnaire.answers import Answers, Status
from questionnaire.interview import Interview
from questionnaire.store import save_answers
from questionnaire.text import LANGUAGES, Language, slugify
from questionnaire.web.company import NAME, Company
from questionnaire.web.consultant import LastBuild
from questionnaire.web.wizard import Wizard

ARCHIVED: Final = "archived"
_DECISIONS: Final = frozenset(
    {"choice", "choices", "ranking", "boolean", "integer", "number", "weekdays", "time"}
)
"""Kinds whose answers are decisions; names, people, accounts and words are a company's own."""
_PICTURES: Final = "brand"
_LONGEST: Final = 60
_PORTS: Final = tuple(f"{port}{number}" for port in ("com", "lpt") for number in range(10))
_DEVICES: Final = frozenset({"con", "prn", "aux", "nul", *_PORTS})
"""Names that no folder of Windows can have."""


@dataclass(frozen=True, slots=True)
class CompanyState:
    """One company in the list."""

    name: str
    """The name of its folder."""
    title: str
    archived: str
    """The day on which it was put aside; empty for one at work."""
    built: LastBuild | None
    pending: int = 0
    open: int = 0
    answered: int = 0
    unreadable: str = ""


def read_name(wizard: Wizard, given: str) -> tuple[str, str]:
    """Return the folder for a company's name, or the key of the sentence that says what is wrong."""
    folder = slugify(given, _LONGEST)
    if not folder:
        return "", "fault_name"
    if folder in _DEVICES:
        folder = f"{folder}-1"
    if (wizard.folder / folder).exists():
        return "", "fault_name_taken"
    return folder, ""


def create_company(
    wizard: Wizard, folder: str, title: str, language: Language, kept: Answers | None = None
) -> Company:
    """Make the workspace of a company, with its name and the answers it starts from."""
    path = wizard.folder / folder
    wizard.consultant.found(path)
    company = Company(path, wizard.questionnaire, wizard.consultant, wizard.today)
    start = kept or company.interview().answers
    if kept is None:
        others = tuple(str(one) for one in LANGUAGES if one != language)
        start = replace(start, languages=(str(language), *others))
    named = Interview(wizard.questionnaire, start).answer(NAME, title, language)
    answers = named.answers if isinstance(named, Interview) else start
    save_answers(company.answers_file, answers, wizard.questionnaire, language, expected=b"")
    wizard.companies[folder] = company
    return company


def copy_pictures(source: Path, target: Path) -> None:
    """Copy the logo and its like, which answers name, beside a copy of all answers."""
    for path in sorted((source / _PICTURES).glob("*")):
        if path.is_file() and not path.is_symlink():
            shutil.copyfile(path, target / _PICTURES / path.name)


def copy_decisions(interview: Interview) -> Answers:
    """Return the answers without anything that belongs to one company alone."""
    by_id = interview.questionnaire.by_id
    kept = {
        name: replace(answer, owner=None, reason=None, note=None)
        for name, answer in interview.answers.by_id.items()
        if name in by_id
        and by_id[name].kind in _DECISIONS
        and by_id[name].sensitivity in {"public", "internal"}
        and answer.status in (Status.ANSWERED, Status.RECOMMENDED)
    }
    return replace(interview.answers, by_id=MappingProxyType(kept))
