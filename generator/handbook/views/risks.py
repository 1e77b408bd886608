"""The risks of being on social media that are this company's own, for the section `alignment`."""

from generator.handbook.context import ViewContext
from generator.handbook.views.findings import view as describe_findings
from generator.handbook.views.guide import chapter_titles

View = dict[str, object]
SHOWN = 3
"""Findings shown as risks of the company: a starting value of ours."""


def list_topics(context: ViewContext) -> list[View]:
    """Return the sensitive topics of the company, each with its risk and the page that answers."""
    found = context.facts.value("sensitive_topics", ())
    codes = [str(code) for code in found] if isinstance(found, tuple) else []
    return [
        {
            "topic": context.choice(code, "sensitive_topics"),
            "risk": context.entry_text(context.entry("alignment", code, "topics"), "risk"),
            **_target(
                context, str(context.entry("alignment", code, "topics").get("page", "p.emergency"))
            ),
        }
        for code in codes
        if code != "none"
    ]


def _target(context: ViewContext, page: str) -> View:
    """Return where a risk is answered for: the page, or the emergency page if this book lacks it."""
    titles = chapter_titles(context)
    known = page if page.partition("#")[0] in titles else "p.emergency"
    return {"page": known, "title": titles.get(known.partition("#")[0], "–")}


def list_risks(context: ViewContext) -> list[View]:
    """Return the gravest findings as risks, each with its remedy and the page that answers."""
    pages = context.entry("alignment", "pages")
    of = {one: page for page, found in pages.items() if isinstance(found, list) for one in found}
    rows = describe_findings(context)["rows"]
    grave = [row for row in (rows if isinstance(rows, list) else ()) if row["level"] != "note"]
    return [
        {
            "risk": row["message"],
            "remedy": row["remedy"],
            **_target(context, of.get(row["id"], "p.decisions#findings")),
        }
        for row in grave[:SHOWN]
    ]
