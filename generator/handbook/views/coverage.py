"""Section `coverage`: in which hours of the week somebody acts in time, and without whom nobody does."""

from generator.advice.model import Coverage, CoverHour, Gap
from generator.handbook.context import ViewContext

Row = dict[str, object]

BLOCK = 3
"""Hours of one cell of the heat map: eight cells a day fit a telephone."""

READS = (
    "service_days", "service_from", "service_to", "out_of_hours", "on_call", "replier", "substitute",
    "crisis_decider", "crisis_deputy", "sponsor", "people",
)  # fmt: skip
WORST = ("unknown", "undecided", "unanswered", "unwatched", "kept")
"""What happens to an hour, the most serious first."""


def view(context: ViewContext) -> Row:
    """Return the heat map by weekday and block of hours, the gaps, and the people it hangs on."""
    context.facts.note(READS)
    coverage = context.advice.coverage
    known = bool(coverage.hours) and any(one.cover != "unknown" for one in coverage.hours)
    longest = coverage.longest
    singles = [context.name(one) for one in coverage.single_points]
    return {
        "known": known,
        "blocks": [f"{start}–{start + BLOCK}" for start in range(0, 24, BLOCK)],
        "rows": [_day(context, coverage, day) for day in range(1, 8)] if coverage.hours else [],
        "share": context.pack.percent(round(coverage.share() * 100)),
        "share_number": round(coverage.share() * 100),
        "clock": context.pack.duration(coverage.minutes),
        "whole": known and longest is None,
        "longest": _gap(context, longest) if longest else {},
        "longest_text": context.pack.plural("hour", longest.hours) if longest else "",
        "gaps": [_gap(context, one) for one in coverage.gaps],
        "single_points": singles,
        "single_text": context.pack.join_and(singles) or context.pack.word("coverage", "none"),
        "single_any": bool(singles),
        "people": _people(context, coverage),
        "on_call": context.facts.value("out_of_hours") == "on_call",
    }


def _day(context: ViewContext, coverage: Coverage, day: int) -> Row:
    hours = [one for one in coverage.hours if one.weekday == day]
    starts = range(0, len(hours), BLOCK)
    return {
        "day": context.pack.weekday(day),
        "short": context.pack.weekday_short(day),
        "day_code": day,
        "cells": [_cell(context, hours[start : start + BLOCK]) for start in starts],
    }


def _cell(context: ViewContext, hours: list[CoverHour]) -> Row:
    """Return one block: how many of its hours are kept, the worst of them, and whom it hangs on."""
    kept = sum(one.cover == "kept" for one in hours)
    worst = min((one.cover for one in hours), key=WORST.index)
    code = "part" if 0 < kept < len(hours) else worst
    fragile = list(dict.fromkeys(person for one in hours for person in one.fragile))
    names = [context.name(one) for one in fragile]
    return {
        "code": code,
        "text": context.pack.word("coverage", code),
        "kept": kept,
        "hours": len(hours),
        "from": hours[0].hour,
        "fragile": bool(names),
        "without": context.pack.join_or(names),
    }


def _gap(context: ViewContext, gap: Gap) -> Row:
    clock = context.pack.word("times", "clock").format(hour=gap.hour, minute="00")
    everybody = context.pack.word("coverage", "everybody")
    return {
        "absent": context.name(gap.absent) if gap.absent else everybody,
        "absent_any": gap.absent is not None,
        "code": gap.cover,
        "why": context.pack.word("coverage", gap.cover),
        "day": context.pack.weekday(gap.weekday),
        "from": clock,
        "hours": gap.hours,
        "hours_text": context.pack.plural("hour", gap.hours),
    }


def _people(context: ViewContext, coverage: Coverage) -> list[Row]:
    """Return how much of the week is kept with each person away, the worst first."""
    if not coverage.hours:
        return []
    rows: list[Row] = []
    people = [one.id for one in context.facts.people if one.id in coverage.hours[0].without]
    for person in sorted(people, key=coverage.share):
        share = round(coverage.share(person) * 100)
        rows.append(
            {
                "name": context.name(person),
                "share": context.pack.percent(share),
                "share_number": share,
                "breaks": person in coverage.single_points,
            }
        )
    return rows
