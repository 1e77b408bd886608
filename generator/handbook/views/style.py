"""Section `style`: formats, material of the brand, languages, words and mistakes of a piece."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import cast

from generator.advice.budget import list_formats
from generator.facts.knowledge import EffortData
from generator.handbook.context import ViewContext
from generator.handbook.views.dates import view as dates_view
from generator.handbook.views.fillings import Fillings, fill, list_fillings, list_reasons
from generator.handbook.views.platform_name import name_platform
from generator.handbook.views.speech import make_tag
from questionnaire.text import ENGLISH

Row = dict[str, object]
FILE = "style"
READS = (
    "formats", "accounts", "brand_kit", "content_languages", "translation_checker",
    "customer_languages", "ai_use", "publisher", "company_name", "agency_counterpart",
)  # fmt: skip
OPEN = "open"
OTHER = "other"
PAIR = 2
NOTHING = "–"


def view(context: ViewContext) -> Row:
    """Return the formats and networks, the place of the material, the languages and the mistakes."""
    context.facts.note(READS)
    fillings = _list_fillings(context)
    formats = [_describe_format(context, one) for one in _codes(context, "formats")]
    kit = context.entry(FILE, str(context.facts.value("brand_kit", OPEN)), "kit")
    state = context.entry_text(kit, "state")
    used = str(context.facts.value("ai_use", ""))
    return {
        "formats": formats,
        "named": context.pack.join_and([str(row["name"]).lower() for row in formats]),
        **_compare(context),
        "networks": _list_networks(context),
        "kit_state": state,
        "kit_state_lower": state[:1].lower() + state[1:],
        "kit_act": fill(context, kit["act"], fillings),
        "publisher": fillings["publisher"],
        **_describe_languages(context),
        "check": context.pack.plural("hour", context.figure(FILE, "check_hours")),
        "writing": [
            {key: fill(context, row[key], fillings) for key in ("rule", "good", "bad")}
            for row in context.rows(FILE, "writing")
        ],
        "fixes": [_describe_fix(context, one, fillings) for one in context.rows(FILE, "fixes")],
        "ai": context.label(FILE, "ai", used) if used else "",
        "ai_used": used not in ("", "none"),
        "ai_checks": [context.text(one) for one in context.rows(FILE, "ai_checks")],
        "because": list_reasons(context, FILE, fillings),
    }


def _list_fillings(context: ViewContext) -> Fillings:
    due = context.facts.today + timedelta(days=context.figure(FILE, "kit_days"))
    return {
        **list_fillings(context),
        "quarter": str(dates_view(context)["quarter_review"]),
        "kit_by": context.pack.long_date(due),
        "fix": context.pack.plural("hour", context.figure(FILE, "fix_hours")),
        "hashtags": context.pack.number(context.figure(FILE, "hashtags")),
        "tag": make_tag(context.text(context.facts.value("company_name"))),
    }


def _codes(context: ViewContext, question: str) -> list[str]:
    found = context.facts.value(question, ())
    return [str(one) for one in found] if isinstance(found, tuple) else []


def _describe_format(context: ViewContext, code: str) -> Row:
    entry = context.entry(FILE, code, "formats")
    hours = cast("EffortData", context.library.knowledge["effort"])["hours_by_format"]
    return {
        "name": context.choice(code, "formats"),
        "hours": context.pack.duration(round(hours[code] * 60)),
        "shape": context.entry_text(entry, "shape"),
        "must": context.entry_text(entry, "must"),
    }


def _compare(context: ViewContext) -> Row:
    """Return the dearest format and the cheapest, where they differ."""
    ordered = list_formats(context.facts.plain, context.library)
    rows = [_describe_format(context, one) for one in ordered]
    if len(rows) < PAIR or rows[0]["hours"] == rows[-1]["hours"]:
        return {"dearest": "", "cheapest": ""}
    for row in rows:
        row["name"] = str(row["name"]).lower()
    return {"dearest": rows[0], "cheapest": rows[-1]}


def _list_networks(context: ViewContext) -> list[Row]:
    """Return the networks where the company posts, with which of its formats do best there."""
    active = [one.platform for one in context.facts.accounts if one.status == "active"]
    formats = _codes(context, "formats")
    rows: list[Row] = []
    for platform in dict.fromkeys(active):
        card = context.entry("platforms", platform, "platforms")
        if card.get("publishes") is not True:
            continue
        best = [one for one in formats if one in _listed(card, "formats_best")]
        also = [one for one in formats if one in _listed(card, "formats_also")]
        rest = [one for one in formats if one not in (*best, *also)]
        rows.append(
            {
                "name": name_platform(context, platform),
                "best": _name_formats(context, best),
                "also": _name_formats(context, also),
                "rest": _name_formats(context, rest),
            }
        )
    return rows


def _listed(card: Mapping[str, object], key: str) -> Sequence[object]:
    found = card.get(key)
    return found if isinstance(found, (list, tuple)) else ()


def _name_formats(context: ViewContext, codes: Sequence[str]) -> str:
    return ", ".join(context.choice(one, "formats").lower() for one in codes) or NOTHING


def _describe_languages(context: ViewContext) -> Row:
    """Return the languages of posts and of replies, and who reads what was translated."""
    posted, answered = _codes(context, "content_languages"), _codes(context, "customer_languages")
    names = [context.choice(one, "content_languages") for one in posted]
    checker = context.facts.person(context.facts.value("translation_checker"))
    open_words = context.pack.word("open_decision", "words")
    reader = context.name(checker.id) if checker else open_words
    writer = context.name(str(context.facts.value("publisher") or ""))
    rows = [{"name": name, "who": reader if at else writer} for at, name in enumerate(names)]
    first = names[0] if names else ""
    silent = [one for one in answered if posted and one not in posted]
    return {
        "languages": rows,
        "languages_many": len(rows) > 1,
        "first": first if context.language == ENGLISH else first.lower(),
        "checker": context.name(checker.id) if checker else "",
        "answered": _join_languages(context, answered),
        "answered_many": len([one for one in answered if one != OTHER]) > 1,
        "answered_en": _name_in_english(context, answered),
        "silent": _join_languages(context, silent),
    }


def _join_languages(context: ViewContext, codes: Sequence[str]) -> str:
    """Return languages inside a sentence: only English gives them a capital."""
    found = [context.choice(one, "customer_languages") for one in codes if one != OTHER]
    lowered = found if context.language == ENGLISH else [one.lower() for one in found]
    return context.pack.join_and(lowered)


def _name_in_english(context: ViewContext, codes: Sequence[str]) -> str:
    """Return languages in English, for a sentence to somebody who writes in none of them."""
    asked = context.question("customer_languages")
    choices = asked.choices if asked is not None else ()
    words = {str(one.value): one.text.read_in(ENGLISH) for one in choices}
    pack = context.library.languages[ENGLISH]
    return pack.join_or([words[one] for one in codes if one in words and one != OTHER])


def _describe_fix(context: ViewContext, entry: Mapping[str, object], fillings: Fillings) -> Row:
    return {
        "what": context.text(entry["what"]),
        "do": fill(context, entry["do"], fillings),
        "who": fillings[str(entry["who"])],
        "by": fill(context, entry["by"], fillings),
    }
