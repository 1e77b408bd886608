"""Section `trace`: why the handbook says this, clause by clause; filled once all is planned."""

import re
from collections.abc import Mapping

from generator.handbook.context import ViewContext
from generator.handbook.model import Chapter, Clause, Part

_HEADING = re.compile(r"^##[ \t]+(?P<title>.*?)[ \t]*\{#[a-z0-9-]+\}")


def trace_view(context: ViewContext, parts: tuple[Part, ...]) -> dict[str, object]:
    """Return one row per clause with the answers behind it, and the pages behind each answer."""
    pairs = [
        (chapter, clause)
        for part in parts
        for chapter in part.chapters
        for clause in (chapter.lead, *chapter.clauses)
        if clause.reads
    ]
    # Every clause names its questions, and a question stands behind many clauses.
    shorts = {question: context.short(question) for question in context.facts.questionnaire.by_id}
    rows = [_describe(context, chapter, clause, shorts) for chapter, clause in pairs]
    return {
        "rows": rows,
        "by": {str(row["clause"]): row["questions"] for row in rows},
        "answers": _by_answer(context, pairs),
        "total": len(rows),
    }


def _describe(
    context: ViewContext, chapter: Chapter, clause: Clause, shorts: Mapping[str, str]
) -> dict[str, object]:
    questions = [shorts[one] for one in clause.reads if one in shorts]
    return {
        "clause": clause.id,
        "page": clause.id,
        "chapter": chapter.title,
        "chapter_id": chapter.id,
        "title": clause_title(chapter, clause),
        "questions": questions,
        "questions_text": context.pack.join_and(questions),
        "question_ids": list(clause.reads),
    }


def _by_answer(
    context: ViewContext, pairs: list[tuple[Chapter, Clause]]
) -> list[dict[str, object]]:
    """Return each question that shaped a page, in the order of asking, with those pages."""
    pages: dict[str, dict[str, str]] = {}
    for chapter, clause in pairs:
        for question in clause.reads:
            pages.setdefault(question, {})[chapter.id] = chapter.title
    return [
        {
            "id": question,
            "short": context.short(question),
            "pages": [{"page": page, "title": title} for page, title in pages[question].items()],
        }
        for question in context.facts.questionnaire.by_id
        if question in pages
    ]


def clause_title(chapter: Chapter, clause: Clause) -> str:
    """Return the heading of a clause; the lead goes by the title of its chapter.

    A heading with a value in it can't be shown before it is rendered, so it goes by it too.
    """
    found = _HEADING.match(clause.template)
    title = found["title"] if found else ""
    return title if title and "{" not in title else chapter.title
