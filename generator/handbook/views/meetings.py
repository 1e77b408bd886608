"""Section `meetings`: who meets when, the tools that all share, and the audit by sample."""

from collections.abc import Iterator, Mapping

from generator.advice.mix import allocate
from generator.facts.model import Account
from generator.handbook.context import ViewContext
from generator.handbook.views import decisions, governance, roadmap
from generator.handbook.views.alignment import name_account
from generator.handbook.views.findings import fill
from generator.handbook.views.guide import holds
from generator.handbook.views.who import describe_role, person_in

View = dict[str, object]
Row = Mapping[str, object]
FILE = "meetings"
MONTH = 4.33
HOUR = 60
FEW = 3
"""Names of a meeting said one by one."""
SHOWN = 3
"""Agreements that the example of the minutes holds."""
MONDAY = 1
JUDGES = ("approver", "handbook_owner", "lead", "sponsor", "substitute")


def view(context: ViewContext) -> View:
    """Return the meetings with their people and cost, the shared tools and the quarterly audit."""
    rows = [_describe(context, row) for row in _list_meetings(context)]
    regular = [row for row in rows if row["regular"]]
    people = sum(float(str(row["person_hours"])) for row in regular)
    hours = context.facts.capacity.available * MONTH
    owners = _account_owners(context)
    return {
        "rows": rows,
        "first": regular[0],
        "any_named": bool(people),
        "minutes": _fill_minutes(context),
        "cost": context.pack.plural("hour", round(people)) if people else "",
        "part": context.pack.percent(round(people / hours * 100)) if hours and people else "",
        "tools": [_describe_tool(context, code) for code in _tools(context)],
        "wanted": context.pack.join_and(
            [context.choice(code, "tools").lower() for code in _list_wanted(context)]
        ),
        "community": len(owners) >= context.figure(FILE, "community_from"),
        "owners": context.pack.plural("person", len(owners)),
        "several": len(_active(context)) > 1,
        "main_account": _main_account(context),
        "sample": context.figure(FILE, "sample"),
        "pass": context.figure(FILE, "pass"),
        "split": _split_sample(context),
        "judge": _find_judge(context),
        "checks": [context.text(row) for row in context.rows(FILE, "checks")],
    }


def _list_meetings(context: ViewContext) -> Iterator[Row]:
    """Yield the meetings of a company with a committee, or of one without."""
    full = context.advice.ownership.committee == "full" and context.facts.book != "micro"
    kind = "full" if full else "light"
    for row in context.rows(FILE, "meetings"):
        several = not row.get("several") or len(_account_owners(context)) > 1
        if row.get("committee", kind) == kind and several:
            yield row


def _describe(context: ViewContext, row: Row) -> View:
    people = _people_of(context, row)
    minutes, times = int(str(row["minutes"])), float(str(row["a_month"]))
    blanks = {"day": _weekday(context, row), "quarter": str(_looks(context)[-1])}
    return {
        "id": row["id"],
        "name": context.text(row["name"]),
        "when": fill(context, context.text(row["when"]), blanks),
        "time": context.pack.duration(minutes),
        "who": _name_people(context, people),
        "leaves": context.text(row["leaves"]),
        "regular": bool(times),
        "person_hours": minutes / HOUR * times * len(people),
    }


def _looks(context: ViewContext) -> list[object]:
    found = roadmap.view(context)["looks"]
    return found if isinstance(found, list) else [""]


def _people_of(context: ViewContext, row: Row) -> list[str]:
    """Return the names of whoever comes, each once; nobody while no role of it is filled."""
    if row.get("owners"):
        return _account_owners(context)
    if row.get("seats"):
        committee = governance.view(context)["committee"]
        seats = committee["seats"] if isinstance(committee, dict) else []
        return [str(seat["name"]) for seat in seats if seat["known"] and seat["permanent"]]
    roles = row.get("roles")
    held = [person_in(context, role) for role in (roles if isinstance(roles, list) else ())]
    return [context.name(one) for one in dict.fromkeys(held) if context.facts.person(one)]


def _name_people(context: ViewContext, names: list[str]) -> str:
    if not names:
        return context.pack.word("open_decision", "words")
    if len(names) <= FEW + 1:
        return context.pack.join_and(names)
    more = context.pack.plural("person", len(names) - FEW)
    return context.pack.join_and([*names[:FEW], more])


def _weekday(context: ViewContext, row: Row) -> str:
    days = context.facts.service.days or (MONDAY,)
    at = int(str(row.get("weekday", 0)))
    return context.pack.weekday(days[min(at, len(days) - 1)])


def _account_owners(context: ViewContext) -> list[str]:
    held = dict.fromkeys(one.owner for one in _active(context))
    return [context.name(one) for one in held if context.facts.person(one)]


def _active(context: ViewContext) -> list[Account]:
    return [one for one in context.facts.accounts if one.status == "active"]


def _fill_minutes(context: ViewContext) -> list[View]:
    """Return the first agreements: open decisions and steps of the roadmap, with name and date."""
    open_rows, steps = decisions.view(context)["rows"], roadmap.view(context)["rows"]
    owed = [
        {
            "what": context.label(FILE, "decide").format(what=row["short"]),
            "who": row["owner"],
            "due": row["due"],
        }
        for row in (open_rows if isinstance(open_rows, list) else [])
    ]
    planned = [
        {"what": row["text"], "who": row["owner"], "due": row["until"]}
        for row in (steps if isinstance(steps, list) else [])
    ]
    return [*owed[:1], *planned[: SHOWN - len(owed[:1])]]


def _tools(context: ViewContext) -> list[str]:
    found = context.facts.value("tools", ())
    table = context.entry(FILE, "tools")
    return [code for code in (found if isinstance(found, tuple) else ()) if code in table]


def _describe_tool(context: ViewContext, code: str) -> View:
    """Return what a tool is for, who may change it, who works in it and who reads."""
    entry = context.entry(FILE, code, "tools")
    lead, user = describe_role(context, "lead"), describe_role(context, str(entry["use"]))
    return {
        "name": context.choice(code, "tools"),
        "for": context.entry_text(entry, "for"),
        "admin": lead["name"] if lead["known"] else lead["title"],
        "use": user["name"] if user["known"] else user["title"],
    }


def _list_wanted(context: ViewContext) -> list[str]:
    """Return the tools that this company lacks and needs."""
    if not context.known("tools"):
        return []
    there = _tools(context)
    return [
        str(row["id"])
        for row in context.rows(FILE, "wanted")
        if row["id"] not in there and holds(context, row["when"])
    ]


def _main_account(context: ViewContext) -> str:
    """Return the account of the first goal, which posts first; else the first in use."""
    goals = context.facts.value("goals", ())
    first = goals[0] if isinstance(goals, tuple) and goals else None
    active = _active(context)
    found = next((one for one in active if one.goal == first), active[0] if active else None)
    return name_account(context, found.platform, context.text(found.handle)) if found else ""


def _split_sample(context: ViewContext) -> str:
    """Return how many pieces of the sample come from each account in use: one number or two."""
    active = _active(context)
    if not active:
        return ""
    parts = set(allocate(context.figure(FILE, "sample"), [1] * len(active)))
    return context.pack.join_or([context.pack.number(part) for part in sorted(parts) if part])


def _find_judge(context: ViewContext) -> str:
    """Return who looks at the sample: somebody who neither posts nor answers."""
    writers = {person_in(context, role) for role in ("publisher", "replier")}
    for role in JUDGES:
        person = person_in(context, role)
        if context.facts.person(person) is not None and person not in writers:
            return context.name(person)
    return ""
