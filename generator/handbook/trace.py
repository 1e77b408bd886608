"""Which answers a clause was shaped by, and which clauses an answer shapes."""

from collections.abc import Iterable, Iterator, Mapping

from generator.handbook.model import Chapter, Clause, Handbook
from generator.handbook.prose_names import find_uses
from generator.handbook.roles import ROLES
from questionnaire.conditions import Condition

Reads = Mapping[str, tuple[str, ...]]
"""Section of the view → the questions that were read to fill it."""


def questions_read(
    template: str,
    sections: Reads,
    questions: frozenset[str],
    conditions: Iterable[Condition | None] = (),
    extra: Iterable[str] = (),
) -> tuple[str, ...]:
    """Return the questions behind a passage: those its prose names, its conditions and its head.

    `a.<question>` is that question, `who.<role>` the role's, any other section all that was
    read to fill it.
    """
    found = dict.fromkeys(
        question
        for use in find_uses(template)
        for question in _follow(use.path, sections, questions)
    )
    for condition in conditions:
        if condition is not None:
            found.update(dict.fromkeys(sorted(condition.names() & questions)))
    found.update(dict.fromkeys(extra))
    return tuple(found)


def list_clauses(handbook: Handbook) -> Iterator[tuple[Chapter, Clause]]:
    """Yield every clause of a book with its chapter, the lead of each chapter first."""
    for part in handbook.parts:
        for chapter in part.chapters:
            for clause in (chapter.lead, *chapter.clauses):
                yield chapter, clause


def _follow(path: tuple[str, ...], sections: Reads, questions: frozenset[str]) -> tuple[str, ...]:
    section = path[0]
    if section == "a":
        return path[1:2] if len(path) > 1 and path[1] in questions else ()
    if section == "who" and len(path) > 1 and path[1] in ROLES:
        return tuple(one for one in (*ROLES[path[1]], "people") if one in questions)
    return sections.get(section, ())
