"""Clocks that the law of the company's countries sets over its own promises (data: `laws/*.yml`)."""

from collections.abc import Iterator

from generator.advice.model import LegalClock, LegalClocks
from generator.advice.shelf import Row, Shelf, read_text
from generator.facts.model import Facts
from questionnaire.conditions import parse_condition

UNION = "EU"
MEMBERS = frozenset({"ES", "EU_other"})
"""Answers to `jurisdictions` that bring the law of the European Union."""


def legal_clocks(facts: Facts, library: Shelf) -> LegalClocks:
    """Return the limits that bind the company, of every law of its countries that sets one."""
    found = tuple(_list_clocks(facts, library))
    reads = dict.fromkeys(("jurisdictions", *_questions(library)))
    return LegalClocks(found, tuple(reads))


def _list_clocks(facts: Facts, library: Shelf) -> Iterator[LegalClock]:
    answered = facts.value("jurisdictions")
    codes = [str(code) for code in answered] if isinstance(answered, tuple) else []
    for code in (*codes, UNION) if MEMBERS & set(codes) else codes:
        for row in library.laws.get(code, ()):
            clocks = row.get("clocks", ())
            for clock in clocks if _holds(row, facts) else ():
                if _holds(clock, facts):
                    yield _describe(row, clock)


def _describe(row: Row, clock: Row) -> LegalClock:
    return LegalClock(
        law=str(row["id"]),
        code=str(clock["id"]),
        norm=read_text(row["norm"]),
        article=str(clock.get("article") or row.get("article") or ""),
        what=read_text(clock["what"]),
        limit=float(clock["limit"]),
        unit=str(clock["unit"]),
    )


def _holds(row: Row, facts: Facts) -> bool:
    return parse_condition(row["when"]).holds(facts.value) if "when" in row else True


def _questions(library: Shelf) -> Iterator[str]:
    """Yield the questions on which it depends whether a clock binds."""
    for row in (row for rows in library.laws.values() for row in rows if row.get("clocks")):
        for one in (row, *row["clocks"]):
            if "when" in one:
                yield from sorted(parse_condition(one["when"]).names())
