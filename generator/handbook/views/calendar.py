"""Section `calendar`: a dated example week, the layers of a month, the campaigns and their clashes."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from generator.facts.model import Account
from generator.handbook.context import ViewContext
from generator.handbook.views import rhythm as rhythm_view
from generator.handbook.views.approvals import name_approver
from generator.handbook.views.campaigns import (
    find_campaigns,
    list_acts,
    list_campaigns,
    list_clashes,
    name_area,
    name_campaign,
)
from generator.handbook.views.dates import effective_date
from generator.handbook.views.editorial import find_trade
from generator.handbook.views.fillings import list_fillings, list_reasons, name_of
from generator.handbook.views.newsjacking import count_slots
from generator.handbook.views.platform_name import name_channel
from generator.handbook.views.who import person_in

Row = dict[str, object]
Entry = Mapping[str, object]
FILE = "calendar"
WEEK = 7
FEEDS = ("feed",)
ALIVE = ("keep", "start")
EMPTY = "–"
"""What the pattern of a month prints on a day without a post."""
READS = (
    "posts_month", "pillars", "accounts", "campaigns", "events", "service_days", "publisher", "replier",
    "approver", "effective_date", "brands",
    "tragedy_days", "evergreen_place",
)  # fmt: skip


def view(context: ViewContext) -> Row:
    """Return the week, the layers, the campaigns in order of date, and who decides a clash."""
    context.facts.note(READS)
    week = _list_week(context)
    campaigns = sorted(list_campaigns(context), key=lambda one: str(one["iso"]))
    return {
        "known": bool(week),
        "crowded": rhythm_view.view(context)["dense"],
        "week": week,
        "first": week[0] if week else {},
        "brands": _has_brands(context),
        "starts": context.pack.long_date(_first_monday(context)),
        "layers": _list_layers(context),
        "campaigns": campaigns,
        "acts": list_acts(context),
        "clashes": list_clashes(context),
        "slots": context.pack.plural("post", count_slots(context)),
        "order": [context.text(one) for one in context.rows(FILE, "order")],
        "events": [_describe_phase(context, one) for one in context.rows(FILE, "events")],
        "day": _describe_day(context),
        "silence": _say_silence(context),
        "statuses": context.label(FILE, "statuses"),
        "approver": name_approver(context),
        **{role: name_of(context, role) for role in ("lead", "publisher", "replier")},
        "stops": context.pack.join_and(_list_stoppers(context)),
        "because": _list_reasons(context),
    }


def _first_monday(context: ViewContext) -> date:
    start = effective_date(context)
    return start + timedelta(days=-start.weekday() % WEEK)


def _list_week(context: ViewContext) -> list[Row]:
    """Return the posts of the first week: dated, each on a channel, the last of them left free."""
    found = rhythm_view.view(context)["rows"]
    rows = found if isinstance(found, list) else []
    feeds = _list_feeds(context)
    names = [context.pack.weekday(day) for day in range(1, WEEK + 1)]
    week: list[Row] = []
    for row in rows:
        theme = _first_theme(context, str(row["cells"][0]))
        if theme == EMPTY:
            continue
        day = _first_monday(context) + timedelta(days=names.index(str(row["day"])))
        week.append(_describe_post(context, day, theme, feeds, len(week)))
    if len(week) > 1 and count_slots(context):
        week[-1] |= {"free": True}
    return week


def _first_theme(context: ViewContext, cell: str) -> str:
    """Return the theme that a crowded day begins with."""
    names = [context.text(one.get("name")) for one in _pillars(context)]
    found = [name for name in names if name and name in cell]
    return min(found, key=cell.index) if found else cell


def _describe_post(
    context: ViewContext, day: date, theme: str, feeds: Sequence[tuple[str, Account]], at: int
) -> Row:
    first = feeds[at % len(feeds)] if feeds else None
    passes_on = len(feeds) > 1 and not _has_brands(context)
    next_one = feeds[(at + 1) % len(feeds)] if passes_on else None
    owner = first[1].owner if first else person_in(context, "publisher")
    return {
        "day": f"{context.pack.weekday(day.isoweekday())} {context.pack.short_date(day)}",
        "theme": theme,
        "free": False,
        **_describe_theme(context, theme),
        "channel": first[0] if first else context.pack.word("open_decision", "words"),
        "then": next_one[0] if next_one else "–",
        "then_who": context.name(next_one[1].owner) if next_one else "",
        "goal": context.choice(first[1].goal, "goals") if first and first[1].goal else "–",
        "campaign": name_campaign(context, day),
        "who": context.name(owner),
        "area": name_area(context, owner),
    }


def _has_brands(context: ViewContext) -> bool:
    """Say whether accounts belong to several brands, so that one doesn't repeat another's posts."""
    found = context.facts.value("brands", 1)
    return isinstance(found, int) and found > 1


def _describe_theme(context: ViewContext, theme: str) -> Row:
    """Return what a theme is for and who knows about it, where it is one of the company's own."""
    named = (one for one in _pillars(context) if context.text(one.get("name")) == theme)
    item = next(named, {})
    intent, expert = item.get("intent"), item.get("expert")
    return {
        "intent": context.label("editorial", "intents", str(intent)) if intent else "–",
        "expert": context.name(str(expert)) if expert else "–",
    }


