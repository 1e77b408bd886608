"""Section `experiments`: the trials worth making here, with their sample, dates and stop rule."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor

from generator.advice.workload import weeks_a_month
from generator.handbook.context import ViewContext
from generator.handbook.views import metrics
from generator.handbook.views.alignment import name_account
from generator.handbook.views.dates import effective_date
from generator.handbook.views.editorial import count_experiments
from generator.handbook.views.findings import fill
from generator.handbook.views.guide import holds
from generator.handbook.views.who import describe_role
from generator.handbook.wording import capitalise

View = dict[str, object]
Row = Mapping[str, object]
FILE = "experiments"
MONDAY = 0
WEEK = 7
POSTS, MESSAGES, LEADING = "posts", "messages", "leading"


@dataclass(frozen=True, slots=True)
class Plan:
    """What one trial takes: posts with the change (0: none) and weeks."""

    pieces: int
    weeks: int


def view(context: ViewContext) -> View:
    """Return the trials chosen for the goals of this company, in the order in which they run."""
    context.facts.note(("goals", "posts_month", "accounts", "formats"))
    blanks = _read_blanks(context)
    rows = _choose(context, blanks)
    plan = plan_posts(context)
    slots = schedule([_lane(row) for row in rows], plan, _rule(context, "weeks"), _start(context))
    cards = [
        _describe(context, row, plan, slot, blanks) for row, slot in zip(rows, slots, strict=True)
    ]
    ordered = sorted(cards, key=lambda card: str(card["sort"]))
    return {
        "rows": ordered,
        "any": bool(ordered),
        "first": ordered[0] if ordered else {},
        "at_once": context.pack.number(_rule(context, "at_once")),
        "share": context.pack.percent(_percent(context)),
        "posts": context.pack.plural("post", monthly_posts(context)),
        "posts_known": bool(monthly_posts(context)),
        "hint": 0 < plan.pieces < _rule(context, "sound"),
        "sound": context.pack.number(_rule(context, "sound")),
        "change": context.pack.percent(_rule(context, "change")),
        "weeks": context.pack.plural("week", _rule(context, "weeks")),
        "start": context.pack.long_date(_start(context)),
    }


def _rule(context: ViewContext, key: str) -> int:
    return int(str(context.entry(FILE, "rules")[key]))


def _percent(context: ViewContext) -> float:
    return float(str(context.library.knowledge["editorial"]["experiment_percent"]))


def monthly_posts(context: ViewContext) -> int:
    """Return the posts of a month that may be trials; none while their number is open."""
    posts = context.facts.value("posts_month")
    if not isinstance(posts, int) or not posts:
        return 0
    return count_experiments(context)


def plan_posts(context: ViewContext) -> Plan:
    """Return how long a trial with posts takes, and how many it can have by then."""
    a_week = monthly_posts(context) / weeks_a_month(context.library)
    least, most = _rule(context, "weeks"), _rule(context, "weeks_most")
    if not a_week:
        return Plan(0, least)
    weeks = min(max(ceil(_rule(context, "pieces") / a_week), least), most)
    pieces = min(max(floor(a_week * weeks), 1), _rule(context, "sound"))
    return Plan(pieces, weeks)


def schedule(lanes: Sequence[str], plan: Plan, weeks: int, start: date) -> list[tuple[date, date]]:
    """Return first and last day of each trial: those of one lane one after another.

    There is a lane for posts, one for messages and one for whoever leads, so that no figure is
    moved by two changes at once and never more than three trials run.
    """
    free = dict.fromkeys(lanes, start)
    slots: list[tuple[date, date]] = []
    for lane in lanes:
        first = free[lane]
        last = first + timedelta(weeks=plan.weeks if lane == POSTS else weeks, days=-1)
        slots.append((first, last))
        free[lane] = last + timedelta(days=1)
    return slots


def _lane(row: Row) -> str:
    return POSTS if row["posts"] else MESSAGES if row["role"] == "replier" else LEADING


def _start(context: ViewContext) -> date:
    """Return the first Monday on which a trial may begin."""
    day = effective_date(context) + timedelta(days=_rule(context, "first_day"))
    return day + timedelta(days=(MONDAY - day.weekday()) % WEEK)


def _choose(context: ViewContext, blanks: Mapping[str, str]) -> list[Row]:
    """Return the cards that fit the goals, those of the first goal first."""
    found = context.facts.value("goals", ())
    goals = list(found) if isinstance(found, tuple) else []
    platforms = {one.platform for one in context.facts.accounts if one.status == "active"}
    rows = context.library.knowledge[FILE].get("cards")
    fitting = [
        row
        for row in (rows if isinstance(rows, list) else ())
        if set(_goals_of(row)) & set(goals)
        and holds(context, row.get("when"))
        and (not row.get("platforms") or platforms & set(row["platforms"]))
        and (not row.get("needs") or blanks[row["needs"]])
    ]
    return pick(fitting, goals, _rule(context, "shown"), _rule(context, "shown_posts"))


def pick(cards: Sequence[Row], goals: Sequence[object], most: int, most_posts: int) -> list[Row]:
    """Return cards goal by goal in turn, so that the second goal has one before the first has two.

    Those with posts run one after another, so that only a few fit in a reasonable time.
    """
    chosen: list[Row] = []
    for _ in cards:
        for goal in goals:
            full = sum(bool(row["posts"]) for row in chosen) >= most_posts
            free = [row for row in cards if row not in chosen and not (full and row["posts"])]
            found = next((row for row in free if goal in _goals_of(row)), None)
            if found is not None and len(chosen) < most:
                chosen.append(found)
    return chosen


def _goals_of(row: Row) -> list[object]:
    found = row["goals"]
    return found if isinstance(found, list) else []


def _describe(
    context: ViewContext,
    row: Row,
    plan: Plan,
    slot: tuple[date, date],
    blanks: Mapping[str, str],
) -> View:
    who = describe_role(context, str(row["role"]))
    better = str(row["better"])
    change = {"change": context.pack.percent(_rule(context, "change"))}
    return {
        "id": row["id"],
        "change": capitalise(fill(context, context.text(row["change"]), blanks)),
        "change_plain": fill(context, context.text(row["change"]), blanks),
        "figure": fill(context, context.text(row["figure"]), blanks),
        "reason": context.text(row["reason"]),
        "sample": _say_sample(context, row, plan),
        "stop": fill(context, context.label(FILE, "words", "stop", better), change),
        "adopt": fill(context, context.label(FILE, "words", "adopt", better), change),
        "who": who["name"] if who["known"] else who["title"],
        "from": context.pack.short_date(slot[0]),
        "to": context.pack.short_date(slot[1]),
        "until": context.pack.long_date(slot[1]),
        "sort": slot[0].isoformat(),
    }


def _say_sample(context: ViewContext, row: Row, plan: Plan) -> str:
    if row["posts"]:
        if not plan.pieces:
            return context.pack.word("open_decision", "words")
        n = context.pack.number(plan.pieces)
        return fill(context, context.label(FILE, "words", "posts"), {"n": n})
    weeks = context.pack.plural("week", _rule(context, "weeks"))
    return fill(context, context.label(FILE, "words", "weeks"), {"weeks": weeks})


def _read_blanks(context: ViewContext) -> dict[str, str]:
    """Return the company's own words that the cards use; each is nothing while it is open."""
    hours = context.facts.value("reply_hours")
    experts = context.facts.value("experts", ())
    main = metrics.view(context)["main_text"]
    sponsor = describe_role(context, "sponsor")
    return {
        "hours": context.pack.number(hours) if isinstance(hours, int | float) else "",
        "expert": context.name(str(experts[0])) if isinstance(experts, tuple) and experts else "",
        "sponsor": str(sponsor["name"] if sponsor["known"] else sponsor["title"]),
        "stop": _name_stopped(context),
        "main": _quote(context, _first_figure(context) if main else ""),
        "question": _quote(context, metrics.first_question(context)),
    }


def _name_stopped(context: ViewContext) -> str:
    """Return the first account in use that the advice would close, or nothing."""
    closing = {one.account for one in context.advice.channels if one.decision == "stop"}
    found = next(
        (one for one in context.facts.accounts if one.id in closing and one.status == "active"),
        None,
    )
    return name_account(context, found.platform, context.text(found.handle)) if found else ""


def _first_figure(context: ViewContext) -> str:
    rows = metrics.view(context)["main"]
    return str(rows[0]["name"]) if isinstance(rows, list) and rows else ""


def _quote(context: ViewContext, text: str) -> str:
    return fill(context, context.label(FILE, "words", "quoted"), {"text": text}) if text else ""
