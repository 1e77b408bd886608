"""Section `alignment`: how each goal hangs from the business, and how it is measured."""

from collections.abc import Mapping, Sequence
from datetime import date

from generator.handbook.context import ViewContext
from generator.handbook.views import channels, mix, personas
from generator.handbook.views.dates import add_months, effective_date
from generator.handbook.views.risks import list_risks, list_topics

View = dict[str, object]
Entry = Mapping[str, object]
SELLING = ("sales", "leads")
USES_OF_POSTS = {
    "won": ("attract", "recruit"),
    "kept": ("retain", "serve"),
    "sold": ("convert",),
}
"""What a post is for → its intents: winning people, keeping those who buy, selling to either."""
SAID = 3
"""Sensitive topics named in a running sentence."""


def view(context: ViewContext) -> View:
    """Return one row per goal from the business to the number, and what follows from the order."""
    goals = context.facts.value("goals", ())
    codes = [str(code) for code in goals] if isinstance(goals, tuple) else []
    most = context.library.knowledge.get("alignment", {}).get("objectives_at_most")
    rows = [_describe_goal(context, code) for code in codes[: most if isinstance(most, int) else 3]]
    topics = list_topics(context)
    return {
        "rows": rows,
        "known": bool(rows),
        "goals_text": context.pack.join_and([str(row["goal"]) for row in rows]),
        "first": rows[0]["goal"] if rows else context.pack.word("open_decision", "words"),
        "waiting": _list_waiting(context, codes),
        "incomplete": [row for row in rows if not row["complete"]],
        "tension": judge_tension(codes),
        "relation_text": _name_goals(context, [one for one in codes if one not in SELLING]),
        "selling_text": _name_goals(context, [one for one in codes if one in SELLING]),
        **_share_posts(context),
        "channels": _list_channels(context),
        **{
            key: _name_decided(context, decision)
            for key, decision in (("stopped", "stop"), ("parked", "park"))
        },
        "not_for_whom": _lower(context.text(context.facts.value("not_for_whom")).rstrip(".")),
        "sales_early": _expects_early_sales(context),
        "sales_days": _days(context, context.facts.value("sales_expected_days")),
        "topics": topics,
        "topics_text": context.pack.join_or([_lower(str(one["topic"])) for one in topics[:SAID]]),
        "risks": list_risks(context),
    }


def judge_tension(goals: Sequence[str]) -> str:
    """Return which comes first, the sale or the relation, or that the company only has one."""
    if not goals:
        return "none"
    selling = [goal for goal in goals if goal in SELLING]
    if not selling:
        return "relations_only"
    if len(selling) == len(goals):
        return "sales_only"
    return "sales_first" if goals[0] in SELLING else "relations_first"


def _entry(context: ViewContext, code: str, group: str) -> Entry:
    return context.entry("alignment", code, group)


def _describe_goal(context: ViewContext, code: str) -> View:
    entry, known = _entry(context, code, "goals"), context.entry("kpis", code, "goals")
    texts = ("serves", "vague", "early", "alarm", "misleading")
    return {
        "code": code,
        "goal": _goal_name(context, code),
        **{key: context.entry_text(entry, key) for key in texts},
        "business": context.text(context.facts.value("business_goal")),
        "audience": _name_audience(context),
        "channels": _name_channels(context, code),
        "pillars": _name_pillars(context, known.get("intents")),
        "horizon": _describe_horizon(context, known),
        **_describe_number(context, code, known),
    }


def _goal_name(context: ViewContext, code: str) -> str:
    return context.find_label("kpis", code, "goals")


def _name_goals(context: ViewContext, codes: Sequence[str]) -> str:
    return context.pack.join_and([_goal_name(context, code) for code in codes])


def _name_audience(context: ViewContext) -> str:
    """Return the personas of the first priority, or all while nobody ordered them."""
    rows = personas.view(context)["rows"]
    found = rows if isinstance(rows, list) else []
    first = [row for row in found if row.get("priority_code") == "A"] or found
    return context.pack.join_and([str(row.get("name", "")) for row in first])


def _name_channels(context: ViewContext, goal: str) -> str:
    """Return the platforms whose accounts serve a goal; else those that we keep and that fit it."""
    own = [
        context.choice(one.platform, "accounts", "platform")
        for one in context.facts.accounts
        if one.goal == goal and one.status == "active"
    ]
    kept = channels.view(context)["keep"]
    fitting = [
        str(row["platform"])
        for row in (kept if isinstance(kept, list) else ())
        if context.choice(goal, "goals") in row["goal_list"]
    ]
    return context.pack.join_and(list(dict.fromkeys(own or fitting)))


def _list_channels(context: ViewContext) -> list[View]:
    """Return the accounts in use with the part each plays, the goal in the words of this page."""
    return [
        {
            "name": name_account(context, one.platform, context.text(one.handle)),
            "purpose": context.text(one.purpose),
            "goal": _goal_name(context, one.goal) if one.goal else "",
            "owner": context.name(one.owner),
        }
        for one in context.facts.accounts
        if one.status == "active"
    ]


