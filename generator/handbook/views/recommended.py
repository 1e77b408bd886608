"""Section `recommended`: what was proposed to the company and stands, to accept or change."""

from generator.facts.model import Known, Pending
from generator.handbook.context import ViewContext
from generator.handbook.views.answers import describe_answer

View = dict[str, object]


def view(context: ViewContext) -> View:
    """Return every answer that we recommend or that is usual in the sector, with its reason."""
    rows = [
        _describe(context, question.id)
        for question in context.facts.questionnaire.by_id.values()
        if _is_ours(context, question.id)
    ]
    return {"rows": rows, "total": len(rows), "any": bool(rows), **_count_answers(context)}


def _count_answers(context: ViewContext) -> View:
    """Return how ready the handbook is: the questions it needs, and those that have an answer."""
    needed = [
        context.facts.by_id.get(question.id)
        for question in context.facts.questionnaire.by_id.values()
        if question.required
    ]
    answered = sum(isinstance(fact, Known) for fact in needed)
    asked = answered + sum(isinstance(fact, Pending) for fact in needed)
    share = context.pack.percent(100 * answered / asked if asked else 0, 0)
    return {"answered": answered, "asked": asked, "share": share}


def _is_ours(context: ViewContext, question: str) -> bool:
    fact = context.facts.by_id.get(question)
    return (
        isinstance(fact, Known)
        and (fact.recommended or fact.preset is not None)
        and not context.hides(question)
    )


def _describe(context: ViewContext, question_id: str) -> View:
    question = context.question(question_id)
    entry = describe_answer(context, question) if question is not None else {}
    because = str(entry.get("because", ""))
    fact = context.facts.by_id.get(question_id)
    if isinstance(fact, Known) and fact.preset is not None:
        because = context.pack.message("recommended.usual", because=because)
    return {
        "id": question_id,
        "short": entry.get("short", ""),
        "value": f"{entry.get('text', '')} {entry.get('unit', '')}".strip(),
        "because": because[:1].upper() + because[1:],
    }
