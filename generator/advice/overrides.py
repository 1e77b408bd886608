"""Owners of activities that the company set itself: which of them count, and why others don't."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.advice.knowledge import ActivityData
from generator.facts.model import Facts

QUESTION = "raci_overrides"
COLUMN = "accountable"
OUTSIDE = "agency"
"""The area of people who don't work for the company; they can answer for nothing (B.2.9)."""


@dataclass(frozen=True, slots=True)
class Override:
    """One activity with the person whom the company wants to answer for it."""

    activity: str
    person: str
    outside: bool
    """Whether that person is the agency's."""
    named: str | None
    """Who answers for it by a question of its own, when that is somebody else."""

    @property
    def counts(self) -> bool:
        """Whether it is followed."""
        return not self.outside and self.named is None


def find_override(facts: Facts, activity: ActivityData) -> Override | None:
    """Return what the company set for an activity, if it names somebody on its list."""
    rows = facts.value(QUESTION)
    cells = rows.get(activity["id"]) if isinstance(rows, Mapping) else None
    person = facts.person(cells.get(COLUMN)) if isinstance(cells, Mapping) else None
    if person is None:
        return None
    named = facts.person(facts.value(activity["named_by"])) if "named_by" in activity else None
    other = named.id if named is not None and named.id != person.id else None
    return Override(activity["id"], person.id, person.department == OUTSIDE, other)
