"""An answer that was taken from what is usual in a sector says so, and why."""

from datetime import date

from generator.facts import derive_facts
from generator.facts.model import Known
from questionnaire.interview import Interview
from questionnaire.loader import load_questionnaire
from questionnaire.preset import load_presets, open_suggestions, take
from questionnaire.store import empty_answers
from questionnaire.text import ENGLISH


def test_a_taken_suggestion_keeps_its_reason():
    """It is known, it isn't our recommendation, and it carries the preset's own reason."""
    questionnaire = load_questionnaire()
    interview = Interview(questionnaire, empty_answers(questionnaire))
    for name, value in (("sector", "restaurant"), ("employees", "4")):
        interview = interview.answer(name, value, ENGLISH)
    offer = open_suggestions(interview, load_presets(questionnaire))[0]
    question = offer.suggestion.question
    taken = take(interview, offer)
    facts = derive_facts(questionnaire, taken.answers, date(2026, 11, 30))
    fact = facts.by_id[question]
    assert isinstance(fact, Known)
    assert fact.preset == offer.preset.id
    assert fact.because == offer.suggestion.because
    assert not fact.recommended
    assert facts.by_id["sector"] == Known("sector", "restaurant")
