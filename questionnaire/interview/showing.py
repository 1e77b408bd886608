"""A value as people read it, with its unit: the same in the terminal and in the browser."""

from questionnaire.interview.session import Interview
from questionnaire.interview.view import Item
from questionnaire.kinds import KINDS
from questionnaire.model import Question
from questionnaire.text import Language


def show_value(
    interview: Interview,
    question: Question,
    value: object,
    language: Language,
    item: Item | None = None,
) -> str:
    """Return a value of a question, or of a field of an item, in words of a language."""
    context = interview.context(question.id, item)
    shown = KINDS[question.kind].show(question, value, language, context)
    unit = question.unit.read_in(language) if question.unit else ""
    return f"{shown} {unit}" if unit and shown else shown
