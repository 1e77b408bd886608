"""What is odd about an answer, told right after it, by the question it concerns or by what is new."""

from datetime import date

from questionnaire.interview import Interview, new_warnings, warnings_about
from questionnaire.loader import load_questionnaire
from questionnaire.store import empty_answers
from questionnaire.text import ENGLISH
from tests.unit.questionnaire.small import done

TODAY = date(2026, 11, 22)
QUESTIONNAIRE = load_questionnaire()
ANA = {"id": "ana", "name": "Ana", "role": "owner", "department": "management", "hours": "1"}


def _begin(**answers: object) -> Interview:
    interview = Interview(QUESTIONNAIRE, empty_answers(QUESTIONNAIRE))
    for question, raw in answers.items():
        interview = done(interview.answer(question, raw, ENGLISH))
    return interview


def test_a_question_has_its_own_oddities() -> None:
    """Also those of a field deep inside its items; others' are left to others."""
    odd = _begin(website="http://faro.example", people=[ANA | {"hours": "55"}])
    assert [one.code for one in warnings_about(odd, "website", TODAY)] == [
        "warning.website_insecure"
    ]
    assert [one.code for one in warnings_about(odd, "people", TODAY)] == ["warning.long_week"]
    assert warnings_about(odd, "sector", TODAY) == ()


def test_a_change_tells_what_it_made_odd() -> None:
    """Fewer hours make a plan odd that was fine; what was odd before isn't told again."""
    before = _begin(website="http://faro.example", people=[ANA | {"hours": "5"}], posts_month="30")
    after = done(before.answer("people", [ANA], ENGLISH))
    (found,) = new_warnings(before, after, TODAY)
    assert (found.code, found.where.question) == ("warning.posts_above_hours", "posts_month")
    assert new_warnings(after, after, TODAY) == ()
