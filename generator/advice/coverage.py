"""May somebody act in time? Every hour of the week, with everybody there and with each one away.

Trouble has to be seen by whoever is on duty and then decided by whoever may. It counts as kept
when both can happen within the clock of a crisis (domain reference D.6, a starting value).
Service hours say when somebody is on duty, working days who; out of hours only whoever is named
for it. The telephone of whoever decides rings at any hour.
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


def wait_for_duty(facts: Facts, moment: int, absent: str | None = None) -> int | None:
    """Return the minutes from a minute of the week until somebody is on duty, one person away.

    None while days or hours of service are not known. With somebody on call it is always 0.
    """
    if any(person != absent for person in list_on_call(facts)):
        return 0
    return _wait_for_service(facts.service, serve_days(facts, absent), moment)


def list_watchers(facts: Facts) -> tuple[str, ...]:
    """Return the ids of the people on duty, first the one who answers."""
    found = (facts.person(facts.value(question)) for question in WATCHERS)
    return tuple(dict.fromkeys(person.id for person in found if person is not None))


def list_on_call(facts: Facts) -> tuple[str, ...]:
    """Return the ids of the people on call out of hours; a rota without names is nobody's."""
    if facts.value("out_of_hours") != "on_call":
        return ()
    named = facts.value("on_call", ())
    people = [facts.person(one) for one in (named if isinstance(named, tuple) else ())]
    return tuple(dict.fromkeys(person.id for person in people if person is not None))


def watch_at(facts: Facts, moment: int) -> tuple[str, ...]:
    """Return who is on duty in a minute of the week: by their working days, then whoever is on call."""
    weekday = moment % WEEK // DAY + 1
    served = is_in_service(facts.service, moment)
    present = (one for one in list_watchers(facts) if served and works_on(facts, one, weekday))
    return tuple(dict.fromkeys((*present, *list_on_call(facts))))


def is_in_service(service: Service, moment: int) -> bool:
    """Say whether a minute of the week is one of service."""
    if service.opens is None or service.closes is None:
        return False
    today = moment % WEEK // DAY + 1 in service.days
    return today and _minutes(service.opens) <= moment % DAY < _minutes(service.closes)


def works_on(facts: Facts, person_id: str, weekday: int) -> bool:
    """Say whether somebody works on a day; whoever gave no days is taken to be there on all."""
    person = facts.person(person_id)
    return person is not None and (person.works_days is None or weekday in person.works_days)


def serve_days(facts: Facts, absent: str | None = None) -> tuple[int, ...]:
    """Return the days of service on which somebody who answers is at work."""
    watchers = [one for one in list_watchers(facts) if one != absent]
    return tuple(
        day for day in facts.service.days if any(works_on(facts, one, day) for one in watchers)
    )


def _wait_for_service(service: Service, days: tuple[int, ...], moment: int) -> int | None:
    if not service.hours_a_week or service.opens is None or service.closes is None:
        return None
    opens, closes = _minutes(service.opens), _minutes(service.closes)
    waits = [WEEK]
    for day in days:
        start = (day - 1) * DAY + opens
        inside = (moment - start) % WEEK < closes - opens
        waits.append(0 if inside else (start - moment) % WEEK)
    return min(waits)


def _minutes(moment: time) -> int:
    return moment.hour * HOUR + moment.minute


def _list_waits(
    service: Service, days: tuple[int, ...], *, on_call: bool
) -> tuple[int | None, ...]:
    """Return the longest wait of trouble that starts in each hour of the week.

    The wait only falls between closing and opening, so it is longest where the hour begins, or
    where duty ends inside the hour.
    """
    if on_call:
        return (0,) * HOURS_A_WEEK
    closes = service.closes
    waits: list[int | None] = []
    for hour in range(HOURS_A_WEEK):
        start = hour * HOUR
        moments = [start]
        if closes is not None and closes.hour == hour % 24:
            moments.append(start + closes.minute)
        known = [_wait_for_service(service, days, moment) for moment in moments]
        waits.append(max((wait for wait in known if wait is not None), default=None))
    return tuple(waits)


def _judge_hours(facts: Facts, crisis: EscalationStep | None, minutes: int) -> Iterator[CoverHour]:
    deciders = (crisis.decides, crisis.substitute) if crisis else ()
    absences = (None, *(person.id for person in facts.people))
    on_call = list_on_call(facts)
    planned = _list_waits(facts.service, facts.service.days, on_call=bool(on_call))
    actual = {
        one: _list_waits(facts.service, serve_days(facts, one), on_call=_any_left(on_call, one))
        for one in absences
    }
    decided = {one: _any_left(deciders, one) for one in absences}
    for hour in range(HOURS_A_WEEK):
        covers = {
            one: _judge(planned[hour], actual[one][hour], minutes, decided=decided[one])
            for one in absences
        }
        yield CoverHour(
            weekday=hour // 24 + 1,
            hour=hour % 24,
            cover=covers[None],
            without={one: cover for one, cover in covers.items() if one is not None},
        )


def _judge(due: int | None, wait: int | None, minutes: int, *, decided: bool) -> Cover:
    """Say what happens in an hour: `due` is the wait by the hours of service, `wait` the real one."""
    if due is None or due > minutes:
        closed: Cover = "unknown" if due is None else "unwatched"
        return closed if decided else "undecided"
    if wait is None or wait > minutes:
        return "unanswered"
    return "kept" if decided else "undecided"


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
