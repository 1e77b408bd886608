"""May somebody act in time? Every hour of the week, with everybody there and with each one away.

Trouble has to be seen by whoever is on duty and then decided by whoever may. It counts as kept
when both can happen within the clock of a crisis (domain reference D.6, a starting value).
Service hours say when somebody is on duty; the telephone of whoever decides rings at any hour.
"""

from collections.abc import Iterator
from datetime import time

from generator.advice.escalation import escalation_steps
from generator.advice.model import Cover, Coverage, CoverHour, EscalationStep, Gap
from generator.facts.model import Facts, Service

HOUR = 60
DAY = 24 * HOUR
WEEK = 7 * DAY
HOURS_A_WEEK = 168

CRISIS = "L3"
WATCHERS = ("replier", "substitute")
"""Questions that name who is on duty, in the order in which they are relied on."""


def measure_coverage(facts: Facts) -> Coverage:
    """Return what happens to trouble that starts in each hour of the week."""
    crisis = find_step(escalation_steps(facts), CRISIS)
    minutes = crisis.minutes if crisis else 0
    hours = tuple(_judge_hours(facts, crisis, minutes))
    return Coverage(
        hours=hours,
        gaps=tuple(_find_gaps(hours)),
        single_points=tuple(dict.fromkeys(person for hour in hours for person in hour.fragile)),
        minutes=minutes,
    )


def find_step(steps: tuple[EscalationStep, ...], level: str) -> EscalationStep | None:
    """Return the step of a level; where a small company has no such level, that of a crisis."""
    by_level = {step.level: step for step in steps}
    return by_level.get(level) or by_level.get(CRISIS)


def wait_for_duty(facts: Facts, moment: int) -> int | None:
    """Return the minutes from a minute of the week until somebody is on duty.

    None while days or hours of service are not known. With somebody on call it is always 0.
    """
    if facts.value("out_of_hours") == "on_call":
        return 0
    return _wait_for_service(facts.service, moment)


def list_watchers(facts: Facts) -> tuple[str, ...]:
    """Return the ids of the people on duty, first the one who answers."""
    found = (facts.person(facts.value(question)) for question in WATCHERS)
    return tuple(dict.fromkeys(person.id for person in found if person is not None))


def _wait_for_service(service: Service, moment: int) -> int | None:
    if not service.hours_a_week or service.opens is None or service.closes is None:
        return None
    opens, closes = _minutes(service.opens), _minutes(service.closes)
    waits = []
    for day in service.days:
        start = (day - 1) * DAY + opens
        inside = (moment - start) % WEEK < closes - opens
        waits.append(0 if inside else (start - moment) % WEEK)
    return min(waits)


def _minutes(moment: time) -> int:
    return moment.hour * HOUR + moment.minute


def _longest_wait(facts: Facts, hour: int) -> int | None:
    """Return the longest wait of trouble that starts in an hour of the week.

    The wait only falls between closing and opening, so it is longest where the hour begins, or
    where duty ends inside the hour.
    """
    start = hour * HOUR
    moments = [start]
    closes = facts.service.closes
    if closes is not None and closes.hour == hour % 24:
        moments.append(start + closes.minute)
    waits = [wait_for_duty(facts, moment) for moment in moments]
    known = [wait for wait in waits if wait is not None]
    return max(known) if known else None


def _judge_hours(facts: Facts, crisis: EscalationStep | None, minutes: int) -> Iterator[CoverHour]:
    deciders = (crisis.decides, crisis.substitute) if crisis else ()
    watchers = list_watchers(facts)
    absences = (None, *(person.id for person in facts.people))
    on_duty = {absent: _judge_duty(watchers, deciders, absent) for absent in absences}
    decided = {absent: _any_left(deciders, absent) for absent in absences}
    for hour in range(HOURS_A_WEEK):
        wait = _longest_wait(facts, hour)
        covers: dict[str | None, Cover] = dict(on_duty)
        if wait is None or wait > minutes:
            closed: Cover = "unknown" if wait is None else "unwatched"
            covers = {one: closed if decided[one] else "undecided" for one in absences}
        yield CoverHour(
            weekday=hour // 24 + 1,
            hour=hour % 24,
            cover=covers[None],
            without={one: cover for one, cover in covers.items() if one is not None},
        )


def _judge_duty(
    watchers: tuple[str, ...], deciders: tuple[str | None, ...], absent: str | None
) -> Cover:
    if not _any_left(watchers, absent):
        return "unanswered"
    return "kept" if _any_left(deciders, absent) else "undecided"


def _any_left(people: tuple[str | None, ...], absent: str | None) -> bool:
    return any(person is not None and person != absent for person in people)


def _find_gaps(hours: tuple[CoverHour, ...]) -> Iterator[Gap]:
    """Yield the gaps with everybody there; with one person away, those that come on top."""
    yield from _runs(None, [hour.cover for hour in hours])
    for person in hours[0].without if hours else ():
        covers: list[Cover] = [
            "kept" if hour.without[person] == hour.cover else hour.without[person] for hour in hours
        ]
        yield from _runs(person, covers)


def _runs(absent: str | None, covers: list[Cover]) -> Iterator[Gap]:
    """Yield the runs of hours that aren't kept; the week is a circle."""
    total = len(covers)
    starts = [at for at in range(total) if covers[at] != "kept" and covers[at - 1] != covers[at]]
    if not starts and covers and covers[0] != "kept":
        starts = [0]
    for start in starts:
        length = 1
        while length < total and covers[(start + length) % total] == covers[start]:
            length += 1
        yield Gap(absent, covers[start], start // 24 + 1, start % 24, length)
