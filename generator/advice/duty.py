"""When somebody is on duty: the hours of service, cut to each person's own days and hours of work."""

from datetime import time

from generator.facts.model import Facts, Person, Service

HOUR = 60
DAY = 24 * HOUR
WEEK = 7 * DAY

Window = tuple[int, int]
"""A stretch of the week in minutes from Monday at midnight: its first, and the one after its last."""


def service_windows(service: Service) -> tuple[Window, ...]:
    """Return the stretches of service of a week; none while days or hours aren't known."""
    if service.opens is None or service.closes is None:
        return ()
    opens, closes = _minutes(service.opens), _minutes(service.closes)
    if opens >= closes:
        return ()
    return tuple(((day - 1) * DAY + opens, (day - 1) * DAY + closes) for day in service.days)


def list_windows(facts: Facts, person_id: str) -> tuple[Window, ...]:
    """Return the stretches of service in which a person is at work.

    Whoever gave no days is there on all of them, and whoever gave no hours at all of them.
    """
    person = facts.person(person_id)
    if person is None:
        return ()
    return tuple(
        (max(start, first), min(end, last))
        for start, end in service_windows(facts.service)
        if person.works_days is None or start // DAY + 1 in person.works_days
        for first, last in _shifts(person, start // DAY * DAY)
        if max(start, first) < min(end, last)
    )


def is_in_service(service: Service, moment: int) -> bool:
    """Say whether a minute of the week is one of service."""
    return any(start <= moment % WEEK < end for start, end in service_windows(service))


def merge_windows(windows: tuple[Window, ...]) -> tuple[Window, ...]:
    """Return the same stretches in order, those that touch or overlap as one."""
    merged: list[Window] = []
    for start, end in sorted(windows):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def wait_for_window(windows: tuple[Window, ...], moment: int) -> int:
    """Return the minutes until one of the stretches begins; a whole week if there is none."""
    waits = (
        0 if (moment - start) % WEEK < end - start else (start - moment) % WEEK
        for start, end in windows
    )
    return min(waits, default=WEEK)


def _shifts(person: Person, midnight: int) -> tuple[Window, ...]:
    """Return the hours of a person's work on a day; a night shift has a part at each end of it."""
    start = _minutes(person.works_from) if person.works_from else 0
    end = _minutes(person.works_to) if person.works_to else DAY
    if start < end:
        return ((midnight + start, midnight + end),)
    return ((midnight, midnight + end), (midnight + start, midnight + DAY))


def _minutes(moment: time) -> int:
    return moment.hour * HOUR + moment.minute
