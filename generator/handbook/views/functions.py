"""Section `functions`: answering, publishing and analysing, and the people that they take."""

from collections.abc import Mapping
from typing import cast

from generator.advice.model import FunctionShare
from generator.advice.workload import minutes_a_piece
from generator.facts.knowledge import EffortData
from generator.handbook.context import ViewContext
from generator.handbook.views import rhythm, service
from generator.handbook.views.findings import fill
from generator.handbook.views.who import person_in
from generator.handbook.wording import capitalise

View = dict[str, object]
FILE = "functions"
TEXTS = ("does", "never", "net", "words", "figures", "hire", "test", "hours")
SHOWN = 4
"""Values of a tag that a table names."""
HOUR = 3600
FEW = 3
"""People of a function named one by one."""


def view(context: ViewContext) -> View:
    """Return the three functions with their shares, needs and people, and how talk is tagged."""
    advised = context.advice.functions
    context.facts.note(advised.reads)
    leading = advised.leading
    rows = [_describe(context, one) for one in advised.shares]
    lacking = round(advised.jobs_needed - advised.jobs_there, 1)
    return {
        "rows": rows,
        "known": bool(advised.jobs_needed),
        "any_hours": bool(context.facts.capacity.available),
        "profile": context.find_label(FILE, advised.profile, "profiles"),
        "because": _list_reasons(context),
        "leading": _name(context, leading.id, "verb") if leading else "",
        "leading_code": leading.id if leading else "",
        "leading_number": context.pack.number(leading.percent) if leading else "",
        "others": _say_others(context),
        "short": [row for row in rows if not row["covered"]],
        "needed": context.pack.number(advised.jobs_needed),
        "needed_text": context.pack.plural("full_time", advised.jobs_needed),
        "there": context.pack.number(advised.jobs_there),
        "lacking": context.pack.number(lacking) if lacking > 0 else "",
        "worst": _find_worst(context),
        "cover": context.pack.number(advised.cover_jobs),
        "languages": _number_languages(context),
        **_staffing(context),
        "week": _split_week(context),
        "surge": _surge(context),
        "tags": _list_tags(context),
        "tag_time": _tag_time(context),
        "large_team": _is_large(context),
        "piece": context.pack.duration(minutes_a_piece(context.facts.plain, context.library)),
    }


def _describe(context: ViewContext, share: FunctionShare) -> View:
    entry = context.entry(FILE, share.id, "functions")
    blanks = {"flagship": _flagship(context), **_read_hours(context)}
    texts = {key: fill(context, context.entry_text(entry, key), blanks) for key in TEXTS}
    names = [context.name(one) for one in share.people]
    tool = str(entry["tool"])
    return {
        "code": share.id,
        "name": _name(context, share.id, "name"),
        **texts,
        "percent": context.pack.percent(share.percent),
        "time": _share_of_hours(context, share),
        "needed": context.pack.plural("hour", share.needed),
        "jobs": context.pack.number(share.jobs),
        "there": context.pack.number(round(share.there / _job_hours(context), 1)),
        "there_hours": context.pack.plural("hour", share.there),
        "who": names[0] if names else context.pack.word("open_decision", "words"),
        "who_known": bool(names),
        "people": _name_people(context, names),
        "covered": share.covered,
        "tool": context.choice(tool, "tools"),
        "tool_there": _has_tool(context, tool),
    }


def _read_hours(context: ViewContext) -> dict[str, str]:
    """Return when each function works: service hours, posting days, and the day of the figures."""
    week, open_days = rhythm.view(context), context.label(FILE, "no_days")
    days = context.facts.service.days
    return {
        "service": str(service.view(context)["text"]),
        "days": str(week["days"]) or open_days,
        "count_day": context.pack.weekday(days[-1]) if days else open_days,
        "count": context.pack.duration(rhythm.count_minutes(context)),
    }


def _list_reasons(context: ViewContext) -> list[str]:
    """Return why these shares, in the company's own answers."""
    advised, goals = context.advice.functions, context.facts.value("goals", ())
    leading = advised.leading
    known = context.known("sector")
    first = goals[0] if isinstance(goals, tuple) and goals else ""
    blanks = {
        "sector": context.choice(context.facts.value("sector"), "sector"),
        "profile": context.find_label(FILE, advised.profile, "profiles"),
        "goal": context.find_label("kpis", str(first), "goals"),
        "leading": _name(context, leading.id, "verb") if leading else "",
    }
    used = ("sector" if known else "open", *(("goal",) if advised.shifted else ()), "order")
    texts = [context.label(FILE, "because", key) for key in used]
    return [capitalise(fill(context, text, blanks)) for text in texts]


def _is_large(context: ViewContext) -> bool:
    """Return whether the team is one that needs an analyst for each so many people."""
    jobs = sum(one.jobs for one in context.advice.functions.shares if one.id != "analysis")
    return jobs >= _figure(_rules(context), "analysis_from")


def _name(context: ViewContext, code: str, key: str) -> str:
    return context.entry_text(context.entry(FILE, code, "functions"), key)


def _name_people(context: ViewContext, names: list[str]) -> str:
    """Return the people of a function; beyond a few, the first ones and how many more."""
    if len(names) <= FEW:
        return context.pack.join_and(names)
    more = context.pack.plural("person", len(names) - FEW + 1)
    return context.pack.join_and([*names[: FEW - 1], more])


