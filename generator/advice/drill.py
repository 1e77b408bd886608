"""Plays an incident through the escalation: who acts by when, and where the chain breaks.

Codes, ids and minutes only; `generator.inquiry` puts them into words. The incidents are data
(knowledge/drills.yml); those that have a case in knowledge/emergency.yml take its level and clock.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.advice.chain import Link, try_people
from generator.advice.coverage import (
    find_step,
    list_on_call,
    list_watchers,
    wait_for_duty,
    watch_at,
)
from generator.advice.duty import DAY, HOUR, is_in_service
from generator.advice.escalation import FULL
from generator.advice.model import Advice
from generator.advice.shelf import Row, Shelf
from generator.advice.targets import OWN
from generator.facts.model import Facts
from generator.facts.people import select_live

UNITS = frozenset({"it", "hr", "legal", "sales"})
LEAD = "lead"
FASTEST = 15
"""Minutes in which the first thing is done once seen: that of an account stolen (D.9)."""


@dataclass(frozen=True, slots=True)
class Incident:
    """One thing that can happen: its level, its clock in minutes, and who does the first thing."""

    id: str
    level: str
    minutes: int
    acts: tuple[str, ...]
    access: bool
    case: str | None


@dataclass(frozen=True, slots=True)
class Drill:
    """One incident played at a minute of the week, with one person away or nobody."""

    incident: Incident
    moment: int
    absent: str | None
    wait: int | None
    """Minutes until somebody on duty sees it; None while the hours of service aren't known."""
    links: tuple[Link, ...]
    on_call: bool
    """Whether whoever sees it is on call, out of the hours of service."""

    @property
    def broken(self) -> tuple[Link, ...]:
        """The links that break."""
        return tuple(link for link in self.links if link.broken)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a drill is played on: the company, the advice it was given, and the incidents."""

    facts: Facts
    advice: Advice
    library: Shelf


def list_incidents(advice: Advice, library: Shelf) -> tuple[Incident, ...]:
    """Return the incidents that can be played."""
    cases = {str(one["id"]): one for one in library.knowledge["emergency"]["cases"]}
    return tuple(_incident(row, cases, advice) for row in library.knowledge["drills"]["incidents"])


def play_drill(ground: Ground, incident: Incident, moment: int, absent: str | None = None) -> Drill:
    """Walk the escalation of an incident that begins at a minute of the week."""
    facts, advice = ground.facts, ground.advice
    tries = int(ground.library.knowledge["drills"]["tries"])
    wait = wait_for_duty(facts, moment)
    seen = wait or 0
    watch = _watch(facts, incident, (moment, wait), absent, tries)
    act = _act(facts, advice, incident, absent, (seen, tries))
    decide = _decide(facts, advice, incident, absent, (seen, tries))
    speak = _speak(advice, incident, decide, absent, (seen, tries))
    return Drill(
        incident=incident,
        moment=moment,
        absent=absent,
        wait=wait,
        links=(watch, act, decide, speak),
        on_call=watch.taken_by in list_on_call(facts) and not is_in_service(facts.service, moment),
    )


def find_worst(
    ground: Ground,
    incidents: Sequence[Incident],
    moments: Sequence[int],
    absences: Sequence[str | None],
) -> Drill:
    """Return the drill that goes worst: most broken links, then the longest wait, then the level.

    Among equals it is the one with nobody away, and then the first in the order given.
    """
    tried = [
        play_drill(ground, incident, moment, absent)
        for incident in incidents
        for moment in _telling(ground.facts, moments)
        for absent in absences
    ]
    return max(
        tried,
        key=lambda drill: (
            len(drill.broken),
            drill.wait or 0,
            drill.incident.level,
            drill.absent is None,
        ),
    )


def list_moments(weekday: int | None, minute: int | None) -> tuple[int, ...]:
    """Return the minutes of the week that fit a day and a time of day; every hour without them."""
    days = range(7) if weekday is None else (weekday - 1,)
    minutes = range(0, DAY, HOUR) if minute is None else (minute,)
    return tuple(day * DAY + one for day in days for one in minutes)


def _telling(facts: Facts, moments: Sequence[int]) -> tuple[int, ...]:
    """Return the moments worth playing: the longest wait, and one when somebody is on duty."""
    waits = {moment: wait_for_duty(facts, moment) or 0 for moment in moments}
    longest = max(moments, key=lambda moment: waits[moment])
    served = next((moment for moment in moments if not waits[moment]), longest)
    return tuple(dict.fromkeys((longest, served)))


def _incident(row: Row, cases: Mapping[str, Row], advice: Advice) -> Incident:
    case = cases.get(str(row.get("case")), {})
    level = str(row.get("level") or case.get("level"))
    step = find_step(advice.escalation, level)
    own = row.get("minutes") or case.get("minutes")
    return Incident(
        id=str(row["id"]),
        level=step.level if step else level,
        minutes=int(own) if own else (step.minutes if step else FASTEST),
        acts=tuple(row["acts"]),
        access=bool(row.get("access")),
        case=str(row["case"]) if "case" in row else None,
    )


def _watch(
    facts: Facts, incident: Incident, when: tuple[int, int | None], absent: str | None, tries: int
) -> Link:
    moment, wait = when
    people = watch_at(facts, moment + (wait or 0)) if wait is not None else list_watchers(facts)
    link = Link("watch", try_people(people, absent, wait or 0, tries), by=incident.minutes)
    if not (list_watchers(facts) or people):
        return link.break_off("no_watcher", "replier")
    if link.taken_by is None and (people or not wait):
        return link.break_off("no_substitute", "substitute")
    if wait is None:
        return link.break_off("hours_unknown", "service_from")
    if wait > incident.minutes:
        return link.break_off("off_duty", "out_of_hours")
    return link


def _act(
    facts: Facts, advice: Advice, incident: Incident, absent: str | None, clock: tuple[int, int]
) -> Link:
    seen, tries = clock
    people = [_holder(facts, advice, role) for role in incident.acts]
    attempts = try_people(people, absent, seen, tries)
    locked = _find_locked(facts, absent) if incident.access else ()
    link = Link("act", attempts, by=seen + max(FASTEST, incident.minutes), accounts=locked)
    if link.taken_by is None:
        named = (role for role in incident.acts if role not in UNITS and role != LEAD)
        return link.break_off("no_hands", next(named, "publisher"))
    return link.break_off("no_access", "accounts") if locked else link


def _decide(
    facts: Facts, advice: Advice, incident: Incident, absent: str | None, clock: tuple[int, int]
) -> Link:
    seen, tries = clock
    step = find_step(advice.escalation, incident.level)
    people = (step.decides, step.substitute) if step else ()
    link = Link("decide", try_people(people, absent, seen, tries), by=seen + incident.minutes)
    if link.taken_by is not None:
        return link
    level = next((one for one in FULL if one.code == incident.level), None)
    first = level.decides[0] if level else "crisis_decider"
    if not link.attempts:
        return link.break_off("no_decider", first)
    asked = [one for one in (level.substitute if level else ()) if one != OWN]
    open_ones = [one for one in asked if not _named(facts, one)]
    return link.break_off("no_deputy", open_ones[0] if open_ones else "crisis_deputy")


def _speak(
    advice: Advice, incident: Incident, decide: Link, absent: str | None, clock: tuple[int, int]
) -> Link:
    seen, tries = clock
    step = find_step(advice.escalation, incident.level)
    people = (step.speaks if step else None, decide.taken_by)
    link = Link("speak", try_people(people, absent, seen, tries), by=seen + incident.minutes)
    return link if link.taken_by else link.break_off("no_speaker", "spokesperson")


def _holder(facts: Facts, advice: Advice, role: str) -> str | None:
    """Return the person who does the first thing: of a department, the lead, or named in a question."""
    if role in UNITS:
        return next((one.id for one in facts.people if one.department == role), None)
    if role == LEAD:
        return advice.ownership.accountable
    person = facts.person(facts.value(role))
    return person.id if person else None


def _named(facts: Facts, question: str) -> bool:
    return facts.person(facts.value(question)) is not None


def _find_locked(facts: Facts, absent: str | None) -> tuple[str, ...]:
    """Return the live accounts whose owner and backup are both away or not named.

    Where no account names anybody the question was skipped, which says nothing of any of them.
    """
    live = select_live(facts.accounts)
    if not any(account.owner for account in live):
        return ()
    return tuple(
        account.id for account in live if not _left((account.owner, account.backup), absent)
    )


def _left(people: Iterable[str | None], absent: str | None) -> bool:
    return any(person is not None and person != absent for person in people)
