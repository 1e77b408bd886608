"""Section `emergency`: whom to call, what to do first in each case, and the line to paste."""

from collections.abc import Mapping

from generator.handbook.context import ViewContext
from generator.handbook.views.fillings import (
    Fillings,
    emergency_number,
    fill,
    holder,
    list_fillings,
    name_of,
)
from generator.handbook.views.triage import law_clocks
from generator.handbook.views.who import describe_person, link_phone

Row = dict[str, object]
Entry = Mapping[str, object]

READS = ("recovery_email", "password_manager", "website", "contact_email", "data_contact")
CALLED = ("crisis_decider", "crisis_deputy", "spokesperson", "publisher", "it", "legal", "hr")
FIRST_CALLED = ("crisis_decider", "crisis_deputy", "spokesperson", "publisher")
"""Whom a small company rings; the departments of a large one come after."""


def view(context: ViewContext) -> Row:
    """Return the calls, the cases and the checklists with this company's people in them."""
    context.facts.note(READS)
    fillings = list_fillings(context)
    cases = [_case(context, one, fillings) for one in _entries(context, "cases")]
    decider = holder(context, "crisis_decider")
    deputy = holder(context, "crisis_deputy")
    return {
        "number": emergency_number(context),
        "decider": name_of(context, "crisis_decider"),
        "decider_known": decider is not None,
        **_call(context, "decider", decider),
        "deputy": name_of(context, "crisis_deputy"),
        "deputy_known": deputy is not None and deputy != decider,
        **_call(context, "deputy", deputy),
        **{
            role: name_of(context, role)
            for role in ("publisher", "spokesperson", "replier", "legal")
        },
        "decider_writes": decider is not None and decider == holder(context, "handbook_owner"),
        "keeper": name_of(context, "handbook_owner"),
        "calls": _calls(context, fillings),
        "cases": cases,
        "case": {str(row["code"]): row for row in cases},
        "first_hour": _lines(context, "first_hour", fillings),
        "first_day": _lines(context, "first_day", fillings),
        "topics": _topics(context, fillings),
        "mailbox": fillings["mailbox"],
        "within": fillings.get("crisis", ""),
        "clocks": law_clocks(context),
    }


def _calls(context: ViewContext, fillings: Fillings) -> list[Row]:
    """Return each person once, in the order of the calls, with all they are called for."""
    small = context.facts.plain.book == "micro"
    roles = [*(FIRST_CALLED if small else CALLED), "agency_counterpart"]
    tasks = _table(context, "tasks")
    rows: dict[str, Row] = {}
    for role in roles:
        if role == "agency_counterpart" and not fillings["agency"]:
            continue
        person = holder(context, role)
        task = fill(context, tasks.get(role), fillings)
        if person is None and role != "crisis_decider":
            continue
        key = person or role
        if key in rows:
            rows[key]["task"] = f"{rows[key]['task']}; {task}"
            continue
        rows[key] = {
            "order": len(rows) + 1,
            "name": name_of(context, role),
            "task": task,
            **_call(context, "", person),
        }
    return list(rows.values())


def _call(context: ViewContext, role: str, person_id: str | None) -> Row:
    """Return the number of a person as it is read and as it is tapped."""
    person = context.facts.person(person_id)
    number = str(describe_person(context, person)["phone"]) if person is not None else ""
    key = f"{role}_phone" if role else "phone"
    return {key: number, f"{key}_link": link_phone(number)}


def _case(context: ViewContext, entry: Entry, fillings: Fillings) -> Row:
    steps = entry.get("steps")
    return {
        "code": str(entry.get("id")),
        "name": context.text(entry.get("name")),
        "sign": context.text(entry.get("sign")),
        "brief": fill(context, entry.get("brief"), fillings),
        "steps": [
            fill(context, one, fillings) for one in (steps if isinstance(steps, list) else ())
        ],
        "line": fill(context, entry.get("line"), fillings),
        "decides": name_of(context, str(entry.get("decides"))),
        "within": _within(context, entry),
    }


def _within(context: ViewContext, entry: Entry) -> str:
    """Return the case's own clock, or that of its level; a micro book has no fourth level."""
    own = entry.get("minutes")
    if isinstance(own, int):
        return context.pack.duration(own)
    steps = {one.level: one.minutes for one in context.advice.escalation}
    minutes = steps.get(str(entry.get("level")), steps.get("L3", 0))
    return context.pack.duration(minutes)


def _topics(context: ViewContext, fillings: Fillings) -> list[Row]:
    """Return one row for each sensitive topic the company ticked."""
    chosen = context.facts.value("sensitive_topics", ())
    table = _table(context, "topics")
    rows: list[Row] = []
    for code in chosen if isinstance(chosen, tuple) else ():
        entry = table.get(str(code))
        if isinstance(entry, Mapping):
            rows.append(
                {
                    "topic": context.choice(code, "sensitive_topics"),
                    "do": fill(context, entry.get("do"), fillings),
                    "owner": name_of(context, str(entry.get("owner"))),
                }
            )
    return rows


def _lines(context: ViewContext, key: str, fillings: Fillings) -> list[str]:
    return [fill(context, one, fillings) for one in _entries(context, key)]


def _table(context: ViewContext, key: str) -> Entry:
    found = context.library.knowledge.get("emergency", {}).get(key)
    return found if isinstance(found, Mapping) else {}


def _entries(context: ViewContext, key: str) -> list[Entry]:
    found = context.library.knowledge.get("emergency", {}).get(key)
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []
