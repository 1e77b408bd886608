"""Section `metrics`: the figures to follow, what is expected of them month by month, and what isn't one."""

from collections.abc import Mapping
from datetime import date, timedelta

from generator.advice.kpis import find_measure
from generator.advice.model import Measure, Objective
from generator.advice.workload import weeks_a_month
from generator.handbook.context import ViewContext, fill_once
from generator.handbook.views import roadmap, service
from generator.handbook.views.alignment import show_figure
from generator.handbook.views.complaints import view as complaints_view
from generator.handbook.views.dates import effective_date
from generator.handbook.views.findings import fill
from generator.handbook.views.platform_name import name_platform
from generator.handbook.views.rhythm import count_minutes
from generator.handbook.views.who import describe_role
from generator.handbook.wording import capitalise

View = dict[str, object]
FILE = "metrics"
LOOKS = (1, 2, 3)
"""Months after the start whose first Monday has a look at the figures."""
LARGE = 20
"""From this figure on, an expectation is rounded to a whole number."""
DIGITS = 3


@fill_once
def view(context: ViewContext) -> View:
    """Return the figures, the path expected of them, the loop from finding to decision, and links."""
    chosen = context.advice.kpis
    context.facts.note(chosen.reads)
    rows = [_describe(context, one) for one in chosen.measures]
    main = [row for row in rows if row["main"]]
    return {
        "rows": rows,
        "main": main,
        "others": [row for row in rows if not row["main"]],
        "main_text": context.pack.join_and([str(row["name"]) for row in main]),
        "known": bool(main),
        "total": len(rows),
        "vanity": context.find_label("kpis", chosen.vanity, "kpis"),
        "any_start": any(row["starting"] for row in rows),
        "path": _list_path(context),
        "looks": [context.pack.short_date(day) for day in _looks(context)],
        "day": _day(context),
        "minutes": context.pack.duration(count_minutes(context)),
        "banned": _list_banned(context),
        "networks": _list_networks(context),
        "value": _say_value(context),
        "link": _make_link(context),
        "loop": _list_loop(context),
    }


def _describe(context: ViewContext, measure: Measure) -> View:
    row = find_measure(context.library, measure.id)
    objective = _objective_of(context, measure)
    role = str(row.get("role", "replier" if measure.target == "promise" else "publisher"))
    owner = objective.owner if objective else None
    who = describe_role(context, role)
    return {
        "id": measure.id,
        "name": context.text(row["name"]),
        "main": measure.main,
        "kind": context.label(FILE, "classes", measure.kind),
        "formula": context.text(row["formula"]),
        "where": context.text(row["where"]),
        "who": context.name(owner) if owner else who["name"] if who["known"] else who["title"],
        "when": context.label(FILE, "when", "monthly" if measure.main else "weekly"),
        "target": _say_target(context, measure, row, objective),
        "starting": measure.target in ("share", "promise"),
    }


def _objective_of(context: ViewContext, measure: Measure) -> Objective | None:
    found = (one for one in context.advice.objectives if one.id == measure.objective)
    return next(found, None)


def _say_target(
    context: ViewContext, measure: Measure, row: Mapping[str, object], objective: Objective | None
) -> str:
    if measure.main:
        return _say_path(context, row, objective)
    blanks: dict[str, str | int | float] = {}
    if measure.target == "share":
        blanks["percent"] = context.pack.percent(float(str(row["percent"])))
    if measure.target == "promise":
        hours = context.facts.value("reply_hours")
        if not isinstance(hours, int | float):
            return context.label(FILE, "targets", "open")
        blanks["hours"] = context.pack.number(hours)
    return fill(context, context.label(FILE, "targets", measure.target), blanks)


def _say_path(context: ViewContext, row: Mapping[str, object], objective: Objective | None) -> str:
    """Return where a figure of an objective comes from and goes, or that it is still open."""
    if objective is None or not objective.complete or objective.due is None:
        return context.label(FILE, "targets", "open")
    blanks = {
        "baseline": show_figure(context, objective.baseline, row),
        "target": show_figure(context, objective.target, row),
        "due": context.pack.short_date(objective.due),
    }
    return fill(context, context.label(FILE, "targets", "path"), blanks)


def _looks(context: ViewContext) -> list[date]:
    start = effective_date(context)
    return [roadmap.first_monday(start, months) for months in LOOKS]


def expect(objective: Objective, start: date, day: date) -> float | None:
    """Return what a straight line from the baseline to the target gives on a day."""
    if objective.baseline is None or objective.target is None or objective.due is None:
        return None
    whole = (objective.due - start) / timedelta(days=1)
    part = min(max((day - start) / timedelta(days=1) / whole, 0.0), 1.0) if whole > 0 else 1.0
    value = objective.baseline + (objective.target - objective.baseline) * part
    if abs(value) < LARGE:
        return round(value, 1)
    # Three digits that count: a straight line knows no more than that.
    return float(round(value, min(DIGITS - len(str(int(abs(value)))), 0)))


