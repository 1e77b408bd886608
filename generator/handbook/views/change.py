"""Section `change`: what changes for whom, the first thirty days, objections, and how ready we are."""

from collections.abc import Mapping
from datetime import date, timedelta

from generator.handbook.context import ViewContext
from generator.handbook.views import capacity, governance, metrics
from generator.handbook.views.dates import effective_date
from generator.handbook.views.findings import fill
from generator.handbook.views.guide import chapter_titles, holds
from generator.handbook.views.who import describe_role
from generator.handbook.wording import capitalise

View = dict[str, object]
Row = Mapping[str, object]
FILE = "change"
PROMISE_DAYS = 90
QUESTIONS = 28
"""Days during which questions are collected."""


def view(context: ViewContext) -> View:
    """Return who changes what, the steps of the first month, the answers and the score."""
    pieces = [_describe_piece(context, row) for row in context.rows(FILE, "pieces")]
    there = sum(piece["state_code"] == "there" for piece in pieces)
    blanks = _read_blanks(context)
    missing = [piece for piece in pieces if piece["state_code"] != "there"]
    return {
        "before": _say_before(context),
        "roles": [_describe_change(context, row) for row in _applying(context, "roles")],
        "rollout": [_describe_step(context, row, blanks) for row in context.rows(FILE, "rollout")],
        "objections": [
            _describe_objection(context, row, blanks) for row in _applying(context, "objections")
        ],
        "pieces": pieces,
        "known": context.known("maturity"),
        "score": context.pack.number(there),
        "total": context.pack.number(len(pieces)),
        "level": _say_level(context, there),
        "next": missing[0] if missing else {},
        "complete": not missing,
        "questions_until": context.pack.long_date(_day(context, QUESTIONS)),
        "today_page": "p.audience" in chapter_titles(context) and _has_adoption(context),
    }


def _applying(context: ViewContext, key: str) -> list[Row]:
    return [
        row
        for row in context.rows(FILE, key)
        if holds(context, row.get("when")) and _is_filled(context, row.get("needs"))
    ]


def _is_filled(context: ViewContext, role: object) -> bool:
    """Return whether somebody fills a role; a row that needs none is always right."""
    return role is None or bool(describe_role(context, str(role))["known"])


def _day(context: ViewContext, days: object) -> date:
    """Return a day counted from the start; none of them is in the past."""
    day = effective_date(context) + timedelta(days=int(str(days)))
    return max(day, context.facts.today)


def _say_day(context: ViewContext, days: object) -> str:
    return context.pack.short_date(_day(context, days))


def _name_role(context: ViewContext, *roles: str) -> str:
    """Return the person in the first role that is filled; else the first role in words."""
    filled = [describe_role(context, role) for role in roles]
    found = next((one for one in filled if one["known"]), None)
    return str(found["name"]) if found else str(filled[0]["title"])


def _roles_of(row: Row) -> list[str]:
    found = row.get("roles")
    return [str(role) for role in found] if isinstance(found, list) else []


def _describe_change(context: ViewContext, row: Row) -> View:
    role = str(row.get("role", ""))
    who = _name_role(context, role) if role else context.text(row["who"])
    return {
        "who": capitalise(who),
        "part": context.pack.word("roles", role) if role and _is_filled(context, role) else "",
        "from": context.text(row["from"]),
        "to": context.text(row["to"]),
        "by": _say_day(context, row["day"]),
    }


def _describe_step(context: ViewContext, row: Row, blanks: Mapping[str, str]) -> View:
    return {
        "by": _say_day(context, row["day"]),
        "what": capitalise(fill(context, context.text(row["what"]), blanks)),
        "who": _name_role(context, *_roles_of(row)),
    }


def _describe_objection(context: ViewContext, row: Row, blanks: Mapping[str, str]) -> View:
    return {
        "says": context.text(row["says"]),
        "answer": capitalise(fill(context, context.text(row["answer"]), blanks)),
        "who": _name_role(context, *_roles_of(row)),
    }


def _read_blanks(context: ViewContext) -> dict[str, str]:
    """Return the company's own numbers and names that the answers to objections use."""
    main = metrics.view(context)["main"]
    figures = main if isinstance(main, list) else []
    due = effective_date(context) + timedelta(days=PROMISE_DAYS)
    return {
        "needed": str(capacity.view(context)["needed"]),
        "lead": _name_role(context, "lead"),
        "approver": _name_role(context, "approver"),
        "messages": _messages(context),
        "kpi": str(figures[0]["name"]) if figures else "",
        "due": context.pack.long_date(due),
        "agree": _name_agreeing(context),
    }


def _messages(context: ViewContext) -> str:
    volume = context.facts.value("inbound_volume")
    return context.pack.plural("message", volume) if isinstance(volume, int) else ""


def _name_agreeing(context: ViewContext) -> str:
    """Return who must say yes before the start: the last word, who leads, and staff's voice."""
    names = [_name_role(context, "sponsor"), _name_role(context, "lead")]
    committee = governance.view(context)["committee"]
    seats = committee["seats"] if isinstance(committee, dict) else []
    names += [str(seat["name"]) for seat in seats if seat["known"] and seat["permanent"]]
    if context.facts.value("worker_reps") is True:
        names.append(context.label(FILE, "agree", "reps"))
    return context.pack.join_and(list(dict.fromkeys(names)))


def _say_before(context: ViewContext) -> str:
    """Return what arrives today, in the company's own numbers."""
    messages, share = _messages(context), context.facts.value("complaint_share")
    key = "unknown" if not messages else "volume" if share else "volume_only"
    blanks = {
        "messages": messages,
        "share": context.choice(share, "complaint_share").lower() if share else "",
    }
    return fill(context, context.label(FILE, "before", key), blanks)


def _has_adoption(context: ViewContext) -> bool:
    """Return whether there is a figure of how many people of our countries use social media."""
    found = context.facts.value("jurisdictions", ())
    rows = context.library.knowledge["adoption"].get("facts")
    there = {row["jurisdiction"] for row in rows} if isinstance(rows, list) else set()
    return isinstance(found, tuple) and bool(there & set(found))


def _describe_piece(context: ViewContext, row: Row) -> View:
    """Return one piece of maturity: there or not, the page that gives it, who and when."""
    pieces = context.facts.value("maturity")
    state = "unknown"
    if isinstance(pieces, tuple):
        state = "there" if row["id"] in pieces else "missing"
    page = str(row["page"])
    titles = chapter_titles(context)
    return {
        "name": capitalise(context.text(row["name"])),
        "plain": context.text(row["name"]),
        "state": context.label(FILE, "states", state),
        "state_code": state,
        "page": page,
        "title": titles.get(page, ""),
        "who": _name_role(context, str(row["role"]), "lead"),
        "by": _say_day(context, row["day"]),
    }


def _say_level(context: ViewContext, there: int) -> str:
    reached = [row for row in context.rows(FILE, "levels") if there >= int(str(row["from"]))]
    return context.text(reached[-1]["text"]) if reached else ""