def _name_decided(context: ViewContext, decision: str) -> str:
    """Return the accounts and platforms with one decision, in one sentence."""
    rows = channels.view(context)[decision]
    found = rows if isinstance(rows, list) else []
    names = [name_account(context, row["platform_code"], row["account"]) for row in found]
    return context.pack.join_and(names)


def name_account(context: ViewContext, platform: str, handle: str) -> str:
    """Return platform and account; the account alone where it already names the platform."""
    shown = context.choice(platform, "accounts", "platform")
    if handle.casefold().startswith(shown.casefold()):
        return handle
    return f"{shown}: {handle}" if handle else shown


def _name_pillars(context: ViewContext, intents: object) -> str:
    """Return the pillars whose intent serves a goal."""
    fact = context.facts.value("pillars", ())
    wanted = intents if isinstance(intents, list) else []
    names = [
        context.text(one.get("name"))
        for one in (fact if isinstance(fact, tuple) else ())
        if isinstance(one, Mapping) and one.get("intent") in wanted
    ]
    return context.pack.join_and(names)


def _describe_horizon(context: ViewContext, goal: Entry) -> str:
    months = goal.get("horizon_months")
    pattern = context.entry_text(_tree(context), "horizon")
    return pattern.format(**months) if isinstance(months, Mapping) else ""


def _tree(context: ViewContext) -> Entry:
    return context.library.knowledge.get("alignment", {})


def _describe_number(context: ViewContext, code: str, goal: Entry) -> View:
    """Return the objective of a goal in numbers; without one, the KPI that we would take."""
    context.facts.note(("objectives",))
    found = next((one for one in context.advice.objectives if one.goal == code), None)
    proposed = goal.get("kpis")
    kpi = found.kpi if found else str(proposed[0]) if isinstance(proposed, list) else ""
    entry = context.entry("kpis", kpi, "kpis")
    none = context.pack.word("open_decision", "words")
    missing = [context.pack.word("missing", one) for one in found.missing] if found else []
    owner = found.owner if found else None
    return {
        "measured": found is not None,
        "complete": found is not None and found.complete,
        "missing": context.pack.join_and(missing),
        "kpi": context.find_label("kpis", kpi, "kpis") if kpi else none,
        "vanity": entry.get("class") == "vanity",
        "formula": context.entry_text(entry, "formula"),
        "source": context.entry_text(entry, "where"),
        "baseline": show_figure(context, found.baseline if found else None, entry),
        "baseline_known": found is not None and found.baseline is not None,
        "target": show_figure(context, found.target if found else None, entry),
        "due": context.pack.long_date(found.due) if found and found.due else none,
        "owner": context.name(owner) if owner else none,
        "early_due": _is_early(context, found.due if found else None, goal),
    }


def show_figure(context: ViewContext, value: float | None, kpi: Entry) -> str:
    """Return a figure with its unit, or the words for an open decision."""
    if value is None:
        return context.pack.word("open_decision", "words")
    if kpi.get("unit") == "percent":
        return context.pack.percent(value)
    pattern = context.entry_text(context.entry("alignment", "units"), str(kpi.get("unit")))
    number = context.pack.number(value)
    if not pattern:
        return number
    currency = str(context.facts.value("currency") or "")
    return pattern.format(n=number, currency=currency).strip()


def _is_early(context: ViewContext, due: date | None, goal: Entry) -> bool:
    """Return whether a date comes before results of this kind usually show."""
    months = goal.get("horizon_months")
    if due is None or not isinstance(months, Mapping):
        return False
    return due < add_months(effective_date(context), int(months["min"]))


def _list_waiting(context: ViewContext, goals: Sequence[str]) -> list[View]:
    """Return the objectives that are not the first one of a goal: they wait their turn."""
    context.facts.note(("objectives",))
    seen: set[str] = set()
    waiting: list[View] = []
    for one in context.advice.objectives:
        if one.goal in seen or one.goal not in goals:
            kpi = context.find_label("kpis", one.kpi, "kpis")
            waiting.append({"goal": _goal_name(context, one.goal), "kpi": kpi})
        seen.add(one.goal)
    return waiting


def _share_posts(context: ViewContext) -> View:
    """Return how many posts a month win people, keep those who buy, or sell; and if that fits."""
    rows = mix.view(context)["intents"]
    posts = {row["code"]: int(row["posts"]) for row in (rows if isinstance(rows, list) else ())}
    counts = {
        use: sum(posts.get(code, 0) for code in codes) for use, codes in USES_OF_POSTS.items()
    }
    choice = str(context.facts.value("acquire_or_retain") or "").removeprefix("both_")
    ahead = counts["kept"] - counts["won"]
    return {
        "posts_known": any(counts.values()),
        **{f"posts_{use}": context.pack.number(count) for use, count in counts.items()},
        "keeping_first": choice.startswith("retain"),
        "posts_agree": not choice or (ahead >= 0 if choice.startswith("retain") else ahead <= 0),
    }


def _expects_early_sales(context: ViewContext) -> bool:
    days = context.facts.value("sales_expected_days")
    least = _tree(context).get("early_sales_days")
    numbers = isinstance(days, (int, float)) and isinstance(least, (int, float))
    return numbers and days < least  # type: ignore[operator]


def _days(context: ViewContext, value: object) -> str:
    return context.pack.plural("day", value) if isinstance(value, (int, float)) else ""


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]
