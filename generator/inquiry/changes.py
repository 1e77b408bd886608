"""Other answers tried in memory: each value is read as its question reads it, nothing is written."""

from collections.abc import Mapping
from dataclasses import dataclass

from questionnaire.answers import Answers
from questionnaire.errors import AnswerProblems, Place, Problem
from questionnaire.interview import Interview
from questionnaire.kinds import KINDS
from questionnaire.model import Questionnaire
from questionnaire.text import Language, closest

RECOMMEND = "!"
"""Instead of a value: let the handbook recommend one, as in the interview."""
NOTHING = ""
"""Instead of a value: leave the question undecided."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One question with its value before and after, in words; `asked` is whether it is asked at all."""

    id: str
    question: str
    before: str
    after: str
    asked: bool


def try_changes(
    questionnaire: Questionnaire,
    answers: Answers,
    changes: Mapping[str, str],
    language: Language,
) -> tuple[Answers, tuple[Tried, ...]]:
    """Return the answers with some of them changed; raises AnswerProblems with every problem."""
    before = after = Interview(questionnaire, answers)
    problems: list[Problem] = []
    for question, value in _in_order(questionnaire, changes):
        if question not in questionnaire.by_id:
            problems.append(_describe_unknown(questionnaire, question))
            continue
        outcome = _change(after, question, value, language)
        if isinstance(outcome, Interview):
            after = outcome
        else:
            problems += outcome
    if problems:
        raise AnswerProblems(problems)
    tried = tuple(_describe(before, after, question, language) for question in changes)
    return after.answers, tried


def _in_order(questionnaire: Questionnaire, changes: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the changes in the order of asking, so that one may open the question of the next."""
    order = {question: at for at, question in enumerate(questionnaire.by_id)}
    return sorted(changes.items(), key=lambda pair: order.get(pair[0], len(order)))


def _change(
    interview: Interview, question: str, value: str, language: Language
) -> Interview | tuple[Problem, ...]:
    if value == NOTHING:
        return Interview(interview.questionnaire, interview.answers.without(question))
    if value == RECOMMEND:
        return interview.recommend(question)
    return interview.answer(question, value, language)


def _describe_unknown(questionnaire: Questionnaire, question: str) -> Problem:
    near = closest(question, questionnaire.by_id)
    if near is None:
        return Problem("answers.unknown_question", Place(), {"value": question})
    return Problem("answers.unknown_question_meant", Place(), {"value": question, "meant": near})


def _describe(before: Interview, after: Interview, question_id: str, language: Language) -> Tried:
    question = before.questionnaire.by_id[question_id]
    return Tried(
        id=question_id,
        question=question.short.read_in(language),
        before=_show(before, question_id, language),
        after=_show(after, question_id, language),
        asked=after.is_visible(question_id),
    )


def _show(interview: Interview, question_id: str, language: Language) -> str:
    """Return what counts as the answer in words; nothing while it is open."""
    question = interview.questionnaire.by_id[question_id]
    value = interview.value(question_id)
    if value is None:
        return ""
    return KINDS[question.kind].show(question, value, language, interview.context(question_id))
