"""Section `listening`: the words to search, where and by whom, what they decide, and whom to watch."""

import unicodedata
from collections.abc import Iterator, Mapping
from datetime import timedelta

from generator.advice.coverage import list_watchers
from generator.handbook.context import ViewContext
from generator.handbook.views.fillings import Fillings, fill, list_fillings, list_reasons
from generator.handbook.views.platform_name import name_platform
from generator.handbook.views.who import person_in

Row = dict[str, object]
FILE = "listening"
READS = (
    "company_name", "accounts", "website", "flagship", "products", "campaigns", "events",
    "sensitive_topics", "spokesperson", "sponsor", "crisis_history", "tools", "service_days", "audience_elsewhere",
    "replier", "reviews_owner", "records_months",
)  # fmt: skip
KEPT_MONTHS = 12
"""Months for which findings are kept at most: as the house rules say of messages."""
TOOL = "listening"
FRIDAY = 5
QUIET = ("whatsapp", "google_business", "telegram")
"""Networks without a search box for what strangers say."""


def view(context: ViewContext) -> Row:
    """Return the words, the places with their minutes, what each finding sets off, and the rivals."""
    context.facts.note(READS)
    fillings = _list_fillings(context)
    places = [_describe_place(context, one, fillings) for one in _list_places(context)]
    terms = [_describe_term(context, key, words) for key, words in _list_terms(context) if words]
    minutes = sum(int(str(row["total"])) for row in places)
    due = context.facts.today + timedelta(days=context.figure(FILE, "rivals_days"))
    return {
        "reader": fillings["replier"],
        "lead": fillings["lead"],
        "publisher": fillings["publisher"],
        "days": fillings["days"],
        "note_day": fillings["note_day"],
        "week": context.pack.duration(minutes),
        "tool": TOOL in _codes(context, "tools"),
        "terms": terms,
        "past": any(row["code"] == "past" for row in terms),
        "places": places,
        "triggers": [
            {
                "seen": context.text(row["seen"]),
                "do": fill(context, row["do"], fillings),
                "who": fillings[str(row["who"])],
                "by": fill(context, row["by"], fillings),
            }
            for row in context.rows(FILE, "triggers")
        ],
        "rivals": [context.text(one) for one in context.rows(FILE, "rival_kinds")],
        "rival_notes": [context.text(one) for one in context.rows(FILE, "rival_notes")],
        "rivals_by": context.pack.long_date(due),
        "rivals_minutes": context.pack.duration(context.figure(FILE, "rivals_minutes")),
        "kept": context.pack.plural("month", _months_kept(context)),
        "because": list_reasons(context, FILE, fillings),
    }


def _list_fillings(context: ViewContext) -> Fillings:
    days = context.facts.service.days
    own, others = _share_days(context)
    week = [day for day in own or days if day <= FRIDAY] or list(own or days)
    networks = [
        name_platform(context, one.platform)
        for one in context.facts.accounts
        if one.status == "active" and one.platform not in QUIET
    ]
    return {
        **list_fillings(context),
        "days": context.pack.weekdays(own or days) if days else context.label(FILE, "any_day"),
        "shifts": _name_shifts(context, own, others),
        "note_day": context.pack.weekday(max(week) if week else FRIDAY),
        "networks": context.pack.join_and(list(dict.fromkeys(networks)))
        or context.label(FILE, "any_network"),
    }


def _share_days(context: ViewContext) -> tuple[list[int], list[int]]:
    """Return the days of service that whoever replies works, and those somebody else has to."""
    person = context.facts.person(person_in(context, "replier"))
    days = list(context.facts.service.days)
    works = days if person is None or person.works_days is None else person.works_days
    return [day for day in days if day in works], [day for day in days if day not in works]


def _name_shifts(context: ViewContext, own: list[int], others: list[int]) -> str:
    """Return who looks on the days on which whoever replies is off; nothing if nobody does."""
    if not own or not others:
        return ""
    replier = person_in(context, "replier")
    people = [context.facts.person(one) for one in list_watchers(context.facts.plain)]
    free = [
        one
        for one in people
        if one is not None
        and one.id != replier
        and (one.works_days is None or set(others) <= set(one.works_days))
    ]
    words = context.label(FILE, "shifts")
    days = context.pack.weekdays(others)
    return words.format(days=days, name=context.name(free[0].id)) if free else ""


def _codes(context: ViewContext, question: str) -> tuple[str, ...]:
    found = context.facts.value(question, ())
    return tuple(str(one) for one in found) if isinstance(found, tuple) else ()


def _list_terms(context: ViewContext) -> Iterator[tuple[str, list[str]]]:
    """Yield what to search, as this edition may print it."""
    yield "brand", _spell(context.text(context.facts.value("company_name")))
    handles = [context.text(one.handle) for one in context.facts.accounts]
    yield "accounts", [one for one in dict.fromkeys(handles) if one.startswith("@")]
    yield "site", _answer(context, "website")
    yield "product", _answer(context, "flagship") + _names(context, "products")
    speakers = (person_in(context, role) for role in ("spokesperson", "sponsor"))
    found = [context.name(one) for one in speakers if context.facts.person(one)]
    yield "people", [] if context.hides("people", "name") else list(dict.fromkeys(found))
    yield "campaigns", _names(context, "campaigns") + _names(context, "events")
    topics = [one for one in _codes(context, "sensitive_topics") if one != "none"]
    yield "topics", [context.choice(one, "sensitive_topics").lower() for one in topics]
    yield "past", _answer(context, "crisis_history")


def _spell(name: str) -> list[str]:
    """Return a name as people type it: as it is, without accents, and in one word."""
    plain = "".join(
        one for one in unicodedata.normalize("NFD", name) if not unicodedata.combining(one)
    )
    joined = "#" + "".join(one for one in plain if one.isalnum())
    return list(dict.fromkeys(one for one in (name, plain, joined) if len(one) > 1))


def _answer(context: ViewContext, question: str) -> list[str]:
    if context.hides(question):
        return []
    found = context.text(context.facts.value(question)).strip()
    return [found.removeprefix("https://").rstrip("/")] if found else []


def _names(context: ViewContext, group: str) -> list[str]:
    """Return the names of the items of a list, such as products or events."""
    found = context.facts.value(group, ())
    items = [one for one in found if isinstance(one, Mapping)] if isinstance(found, tuple) else []
    return [context.text(one.get("name")) for one in items]


def _describe_term(context: ViewContext, key: str, words: list[str]) -> Row:
    return {
        "code": key,
        "name": context.label(FILE, "term_labels", key),
        "words": " · ".join(words),
    }


def _list_places(context: ViewContext) -> list[Mapping[str, object]]:
    """Return the places of this company: with a program for mentions, not by hand too."""
    tools = _codes(context, "tools")
    return [
        one
        for one in context.rows(FILE, "places")
        if ("needs" not in one or one["needs"] in tools) and one.get("unless") not in tools
    ]


def _describe_place(context: ViewContext, entry: Mapping[str, object], fillings: Fillings) -> Row:
    times = (len(context.facts.service.days) or 1) if entry.get("days") else 1
    minutes = int(str(entry["minutes"])) * times
    return {
        "where": fill(context, entry["where"], fillings),
        "who": fillings[str(entry["who"])],
        "often": fill(context, entry["often"], fillings),
        "total": minutes,
        "minutes": context.pack.number(minutes),
    }


def _months_kept(context: ViewContext) -> int:
    """Return for how many months findings are kept: no longer than anything else."""
    found = context.facts.value("records_months")
    return min(found, KEPT_MONTHS) if isinstance(found, int) and found else KEPT_MONTHS
