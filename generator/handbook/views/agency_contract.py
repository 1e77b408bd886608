"""Section `agency_contract`: what an agency never decides, what its contract says, how it leaves."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from generator.facts.model import Agency
from generator.handbook.context import ViewContext
from generator.handbook.views.access import view as access_view
from generator.handbook.views.agencies import find_agencies
from generator.handbook.views.agencies import view as agencies_view
from generator.handbook.views.approvals import view as approvals_view
from generator.handbook.views.dates import effective_date
from generator.handbook.views.fillings import Fillings, fill, list_fillings, name_of

Row = dict[str, object]
FILE = "agency"
READS = ("agencies", "accounts_owned_by", "brand_kit", "ai_use", "approval_hours", "leavers_hours")
OUTSIDE = ("agency", "unknown")
"""Where accounts are that aren't surely the company's, as far as an agency goes."""


def view(context: ViewContext) -> Row:
    """Return who decides instead, the points of the contract as they stand, and the dates of leaving."""
    context.facts.note(READS)
    fillings = _list_fillings(context)
    points = [_describe_point(context, one, fillings) for one in context.rows(FILE, "points")]
    return {
        "never": [
            {"what": context.text(row["what"]), "who": fillings[str(row["who"])]}
            for row in context.rows(FILE, "never")
        ],
        "points": points,
        "checker": fillings["agency_counterpart"],
        "check_by": context.pack.long_date(
            context.facts.today + timedelta(days=context.figure(FILE, "check_days"))
        ),
        "exits": [_describe_exit(context, one) for one in find_agencies(context)],
        "hands_back": [context.text(one) for one in context.rows(FILE, "hands_back")],
    }


def _list_fillings(context: ViewContext) -> Fillings:
    found = agencies_view(context)
    undated = [
        context.text(one.name) for one in find_agencies(context) if _is_undated(context, one)
    ]
    used = str(context.facts.value("ai_use", "open"))
    return {
        **list_fillings(context),
        "leavers": str(access_view(context)["leavers"]),
        "approval": str(approvals_view(context)["within"]),
        "unsafe": str(found["unsafe"]),
        "undirected": context.pack.join_and(_names(found, "undirected")),
        "returning": context.pack.join_and([str(row["name"]) for row in _rows(found, "returning")]),
        "undated": context.pack.join_and(undated),
        "ai": context.label(FILE, "ai", used),
    }


def _is_undated(context: ViewContext, agency: Agency) -> bool:
    return agency.ends is None or agency.ends < context.facts.today


def _names(found: Mapping[str, object], key: str) -> list[str]:
    names = found[key]
    return [str(one) for one in names] if isinstance(names, list) else []


def _rows(found: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    rows = found[key]
    return rows if isinstance(rows, list) else []


FAILS: Mapping[str, Callable[[ViewContext, Fillings], bool]] = {
    "accounts": lambda context, _: context.facts.value("accounts_owned_by", "unknown") in OUTSIDE,
    "access": lambda _, fillings: bool(fillings["unsafe"]),
    "counterpart": lambda _, fillings: bool(fillings["undirected"]),
    "tasks": lambda _, fillings: bool(fillings["returning"]),
    "ends": lambda _, fillings: bool(fillings["undated"]),
    "originals": lambda context, _: context.facts.value("brand_kit") == "agency",
}
"""Point of knowledge/agency.yml → whether it isn't met today; of the others nobody was asked."""


def _describe_point(context: ViewContext, entry: Mapping[str, object], fillings: Fillings) -> Row:
    """Return what the contract says and how that stands, with who mends a gap and by when."""
    key = str(entry["id"])
    failing = key in FAILS and FAILS[key](context, fillings)
    shown = {
        "point": context.text(entry["point"]),
        "says": fill(context, entry["says"], fillings),
        "ok": not failing,
    }
    if failing:
        start = effective_date(context) if entry.get("from_start") else context.facts.today
        due = start + timedelta(days=int(str(entry["days"])))
        who = fillings[str(entry.get("who", "agency_counterpart"))]
        state = fill(context, entry["gap"], fillings)
        return {**shown, "state": state, "who": who, "due": context.pack.long_date(due)}
    asked = (
        fill(context, entry["ok"], fillings) if key in FAILS else context.label(FILE, "standing")
    )
    return {**shown, "state": asked, "who": "", "due": ""}


def _describe_exit(context: ViewContext, agency: Agency) -> Row:
    """Return the dates of one agency's leaving; without an end date there is none to count from."""
    person = context.facts.person(agency.counterpart)
    name = context.name(person.id) if person else name_of(context, "agency_counterpart")
    ends = agency.ends if not _is_undated(context, agency) else None
    return {
        "name": context.text(agency.name),
        "who": name,
        "dated": ends is not None,
        "decide": _before(context, ends, "decide_days"),
        "list": _before(context, ends, "list_days"),
        "out": context.pack.long_date(ends) if ends else "",
        "returned": context.pack.long_date(_add_working_days(context, ends)) if ends else "",
    }


def _before(context: ViewContext, ends: date | None, key: str) -> str:
    """Return a day some time before the end; today if that day is past."""
    if ends is None:
        return ""
    day = max(ends - timedelta(days=context.figure(FILE, key)), context.facts.today)
    return context.pack.long_date(day)


def _add_working_days(context: ViewContext, day: date) -> date:
    """Return the day on which everything is back, Saturdays and Sundays left out."""
    left = context.figure(FILE, "return_days")
    while left:
        day += timedelta(days=1)
        left -= day.isoweekday() <= FRIDAY
    return day


FRIDAY = 5
