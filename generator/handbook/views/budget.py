"""Section `budget`: what a month costs, who may spend how much, and what is dropped first."""

from collections.abc import Mapping
from typing import cast

from generator.advice.budget import NO_TOOL, list_formats
from generator.advice.model import Budget
from generator.advice.objectives import find_kpi
from generator.advice.workload import (
    hours_a_channel,
    minutes_a_piece,
    most_posts,
)
from generator.facts.knowledge import EffortData
from generator.handbook.context import ViewContext
from generator.handbook.views.channels import view as channels_view
from generator.handbook.views.findings import fill
from questionnaire.kinds.money import show_money
from questionnaire.money import Money

View = dict[str, object]
Row = Mapping[str, object]
FILE = "budget"
FEW = 3
"""Cuts that a micro book shows."""
PAIR = 2
CODE = 3
"""Letters of the code of a currency."""


def view(context: ViewContext) -> View:
    """Return hours, money, tools, limits, the cost of one result and the order of the cuts."""
    advised = context.advice.budget
    context.facts.note(advised.reads)
    capacity = context.facts.capacity
    shown = None if context.hides("paid_budget") else advised.paid
    return {
        "any_hours": bool(advised.hours),
        "hours": _hours(context, advised.hours),
        "needed": _hours(context, advised.needed),
        "short": bool(advised.hours) and capacity.share > 1,
        "people": [
            {"name": context.name(one.person), "hours": _hours(context, one.hours)}
            for one in sorted(advised.people, key=lambda one: -one.hours)
        ],
        "people_total": context.pack.plural("person", len(advised.people)),
        "pays": bool(advised.paid) or context.facts.value("paid") is True,
        "paid": money(context, shown) if shown else "",
        "single": money(context, advised.single) if shown else "",
        "contingency": money(context, advised.contingency) if shown else "",
        "contingency_percent": _percent(context, "contingency"),
        "single_percent": _percent(context, "single"),
        "stop_percent": _percent(context, "stop_at"),
        "test_results": str(context.library.knowledge[FILE]["test_results"]),
        "currency": advised.currency,
        "tools": _list_tools(context),
        "licences": _name_licences(context),
        "training": _hours(context, advised.training),
        "any_training": bool(advised.training),
        "split": _list_split(context, advised),
        "outcome": _name_outcome(context),
        "counts": bool(advised.outcome),
        "goal": _name_goal(context),
        "cuts": _list_cuts(context, shown),
        "keep": context.label(FILE, "keep"),
        "because": _list_reasons(context, shown),
    }


def money(context: ViewContext, amount: float | None) -> str:
    """Return an amount with the currency of the company; nothing without an amount."""
    if amount is None:
        return ""
    currency = context.advice.budget.currency
    if len(currency) == CODE:
        return show_money(Money(amount, currency), context.language)
    return f"{context.pack.number(amount)} {currency}".strip()


def _hours(context: ViewContext, hours: float) -> str:
    return context.pack.plural("hour", round(hours) if hours >= 1 else round(hours, 1))


def _percent(context: ViewContext, key: str) -> str:
    return context.pack.percent(float(str(context.library.knowledge[FILE][key])))


def _list_tools(context: ViewContext) -> list[View]:
    return [
        {
            "name": context.choice(code, "tools"),
            "paid": bool(entry.get("paid")),
            "leave": context.entry_text(entry, "leave"),
        }
        for code in context.advice.budget.tools
        if (entry := context.entry(FILE, code, "tools"))
    ]


def _name_licences(context: ViewContext) -> str:
    """Return the tools for which a licence is usual, in words of a sentence."""
    codes = [one for one in context.advice.budget.tools if one != NO_TOOL]
    paid = [one for one in codes if context.entry(FILE, one, "tools").get("paid")]
    return context.pack.join_and([context.choice(one, "tools").lower() for one in paid])


def _list_split(context: ViewContext, advised: Budget) -> list[View]:
    return [
        {
            "name": context.entry_text(context.entry(FILE, one.id, "split"), "name"),
            "percent": context.pack.percent(one.percent),
            "worth": _hours(context, one.worth) if one.worth else "",
        }
        for one in advised.split
    ]


