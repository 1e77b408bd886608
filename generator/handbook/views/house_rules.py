"""Section `house_rules`: the public rules of participation, and who applies and reviews them."""

from collections.abc import Mapping

from generator.handbook.context import ViewContext
from generator.handbook.views.editorial import find_trade
from generator.handbook.views.fillings import (
    Fillings,
    fill,
    holder,
    list_fillings,
    list_reasons,
)

Row = dict[str, object]
FILE = "house_rules"
READS = (
    "address_form", "contact_email", "website", "service_days", "service_from", "service_to",
    "data_contact", "records_months", "jurisdictions", "sector", "agencies",
)  # fmt: skip
TEXTS = (
    "welcome", "welcome_more", "brief", "steps_brief", "warning", "appeal", "appeal_brief", "hours",
    "hours_brief", "closing", "reuse", "reuse_brief", "minors_brief", "data", "data_brief",
    "pinned",
)  # fmt: skip
REVIEWERS: Mapping[str, tuple[str, ...]] = {
    "hide": ("lead", "sponsor", "complaints_owner", "crisis_decider", "substitute"),
    "block": (
        "sponsor",
        "crisis_decider",
        "spokesperson",
        "complaints_owner",
        "replier",
        "substitute",
    ),
}
"""Measure → in this order is somebody sought who did not take it."""

DECIDES = {"hide": "replier", "block": "lead"}
"""Measure → the role that takes it."""


def view(context: ViewContext) -> Row:
    """Return the texts ready to publish, the closed list, the steps and who is behind each."""
    context.facts.note(READS)
    reviewers = {measure: find_reviewer(context, measure) for measure in DECIDES}
    fillings = _list_fillings(context, alone=None in reviewers.values())
    texts = {key: fill(context, _value(context, key), fillings) for key in TEXTS}
    return {
        **texts,
        "removed": _list_removed(context),
        "example": context.label(FILE, "examples", find_trade(context)),
        "steps": [_describe_step(context, one, fillings) for one in context.rows(FILE, "steps")],
        "minors": fill(context, context.entry(FILE, "minors").get(_minors_key(context)), fillings),
        "contact": fillings["contact"],
        "appeal_time": fillings["appeal"],
        "answer_time": fillings["answer"],
        "accounts": fillings["accounts"],
        "publisher": fillings["publisher"],
        "hides": fillings["replier"],
        "blocks": fillings["lead"],
        "reports": fillings["crisis_decider"],
        "one_person": holder(context, "replier") == holder(context, "lead") is not None,
        "alone": None in reviewers.values(),
        "reviews_hide": context.name(reviewers["hide"]),
        "reviews_block": context.name(reviewers["block"]),
        "one_reviewer": reviewers["hide"] == reviewers["block"],
        "because": list_reasons(context, FILE, fillings),
    }


def find_reviewer(context: ViewContext, measure: str) -> str | None:
    """Return the id of somebody other than whoever took a measure, if there is anybody."""
    taken_by = holder(context, DECIDES[measure])
    held = (holder(context, role) for role in REVIEWERS[measure])
    return next((one for one in held if one is not None and one != taken_by), None)


def _list_fillings(context: ViewContext, alone: bool) -> Fillings:
    pack = context.pack
    found = list_fillings(context)
    reader = context.label(
        FILE, "other_reader", "same" if alone and _has_people(context) else "another"
    )
    filled = {
        **found,
        "other_reader": reader,
        "other_reader_cap": reader[:1].upper() + reader[1:],
        "appeal": pack.plural("day", context.figure(FILE, "appeal_days")),
        "answer": pack.plural("working_day", context.figure(FILE, "answer_days")),
        "notice": pack.plural("working_day", context.figure(FILE, "notice_days")),
        "keep": pack.plural("month", _months_kept(context)),
        "age": _age(context),
        "brief": context.label(FILE, "pinned_brief"),
        "official_rules": found["website"] if context.known("website") else found["contact"],
    }
    agency = context.label(FILE, "helper").format_map(filled) if found["agency"] else ""
    site = context.label(FILE, "site").format_map(filled) if context.known("website") else ""
    return {**filled, "helper": agency, "site": site}


def _has_people(context: ViewContext) -> bool:
    """Say whether somebody is named at all; with nobody, who reviews is merely open."""
    return bool(context.facts.people)


def _list_removed(context: ViewContext) -> list[Row]:
    """Return the closed list; a trade with a danger of its own has one point more."""
    extra = context.entry(FILE, "extra").get(str(context.facts.value("sector")))
    rows = [*context.rows(FILE, "removed"), *([extra] if isinstance(extra, Mapping) else [])]
    return [{key: context.text(row[key]) for key in ("what", "why")} for row in rows]


def _describe_step(context: ViewContext, entry: Mapping[str, object], fillings: Fillings) -> Row:
    role = str(entry["who"])
    texts = {key: fill(context, entry[key], fillings) for key in ("what", "when", "lasts")}
    return {**texts, "role": context.pack.word("roles", role)}


def _minors_key(context: ViewContext) -> str:
    return "age" if _age(context) else "network"


def _age(context: ViewContext) -> str:
    """Return the highest age that a law of the company's countries sets; nothing without one."""
    ages = context.entry(FILE, "ages")
    found = context.facts.value("jurisdictions", ())
    known = [ages[one] for one in found if one in ages] if isinstance(found, tuple) else []
    return str(max(int(str(one)) for one in known)) if known else ""


def _months_kept(context: ViewContext) -> int:
    """Return for how many months messages are kept; the starting value while nobody chose."""
    found = context.facts.value("records_months")
    return found if isinstance(found, int) and found else context.figure(FILE, "keep_months")


def _value(context: ViewContext, key: str) -> object:
    return context.library.knowledge[FILE].get(key)
