"""Section `laws`: the rules of the company's jurisdictions, as knowledge rows in words."""

from collections.abc import Mapping
from datetime import date

from generator.handbook.context import ViewContext, fill_once
from generator.handbook.names import is_in_the_eu, names
from generator.handbook.wording import lower_article
from questionnaire.conditions import ConditionError, parse_condition
from questionnaire.text import Text

EU = "EU"
TOPICS = (
    "privacy",
    "images",
    "minors",
    "claims",
    "disclosure",
    "reviews",
    "complaints",
    "speech",
    "working_time",
    "confidentiality",
    "copyright",
    "hiring",
    "ai",
    "accessibility",
    "sector",
)
"""Every topic of the law files, in the order in which a page lists them."""
NO_ARTICLE = "–"
"""Written in a row about a whole law or a ruling."""
SOURCE_LANGUAGE = "en"
"""Language of the sources that were written down once: another book prints none of them."""
NOT_COUNTRIES = ("EU_other", "other")


@fill_once
def view(context: ViewContext) -> dict[str, object]:
    """Return the law rows that apply, all together and by topic, with those who check them."""
    context.facts.note(("jurisdictions", "sector", "regulated", "legal_reviewer"))
    codes = jurisdiction_codes(context)
    rows = [
        _describe(context, code, law)
        for code in codes
        for law in context.library.laws.get(code, ())
        if _applies(context, law)
    ]
    topics = {topic: _about(topic, rows) for topic in _list_topics(rows)}
    known = lower_article(context.text(context.facts.value("legal_reviewer")))
    reviewer = known or context.pack.word("ui", "reviewer_open")
    return {
        "rows": rows,
        "any": bool(rows),
        "total": len(rows),
        "topics": [
            {"code": topic, "topic": context.pack.word("topics", topic), "rows": found}
            for topic, found in topics.items()
        ],
        "by_topic": {topic: topics.get(topic, []) for topic in TOPICS},
        "jurisdictions": [_territory(context, code) for code in codes],
        "jurisdictions_text": context.pack.join_and([_territory(context, one) for one in codes]),
        "codes": codes,
        "reviewer": reviewer,
        "notice": context.pack.word("ui", "not_legal_advice").format(reviewer=reviewer),
        "eu": EU in codes,
        "spain": "ES" in codes,
        "other": "other" in _answered(context),
    }


def jurisdiction_codes(context: ViewContext) -> list[str]:
    """Return the codes of the law files that apply, the Union's after the countries'."""
    codes = [code for code in _answered(context) if code not in NOT_COUNTRIES]
    return [*codes, EU] if is_in_the_eu(context.facts.plain) else codes


def _answered(context: ViewContext) -> tuple[str, ...]:
    found = context.facts.value("jurisdictions", ())
    return tuple(str(code) for code in found) if isinstance(found, tuple) else ()


def _applies(context: ViewContext, law: Mapping[str, object]) -> bool:
    """Say whether a row's condition holds; a condition that can't be read never hides a law."""
    condition = law.get("when")
    if not condition:
        return True
    try:
        parsed = parse_condition(str(condition))
    except ConditionError:
        return True
    context.facts.note(name for name in parsed.names() if context.question(name) is not None)
    return parsed.holds(names(context.facts.plain, context.advice, context.edition))


def _describe(context: ViewContext, code: str, law: Mapping[str, object]) -> dict[str, object]:
    """Return every field of a row in words, beside the fields pages always need."""
    shown = {key: _show(context, value) for key, value in law.items() if key != "when"}
    topics = _topics(law)
    certainty = str(law.get("certainty", ""))
    return {
        **shown,
        "title": shown.get("norm", ""),
        "text": shown.get("effect", ""),
        "cited": cite(str(shown.get("norm", "")), str(shown.get("article") or "")),
        "source": _source(context, law.get("source")),
        "checked": _date(context, law.get("checked_on")),
        "topic_codes": topics,
        "topics": [context.pack.word("topics", topic) for topic in topics],
        "topics_text": context.pack.join_and(
            [context.pack.word("topics", topic) for topic in topics]
        ),
        "certainty_code": certainty,
        "certainty": context.pack.word("certainty", certainty) if certainty else "",
        "jurisdiction": _territory(context, code),
        "jurisdiction_code": code,
    }


def cite(norm: str, article: str) -> str:
    """Return the norm with its article, called so only where it is a bare number."""
    if article in ("", NO_ARTICLE):
        return norm
    bare = not any(one.isalpha() for one in article)
    return f"{norm}, art. {article}" if bare else f"{norm}, {article}"


def _source(context: ViewContext, source: object) -> str:
    """Return where a row was checked, in the language of the book or not at all."""
    if isinstance(source, (Text, Mapping)):
        return context.text(source)
    return str(source or "") if context.language == SOURCE_LANGUAGE else ""


def _topics(law: Mapping[str, object]) -> list[str]:
    found = law.get("topics")
    return [str(topic) for topic in found] if isinstance(found, list) else ["other"]


def _date(context: ViewContext, value: object) -> str:
    """Return a date of the content in words, or as it is written."""
    try:
        return context.pack.long_date(date.fromisoformat(str(value)))
    except ValueError:
        return "" if value is None else str(value)


def _show(context: ViewContext, value: object) -> object:
    """Return a field of a law row as plain data, texts in the language of the book."""
    if isinstance(value, Text) or (isinstance(value, Mapping) and context.language in value):
        return context.text(value)
    if isinstance(value, Mapping):
        return {str(key): _show(context, one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_show(context, one) for one in value]
    return "" if value is None else value


def _territory(context: ViewContext, code: str) -> str:
    if code == EU:
        return context.pack.word("ui", "european_union")
    return context.choice(code, "jurisdictions")


def _list_topics(rows: list[dict[str, object]]) -> list[str]:
    """Return the topics that occur, known ones first and in their order."""
    found = [topic for row in rows for topic in _codes(row)]
    return sorted(dict.fromkeys(found), key=lambda one: TOPICS.index(one) if one in TOPICS else 99)


def _about(topic: str, rows: list[dict[str, object]]) -> list[dict[str, object]]:
    return [row for row in rows if topic in _codes(row)]


def _codes(row: dict[str, object]) -> list[str]:
    codes = row["topic_codes"]
    return codes if isinstance(codes, list) else []
