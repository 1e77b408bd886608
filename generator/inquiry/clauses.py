"""Finds clauses of a book by the ids people type, and names them as the book does."""

import re
from collections.abc import Iterator

from generator.handbook.model import Chapter, Clause, Handbook
from generator.handbook.trace import list_clauses
from generator.handbook.views.trace import clause_title
from generator.library import load_library
from generator.library.model import LEAD
from questionnaire.text import closest

LEAD_WORD = "lead"
"""How people and chapter heads call the clause before the first heading."""

_HEADING = re.compile(r"^##[ \t]+(?P<title>.*?)[ \t]*\{[^}]*#[^}]*\}", re.MULTILINE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def find_clause(handbook: Handbook, clause_id: str) -> tuple[Chapter, Clause] | None:
    """Return a clause of a book with its chapter; `p.x#lead` is the clause before the first heading."""
    wanted = {clause_id, clause_id.removesuffix(f"#{LEAD_WORD}")}
    found = [pair for pair in list_clauses(handbook) if pair[1].id in wanted]
    exact = next((pair for pair in found if pair[1].id == clause_id), None)
    return exact or next(iter(found), None)


def suggest_clause(handbook: Handbook, word: str) -> str | None:
    """Return the id of the clause that was probably meant."""
    page, _, anchor = word.partition("#")
    ids = [clause.id for _, clause in list_clauses(handbook)]
    if any(one == page for one in ids):
        anchors = {
            one.partition("#")[2] or LEAD_WORD: one for one in ids if page == one.split("#")[0]
        }
        near = closest(anchor, anchors)
        return anchors[near] if near else page
    return closest(word, [*ids, *(f"{one}#{LEAD_WORD}" for one in ids if "#" not in one)])


def is_left_out(clause_id: str) -> bool:
    """Say whether some book has a clause of this id, as our content is written."""
    page, _, anchor = clause_id.partition("#")
    anchor = LEAD if anchor == LEAD_WORD else anchor
    heads = (head for head in load_library().chapters if head.id == page)
    return any(clause.anchor == anchor for head in heads for clause in head.clauses)


def name_clause(chapter: Chapter, clause: Clause, markdown: str = "") -> str:
    """Return page and heading of a clause; the heading as written, where it is at hand."""
    found = _HEADING.search(markdown)
    title = _ESCAPED.sub(r"\1", found["title"]) if found else clause_title(chapter, clause)
    return title if title == chapter.title else f"{chapter.title} › {title}"


def list_siblings(chapter: Chapter, clause: Clause) -> Iterator[str]:
    """Yield the ids of the other clauses of a page."""
    for one in (chapter.lead, *chapter.clauses):
        if one.id != clause.id:
            yield one.id
