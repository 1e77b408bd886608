"""How fast each kind of message is answered, scaled so that the roster can keep it.

The starting values are those of the domain reference D.5: proposals, not evidence. They count
service time only. A promise longer than a day is given in service days, so that "two days"
means two days in which somebody is there.
"""

import math
from dataclasses import dataclass

from generator.advice.model import ResponseTarget
from generator.facts.model import Facts, Known

INBOX_VISIT = 10
"""Minutes of one visit to the inbox: under that nobody reads, answers and notes (starting value)."""

STEPS = (15, 30, 60, 120, 180, 240, 300, 360, 420, 480, 600, 720)
ROUND_THE_CLOCK = 150
"""Service hours a week from which a team counts as one that is always there."""


@dataclass(frozen=True, slots=True)
class Span:
    """A length of service time: minutes, or whole service days."""

    minutes: int = 0
    days: int = 0

    def in_minutes(self, service_day: int) -> int:
        """Return the span in service minutes; never more than it takes when a day is short."""
        return self.days * service_day if self.days else self.minutes


Column = dict[str, tuple[Span, Span | None]]

MICRO: Column = {
    "P1": (Span(30), Span(240)),
    "P2": (Span(240), Span(days=1)),
    "P3": (Span(days=1), Span(days=2)),
    "P4": (Span(days=2), None),
    "P5": (Span(days=3), Span(days=3)),
}
SHARED: Column = {
    "P1": (Span(30), Span(120)),
    "P2": (Span(60), Span(480)),
    "P3": (Span(240), Span(days=1)),
    "P4": (Span(days=1), None),
    "P5": (Span(days=2), Span(days=3)),
}
ALWAYS: Column = {
    "P1": (Span(15), Span(120)),
    "P2": (Span(30), Span(240)),
    "P3": (Span(60), Span(days=1)),
    "P4": (Span(480), None),
    "P5": (Span(days=1), Span(days=3)),
}

OWN = "own_substitute"
"""In a list of questions: whoever the person to be replaced named for it."""

OWNERS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "P1": (("crisis_decider", "sponsor"), ("crisis_deputy", OWN, "sponsor", "substitute")),
    "P2": (("complaints_owner", "replier"), (OWN, "substitute", "replier")),
    "P3": (("replier",), (OWN, "substitute")),
    "P4": (("replier",), (OWN, "substitute")),
    "P5": (("reviews_owner", "complaints_owner", "replier"), (OWN, "substitute", "replier")),
}
"""Questions that name the owner and the substitute of a priority, the first known one wins.

The crisis has a deputy of its own; elsewhere whoever a person named for themselves comes first.
"""


def response_targets(facts: Facts) -> tuple[ResponseTarget, ...]:
    """Return what can be promised for P1–P5, in service minutes (domain reference D.5)."""
    day = service_day(facts)
    gap = reply_gap(facts)
    column = _column(facts)
    return tuple(_target(facts, priority, column, day, gap) for priority in OWNERS)


def service_day(facts: Facts) -> int:
    """Return the minutes of one day of service; eight hours while the hours are unknown."""
    days = len(facts.service.days)
    minutes = round(facts.service.hours_a_week * 60)
    return minutes // days if days and minutes else 480


def reply_gap(facts: Facts) -> int | None:
    """Return the longest wait between two visits to the inbox, in service minutes.

    The hours left after publishing are spread over the service days in visits of
    `INBOX_VISIT` minutes. None when the roster can't be judged: nobody there, no hours, or
    more messages than the hours left can answer.
    """
    days = len(facts.service.days)
    left = facts.capacity.available - facts.capacity.publishing
    if not days or not facts.service.hours_a_week or left <= 0:
        return None
    if facts.capacity.replying > left:
        return None
    visits = left * 60 / INBOX_VISIT / days
    day = service_day(facts)
    return math.ceil(day / math.floor(visits)) if visits >= 1 else day * math.ceil(1 / visits)


def keepable_minutes(facts: Facts) -> int | None:
    """Return the shortest answer that the roster can promise for a question, in service minutes."""
    gap = reply_gap(facts)
    return None if gap is None else _round_up(gap, service_day(facts))


def _column(facts: Facts) -> Column:
    if facts.service.hours_a_week >= ROUND_THE_CLOCK:
        return ALWAYS
    return MICRO if facts.book == "micro" else SHARED


def _target(
    facts: Facts, priority: str, column: Column, day: int, gap: int | None
) -> ResponseTarget:
    first, last = column[priority]
    owner, substitute = _people(facts, priority)
    wanted = first.in_minutes(day)
    if priority == "P1":
        # Danger is told by telephone, not found in an inbox: two people decide, not visits.
        acknowledge, keepable = wanted, bool(owner and substitute and facts.service.hours_a_week)
    else:
        acknowledge, keepable = _promise(facts, priority, wanted, day, gap)
        keepable = keepable and owner is not None
    solve = None if last is None else max(last.in_minutes(day), acknowledge)
    return ResponseTarget(priority, acknowledge, solve, owner, substitute, keepable)


def _promise(
    facts: Facts, priority: str, wanted: int, day: int, gap: int | None
) -> tuple[int, bool]:
    own = facts.by_id.get("reply_hours") if priority == "P3" else None
    if isinstance(own, Known) and isinstance(own.value, int | float) and not own.recommended:
        promised = round(own.value * 60)
        return promised, gap is not None and gap <= promised
    if isinstance(own, Known) and isinstance(own.value, int | float):
        wanted = round(own.value * 60)
    if gap is None:
        return wanted, False
    return (wanted if gap <= wanted else _round_up(gap, day)), True


def _round_up(minutes: int, day: int) -> int:
    step = next((step for step in STEPS if minutes <= step <= day), None)
    return step if step is not None else math.ceil(minutes / day) * day


def _people(facts: Facts, priority: str) -> tuple[str | None, str | None]:
    owners, substitutes = OWNERS[priority]
    owner = first_named(facts, owners)
    return owner, first_named(facts, substitutes, besides=owner)


def first_named(facts: Facts, questions: tuple[str, ...], besides: str | None = None) -> str | None:
    """Return the first person named in these questions, leaving one person out."""
    for question in questions:
        own = question == OWN
        person = facts.person(find_own(facts, besides) if own else facts.value(question))
        if person is not None and person.id != besides:
            return person.id
    return None


def find_own(facts: Facts, person_id: str | None) -> str | None:
    """Return whom a person named as their own substitute; nobody stands in for themselves."""
    person = facts.person(person_id)
    named = facts.person(person.substitute) if person is not None else None
    return named.id if named is not None and named.id != person_id else None
