"""What customers do on social media and what the company answers: seed S1.33, row by row."""

from collections.abc import Mapping

from generator.handbook.context import ViewContext
from generator.handbook.views import targets
from generator.handbook.views.platform_name import name_platform
from generator.handbook.views.who import describe_role

View = dict[str, object]
LIVE = ("active", "planned")


def list_steps(context: ViewContext) -> list[View]:
    """Return one row per behaviour the company ticked: where, what we do, who, and the clock."""
    ticked = context.facts.value("customer_behaviours", ())
    rows = context.library.knowledge["audience"]["behaviours"]
    chosen = ticked if isinstance(ticked, tuple) else ()
    known = rows if isinstance(rows, list) else ()
    return [_describe(context, row) for row in known if row["id"] in chosen]


def _describe(context: ViewContext, row: Mapping[str, object]) -> View:
    where = _find_places(context, row["where"])
    who = describe_role(context, str(row["role"]))
    return {
        "code": row["id"],
        "name": context.text(row["name"]),
        "where": context.pack.join_and(where),
        "covered": bool(where),
        "act": context.text(row["act"]),
        "who": who["name"],
        "who_known": who["known"],
        "clock": _read_clock(context, row),
    }


def _find_places(context: ViewContext, wanted: object) -> list[str]:
    """Return our live accounts among the usual places of a behaviour, in that order."""
    ours = [one.platform for one in context.facts.accounts if one.status in LIVE and one.owner]
    places = wanted if isinstance(wanted, list) else ()
    found = [name_platform(context, code) for code in places if code in ours]
    return found[:3]


def _read_clock(context: ViewContext, row: Mapping[str, object]) -> str:
    """Return the promise of the response table, or the clock of the behaviour itself."""
    promised = targets.view(context)["by"]
    target = promised.get(row.get("priority")) if isinstance(promised, Mapping) else None
    if isinstance(target, Mapping):
        return str(target["acknowledge"])
    written = row.get("clock")
    return context.text(written) if written else context.pack.word("open_decision", "words")
