"""The ownership page: the decision, its reasons, its picture, and honesty about what isn't known."""

import pytest

from questionnaire.text import ENGLISH, LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_company_gets_a_decision_with_reasons(bench, bakery, energy, language):
    """Who leads, why, what came second, and every option with its points; one is recommended."""
    for answers in (bakery, energy):
        found = bench.decide_ownership(answers, language)
        assert found.decided
        assert found.lead
        assert found.meaning
        assert bool(found.runner_up) == bool(found.runner_up_meaning)
        assert found.reasons
        assert found.topology
        assert found.committee
        assert sum(best for _, _, best in found.options) == 1
        assert "<svg" in found.drawing
        assert "<desc" in found.drawing


def test_an_empty_interview_decides_nothing(bench, nothing, answer):
    """Every reason would rest on an assumption; a few answers change that."""
    assert not bench.decide_ownership(nothing, ENGLISH).decided
    named = answer(nothing, "company_name", "Acme")
    assert not bench.decide_ownership(named, ENGLISH).decided
    people = answer(named, "employees", "4")
    found = bench.decide_ownership(people, ENGLISH)
    assert found.person == ""


def test_a_choice_against_the_recommendation_is_told(bench, energy, answer):
    """Both are named, with the company's reason."""
    before = bench.decide_ownership(energy, ENGLISH)
    other = "communications" if "marketing" in before.recommended else "marketing"
    chosen = answer(answer(energy, "lead_choice", other), "lead_reason", "They know the press.")
    found = bench.decide_ownership(chosen, ENGLISH)
    assert found.overridden
    assert found.recommended == before.recommended
    assert found.lead != found.recommended
    assert found.override_reason == "They know the press"
