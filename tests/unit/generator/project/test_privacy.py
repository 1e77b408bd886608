"""The public edition never prints a phone or an e-mail of a person, whoever wrote the page."""

from datetime import date

import pytest

from generator.facts import derive_facts
from generator.project.privacy import find_leaks
from questionnaire.loader import load_questionnaire
from questionnaire.sources import data_folder
from questionnaire.store import load_answers


@pytest.fixture(scope="module")
def facts():
    """Return what is known of the bakery, whose people have telephones."""
    questionnaire = load_questionnaire()
    path = data_folder("questionnaire", "examples", "panaderia-nandu") / "answers.yml"
    return derive_facts(questionnaire, load_answers(path, questionnaire), date(2026, 11, 22))


@pytest.mark.parametrize(
    "text",
    ["+34 600 000 011", "600000011", "0034 600-000-011", "(600) 000.011", r"\+34 600 000 011"],
)
def test_a_telephone_is_found_however_it_is_written(facts, text):
    """Blanks, signs and prefixes don't hide a number."""
    (problem,) = find_leaks({"docs/es/a.md": f"Call {text} now"}, facts)
    assert problem.where.file == "docs/es/a.md"


def test_the_value_is_not_told(facts):
    """The message about a leak is no leak."""
    (problem,) = find_leaks({"a.md": "600 000 011"}, facts)
    assert "600" not in str(problem.data)


def test_what_is_public_may_be_printed(facts):
    """The company's own address, its public number and other numbers stay."""
    text = "hola@panaderianandu.example · WhatsApp 600 000 010 · 2027 · 50.000 € · 112"
    assert find_leaks({"a.md": text}, facts) == ()
