"""The campaigns of the calendar: in order, with their deadlines, their owners and their clashes."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import combinations

from generator.handbook.context import ViewContext

Row = dict[str, object]
Entry = Mapping[str, object]
FILE = "calendar"


def list_campaigns(context: ViewContext) -> list[Row]:
    """Return each campaign with the day its brief is due and the day its posts are settled."""
    rows: list[Row] = []
    for item in find_campaigns(context):
        starts, ends = item.get("starts"), item.get("ends")
        owner = item.get("owner")
        rows.append(
            {
                "name": context.text(item.get("name")),
                "iso": starts.isoformat() if isinstance(starts, date) else "",
                "starts": _say_day(context, starts),
                "ends": _say_day(context, ends),
                "owner": context.name(str(owner) if owner else None),
                "area": name_area(context, str(owner) if owner else None),
                "brief": _say_before(context, starts, "brief_days"),
                "closed": _say_before(context, starts, "closed_days"),
            }
        )
    return rows


def list_acts(context: ViewContext) -> list[Row]:
    """Return each event to come, by date, with its place, who posts from there and its deadlines."""
    rows: list[Row] = []
    for item in _find(context, "events"):
        starts, ends, owner = item.get("starts"), item.get("ends"), item.get("owner")
        last = ends if isinstance(ends, date) else starts
        if isinstance(last, date) and last < context.facts.today:
            continue
        rows.append(
            {
                "name": context.text(item.get("name")),
                "iso": starts.isoformat() if isinstance(starts, date) else "",
                "days": _say_span(context, starts, ends),
                "place": context.text(item.get("place")),
                "part": context.choice(item.get("part"), "events", "part"),
                "owner": context.name(str(owner) if owner else None),
                "brief": _say_before(context, starts, "brief_days"),
                "campaign": _name_of(context, item.get("campaign")),
            }
        )
    return sorted(rows, key=lambda one: str(one["iso"]))


def _say_span(context: ViewContext, starts: object, ends: object) -> str:
    if isinstance(ends, date) and ends != starts:
        return f"{_say_day(context, starts)} – {_say_day(context, ends)}"
    return _say_day(context, starts)


def _name_of(context: ViewContext, campaign: object) -> str:
    found = (one for one in find_campaigns(context) if one.get("id") == campaign)
    return next((context.text(one.get("name")) for one in found), "")


def find_campaigns(context: ViewContext) -> list[Entry]:
    """Return the campaigns as they were answered."""
    return _find(context, "campaigns")


def _find(context: ViewContext, group: str) -> list[Entry]:
    found = context.facts.value(group, ())
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, tuple) else []


def name_campaign(context: ViewContext, day: date) -> str:
    """Return the campaign that runs on a day; nothing if none does."""
    running = (
        one
        for one in find_campaigns(context)
        if str(one.get("starts")) <= day.isoformat() <= str(one.get("ends"))
    )
    return next((context.text(one.get("name")) for one in running), "")


def list_clashes(context: ViewContext) -> list[Row]:
    """Return the pairs of campaigns and events that share a day, with the days they share."""
    return [_describe_clash(context, *pair) for pair in _find_clashes(context)]


def _find_clashes(context: ViewContext) -> list[tuple[Entry, Entry]]:
    """Return the pairs of campaigns and events that share a day; an event may be part of one."""
    acts = [{**one, "ends": one.get("ends", one.get("starts"))} for one in _find(context, "events")]
    dated = [
        one
        for one in (*find_campaigns(context), *acts)
        if isinstance(one.get("starts"), date) and isinstance(one.get("ends"), date)
    ]
    pairs = combinations(dated, 2)
    return [
        pair for pair in pairs if _overlap(*pair) and pair[1].get("campaign") != pair[0].get("id")
    ]


def _describe_clash(context: ViewContext, one: Entry, other: Entry) -> Row:
    starts, ends = (
        max(str(one["starts"]), str(other["starts"])),
        min(str(one["ends"]), str(other["ends"])),
    )
    return {
        "one": context.text(one.get("name")),
        "other": context.text(other.get("name")),
        "from": context.pack.short_date(date.fromisoformat(starts)),
        "to": context.pack.short_date(date.fromisoformat(ends)),
    }


def name_area(context: ViewContext, person_id: str | None) -> str:
    """Return the department of a person, or the words for an open decision."""
    person = context.facts.person(person_id)
    if person is None:
        return context.pack.word("open_decision", "words")
    return context.choice(person.department, "people", "department")


def _say_day(context: ViewContext, day: object) -> str:
    if not isinstance(day, date):
        return context.pack.word("open_decision", "words")
    return context.pack.short_date(day)


def _say_before(context: ViewContext, starts: object, key: str) -> str:
    """Return the day so many days before a campaign, or "now" if that day has passed."""
    if not isinstance(starts, date):
        return context.pack.word("open_decision", "words")
    day = starts - timedelta(days=int(str(context.library.knowledge[FILE][key])))
    if day <= context.facts.today:
        return context.label(FILE, "passed")
    return context.pack.short_date(day)


def _overlap(one: Entry, other: Entry) -> bool:
    return str(one["starts"]) <= str(other["ends"]) and str(other["starts"]) <= str(one["ends"])
