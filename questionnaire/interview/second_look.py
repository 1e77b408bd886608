"""A second look at an answer that was just given: valid but odd, said at once and never in the way."""

import re
from datetime import date

from questionnaire.errors import Problem
from questionnaire.interview.session import Interview
from questionnaire.store import find_warnings


def warnings_about(interview: Interview, question_id: str, today: date) -> tuple[Problem, ...]:
    """Return the oddities of the answers as they are now that concern one question."""
    found = find_warnings(interview.answers, interview.questionnaire, today)
    return tuple(one for one in found if _question_of(one) == question_id)


def new_warnings(before: Interview, after: Interview, today: date) -> tuple[Problem, ...]:
    """Return the oddities that a change brought with it, whichever question they concern.

    Fewer hours make a plan odd that was fine: who changed the hours should hear of it.
    """
    known = {_key(one) for one in find_warnings(before.answers, before.questionnaire, today)}
    found = find_warnings(after.answers, after.questionnaire, today)
    return tuple(one for one in found if _key(one) not in known)


def _key(problem: Problem) -> tuple[object, ...]:
    return problem.code, problem.where.question, tuple(sorted(map(str, problem.data.items())))


def _question_of(problem: Problem) -> str:
    return re.split(r"[.\[]", problem.where.question or "", maxsplit=1)[0]
