"""For authors: every fault of a questionnaire that can be found without a single answer.

A rule is one function in one of the files here; RULES lists them all, those of the loader too.
"""

from pathlib import Path
from typing import Final

from questionnaire.errors import ContentProblems, Problem
from questionnaire.lint import (
    branches,
    choices,
    groups,
    languages,
    limits,
    punctuation,
    refused,
    structure,
    wording,
)
from questionnaire.lint.model import Documents, Rule
from questionnaire.loader import load_questionnaire
from questionnaire.model import Questionnaire
from questionnaire.sources import data_folder, read_content

__all__ = ["RULES", "Rule", "inspect_questionnaire"]

RULES: Final[tuple[Rule, ...]] = tuple(
    rule
    for family in (
        refused, branches, limits, choices, groups, structure, wording, punctuation, languages,
    )
    for rule in family.RULES
)  # fmt: skip
"""Every fault we know by name; each has a sentence and two samples."""


def inspect_questionnaire(folder: Path | None = None) -> tuple[Problem, ...]:
    """Return every fault of a questionnaire, ours unless another folder is named, file by file.

    What can't be loaded is told first and alone: the other rules need a whole questionnaire.
    """
    folder = (folder or data_folder("questionnaire")).resolve()
    try:
        questionnaire = load_questionnaire(folder)
    except ContentProblems as fault:
        return fault.problems
    documents = _read_documents(folder, questionnaire)
    found = [problem for rule in RULES for problem in rule.find(questionnaire, documents)]
    return tuple(sorted(found, key=_position))


def _read_documents(folder: Path, questionnaire: Questionnaire) -> Documents:
    head = str(folder / "questionnaire.yml")
    files = [head, *(section.where.file or "" for section in questionnaire.sections)]
    return {file: read_content(Path(file)) for file in files}


def _position(problem: Problem) -> tuple[str, int, str]:
    return (problem.where.file or "", problem.where.line or 0, problem.code)
