"""Clocks that the law sets over the company's own promises (data: `laws/es.yml`)."""

from dataclasses import dataclass

from generator.advice.shelf import Shelf, read_text
from generator.facts.model import Facts
from questionnaire.text import Text


@dataclass(frozen=True, slots=True)
class LegalClock:
    """One limit set by law: what, how many of which unit, and where it is written."""

    law: str
    code: str
    what: Text
    limit: float
    unit: str
    """working_days, days, hours or minutes."""
    article: str


def legal_clocks(facts: Facts, library: Shelf) -> tuple[LegalClock, ...]:
    """Return the limits of Spain's Ley 10/2025 when the company says that it is covered."""
    if facts.value("es_customer_law") != "yes":
        return ()
    return tuple(
        LegalClock(
            law=str(row["id"]),
            code=str(clock["id"]),
            what=read_text(clock["what"]),
            limit=float(clock["limit"]),
            unit=str(clock["unit"]),
            article=str(clock["article"]),
        )
        for row in library.laws.get("ES", ())
        for clock in row.get("clocks", ())
    )
