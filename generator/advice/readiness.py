"""How ready a company is, piece by piece (data: `knowledge/readiness.yml`), and who raises it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.advice.judging import behind, condition, holds, is_unasked, reader
from generator.advice.model import Finding, Readiness, ReadinessPiece
from generator.advice.shelf import Row, Shelf
from generator.advice.situation import Parts, Situation
from generator.facts.model import Facts

LEAD = "lead"


def measure_readiness(
    facts: Facts, parts: Parts, found: Sequence[Finding], library: Shelf
) -> Readiness:
    """Return the pieces there are and those that are missing; an open decision is missing."""
    readiness = Readiness(tuple(_count(Situation(facts, parts, library))))
    reached = [
        str(row["id"])
        for row in library.knowledge["readiness"]["bands"]
        if readiness.score >= int(row["from"])
    ]
    serious = any(one.level == "error" for one in found)
    # Whoever has a serious fault to mend isn't in order, however many pieces there are.
    best = str(library.knowledge["readiness"]["bands"][-1]["id"])
    band = reached[-2] if serious and reached[-1] == best else reached[-1]
    return replace(readiness, band=band)


def _count(situation: Situation) -> Iterator[ReadinessPiece]:
    read = reader(situation)
    for row in situation.library.knowledge["readiness"]["pieces"]:
        reads = _questions(row)
        if any(is_unasked(situation.facts.by_id.get(one)) for one in reads):
            continue
        yield ReadinessPiece(
            id=str(row["id"]),
            part=str(row["part"]),
            points=int(row["points"]),
            there=holds(row, read),
            role=str(row["role"]),
            who=_find_person(situation, str(row["role"])),
            reads=reads,
        )


def _questions(row: Row) -> tuple[str, ...]:
    names = sorted(condition(row["when"]).names())
    return tuple(dict.fromkeys(question for name in names for question in behind(name)))


def _find_person(situation: Situation, role: str) -> str | None:
    if role == LEAD:
        return situation.parts.ownership.accountable
    person = situation.person(role)
    return person.id if person is not None else None
