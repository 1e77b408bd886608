"""Any problem as a sentence in each language."""

import pytest

from generator.library.telling import tell_problem
from questionnaire.errors import Place, Problem
from questionnaire.text import LANGUAGES, SPANISH


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "problem",
    [
        Problem("answer.required", Place("answers.yml", 3, question="people")),
        Problem("workspace.wizard_open", Place(".playbook/wizard.lock"), {"pid": "12"}),
    ],
)
def test_the_place_is_left_out(language, problem):
    """Both families of messages give a sentence, and neither says where."""
    told = tell_problem(problem, language)
    assert told
    assert problem.code not in told
    assert "answers.yml" not in told


def test_words_of_the_language_are_chosen():
    """Data that comes in both languages is told in the one spoken."""
    data = {"rule": "r.x", "message_es": "Falta alguien", "message_en": "Somebody is missing"}
    told = tell_problem(Problem("final.finding", data=data), SPANISH)
    assert "Falta alguien" in told
