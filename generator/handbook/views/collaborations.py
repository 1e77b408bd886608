"""Section `collaborations`: creators, gifts and partners: who says yes, with which words, up to what."""

from collections.abc import Mapping
from datetime import timedelta

from generator.handbook.context import ViewContext
from generator.handbook.views import laws as laws_view
from generator.handbook.views.fillings import Fillings, fill, list_fillings, list_reasons, name_of
from questionnaire.kinds.money import show_money
from questionnaire.money import Money

Row = dict[str, object]
FILE = "collaborations"
ACTIVITY = "influencers"
READS = (
    "influencers", "influencer_fee", "gifts_limit", "partners", "jurisdictions", "records_months",
    "address_form", "publisher", "sponsor",
)  # fmt: skip
WITHOUT_CREATORS = ("no", "gift", "partner")
"""Texts of a company that gives nothing to people who post."""
FOR_ALL = ("no", "maybe", "fix", "gift", "partner")
NO_GIFT = "none"


def view(context: ViewContext) -> Row:
    """Return the limits, the words by jurisdiction, the texts, and whom the company may name."""
    context.facts.note(READS)
    labels = _list_labels(context)
    fillings = _list_fillings(context, labels)
    owner, sponsor = _find_owner(context), name_of(context, "sponsor")
    proposed = [str(row["where"]) for row in labels if row["proposed"]]
    return {
        "owner": owner,
        "sponsor": sponsor,
        "alone": owner == sponsor,
        "publisher": fillings["publisher"],
        "complaints": fillings["complaints_owner"],
        "gift_keeper": fillings["hr"],
        **_describe_money(context),
        "label": fillings["label"],
        "labels": labels,
        "laws": _list_laws(context),
        "proposed": context.pack.join_and(proposed),
        "choose": [fill(context, one, fillings) for one in context.rows(FILE, "choose")],
        "agreement": _list_agreement(context, fillings),
        "replies": _list_replies(context, fillings),
        "partners": _list_partners(context, fillings),
        "ask_by": _date(context, context.figure(FILE, "ask_days")),
        **{key: fillings[key] for key in ("answer", "check", "fix", "records", "sponsor_answer")},
        "return_days": _days(context, "return_days"),
        "because": list_reasons(context, FILE, fillings),
    }


def _list_fillings(context: ViewContext, labels: list[Row]) -> Fillings:
    pack = context.pack
    months = context.facts.value("records_months")
    return {
        **list_fillings(context),
        "label": str(labels[0]["word"]) if labels else context.label(FILE, "any_label"),
        "answer": _days(context, "answer_days"),
        "sponsor_answer": _days(context, "sponsor_days"),
        "check": pack.plural("hour", context.figure(FILE, "check_hours")),
        "fix": pack.plural("hour", context.figure(FILE, "fix_hours")),
        "rivals": pack.plural("month", context.figure(FILE, "rivals_months")),
        "records": pack.plural("month", months) if isinstance(months, int) and months else "",
    }


def _days(context: ViewContext, key: str) -> str:
    return context.pack.plural("working_day", context.figure(FILE, key))


def _find_owner(context: ViewContext) -> str:
    """Return who answers for collaborations: as the matrix says, or whoever leads."""
    row = next((one for one in context.advice.raci if one.activity == ACTIVITY), None)
    person = context.facts.person(row.accountable) if row is not None else None
    if row is not None:
        context.facts.note(row.reads)
    return context.name(person.id) if person is not None else name_of(context, "lead")


def _describe_money(context: ViewContext) -> Row:
    """Return the limit of a collaboration and of a gift, as this edition may print them."""
    fee, gift = context.facts.value("influencer_fee"), context.facts.value("gifts_limit")
    hidden = context.hides("influencer_fee") and isinstance(fee, Money)
    shown = show_money(gift, context.language) if isinstance(gift, Money) and gift else ""
    return {
        "limit": show_money(fee, context.language) if isinstance(fee, Money) and not hidden else "",
        "limit_hidden": hidden,
        "gifts": NO_GIFT if isinstance(gift, Money) and not gift else shown,
    }


def _list_labels(context: ViewContext) -> list[Row]:
    """Return the words that open a paid post in each jurisdiction, countries first.

    The Union has its row only for a company that named none of its countries.
    """
    codes = laws_view.jurisdiction_codes(context)
    named = laws_view.view(context)["jurisdictions"]
    places = dict(zip(codes, named if isinstance(named, list) else (), strict=False))
    kept = [code for code in codes if code != laws_view.EU or "ES" not in codes]
    company = list_fillings(context)
    return [
        {
            "where": places[code],
            "word": context.entry_text(entry, "word"),
            "gift": fill(context, entry["gift"], company),
            "proposed": entry["proposed"] is True,
        }
        for code in kept
        if (entry := context.entry(FILE, code, "labels"))
    ]


def _list_laws(context: ViewContext) -> list[object]:
    """Return the rules behind the words: of each jurisdiction the first that applies, and company."""
    rows = laws_view.view(context)["rows"]
    by_id = {row["id"]: row for row in rows} if isinstance(rows, list) else {}
    found: list[object] = []
    for code in laws_view.jurisdiction_codes(context):
        entry = context.entry(FILE, code, "labels")
        first, also = (
            [by_id[one] for one in wanted if one in by_id]
            for key in ("laws", "also")
            if isinstance(wanted := entry.get(key, []), list)
        )
        found += [*first[:1], *also]
    return found


def _list_agreement(context: ViewContext, fillings: Fillings) -> list[str]:
    micro = context.facts.book == "micro"
    rows = context.rows(FILE, "agreement")
    return [fill(context, one, fillings) for one in rows if not micro or one.get("micro")]


def _list_replies(context: ViewContext, fillings: Fillings) -> list[Row]:
    """Return the texts this company can need; without creators, only those of a no."""
    gives = context.facts.value("influencers") is True
    wanted = FOR_ALL if gives else WITHOUT_CREATORS
    return [
        {"name": context.text(row["name"]), "text": fill(context, row["text"], fillings)}
        for row in context.rows(FILE, "replies")
        if row["id"] in wanted
    ]


def _list_partners(context: ViewContext, fillings: Fillings) -> list[Row]:
    found = context.facts.value("partners", ())
    items = [one for one in found if isinstance(one, Mapping)] if isinstance(found, tuple) else []
    rows: list[Row] = []
    for item in items:
        relation = str(item.get("relation") or "other")
        name = context.text(item.get("name"))
        entry = context.entry(FILE, relation, "relations")
        rows.append(
            {
                "name": name,
                "relation": context.choice(relation, "partners", "relation"),
                "agreed": item.get("agreed") is True,
                "say": fill(context, entry, {**fillings, "partner": name}),
            }
        )
    return rows


def _date(context: ViewContext, days: int) -> str:
    return context.pack.long_date(context.facts.today + timedelta(days=days))
