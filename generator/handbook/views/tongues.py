"""Section `tongues`: the languages customers write in, and who on duty can answer each."""

from generator.advice.coverage import list_watchers
from generator.handbook.context import ViewContext, fill_once
from questionnaire.text import SPANISH

Row = dict[str, object]
READS = ("customer_languages", "people", "replier", "substitute")


@fill_once
def view(context: ViewContext) -> Row:
    """Return one row per language; nothing to show while nobody said what they speak."""
    context.facts.note(READS)
    watchers = [context.facts.person(one) for one in list_watchers(context.facts.plain)]
    speakers = [one for one in watchers if one is not None and one.languages]
    chosen = context.facts.value("customer_languages", ())
    rows = [
        {
            "language": _name(context, str(code)),
            "people": context.pack.join_and(
                [context.name(one.id) for one in speakers if code in one.languages]
            ),
        }
        for code in (chosen if isinstance(chosen, tuple) else ())
    ]
    return {
        "rows": rows if speakers else [],
        # One language that everybody speaks needs no table.
        "several": bool(speakers) and len(rows) > 1,
        "missing": context.pack.join_and(
            [str(row["language"]) for row in rows if speakers and not row["people"]]
        ),
    }


def _name(context: ViewContext, code: str) -> str:
    """Return a language as it is written inside a sentence: small in Spanish, capital in English."""
    name = context.choice(code, "customer_languages")
    return name[:1].lower() + name[1:] if context.language == SPANISH else name