def _say_others(context: ViewContext) -> str:
    """Return the other functions with their share, the larger first."""
    leading = context.advice.functions.leading
    others = [one for one in context.advice.functions.shares if one is not leading]
    pattern = context.label(FILE, "each")
    return context.pack.join_and(
        [
            pattern.format(n=context.pack.number(one.percent), verb=_name(context, one.id, "verb"))
            for one in sorted(others, key=lambda one: -one.percent)
        ]
    )


def _find_worst(context: ViewContext) -> str:
    """Return the function that lacks most hours, to start hiring or cutting there."""
    job = _job_hours(context)
    gaps = [(one.jobs - one.there / job, one.id) for one in context.advice.functions.shares]
    largest = max(gaps, default=(0.0, ""))
    return _name(context, largest[1], "verb") if largest[0] > 0 else ""


def _share_of_hours(context: ViewContext, share: FunctionShare) -> str:
    hours = context.facts.capacity.available * share.percent / 100
    return context.pack.plural("hour", round(hours)) if hours else ""


def _flagship(context: ViewContext) -> str:
    found = context.text(context.facts.value("flagship")).strip().rstrip(".")
    pattern = context.label(FILE, "flagship" if found else "no_flagship")
    return pattern.format(name=found)


def _has_tool(context: ViewContext, tool: str) -> bool:
    tools = context.facts.value("tools", ())
    return isinstance(tools, tuple) and tool in tools


def _rules(context: ViewContext) -> Mapping[str, object]:
    return context.entry(FILE, "staffing")


def _figure(rules: Mapping[str, object], key: str) -> float:
    return float(str(rules[key]))


def _job_hours(context: ViewContext) -> float:
    return _figure(_rules(context), "job_hours")


def _number_languages(context: ViewContext) -> str:
    extra = context.advice.functions.languages
    return context.pack.plural("language", extra) if extra else ""


def _staffing(context: ViewContext) -> View:
    """Return the factors of the formula as this language writes them."""
    rules = _rules(context)
    effort = cast("EffortData", context.library.knowledge["effort"])
    minutes = effort["minutes_by_complaints"][context.facts.sizing.complaints]
    volume = context.facts.value("inbound_volume")
    return {
        "messages": context.pack.plural("message", volume) if isinstance(volume, int) else "",
        "minutes": context.pack.number(minutes),
        "reopened": context.pack.number(effort["reopened"]),
        "job_hours": context.pack.number(_job_hours(context)),
        "productive": context.pack.number(
            round(_figure(rules, "productive_month") / effort["weeks_a_month"])
        ),
        "occupancy": context.pack.percent(_figure(rules, "occupancy") * 100),
    }


def _split_week(context: ViewContext) -> View:
    """Return how whoever leads and posts alone splits the week, or nothing where they are two."""
    publisher = person_in(context, "publisher")
    person = context.facts.person(publisher)
    week = context.entry(FILE, "week")
    hours = person.hours if person is not None else 0.0
    parts = [
        {
            "name": context.label(FILE, "week_names", code),
            "percent": context.pack.percent(_figure(week, code)),
            "hours": context.pack.plural("hour", round(hours * _figure(week, code) / 100, 1)),
        }
        for code in week
    ]
    return {
        "alone": person is not None and person_in(context, "lead") == publisher,
        "parts": parts,
        "text": context.pack.join_and([f"{part['percent']} {part['name']}" for part in parts]),
    }


def _surge(context: ViewContext) -> str:
    """Return the messages a day from which others are called in."""
    volume, days = context.facts.value("inbound_volume"), len(context.facts.service.days)
    if not isinstance(volume, int) or not volume or not days:
        return ""
    times = _figure(_rules(context), "surge")
    return context.pack.plural("message", round(volume / days * times))


def _list_tags(context: ViewContext) -> list[View]:
    """Return the tags with the values that this company would use."""
    own = {
        "topic": _group_names(context, "pillars"),
        "cause": _choices(context, "complaint_types"),
        "product": _products(context),
        "segment": _group_names(context, "personas"),
    }
    found = context.library.knowledge[FILE]["tags"]
    rows = found if isinstance(found, list) else []
    return [
        {
            "name": context.text(row["name"]),
            "values": own.get(row["id"]) or context.text(row["values"]),
        }
        for row in rows
        if row["small"] or context.facts.book == "full"
    ]


def _group_names(context: ViewContext, question: str) -> str:
    found = context.facts.value(question, ())
    items = found if isinstance(found, tuple) else ()
    return " · ".join(context.text(one.get("name")) for one in items[:SHOWN] if one.get("name"))


def _choices(context: ViewContext, question: str) -> str:
    found = context.facts.value(question, ())
    codes = found if isinstance(found, tuple) else ()
    return " · ".join(
        capitalise(context.find_label("complaints", str(code), "groups")) for code in codes[:SHOWN]
    )


def _products(context: ViewContext) -> str:
    found = context.text(context.facts.value("flagship")).strip().rstrip(".")
    return f"{found} · {context.label(FILE, 'other_product')}" if found else ""


def _tag_time(context: ViewContext) -> str:
    """Return the time a week that tagging every message takes."""
    volume = context.facts.value("inbound_volume")
    if not isinstance(volume, int) or not volume:
        return ""
    seconds = volume * _figure(_rules(context), "tag_seconds")
    return context.pack.duration(max(5 * round(seconds / 60 / 5), 5))