def _pillars(context: ViewContext) -> list[Entry]:
    found = context.facts.value("pillars", ())
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, tuple) else []


def _list_feeds(context: ViewContext) -> list[tuple[str, Account]]:
    """Return the channels that publish and are kept, with their accounts, the strongest first."""
    kept = [one for one in context.advice.channels if one.account and one.decision in ALIVE]
    accounts = {one.id: one for one in context.facts.accounts}
    return [
        (name_channel(context, one), accounts[one.account])
        for one in sorted(kept, key=lambda one: -one.score)
        if one.account in accounts
        and context.entry("channel_roles", one.platform, "platforms").get("kind", "feed") in FEEDS
    ]


def _list_layers(context: ViewContext) -> list[Row]:
    posts, slots = context.advice.mix.posts_a_month, count_slots(context)
    campaigns = len(find_campaigns(context))
    counts = {
        "fixed": context.pack.number(campaigns) if campaigns else "–",
        "themes": context.pack.number(posts - slots) if posts else "–",
        "slots": context.pack.number(slots) if posts else "–",
        "reserve": context.pack.number(max(slots, context.figure(FILE, "reserve_least"))),
    }
    return [
        {
            "code": str(row["id"]),
            "what": context.text(row["what"]),
            "count": counts[str(row["id"])],
            "how": _say_how(context, row),
            "who": name_of(context, str(row["who"])),
            "when": context.text(row["when"]),
        }
        for row in context.rows(FILE, "layers")
    ]


def _say_how(context: ViewContext, row: Entry) -> str:
    """Return how a layer is filled; the reserve also says where it is kept, if that is known."""
    how = context.text(row["how"])
    place = context.facts.value("evergreen_place")
    if row["id"] != "reserve" or not place or place == "none":
        return how
    where = context.choice(place, "evergreen_place")
    return f"{how}; {where[:1].lower()}{where[1:]}"


def _describe_phase(context: ViewContext, row: Entry) -> Row:
    return {
        "phase": context.text(row["phase"]),
        "what": context.text(row["what"]),
        "who": name_of(context, str(row["who"])),
    }


def _describe_day(context: ViewContext) -> Row:
    """Return the one day of the year that is this trade's own, with its next date."""
    entry = context.entry(FILE, find_trade(context), "days")
    month, day = int(str(entry["month"])), int(str(entry["day"]))
    today = context.facts.today
    this_year = date(today.year, month, day)
    coming = this_year if this_year >= today else date(today.year + 1, month, day)
    return {
        "name": context.entry_text(entry, "name"),
        "why": context.entry_text(entry, "why"),
        "date": context.pack.long_date(coming),
    }


def _say_silence(context: ViewContext) -> str:
    """Return for how long nothing is promoted after a tragedy; the starting value if nobody chose."""
    found = context.facts.value("tragedy_days")
    days = found if isinstance(found, int) else context.figure(FILE, "silence_days")
    return context.pack.plural("day", days)


def _list_stoppers(context: ViewContext) -> list[str]:
    """Return who may stop the queue: whoever posts, the substitute, and whoever decides a crisis."""
    held = (person_in(context, role) for role in ("publisher", "substitute", "crisis_decider"))
    people = dict.fromkeys(one for one in held if one is not None)
    return [context.name(one) for one in people] or [name_of(context, "publisher")]


def _list_reasons(context: ViewContext) -> list[str]:
    posts, slots = context.advice.mix.posts_a_month, count_slots(context)
    fillings = {
        **list_fillings(context),
        "posts": context.pack.plural("post", posts),
        "slots": context.pack.number(slots),
        "percent": context.pack.percent(slots * 100 / posts, 0) if posts else "",
    }
    return list_reasons(context, FILE, fillings)
