"""A small questionnaire with every feature, and short cuts to fill it in."""

from pathlib import Path

from questionnaire.interview import Interview, Outcome
from questionnaire.loader import load_questionnaire
from questionnaire.store import empty_answers
from questionnaire.text import ENGLISH

SMALL = load_questionnaire(Path(__file__).parent / "data" / "small")


def start() -> Interview:
    """Return an interview in which nothing was said yet."""
    return Interview(SMALL, empty_answers(SMALL))


def done(outcome: Outcome) -> Interview:
    """Return the interview of an action that must have worked."""
    assert isinstance(outcome, Interview), outcome
    return outcome


def fill(interview: Interview | None = None, **answers: object) -> Interview:
    """Answer several questions, groups as lists of their items."""
    interview = interview or start()
    for question_id, raw in answers.items():
        interview = done(interview.answer(question_id, raw, ENGLISH))
    return interview
