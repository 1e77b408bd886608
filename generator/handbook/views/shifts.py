"""Who is on duty on which days and hours, and who takes over whose work; used by `rota`."""

from collections.abc import Iterator
from datetime import time
from itertools import pairwise

from generator.advice.coverage import list_watchers
from generator.advice.duty import DAY, HOUR, Window, list_windows, service_windows
from generator.advice.targets import find_own
from generator.facts.model import Facts
from generator.handbook.context import ViewContext
from generator.handbook.views.who import person_in

Row = dict[str, object]
FILE = "rota"
OWN = "own"
"""In the list of covers: whoever the person named as their own substitute."""
SHOWN = 2
"""Whoever watches, and who does if that person is away: a third changes nothing on the page."""
LAST = time(23, 59)


def list_duty(context: ViewContext) -> list[Row]:
    """Return who watches on each run of days and hours, and who if that person is away."""
    facts, pack = context.facts.plain, context.pack
    shifts: dict[tuple[Window, tuple[str, ...]], list[int]] = {}
    for opens, closes in service_windows(facts.service):
        midnight = opens // DAY * DAY
        for (start, end), people in _split_day(facts, opens, closes):
            hours = (start - midnight, end - midnight)
            shifts.setdefault((hours, people), []).append(opens // DAY + 1)
    return [
        {
            "days": pack.weekdays(days),
            "hours": pack.hours_range(_clock(hours[0]), _clock(hours[1])),
            "watcher": context.name(people[0] if people else None),
            "stand_in": context.name(people[1]) if len(people) > 1 else "",
        }
        for (hours, people), days in shifts.items()
    ]


def _split_day(facts: Facts, opens: int, closes: int) -> list[tuple[Window, tuple[str, ...]]]:
    """Return the stretches of a day of service, each with who is on duty, first the one who answers."""
    shifts = {one: list_windows(facts, one) for one in list_watchers(facts)}
    marks = {opens, closes}
    for windows in shifts.values():
        marks |= {mark for window in windows for mark in window if opens < mark < closes}
    found: list[tuple[Window, tuple[str, ...]]] = []
    for start, end in pairwise(sorted(marks)):
        present = [
            one
            for one, windows in shifts.items()
            if any(first <= start < last for first, last in windows)
        ]
        people = tuple(present[:SHOWN])
        if found and found[-1][1] == people:
            found[-1] = ((found[-1][0][0], end), people)
        else:
            found.append(((start, end), people))
    return found


def list_covers(context: ViewContext) -> list[Row]:
    """Return each person with a task that can't wait, and who takes it over."""
    rows: dict[tuple[str, str | None], list[str]] = {}
    for role, others in context.entry(FILE, "covers").items():
        person = _holder(context, role)
        if person is None or not isinstance(others, list):
            continue
        held = _list_held(context, person, [str(other) for other in others])
        cover = next((one for one in held if one is not None and one != person), None)
        rows.setdefault((person, cover), []).append(context.label(FILE, "tasks", role))
    return [
        {
            "name": context.name(person),
            "tasks": context.pack.join_and(tasks),
            "cover": context.name(cover) if cover else "",
            "cover_days": _say_other_days(context, person, cover),
            "covered": cover is not None,
        }
        for (person, cover), tasks in rows.items()
    ]


def _list_held(context: ViewContext, person: str, others: list[str]) -> Iterator[str | None]:
    for other in others:
        own = other == OWN
        yield find_own(context.facts.plain, person) if own else _holder(context, other)


def _say_other_days(context: ViewContext, person_id: str, cover_id: str | None) -> str:
    """Return the days that whoever covers works today, where they leave out some of the person's."""
    person, cover = context.facts.person(person_id), context.facts.person(cover_id)
    if person is None or cover is None or cover.works_days is None:
        return ""
    wanted = context.facts.service.days if person.works_days is None else person.works_days
    missing = set(wanted) & set(context.facts.service.days) - set(cover.works_days)
    return context.pack.weekdays(cover.works_days) if missing else ""


def _holder(context: ViewContext, role: str) -> str | None:
    """Return the id of the person in a role, if that person is on the list."""
    found = context.facts.person(person_in(context, role))
    return found.id if found is not None else None


def _clock(minute: int) -> time:
    """Return a minute of the day as a time; midnight at its end is the last minute."""
    return time(minute // HOUR, minute % HOUR) if minute < DAY else LAST
