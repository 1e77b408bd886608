"""A tiny handbook, made by hand: enough to see every kind of thing a project holds."""

from collections.abc import Mapping
from datetime import date

from generator.handbook.model import Chapter, Clause, Handbook, Part
from questionnaire.text import Language

DRAWINGS: Mapping[str, object] = {
    "org": {
        "title": "Who answers to whom",
        "boxes": [
            {"id": "lucia", "name": "Lucía Ferrer", "text": "decides", "under": None},
            {"id": "marcos", "name": "Marcos Gil", "text": "publishes", "under": "lucia"},
            {"id": "gap", "name": "Nobody yet", "under": "lucia", "vacant": True},
        ],
    },
    "triage": {
        "title": "What to do with a message",
        "decisions": [
            {"question": "Is somebody hurt?", "action": "Phone Lucía now"},
            {"question": "Is it a complaint?", "action": "Thank, and tell Lucía within 15 min"},
            {"question": "Is it a question?", "action": "Answer the same day"},
            {"question": "Is it spam?", "action": "Delete it"},
        ],
        "otherwise": "Thank them the same day",
        "yes": "Yes",
        "no": "No",
    },
    "mix": {
        "title": "What we publish",
        "bars": [
            {"label": "Useful", "share": 60, "text": "60 % · 8 posts"},
            {"label": "Product", "share": 40, "text": "40 % · 5 posts"},
        ],
    },
}


def make_clause(page: str, anchor: str, template: str) -> Clause:
    """Return a clause whose prose begins on line 7 of its file."""
    return Clause(f"{page}#{anchor}", anchor, template, f"chapters/{page}/es.md.j2:7", ())


def make_chapter(
    page: str,
    title: str,
    lead: str,
    clauses: Mapping[str, str] | None = None,
    *,
    related: tuple[str, ...] = (),
    part: str = "start",
) -> Chapter:
    """Return a chapter with clauses by anchor."""
    return Chapter(
        id=page,
        part=part,
        slug=page.removeprefix("p."),
        title=title,
        summary=title,
        lead=make_clause(page, "", lead),
        clauses=tuple(make_clause(page, key, text) for key, text in (clauses or {}).items()),
        owner="Lucía Ferrer",
        review_months=12,
        related=related,
    )


def make_handbook(
    *chapters: Chapter,
    language: str = "es",
    view: Mapping[str, object] | None = None,
    company: str = "Panadería Ñandú",
) -> Handbook:
    """Return a handbook with these chapters in their parts."""
    parts: dict[str, list[Chapter]] = {}
    for chapter in chapters:
        parts.setdefault(chapter.part, []).append(chapter)
    return Handbook(
        language=Language(language),
        edition="internal",
        title=f"Manual · {company}",
        company=company,
        version="1.0",
        date=date(2026, 11, 22),
        next_review=date(2027, 11, 22),
        parts=tuple(Part(code, code.title(), tuple(some)) for code, some in parts.items()),
        view=view or {},
    )


_WORDS = {
    "es": {
        "home": "Inicio",
        "emergency": "Emergencia",
        "replies": "Quién contesta",
        "policy": "La **política** es corta. Las campañas y la reputación se cuidan cada día.",
        "row": "mostrador",
    },
    "en": {
        "home": "Home",
        "emergency": "Emergency",
        "replies": "Who answers",
        "policy": "There is one **policy**. It is kept for every campaign and for reputations.",
        "row": "counter",
    },
}


def make_sample(language: str) -> Handbook:
    """Return the sample in a language: a home, an emergency page and a page with everything."""
    words = _WORDS[language]
    home = make_chapter(
        "p.home",
        words["home"],
        f"{words['policy']}\n\n[{words['replies']}](page:p.replies#who).",
        {"map": "## Map {#map}\n\n- [Emergency](page:p.emergency)\n- [gone](page:p.gone)"},
    )
    emergency = make_chapter(
        "p.emergency", words["emergency"], "**{{ company.name }}**: call {{ who.lead.phone }}."
    )
    replies = make_chapter(
        "p.replies",
        words["replies"],
        "{{ who.replier.name }} answers.",
        {
            "who": (
                "## Who {#who}\n\n| What | Who | How soon | If not | Written down in the log |\n"
                "|---|---|---|---|---|\n{% for row in rows %}\n"
                "| {{ row.what }} | {{ row.who }} | {{ row.soon }} | – | https://example.org/x |\n"
                "{% endfor %}\n\n{{ open_decision(a.sundays) }}\n\n{{ because(reasons) }}"
            ),
            "drawn": "## Drawn {#drawn}\n\n{{ drawing.org }}\n\n{{ drawing.triage }}\n\n"
            "{{ drawing.mix }}",
        },
        related=("p.emergency", "p.gone"),
        part="conversations",
    )
    return make_handbook(home, emergency, replies, language=language, view=make_view(words["row"]))


def make_view(who: str = "counter") -> dict[str, object]:
    """Return the data of the sample."""
    return {
        "company": {"name": "Panadería Ñandú"},
        "who": {"lead": {"phone": "+34 600 000 000"}, "replier": {"name": "Marcos Gil"}},
        "a": {
            "sundays": {
                "known": False,
                "asked": True,
                "question": "Sunday messages",
                "short": "Sundays",
                "pending": {
                    "owner": "Lucía",
                    "due": None,
                    "suggestion": "No",
                    "stake": "Trust",
                    "named": True,
                },
            }
        },
        "rows": [
            {"what": "Pedido | precio", "who": who, "soon": "1 h"},
            {"what": "Queja", "who": "Lucía", "soon": "15 min"},
        ],
        "reasons": ["one person", "3 hours a week"],
        "drawings": DRAWINGS,
    }