def _name_outcome(context: ViewContext) -> str:
    """Return what one result is here: the figure of the first goal, or a message answered."""
    row = find_kpi(context.library, context.advice.budget.outcome)
    return context.text(row["name"]) if row else context.label(FILE, "messages")


def _name_goal(context: ViewContext) -> str:
    """Return the first goal in words of a sentence; nothing while there is none."""
    goals = context.facts.value("goals", ())
    first = str(goals[0]) if isinstance(goals, tuple) and goals else ""
    return context.find_label("kpis", first, "goals") if first else ""


def _list_cuts(context: ViewContext, paid: float | None) -> list[View]:
    """Return what goes first, in order; rows whose figures this company doesn't have are left out."""
    blanks = _read_blanks(context, paid)
    rows = context.library.knowledge[FILE]["cuts"]
    shown: list[View] = [
        {
            "what": fill(context, context.text(row["what"]), blanks),
            "gives": fill(context, context.text(row["gives"]), blanks),
        }
        for row in (rows if isinstance(rows, list) else ())
        if all(blanks[one] for one in row["needs"]) and not blanks.get(str(row.get("unless")), "")
    ]
    return shown[:FEW] if context.facts.book == "micro" else shown


def _read_blanks(context: ViewContext, paid: float | None) -> dict[str, str]:
    facts, library = context.facts.plain, context.library
    posts, fitting = facts.value("posts_month"), most_posts(facts, library)
    running = sum(one.status == "active" for one in facts.accounts)
    each = hours_a_channel(facts.capacity, running)
    piece = minutes_a_piece(facts, library)
    fewer = isinstance(posts, int) and 0 < fitting < posts
    return {
        "channels": _weak_channels(context),
        "channel_hours": context.pack.plural("hour", each) if each and running > 1 else "",
        "posts": context.pack.plural("post", posts) if isinstance(posts, int) else "",
        "fitting": context.pack.number(fitting) if fewer else "",
        "piece": context.pack.duration(piece) if piece else "",
        **_compare_formats(context),
        "money": money(context, paid) if paid else "",
        "licences": _name_licences(context),
    }


def _compare_formats(context: ViewContext) -> dict[str, str]:
    """Return the dearest and the cheapest format in use, and the hours between them."""
    formats = list_formats(context.facts.plain, context.library)
    hours = cast("EffortData", context.library.knowledge["effort"])["hours_by_format"]
    if len(formats) < PAIR or hours[formats[0]] == hours[formats[-1]]:
        return dict.fromkeys(("dear", "cheap", "saved"), "")
    minutes = round((hours[formats[0]] - hours[formats[-1]]) * 60)
    return {
        "dear": context.choice(formats[0], "formats").lower(),
        "cheap": context.choice(formats[-1], "formats").lower(),
        "saved": context.pack.duration(minutes),
    }


def _weak_channels(context: ViewContext) -> str:
    """Return the active accounts that the advice would stop, or the last that it would keep."""
    rows = channels_view(context)["rows"]
    active = {one.id for one in context.facts.accounts if one.status == "active"}
    shown = [row for row in (rows if isinstance(rows, list) else ()) if row["account_id"] in active]
    stopped = [str(row["platform"]) for row in shown if row["decision_code"] == "stop"]
    return context.pack.join_and(list(dict.fromkeys(stopped)))


def _list_reasons(context: ViewContext, paid: float | None) -> list[str]:
    advised = context.advice.budget
    blanks = {
        "week": context.pack.plural("hour", round(context.facts.capacity.available, 1)),
        "needed": _hours(context, advised.needed),
        "there": _hours(context, advised.hours),
        "amount": money(context, paid),
        "single": money(context, advised.single) if paid else "",
    }
    keys = {
        "hours": bool(advised.hours),
        "short": bool(advised.hours) and context.facts.capacity.share > 1,
        "paid": bool(paid),
        "unpaid": advised.paid == 0 and context.facts.value("paid") is False,
    }
    return [
        fill(context, context.label(FILE, "because", key), blanks)
        for key, holds in keys.items()
        if holds
    ]
