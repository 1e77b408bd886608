"""May somebody act in time? Every hour of the week, with everybody there and with each one away.

Trouble has to be seen by whoever is on duty and then decided by whoever may. It counts as kept
when both can happen within the clock of a crisis (domain reference D.6, a starting value).
Service hours say when somebody is on duty, working days and hours who; out of hours only whoever
is named for it. The telephone of whoever decides rings at any hour.
"""

from collections.abc import Iterator

from generator.advice.duty import (
    DAY,
    HOUR,
    WEEK,
    Window,
    list_windows,
    merge_windows,
    service_windows,
    wait_for_window,
)
from generator.advice.escalation import escalation_steps
from generator.advice.model import Cover, Coverage, CoverHour, EscalationStep, Gap
from generator.advice.targets import find_own
from generator.facts.model import Facts

HOURS_A_WEEK = 168

CRISIS = "L3"
WATCHERS = ("replier", "substitute")
"""Questions that name who is on duty; whoever the first named as substitute comes between them."""


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
    if not facts.service.hours_a_week:
        return None
    return wait_for_window(_duty(facts, absent), moment)


def list_watchers(facts: Facts) -> tuple[str, ...]:
    """Return the ids of the people on duty, first the one who answers."""
    first, *others = (facts.value(question) for question in WATCHERS)
    own = find_own(facts, first) if isinstance(first, str) else None
    found = (facts.person(one) for one in (first, own, *others))
    return tuple(dict.fromkeys(person.id for person in found if person is not None))


def list_on_call(facts: Facts) -> tuple[str, ...]:
    """Return the ids of the people on call out of hours; a rota without names is nobody's."""
    if facts.value("out_of_hours") != "on_call":
        return ()
    named = facts.value("on_call", ())
    people = [facts.person(one) for one in (named if isinstance(named, tuple) else ())]
    return tuple(dict.fromkeys(person.id for person in people if person is not None))


def watch_at(facts: Facts, moment: int) -> tuple[str, ...]:
    """Return who is on duty in a minute of the week: by days and hours of work, then who is on call."""
    at = moment % WEEK
    present = (
        one
        for one in list_watchers(facts)
        if any(start <= at < end for start, end in list_windows(facts, one))
    )
    return tuple(dict.fromkeys((*present, *list_on_call(facts))))


def serve_days(facts: Facts, absent: str | None = None) -> tuple[int, ...]:
    """Return the days of service on which somebody who answers is at work."""
    served = {start // DAY + 1 for start, _ in _duty(facts, absent)}
    return tuple(day for day in facts.service.days if day in served)


def unmanned_hours(facts: Facts) -> float:
    """Return the hours of service a week in which none of those who answer is at work."""
    duty = merge_windows(_duty(facts, None))
    served = sum(end - start for start, end in service_windows(facts.service))
    return (served - sum(end - start for start, end in duty)) / HOUR


def _duty(facts: Facts, absent: str | None) -> tuple[Window, ...]:
    """Return the stretches of service in which somebody who answers is at work, one person away."""
    return tuple(
        window
        for one in list_watchers(facts)
        if one != absent
        for window in list_windows(facts, one)
    )


def _list_waits(windows: tuple[Window, ...], *, on_call: bool) -> tuple[int, ...]:
    """Return the longest wait of trouble that starts in each hour of the week.

    The wait only falls while nobody is there, so it is longest where the hour begins, or where
    duty ends inside the hour.
    """
    if on_call:
        return (0,) * HOURS_A_WEEK
    moments: list[list[int]] = [[hour * HOUR] for hour in range(HOURS_A_WEEK)]
    for _, end in windows:
        if end < WEEK:
            moments[end // HOUR].append(end)
    return tuple(max(wait_for_window(windows, one) for one in hour) for hour in moments)


def _judge_hours(facts: Facts, crisis: EscalationStep | None, minutes: int) -> Iterator[CoverHour]:
    deciders = (crisis.decides, crisis.substitute) if crisis else ()
    absences = (None, *(person.id for person in facts.people))
    on_call = list_on_call(facts)
    known = bool(on_call or facts.service.hours_a_week)
    planned = _list_waits(service_windows(facts.service), on_call=bool(on_call))
    # The absence of most people changes nothing of who is on duty: the waits are those of before.
    duties = {one: (_duty(facts, one), _any_left(on_call, one)) for one in absences}
    waits = {duty: _list_waits(duty[0], on_call=duty[1]) for duty in set(duties.values())}
    actual = {one: waits[duty] for one, duty in duties.items()}
    decided = {one: _any_left(deciders, one) for one in absences}
    for hour in range(HOURS_A_WEEK):
        covers = {
            one: _judge(
                planned[hour] if known else None, actual[one][hour], minutes, decided=decided[one]
            )
            for one in absences
        }
        yield CoverHour(
            weekday=hour // 24 + 1,
            hour=hour % 24,
            cover=covers[None],
            without={one: cover for one, cover in covers.items() if one is not None},
        )


def _judge(due: int | None, wait: int, minutes: int, *, decided: bool) -> Cover:
    """Say what happens in an hour: `due` is the wait by the hours of service, `wait` the real one."""
    if due is None or due > minutes:
        closed: Cover = "unknown" if due is None else "unwatched"
        return closed if decided else "undecided"
    if wait > minutes:
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
