"""A drill in words: who is tried when, the first thing to do, the words to say, what to mend."""

from dataclasses import dataclass

from generator.advice.chain import Attempt, Link
from generator.advice.drill import (
    Drill,
    Ground,
    Incident,
    find_worst,
    list_incidents,
    list_moments,
    play_drill,
)
from generator.advice.duty import DAY, HOUR, WEEK
from generator.advice.shelf import Row
from generator.facts.model import Pending
from generator.handbook.context import ViewContext, make_context
from generator.handbook.views.fillings import fill, list_fillings
from generator.library import load_library
from generator.pipeline import Strategy
from questionnaire.text import Language, closest, fold

NOBODY = ""
"""As the absent person: everybody is there."""

WEEKDAYS = range(1, 8)
LEAST = 2
"""Letters of a weekday that are enough to know it."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is asked for; None where the worst is looked for. `absent` may be NOBODY."""

    incident: str | None = None
    weekday: int | None = None
    minute: int | None = None
    absent: str | None = None

    @property
    def complete(self) -> bool:
        """Whether nothing is left to choose."""
        return None not in (self.incident, self.weekday, self.minute, self.absent)


@dataclass(frozen=True, slots=True)
class ToldAttempt:
    """One person tried, when, and how to reach them."""

    person: str
    phone: str
    at: str
    there: bool


@dataclass(frozen=True, slots=True)
class ToldLink:
    """One task of the chain in words."""

    task: str
    attempts: tuple[ToldAttempt, ...]
    by: str
    broken: str
    """Code of why it breaks; empty when it holds."""
    why: str
    mend: str
    question: str
    """Id of the question whose answer mends it."""
    decides: str
    due: str


@dataclass(frozen=True, slots=True)
class ToldDrill:
    """One drill in words."""

    incident: str
    name: str
    level: str
    clock: str
    start: str
    absent: str
    chosen: bool
    """Whether we chose any of the scene, as the worst."""
    wait: str
    holds: bool
    links: tuple[ToldLink, ...]
    first: str
    words: str
    notes: tuple[str, ...]


def run_drill(strategy: Strategy, scene: Scene, language: Language) -> ToldDrill:
    """Play the scene, or the worst one that fits it, and tell it in a language."""
    facts, advice, library = strategy.facts, strategy.advice, load_library()
    incidents = list_incidents(advice, library)
    ground = Ground(facts, advice, library)
    kept = [one for one in incidents if scene.incident in (None, one.id)]
    moments = list_moments(scene.weekday, scene.minute)
    absences = [None, *(person.id for person in facts.people)]
    if scene.absent is not None:
        absences = [scene.absent or None]
    if scene.complete:
        drill = play_drill(ground, kept[0], moments[0], absences[0])
    else:
        drill = find_worst(ground, kept, moments, absences)
    context = make_context(facts, advice, library, language, "internal")
    return _tell(context, drill, chosen=not scene.complete)


def find_incident(strategy: Strategy, word: str) -> str | None:
    """Return the id of the incident that a word means: its id, name or another word for it."""
    wanted = fold(word).replace("_", "-")
    for incident, words in _words_of(strategy).items():
        if wanted in words or wanted.replace("-", " ") in words:
            return incident
    return None


def suggest_incident(strategy: Strategy, word: str) -> tuple[str | None, tuple[str, ...]]:
    """Return the incident probably meant by an unknown word, and the ids of all of them."""
    known = _words_of(strategy)
    by_word = {one: incident for incident, words in known.items() for one in words}
    near = closest(word, by_word)
    return (by_word[near] if near else None), tuple(known)


def find_person(strategy: Strategy, word: str) -> str | None:
    """Return the id of the person a word means: the id, the name, or a first name of only one."""
    wanted = fold(word)
    people = strategy.facts.people
    exact = [one.id for one in people if wanted in (fold(one.id), fold(one.name))]
    first = [one.id for one in people if fold(one.name).split(" ")[0] == wanted]
    found = exact or first
    return found[0] if len(found) == 1 else None


def find_weekday(word: str) -> int | None:
    """Return the ISO weekday of a word of either language, of which two letters are enough."""
    wanted = fold(word)
    packs = load_library().languages.values()
    found = {
        day
        for pack in packs
        for day in WEEKDAYS
        if len(wanted) >= LEAST and fold(pack.weekday(day)).startswith(wanted)
    }
    return found.pop() if len(found) == 1 else None


def _words_of(strategy: Strategy) -> dict[str, tuple[str, ...]]:
    library = load_library()
    rows = {str(row["id"]): row for row in _rows("drills", "incidents")}
    cases = {str(row["id"]): row for row in _rows("emergency", "cases")}
    found: dict[str, tuple[str, ...]] = {}
    for incident in list_incidents(strategy.advice, library):
        row = rows[incident.id]
        name = row.get("name") or cases[incident.case or ""]["name"]
        words = (incident.id, *row.get("also", ()), *name.values())
        found[incident.id] = tuple(fold(str(word)) for word in words)
    return found


