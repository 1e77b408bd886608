"""Section `rhythm`: which day, what, who and how long."""

from collections.abc import Sequence
from typing import Literal

from generator.advice.workload import minutes_a_piece
from generator.handbook.context import ViewContext
from generator.handbook.views import mix as mix_view
from generator.handbook.views.who import describe_role
from generator.handbook.views.workload import describe_loads

View = dict[str, object]
WEEKS = 4
"""Weeks of the pattern; the days beyond them are left for the unexpected."""
CROWDED = 2
"""Posts on each day of service above which one week is printed for all four."""
HOUR = 60
NEAR = 3
"""Posts at the end of a month that a swap of the last two touches."""
Task = Literal["prepare", "reply", "count"]


def view(context: ViewContext) -> View:
    """Return the pattern of a month, or of one week where posts are many, and the tasks of each."""
    context.facts.note(("posts_month", "service_days", "pillars", "publisher", "replier"))
    days = context.facts.service.days
    themes = _list_themes(context)
    dense = sum(count for _, count in themes) > CROWDED * WEEKS * len(days)
    weeks = 1 if dense else WEEKS
    order = spread_themes(
        [(name, round(count / WEEKS)) for name, count in themes] if dense else themes
    )
    pattern = _lay_out(context, order, days, weeks)
    return {
        "known": bool(pattern),
        "dense": dense,
        "rows": pattern,
        "days": context.pack.weekdays(_list_slots(days, order, weeks)) if pattern else "",
        "tasks": _list_tasks(context, days, describe_loads(context)) if pattern else [],
    }


def spread_themes(themes: Sequence[tuple[str, int]]) -> list[str]:
    """Return the themes in an order that spaces each of them evenly over the month."""
    total = sum(count for _, count in themes)
    placed = dict.fromkeys((name for name, _ in themes), 0)
    order: list[str] = []
    for step in range(1, total + 1):
        # The theme furthest behind its share comes next; between equals the first of the list.
        name = max(themes, key=lambda one: one[1] * step / total - placed[one[0]])[0]
        placed[name] += 1
        order.append(name)
    return _unlink_ends(order)


def _unlink_ends(order: list[str]) -> list[str]:
    """Keep the last post of a month from having the theme of the first one of the next."""
    if len(order) > NEAR and order[0] == order[-1] != order[-2] and order[-NEAR] != order[-1]:
        order[-1], order[-2] = order[-2], order[-1]
    return order


def choose_days(days: Sequence[int], posts: int) -> list[int]:
    """Return the day of each post of a week, spread over the days on which somebody answers."""
    if not days or posts <= 0:
        return []
    if posts <= len(days):
        return [days[(2 * at + 1) * len(days) // (2 * posts)] for at in range(posts)]
    return sorted(days[at % len(days)] for at in range(posts))


def _list_themes(context: ViewContext) -> list[tuple[str, int]]:
    """Return the themes with their posts, or the classes of the preset, as the month names them."""
    found = mix_view.view(context)
    rows = found["pillars"] or found["classes"]
    return [
        (str(row["name"]).partition(":")[0], int(row["posts"]))
        for row in (rows if isinstance(rows, list) else ())
        if row["posts"]
    ]


def _split_weeks(order: Sequence[str], weeks: int) -> list[Sequence[str]]:
    total = len(order)
    return [order[total * at // weeks : total * (at + 1) // weeks] for at in range(weeks)]


def _list_slots(days: Sequence[int], order: Sequence[str], weeks: int) -> list[int]:
    fullest = max((len(week) for week in _split_weeks(order, weeks)), default=0)
    return sorted(set(choose_days(days, fullest)))


def _lay_out(
    context: ViewContext, order: Sequence[str], days: Sequence[int], weeks: int
) -> list[View]:
    """Return one row per day of posting with the themes of each week of the pattern."""
    split = _split_weeks(order, weeks)
    fullest = max((len(week) for week in split), default=0)
    slots = choose_days(days, fullest)
    cells: dict[int, list[list[str]]] = {day: [[] for _ in range(weeks)] for day in slots}
    for at, week in enumerate(split):
        for day, theme in zip(slots, week, strict=False):
            cells[day][at].append(theme)
    return [
        {"day": context.pack.weekday(day), "cells": [_say_cell(one) for one in cells[day]]}
        for day in sorted(cells)
    ]


def _say_cell(themes: Sequence[str]) -> str:
    """Return the themes of one day; a theme that comes several times is counted."""
    counted = {theme: themes.count(theme) for theme in themes}
    shown = [name if times == 1 else f"{name} ×{times}" for name, times in counted.items()]
    return ", ".join(shown) or "–"


def _list_tasks(context: ViewContext, days: Sequence[int], loads: Sequence[View]) -> list[View]:
    """Return the work of a week in the order of its days."""
    capacity, pack = context.facts.capacity, context.pack
    piece = pack.duration(minutes_a_piece(context.facts.plain, context.library))
    daily = round(capacity.replying * HOUR / len(days))
    tasks: list[tuple[str, Task, str, int]] = [
        (pack.weekday(days[0]), "prepare", "publisher", round(capacity.publishing * HOUR)),
        (pack.weekdays(days), "reply", "replier", daily),
        (pack.weekday(days[-1]), "count", "publisher", count_minutes(context)),
    ]
    return [
        {
            "day": day,
            "what": context.label("editorial", "tasks", task).format(piece=piece),
            "who": _name_with_help(context, task, role, loads),
            "time": pack.duration(_round(minutes)),
            "daily": task == "reply",
        }
        for day, task, role, minutes in tasks
        if minutes
    ]


def _name_with_help(context: ViewContext, task: Task, role: str, loads: Sequence[View]) -> str:
    """Return who does a task, with the colleagues whose hours it takes if they suffice.

    Of two tasks of one person it is the answering that others can share.
    """
    entry = describe_role(context, role)
    load = next((one for one in loads if one["id"] == entry["id"]), None)
    name = str(entry["name"])
    shared = "reply" if load is not None and load["answers"] else "prepare"
    if load is None or load["fits"] or not load["covered"] or task != shared:
        return name
    helpers = load["helpers"]
    return context.pack.join_and([name, *(helpers if isinstance(helpers, list) else ())])


def _round(minutes: int) -> int:
    """Return minutes to the nearest five: the figures behind them aren't finer."""
    return max(5 * round(minutes / 5), 5)


def count_minutes(context: ViewContext) -> int:
    """Return the minutes a week for noting the figures, within those of the pieces."""
    return int(str(context.library.knowledge["editorial"]["count_minutes"]))
