"""Hours a week: what people have, what the plan asks for, and when somebody answers."""

from collections.abc import Mapping
from datetime import time

from generator.facts.knowledge import EffortData
from generator.facts.model import Capacity, Fact, Known, Person, Service

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MINUTES = 60


def derive_capacity(
    facts: Mapping[str, Fact], people: tuple[Person, ...], complaints: int, effort: EffortData
) -> Capacity:
    """Return hours a week, from starting values of effort; 0 for what nobody has planned yet."""
    posts = _number(_value(facts, "posts_month")) / effort["weeks_a_month"]
    minutes = effort["minutes_by_complaints"][complaints] * effort["reopened"]
    return Capacity(
        available=sum(person.hours for person in people),
        publishing=posts
        * average_effort(_value(facts, "formats"), effort)
        * effort["coordination"],
        replying=_number(_value(facts, "inbound_volume")) * minutes / _MINUTES,
    )


def average_effort(formats: object, effort: EffortData) -> float:
    """Return the mean hours of a piece over the formats chosen, as if each were as frequent."""
    table = effort["hours_by_format"]
    chosen = formats if isinstance(formats, tuple) else ()
    hours = [table[name] for name in chosen if name in table]
    return sum(hours) / len(hours) if hours else effort["default_hours"]


def derive_service(facts: Mapping[str, Fact]) -> Service:
    """Return the days and hours in which somebody answers."""
    chosen = _value(facts, "service_days")
    days = chosen if isinstance(chosen, tuple) else ()
    return Service(
        days=tuple(number for number, day in enumerate(WEEKDAYS, 1) if day in days),
        opens=_time(_value(facts, "service_from")),
        closes=_time(_value(facts, "service_to")),
    )


def _value(facts: Mapping[str, Fact], question: str) -> object:
    fact = facts.get(question)
    return fact.value if isinstance(fact, Known) else None


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _time(value: object) -> time | None:
    return value if isinstance(value, time) else None