def _rows(file: str, key: str) -> list[Row]:
    found = load_library().knowledge[file][key]
    return found if isinstance(found, list) else []


def _tell(context: ViewContext, drill: Drill, *, chosen: bool) -> ToldDrill:
    entry, case = _find_entries(context, drill.incident)
    fillings = list_fillings(context)
    person = context.facts.person(drill.absent)
    return ToldDrill(
        incident=drill.incident.id,
        name=context.text(entry.get("name") or case.get("name")),
        level=context.find_label("escalation", drill.incident.level, "levels"),
        clock=context.pack.duration(drill.incident.minutes),
        start=_show_moment(context, drill.moment),
        absent=person.name if person else "",
        chosen=chosen,
        wait=context.pack.duration(drill.wait) if drill.wait else "",
        holds=not drill.broken,
        links=tuple(_tell_link(context, drill, link) for link in drill.links),
        first=fill(context, entry.get("first"), fillings),
        words=fill(context, entry.get("line") or case.get("line"), fillings),
        notes=tuple(_list_notes(context, drill)),
    )


def _find_entries(context: ViewContext, incident: Incident) -> tuple[Row, Row]:
    entry = context.entry("drills", incident.id, "incidents")
    case = context.entry("emergency", incident.case, "cases") if incident.case else {}
    return entry, case


def _tell_link(context: ViewContext, drill: Drill, link: Link) -> ToldLink:
    owner, due = _find_decision(context, link.question)
    return ToldLink(
        task=link.task,
        attempts=tuple(_tell_attempt(context, drill, one) for one in link.attempts),
        by=_show_moment(context, drill.moment + link.by),
        broken=link.broken or "",
        why=_tell_break(context, drill, link, "why"),
        mend=_tell_break(context, drill, link, "mend"),
        question=link.question or "",
        decides=owner,
        due=due,
    )


def _tell_attempt(context: ViewContext, drill: Drill, attempt: Attempt) -> ToldAttempt:
    person = context.facts.person(attempt.person)
    return ToldAttempt(
        person=person.name if person else attempt.person,
        phone=(person.phone or "") if person else "",
        at=_show_moment(context, drill.moment + attempt.minute),
        there=attempt.there,
    )


def _tell_break(context: ViewContext, drill: Drill, link: Link, part: str) -> str:
    if not link.broken:
        return ""
    entry = context.entry("drills", link.broken, "breaks")
    away = context.facts.person(link.away)
    accounts = [one for one in context.facts.accounts if one.id in link.accounts]
    return context.entry_text(entry, part).format(
        person=away.name if away else "",
        until=_show_moment(context, drill.moment + (drill.wait or 0)),
        wait=context.pack.duration(drill.wait or 0),
        clock=context.pack.duration(drill.incident.minutes),
        tries=context.pack.duration(_tries(context)),
        accounts=context.pack.join_and(
            [
                f"{one.handle} ({context.choice(one.platform, 'accounts', 'platform')})"
                for one in accounts
            ]
        ),
    )


def _find_decision(context: ViewContext, question: str | None) -> tuple[str, str]:
    """Return who owes the answer and by when, when it is an open decision with a name and a date."""
    fact = context.facts.fact(question) if question else None
    if not isinstance(fact, Pending):
        return "", ""
    person = context.facts.person(fact.owner)
    return (person.name if person else ""), (context.pack.long_date(fact.due) if fact.due else "")


def _list_notes(context: ViewContext, drill: Drill) -> list[str]:
    taken = {link.task: link.taken_by for link in drill.links}
    notes: list[str] = []

    def note(code: str, person: str | None) -> None:
        found = context.facts.person(person)
        text = context.text(context.entry("drills", "notes").get(code))
        if found is not None:
            notes.append(text.format(person=found.name))

    if drill.on_call:
        note("on_call", taken["watch"])
    for person in dict.fromkeys(taken.values()):
        found = context.facts.person(person)
        if found is not None and not found.phone:
            note("no_phone", person)
    if taken["act"] and taken["act"] == taken["decide"] == taken["speak"]:
        note("same_person", taken["act"])
    return notes


def _tries(context: ViewContext) -> int:
    found = context.library.knowledge["drills"]["tries"]
    return found if isinstance(found, int) else 0


def _show_moment(context: ViewContext, moment: int) -> str:
    minute = moment % WEEK
    day, rest = minute // DAY + 1, minute % DAY
    clock = context.pack.word("times", "clock")
    shown = clock.format(hour=rest // HOUR, minute=f"{rest % HOUR:02d}")
    return f"{context.pack.weekday(day)} {shown}"
