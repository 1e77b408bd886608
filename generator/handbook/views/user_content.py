"""Section `user_content`: permission for what customers make, what is kept, and how it comes down."""

from collections.abc import Mapping
from datetime import timedelta

from generator.handbook.context import ViewContext
from generator.handbook.names import names
from generator.handbook.views import laws as laws_view
from generator.handbook.views.approvals import name_approver
from generator.handbook.views.fillings import Fillings, fill, list_fillings, list_reasons
from generator.handbook.views.who import person_in
from questionnaire.conditions import parse_condition

Row = dict[str, object]
FILE = "user_content"
READS = (
    "ugc_permission", "photo_people", "records_months", "address_form", "contact_email",
    "data_contact", "publisher", "replier", "sector", "website",
)  # fmt: skip
RIGHTS = ("images", "copyright")
"""Topics of the law files behind this page."""


def view(context: ViewContext) -> Row:
    """Return the cases, the texts, the proof, the clocks of taking down and the law behind them."""
    context.facts.note(READS)
    fillings = _list_fillings(context)
    texts = [
        {"name": context.text(row["name"]), "text": fill(context, row["text"], fillings)}
        for row in _list_held(context, "texts")
    ]
    people = context.facts.value("photo_people", ())
    return {
        "cases": [_describe_case(context, one, fillings) for one in _list_held(context, "cases")],
        "texts": texts,
        "ask": texts[0]["text"],
        "minors": isinstance(people, tuple) and "minors" in people,
        "proof": [context.text(one) for one in context.rows(FILE, "proof")],
        "takedown_rows": [
            _describe_takedown(context, one, fillings) for one in context.rows(FILE, "takedown")
        ],
        "others": [context.text(one) for one in context.rows(FILE, "others")],
        "never": [context.text(one) for one in context.rows(FILE, "never")],
        "laws": _list_laws(context),
        **{key: fillings[key] for key in PRINTED},
        "cleanup_by": context.pack.long_date(
            context.facts.today + timedelta(days=context.figure(FILE, "cleanup_days"))
        ),
        "because": list_reasons(context, FILE, fillings),
    }


PRINTED = (
    "publisher", "approver", "contact", "data_contact", "records", "takedown", "term", "wait",
)  # fmt: skip
"""Fillings that the prose prints too."""


def _list_fillings(context: ViewContext) -> Fillings:
    pack = context.pack
    base = list_fillings(context)
    months = context.facts.value("records_months")
    kept = months if isinstance(months, int) and months else context.figure(FILE, "records_months")
    known = person_in(context, "approver") is not None
    return {
        **base,
        "approver": name_approver(context) if known else base["approver"],
        "records": pack.plural("month", kept),
        "takedown": pack.plural("hour", context.figure(FILE, "takedown_hours")),
        "urgent": pack.plural("hour", context.figure(FILE, "urgent_hours")),
        "term": context.label(FILE, "term"),
        "where": context.label(FILE, "where", "site" if context.known("website") else "none"),
        "wait": pack.plural("day", context.figure(FILE, "wait_days")),
    }


def _list_held(context: ViewContext, key: str) -> list[Mapping[str, object]]:
    """Return the rows of a list whose condition holds here."""
    read = names(context.facts.plain, context.advice, context.edition)
    rows = context.rows(FILE, key)
    return [
        one for one in rows if "when" not in one or parse_condition(str(one["when"])).holds(read)
    ]


def _describe_case(context: ViewContext, entry: Mapping[str, object], fillings: Fillings) -> Row:
    return {
        "what": context.text(entry["what"]),
        "needs": fill(context, entry["needs"], fillings),
    }


def _describe_takedown(
    context: ViewContext, entry: Mapping[str, object], fillings: Fillings
) -> Row:
    return {
        "asks": context.text(entry["asks"]),
        "within": fill(context, entry["within"], fillings),
        "what": fill(context, entry["what"], fillings),
        "who": fillings[str(entry["who"])],
    }


def _list_laws(context: ViewContext) -> list[object]:
    """Return the laws on images and on other people's work, each once."""
    topics = laws_view.view(context)["by_topic"]
    by_topic = topics if isinstance(topics, Mapping) else {}
    rows = [row for topic in RIGHTS for row in by_topic.get(topic, [])]
    return list({row["id"]: row for row in rows}.values())