def _list_path(context: ViewContext) -> list[View]:
    """Return what is expected at each of the first looks, written before it happens."""
    start, days = effective_date(context), _looks(context)
    rows: list[View] = []
    for measure in context.advice.kpis.main:
        objective = _objective_of(context, measure)
        if objective is None or not objective.complete:
            continue
        entry = find_measure(context.library, measure.id)
        rows.append(
            {
                "name": context.text(entry["name"]),
                "baseline": show_figure(context, objective.baseline, entry),
                "expected": [
                    show_figure(context, expect(objective, start, day), entry) for day in days
                ],
                "target": show_figure(context, objective.target, entry),
            }
        )
    return rows


def _day(context: ViewContext) -> str:
    """Return the last service day of the week, on which the figures are noted."""
    days = context.facts.service.days
    return context.pack.weekday(days[-1]) if days else str(service.view(context)["text"])


def _list_banned(context: ViewContext) -> list[View]:
    found = context.library.knowledge["kpis"].get("banned")
    rows = found if isinstance(found, list) else []
    return [
        {"name": capitalise(context.text(row["name"])), "why": context.text(row["why"])}
        for row in rows
    ]


def _list_networks(context: ViewContext) -> list[View]:
    """Return what the figures of each network in use really count; equal notes are joined."""
    table = context.entry(FILE, "networks")
    grouped: dict[str, list[str]] = {}
    active = (one.platform for one in context.facts.accounts if one.status == "active")
    for platform in dict.fromkeys(active):
        if platform in table:
            text = context.text(table[platform])
            grouped.setdefault(text, []).append(name_platform(context, platform))
    return [{"name": context.pack.join_and(names), "text": text} for text, names in grouped.items()]


def _say_value(context: ViewContext) -> str:
    """Return the cost of one result as a formula with the company's own hours and ads."""
    hours = context.facts.capacity.available * weeks_a_month(context.library)
    rows = [find_measure(context.library, one.id) for one in context.advice.kpis.main]
    counted = [row for row in rows if row.get("result") and row.get("unit") == "number"]
    if not hours or not counted:
        return ""
    budget = context.advice.budget
    context.facts.note(("paid_budget",))
    money = ""
    if budget.paid and not context.hides("paid_budget"):
        amount = f"{context.pack.number(budget.paid)} {budget.currency}".strip()
        money = fill(context, context.label(FILE, "value", "money"), {"amount": amount})
    blanks = {
        "hours": context.pack.plural("hour", round(hours)),
        "kpi": context.text(counted[0]["name"]),
        "money": money,
    }
    return fill(context, context.label(FILE, "value", "text"), blanks)


def _make_link(context: ViewContext) -> View:
    """Return an example of a link that says where it was, in the company's own words."""
    website = str(context.facts.value("website") or "").rstrip("/")
    start = effective_date(context)
    found = context.facts.value("pillars", ())
    pillars = found if isinstance(found, tuple) else ()
    theme = str(pillars[0].get("id")) if pillars else context.label(FILE, "link", "no_theme")
    active = [one.platform for one in context.facts.accounts if one.status == "active"]
    source = active[0] if active else "instagram"
    campaign = f"{start.year}-{start.month:02d}_{theme}"
    query = f"utm_source={source}&utm_medium=social&utm_campaign={campaign}"
    return {
        "known": bool(website),
        "address": f"{website}/?{query}" if website else "",
        "campaign": campaign,
    }


def _list_loop(context: ViewContext) -> list[View]:
    """Return the usual findings, each with who decides and what changes, in this company's words."""
    blanks = {
        "question": first_question(context),
        "complaint": _first_complaint(context),
        "kpi": _first_figure(context),
    }
    found = context.library.knowledge[FILE]["loop"]
    return [
        _describe_finding(context, row, blanks)
        for row in (found if isinstance(found, list) else ())
        if blanks[_BLANK_OF[row["id"]]]
    ]


_BLANK_OF = {"question": "question", "complaint": "complaint", "format": "kpi"}


def _describe_finding(
    context: ViewContext, row: Mapping[str, object], blanks: Mapping[str, str]
) -> View:
    who = describe_role(context, str(row["role"]))
    return {
        "learnt": capitalise(fill(context, context.text(row["learnt"]), blanks)),
        "who": who["name"] if who["known"] else who["title"],
        "change": fill(context, context.text(row["change"]), blanks),
    }


def first_question(context: ViewContext) -> str:
    """Return the first real question that a persona asks, or nothing."""
    found = context.facts.value("personas", ())
    for persona in found if isinstance(found, tuple) else ():
        lines = context.text(persona.get("questions")).strip().splitlines()
        if lines:
            return lines[0].strip()
    return ""


def _first_complaint(context: ViewContext) -> str:
    shown = complaints_view(context)
    rows = shown["rows"]
    if not shown["chosen"] or not isinstance(rows, list) or not rows:
        return ""
    return str(rows[0]["name"]).lower()


def _first_figure(context: ViewContext) -> str:
    main = context.advice.kpis.main
    return context.text(find_measure(context.library, main[0].id)["name"]) if main else ""
