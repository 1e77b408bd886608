"""Section `agencies`: who works for the company from outside, at what, with which access, until when."""

from generator.advice.knowledge import read_raci_data
from generator.advice.offer import NEVER_DELEGATED
from generator.advice.raci import find_places
from generator.facts.model import Agency
from generator.facts.people import list_agencies
from generator.handbook.context import ViewContext, fill_once

Row = dict[str, object]
KEPT = (*NEVER_DELEGATED, "replies")
"""Tasks that come back to the company: it decides, it answers."""
UNSAFE = ("password", "unknown")


def find_agencies(context: ViewContext) -> tuple[Agency, ...]:
    """Return the agencies as they were answered."""
    return list_agencies(context.facts.value("agencies"))


@fill_once
def view(context: ViewContext) -> Row:
    """Return one row per agency, and how to speak of them all in a sentence."""
    found = find_agencies(context)
    rows = [_describe(context, one) for one in found]
    name = context.pack.join_and([str(row["name"]) for row in rows])
    plain = context.pack.word("ownership", "agency")
    return {
        "rows": rows,
        "known": bool(rows),
        "several": len(rows) > 1,
        "name": name or plain,
        "subject": name or plain[:1].upper() + plain[1:],
        "returning": [row for row in rows if row["returns_any"]],
        "undirected": [row["name"] for row in rows if not row["counterpart_known"]],
        "unsafe": context.pack.join_and([str(row["name"]) for row in rows if row["unsafe"]]),
        "unsafe_any": any(row["unsafe"] for row in rows),
        "open_tasks": [row["name"] for row in rows if not row["tasks_known"]],
    }


def name_doers(context: ViewContext, activity: str) -> list[str]:
    """Return the agencies that do the work of one activity of the matrix."""
    data = read_raci_data(context.library)["agency"]
    return [
        context.text(one.name)
        for one in find_agencies(context)
        if activity in find_places(one, data)
    ]


def _describe(context: ViewContext, one: Agency) -> Row:
    tasks = [context.choice(code, "agencies", "tasks") for code in one.tasks]
    returns = [context.choice(code, "agencies", "tasks") for code in one.tasks if code in KEPT]
    known = context.facts.person(one.counterpart) is not None
    accounts = [
        context.text(each.handle) for each in context.facts.accounts if each.agency == one.id
    ]
    return {
        "id": one.id,
        "name": context.text(one.name),
        "tasks": " · ".join(tasks) or context.pack.word("open_decision", "words"),
        "tasks_known": bool(tasks),
        "returns": context.pack.join_and([each[:1].lower() + each[1:] for each in returns]),
        "returns_any": bool(returns),
        "counterpart": context.name(one.counterpart),
        "counterpart_known": known,
        "access": context.choice(one.access, "agencies", "access")
        or context.pack.word("open_decision", "words"),
        "access_code": one.access or "",
        "unsafe": one.access in UNSAFE,
        "enters": one.access != "none",
        "ends": context.pack.long_date(one.ends) if one.ends else "",
        "ends_known": one.ends is not None,
        "accounts": context.pack.join_and(accounts),
    }
