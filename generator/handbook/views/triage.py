"""Section `triage`: what arrives, who takes it, how soon, with which words."""

from collections.abc import Mapping

from generator.advice.model import LegalClock
from generator.handbook.context import ViewContext, fill_once
from generator.handbook.views import complaints as complaints_view
from generator.handbook.views.fillings import (
    Fillings,
    fill,
    holder,
    list_fillings,
    list_reasons,
    name_of,
)
from generator.handbook.views.laws import cite

Row = dict[str, object]
Entry = Mapping[str, object]

READS = ("inbound_volume", "reply_hours", "contact_email", "complaint_channel", "address_form")
REVIEW_SITES = ("google_business",)


@fill_once
def view(context: ViewContext) -> Row:
    """Return every table of the page about answering, in the company's own words."""
    context.facts.note(READS)
    fillings = list_fillings(context)
    replies = _texts(context, "replies", fillings)
    substitute = _stand_in(context)
    return {
        "rows": _arrivals(context, fillings),
        "decisions": _decisions(context, fillings),
        "otherwise": fill(context, _entry(context, "otherwise"), fillings),
        "routing": [_route(context, one, fillings) for one in _entries(context, "routing")],
        "replies": replies,
        "short_replies": [row for row in replies if row["micro"]],
        "automatic": fill(context, _entry(context, "automatic"), fillings),
        "next_reply": fillings["next_reply"],
        "handover": fillings["handover"],
        "complaints": _complaints(context, fillings),
        "ladder": [_step(context, one) for one in _entries(context, "ladder")],
        "clocks": law_clocks(context),
        "because": list_reasons(context, "triage", fillings),
        "one_person": _is_same(context, "replier", "complaints_owner"),
        "solver_leads": _is_same(context, "complaints_owner", "lead"),
        "substitute": context.name(substitute),
        "substitute_known": substitute is not None,
        **{role: name_of(context, role) for role in ("replier", "complaints_owner", "lead")},
    }


def _is_same(context: ViewContext, one: str, other: str) -> bool:
    """Say whether one named person acts in both roles."""
    person = holder(context, one)
    return person is not None and person == holder(context, other)


def _stand_in(context: ViewContext) -> str | None:
    """Return who answers when the person who answers is away; never that same person."""
    found = next((one.substitute for one in context.advice.targets if one.priority == "P3"), None)
    return found if context.facts.person(found) is not None else None


def _decisions(context: ViewContext, fillings: Fillings) -> list[Row]:
    return [
        {
            "question": fill(context, one.get("question"), fillings),
            "action": fill(context, one.get("action"), fillings),
        }
        for one in _entries(context, "decisions")
    ]


def _arrivals(context: ViewContext, fillings: Fillings) -> list[Row]:
    targets = {one.priority: one for one in context.advice.targets}
    places = {**fillings, "places": _message_places(context) or fillings["any_network"]}
    rows: list[Row] = []
    for entry in _entries(context, "arrivals"):
        target = targets.get(str(entry.get("priority")))
        if target is None or (entry.get("id") == "review" and not _has_reviews(context)):
            continue
        alone = _is_same(context, "replier", "complaints_owner")
        who = entry["alone"] if alone and "alone" in entry else entry.get("who")
        soon = entry["soon_alone"] if alone and "soon_alone" in entry else entry.get("soon")
        stand_in = str(entry["stand_in"]) if "stand_in" in entry else None
        person = holder(context, stand_in) if stand_in else target.substitute
        rows.append(
            {
                "id": str(entry.get("id")),
                "what": fill(context, entry.get("what"), places),
                "who": fill(context, who, places),
                "soon": fill(context, soon, places),
                "otherwise": context.name(person) if context.facts.person(person) else "",
                "urgent": entry.get("id") == "danger",
                "keepable": target.keepable,
            }
        )
    return rows


def _message_places(context: ViewContext) -> str:
    """Return the networks where the company answers, or those it uses at all."""
    accounts = [one for one in context.facts.accounts if one.status == "active"]
    used = [one for one in accounts if one.replies] or accounts
    codes = dict.fromkeys(one.platform for one in used if one.platform not in REVIEW_SITES)
    names = [context.choice(code, "accounts", "platform") for code in codes]
    return context.pack.join_or(names)


def _has_reviews(context: ViewContext) -> bool:
    on_map = any(one.platform in REVIEW_SITES for one in context.facts.accounts)
    return on_map or context.known("reviews_owner")


def _route(context: ViewContext, entry: Entry, fillings: Fillings) -> Row:
    role = str(entry.get("owner"))
    return {
        "what": fill(context, entry.get("what"), fillings),
        "do": fill(context, entry.get("do"), fillings),
        "owner": name_of(context, role),
        "soon": fill(context, entry.get("soon"), fillings),
    }


def _texts(context: ViewContext, key: str, fillings: Fillings) -> list[Row]:
    return [
        {
            "id": str(one.get("id")),
            "when": context.text(one.get("when")),
            "text": fill(context, one, fillings),
            "micro": one.get("micro") is True,
        }
        for one in _entries(context, key)
    ]


def _complaints(context: ViewContext, fillings: Fillings) -> list[Row]:
    """Return the groups the company gets with who solves each and the first line to say."""
    lines = _entry(context, "first_lines")
    rows = complaints_view.view(context)["rows"]
    return [
        {**row, "line": fill(context, lines.get(str(row["code"]), ""), fillings)}
        for row in (rows if isinstance(rows, list) else ())
    ]


def _step(context: ViewContext, entry: Entry) -> Row:
    return {
        "step": context.text(entry.get("step")),
        "when": context.text(entry.get("when")),
        "who": name_of(context, str(entry.get("who"))),
        "keep": context.text(entry.get("keep")),
    }


def law_clocks(context: ViewContext) -> list[Row]:
    """Return every clock that a law of the company's countries sets, in words."""
    context.facts.note(context.advice.clocks.reads)
    return [_clock(context, one) for one in context.advice.clocks.rows]


def _clock(context: ViewContext, clock: LegalClock) -> Row:
    return {
        "what": context.text(clock.what),
        "limit": context.pack.plural(clock.unit.removesuffix("s"), clock.limit),
        "law": cite(context.text(clock.norm), clock.article),
    }


def _entry(context: ViewContext, key: str) -> Entry:
    found = context.library.knowledge.get("triage", {}).get(key)
    return found if isinstance(found, Mapping) else {}


def _entries(context: ViewContext, key: str) -> list[Entry]:
    found = context.library.knowledge.get("triage", {}).get(key)
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []
