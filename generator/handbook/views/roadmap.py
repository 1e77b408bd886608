"""Section `roadmap`: what is done in the first 90 days and after, by whom, from the first day on."""

from collections.abc import Mapping
from datetime import date, timedelta

from generator.handbook.context import ViewContext, fill_once
from generator.handbook.views import capacity, channels, decisions, mix
from generator.handbook.views.alignment import name_account
from generator.handbook.views.dates import effective_date
from generator.handbook.views.findings import fill
from generator.handbook.views.guide import holds
from generator.handbook.views.who import describe_role

View = dict[str, object]
Row = Mapping[str, object]
MONDAY = 0


@fill_once
def view(context: ViewContext) -> View:
    """Return the phases with their dates and actions, and the day of the first monthly look."""
    start = effective_date(context)
    blanks = _read_blanks(context)
    found = {one.id: one.reads for one in context.advice.findings}
    described = [
        (row.get("later") is True, _describe_phase(context, row, start, blanks, found))
        for row in _rows(context, "phases")
    ]
    phases = [phase for later, phase in described if not later]
    looks = [first_monday(start, months) for months in (1, 2, 3)]
    return {
        "phases": phases,
        "rows": [row for phase in phases for row in _actions_of(phase)],
        "later": [row for later, phase in described if later for row in _actions_of(phase)],
        "total": sum(len(_actions_of(phase)) for phase in phases),
        "first_look": context.pack.long_date(looks[0]),
        "looks": [context.pack.long_date(day) for day in looks],
        "campaigns": _name_campaigns(context),
        "start": context.pack.long_date(start),
        "end": context.pack.long_date(start + timedelta(days=90)),
    }


def first_monday(start: date, months: int) -> date:
    """Return the first Monday of the month that comes so many months after a day."""
    years, month = divmod(start.month - 1 + months, 12)
    first = date(start.year + years, month + 1, 1)
    return first + timedelta(days=(MONDAY - first.weekday()) % 7)


def _name_campaigns(context: ViewContext) -> str:
    """Return the campaigns of the company with their first day, in the order of the calendar."""
    found = context.facts.value("campaigns", ())
    dated = [
        (one["starts"], context.text(one.get("name")))
        for one in (found if isinstance(found, tuple) else ())
        if isinstance(one, Mapping) and isinstance(one.get("starts"), date)
    ]
    return context.pack.join_and(
        [f"{name} ({context.pack.short_date(day)})" for day, name in sorted(dated)]
    )


def _rows(context: ViewContext, key: str) -> list[Row]:
    rows = context.library.knowledge.get("roadmap", {}).get(key)
    return rows if isinstance(rows, list) else []


def _actions_of(phase: View) -> list[View]:
    actions = phase["actions"]
    return actions if isinstance(actions, list) else []


def _describe_phase(
    context: ViewContext,
    phase: Row,
    start: date,
    blanks: Mapping[str, str],
    found: Mapping[str, tuple[str, ...]],
) -> View:
    """Return one phase with the first actions that apply, as many as this size of book takes."""
    opens, closes = (start + timedelta(days=int(str(phase[key]))) for key in ("from", "to"))
    limit = phase["limit"]
    most = limit.get(context.facts.book) if isinstance(limit, Mapping) else None
    applying = [
        row
        for row in _rows(context, "actions")
        if row["phase"] == phase["id"] and _applies(context, row, found)
    ]
    until = context.pack.short_date(closes)
    return {
        "name": context.text(phase.get("name")),
        "days": f"{phase['from']}–{phase['to']}",
        "from": context.pack.short_date(opens),
        "until": until,
        "actions": [_describe_action(context, row, blanks, until) for row in applying[:most]],
    }


def _applies(context: ViewContext, row: Row, found: Mapping[str, tuple[str, ...]]) -> bool:
    wanted = row.get("findings")
    if isinstance(wanted, list):
        there = [one for one in wanted if one in found]
        for one in there:
            context.facts.note(found[one])
        if not there:
            return False
    return holds(context, row.get("when"))


def _describe_action(context: ViewContext, row: Row, blanks: Mapping[str, str], until: str) -> View:
    roles = row.get("roles")
    filled = [describe_role(context, role) for role in (roles if isinstance(roles, list) else ())]
    owner = next((one for one in filled if one["known"]), None)
    return {
        "id": row["id"],
        "text": fill(context, context.text(row.get("text")), blanks),
        "owner": owner["name"] if owner else context.pack.word("open_decision", "words"),
        "owner_known": owner is not None,
        "until": until,
        "page": row.get("page", ""),
    }


def _read_blanks(context: ViewContext) -> dict[str, str]:
    """Return the values that the texts of the actions name in braces."""
    hours, chosen = capacity.view(context), channels.view(context)
    topology = context.advice.ownership.target_topology
    return {
        "needed": str(hours["needed"]),
        "available": str(hours["available"]),
        "open": str(decisions.view(context)["total_text"]),
        "posts": str(mix.view(context)["posts_text"]),
        "score": context.pack.number(context.advice.readiness.score),
        "target": context.label("ownership", "topology", "labels", topology) if topology else "",
        **{key: _name_channels(context, chosen[key]) for key in ("stop", "start")},
    }


def _name_channels(context: ViewContext, rows: object) -> str:
    """Return channels by platform and account."""
    found = rows if isinstance(rows, list) else []
    return context.pack.join_and(
        [name_account(context, row["platform_code"], row["account"]) for row in found]
    )
