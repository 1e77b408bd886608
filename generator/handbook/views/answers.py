"""Section `a`: every question with its answer in words, or what it takes to decide it."""

from generator.facts.model import Known, NotAsked, Pending
from generator.handbook.context import ViewContext
from generator.handbook.display import list_values, show_item, show_raw, show_value
from generator.handbook.suggestions import describe_decision, is_named
from questionnaire.model import Question

View = dict[str, object]


def view(context: ViewContext) -> View:
    """Return one entry per question id; the same keys in each, whatever is known."""
    return {
        question.id: describe_answer(context, question)
        for question in context.facts.questionnaire.by_id.values()
    }


def describe_answer(context: ViewContext, question: Question) -> View:
    """Return what prose may print about one question."""
    fact = context.facts.fact(question.id)
    entry = _describe_nothing(context, question)
    if isinstance(fact, Pending):
        return entry | _describe_pending(context, question, fact)
    if isinstance(fact, NotAsked):
        words = context.pack.word("ui", "not_applicable")
        return entry | {"asked": False, "text": words, "reason": fact.reason or ""}
    if context.hides(question.id):
        return entry | {"known": True, "hidden": True, "text": "", "recommended": fact.recommended}
    return entry | _describe_known(context, question, fact)


def _describe_nothing(context: ViewContext, question: Question) -> View:
    return {
        "id": question.id,
        "question": context.text(question.text),
        "short": context.text(question.short),
        "unit": context.text(question.unit),
        "known": False,
        "asked": True,
        "hidden": False,
        "text": "",
        "value": "",
        "items": [],
        "list": [],
        "recommended": False,
        "because": "",
        "reason": "",
        "pending": {
            "owner": "",
            "due": "",
            "suggestion": "",
            "because": "",
            "stake": context.text(question.why_we_ask),
            "named": False,
        },
    }


def _describe_known(context: ViewContext, question: Question, fact: Known) -> View:
    items: list[View] = []
    if question.kind == "group" and isinstance(fact.value, (tuple, list)):
        items = [show_item(context, question, one) for one in fact.value]
    return {
        "known": True,
        "text": show_value(context, question, fact.value),
        "value": "" if items else show_raw(fact.value),
        "items": items,
        "list": list_values(context, question, fact.value),
        "recommended": fact.recommended,
        "because": context.text(fact.because) if fact.because is not None else "",
    }


def _describe_pending(context: ViewContext, question: Question, fact: Pending) -> View:
    decision = describe_decision(context, question, fact)
    return {
        "text": context.pack.word("open_decision", "words"),
        "reason": fact.reason or "",
        "because": decision.because,
        "pending": {
            "owner": decision.owner,
            "due": context.pack.long_date(decision.due),
            "suggestion": decision.suggestion,
            "because": decision.because,
            "stake": decision.stake,
            "named": is_named(question, fact),
        },
    }
