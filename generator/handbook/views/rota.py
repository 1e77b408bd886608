"""Section `rota`: the week as a map, who is on when, who covers whom, and what closes each hole."""

from collections.abc import Mapping
from datetime import timedelta

from generator.advice.coverage import list_on_call
from generator.advice.model import Gap
from generator.handbook.context import ViewContext
from generator.handbook.views import coverage as coverage_view
from generator.handbook.views.answers import describe_answer
from generator.handbook.views.dates import effective_date
from generator.handbook.views.fillings import list_fillings, list_reasons
from generator.handbook.views.shifts import list_covers, list_duty
from generator.handbook.views.who import person_in

Row = dict[str, object]
FILE = "rota"
WEEK = 7
DAYS_TO_DECIDE = 30
"""Days to close a hole whose decision has no date of its own: a starting value."""

READS = (
    "out_of_hours",
    "on_call",
    "disconnection",
    "effective_date",
    "service_days",
    "service_from",
)
IN_CHAIN = ("replier", "substitute", "crisis_decider", "crisis_deputy")


def view(context: ViewContext) -> Row:
    """Return the heat map, the holes with who closes them, the turns and the covers."""
    context.facts.note(READS)
    found = coverage_view.view(context)
    on_call = list_on_call(context.facts.plain)
    absences = _list_absences(context, found["people"])
    return {
        "rows": _draw_map(context, found["rows"]),
        "absences": absences,
        "breaks": any(row["breaks_any"] for row in absences),
        "chain": context.pack.join_or([str(row["name"]) for row in absences]),
        "closes": _list_closes(context),
        "duty": list_duty(context),
        "turns": _list_turns(context, on_call),
        "on_call_known": bool(on_call),
        "covers": list_covers(context),
        "notice": context.pack.plural("day", context.figure(FILE, "notice_days")),
        "longest": _say_gap(context, context.advice.coverage.longest),
        "because": _list_reasons(context, found),
    }


def _draw_map(context: ViewContext, rows: object) -> list[Row]:
    """Return one row of marks per day; a mark of warning where it hangs on one person."""
    marks = context.entry(FILE, "marks")
    warning = context.label(FILE, "fragile")
    drawn: list[Row] = []
    for row in rows if isinstance(rows, list) else ():
        cells = [
            f"{marks[cell['code']]}{warning if cell['fragile'] and cell['kept'] else ''}"
            for cell in row["cells"]
        ]
        drawn.append({"day": row["short"], "cells": cells})
    return drawn


def _list_absences(context: ViewContext, people: object) -> list[Row]:
    """Return what breaks with each person of the chain away, the worst first."""
    chain = {context.name(person_in(context, role)) for role in IN_CHAIN}
    gaps = {context.name(one.absent): one for one in _own_gaps(context)}
    return [
        {
            "name": row["name"],
            "share": row["share"],
            "breaks_any": row["name"] in gaps,
            "breaks": context.label(FILE, "breaks", gaps[row["name"]].cover)
            if row["name"] in gaps
            else context.label(FILE, "holds"),
        }
        for row in (people if isinstance(people, list) else ())
        if row["name"] in chain
    ]


def _own_gaps(context: ViewContext) -> list[Gap]:
    """Return the gap that each single absence opens, once per person."""
    gaps = context.advice.coverage.gaps
    first = {one.absent: one for one in reversed(gaps) if one.absent is not None}
    singles = context.advice.coverage.single_points
    return [first[person] for person in singles if person in first]


def _list_closes(context: ViewContext) -> list[Row]:
    """Return what closes each hole, who decides it and by when."""
    rows = [
        _describe_close(context, one.cover, name=context.name(one.absent))
        for one in _own_gaps(context)
    ]
    longest = context.advice.coverage.longest
    if longest is None:
        return rows
    if longest.cover in ("undecided", "unknown"):
        kind = "nobody" if longest.cover == "undecided" else "unknown"
        return [*rows, _describe_close(context, kind, name="")]
    return [*rows, _describe_gap(context, longest)]


def _describe_close(context: ViewContext, cover: str, name: str) -> Row:
    entry = context.entry(FILE, cover, "closes")
    what = context.entry_text(entry, "what").format(name=name)
    return {"what": what, **_owed_by(context, str(entry["question"]))}


def _describe_gap(context: ViewContext, gap: Gap) -> Row:
    """Return the decision on the hours in which nobody is there."""
    chosen = context.facts.value("out_of_hours")
    if chosen == "on_call" and not list_on_call(context.facts.plain):
        what = context.label(FILE, "gap", "unnamed")
        return {"what": what, **_owed_by(context, "on_call")}
    kind = "on_call" if chosen == "on_call" else "accepted" if chosen else "open"
    what = context.label(FILE, "gap", kind).format(gap=_say_gap(context, gap))
    return {"what": what, **_owed_by(context, "out_of_hours")}


def _owed_by(context: ViewContext, question: str) -> Row:
    """Return who decides and by when: as the open decision says, else who has the last word."""
    asked = context.question(question)
    pending = describe_answer(context, asked)["pending"] if asked else {}
    owed = pending if isinstance(pending, Mapping) else {}
    due = context.facts.today + timedelta(days=DAYS_TO_DECIDE)
    return {
        "who": owed.get("owner") or context.name(person_in(context, "sponsor")),
        "due": owed.get("due") or context.pack.long_date(due),
    }


def _say_gap(context: ViewContext, gap: Gap | None) -> str:
    if gap is None:
        return ""
    clock = context.pack.word("times", "clock").format(hour=gap.hour, minute="00")
    hours = context.pack.plural("hour", gap.hours)
    pattern = context.label(FILE, "gap_words")
    return pattern.format_map(
        {"day": context.pack.weekday(gap.weekday), "from": clock, "hours": hours}
    )


def _list_turns(context: ViewContext, people: tuple[str, ...]) -> list[Row]:
    """Return who is on call in each of the first weeks; nothing where nobody is on call."""
    start = effective_date(context)
    monday = start + timedelta(days=-start.weekday() % WEEK)
    return [
        {
            "from": context.pack.long_date(monday + timedelta(weeks=week)),
            "name": context.name(people[week % len(people)]),
        }
        for week in range(context.figure(FILE, "weeks") if people else 0)
    ]


def _list_reasons(context: ViewContext, found: Mapping[str, object]) -> list[str]:
    fillings = {key: str(found[key]) for key in ("share", "clock")}
    return list_reasons(context, FILE, {**list_fillings(context), **fillings})
