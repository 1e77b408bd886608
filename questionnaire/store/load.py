"""From a file to Answers, brought up to date when an older questionnaire was answered."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from questionnaire.answers import Answers
from questionnaire.errors import AnswerProblems, Place, Problem, WorkspaceProblems
from questionnaire.loader import load_questionnaire
from questionnaire.model import Questionnaire
from questionnaire.sources import Document
from questionnaire.store.read import Reading
from questionnaire.store.recent import read_once
from questionnaire.text import LANGUAGES
from questionnaire.upgrade import Step, Upgrade, Upgraded, upgrade_document


def empty_answers(questionnaire: Questionnaire) -> Answers:
    """Return the answers of a company that hasn't said anything yet."""
    languages = tuple(str(language) for language in LANGUAGES)
    return Answers(questionnaire.id, questionnaire.version, languages)


def load_answers(
    path: Path, questionnaire: Questionnaire, steps: Sequence[Step] | None = None
) -> Answers:
    """Read answers.yml; raises AnswerProblems with every problem, or says that there is no file.

    Answers to an older questionnaire come out as answers to this one (`read_upgrade` says what
    moved); `steps` are the changes between versions, ours unless others are given.
    """
    return read_answers(_read_file(path), questionnaire, steps)


def read_upgrade(
    path: Path, questionnaire: Questionnaire | None = None, steps: Sequence[Step] | None = None
) -> Upgrade:
    """Return what `load_answers` moves in a file before it reads it; usually nothing."""
    return bring_up_to_date(_read_file(path), questionnaire or load_questionnaire(), steps).report


def read_answers(
    document: Document, questionnaire: Questionnaire, steps: Sequence[Step] | None = None
) -> Answers:
    """Return the answers of a file that is already read; raises AnswerProblems with all of them."""
    upgraded = bring_up_to_date(document, questionnaire, steps)
    reading = Reading(upgraded.document, questionnaire)
    answers = reading.read()
    if reading.problems:
        raise AnswerProblems(reading.problems)
    return answers


def bring_up_to_date(
    document: Document, questionnaire: Questionnaire, steps: Sequence[Step] | None
) -> Upgraded:
    """Upgrade a document; what the new form of a question can't take is set aside, not refused."""
    unfit: frozenset[str] = frozenset()
    while True:
        upgraded = upgrade_document(document, questionnaire, steps, unfit)
        if not upgraded.touched:
            return upgraded
        reading = Reading(upgraded.document, questionnaire)
        reading.read()
        found = upgraded.touched.intersection(_names_of(reading.problems))
        # An item that lacks what it needs, also once a part of it is set aside, can't stay.
        found |= upgraded.made.intersection(_names_of(_lacking(reading.problems)))
        if found <= unfit:
            return upgraded
        unfit |= found


def _lacking(problems: Iterable[Problem]) -> Iterator[Problem]:
    return (problem for problem in problems if problem.code == "answer.required")


def _names_of(problems: Iterable[Problem]) -> frozenset[str]:
    """Return the questions that problems are about: people and people.hours for people[2].hours."""
    names: set[str] = set()
    for problem in problems:
        if problem.code.startswith("answer."):
            question, _, rest = (problem.where.question or "").partition("[")
            names.add(question)
            names.add(f"{question}{rest.partition(']')[2]}")
    return frozenset(names)


def _read_file(path: Path) -> Document:
    try:
        content = path.read_bytes()
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        code = "workspace.no_answers" if missing else "workspace.unreadable"
        raise WorkspaceProblems([Problem(code, Place(str(path)))]) from None
    return read_once(content, path.name)
