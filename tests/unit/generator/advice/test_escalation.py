"""Levels of trouble with the people of the company."""

from generator.advice.escalation import escalation_steps
from tests.unit.generator.advice.sound_company import PENDING, make_facts


def test_five_levels_in_a_company_with_departments():
    """L0 to L4, each with its clock, and the most serious with the highest person."""
    steps = escalation_steps(make_facts(book="full"))
    assert [step.level for step in steps] == ["L0", "L1", "L2", "L3", "L4"]
    assert [step.minutes for step in steps] == [240, 60, 30, 30, 15]
    assert (steps[0].decides, steps[0].substitute, steps[0].speaks) == ("sara", "eva", "sara")
    assert (steps[-1].decides, steps[-1].substitute) == ("eva", "sara")


def test_three_levels_in_a_micro_company():
    """Four people don't need five levels."""
    steps = escalation_steps(make_facts(book="micro"))
    assert [step.level for step in steps] == ["L0", "L1", "L3"]


def test_nobody_stands_in_for_themselves():
    """When the sponsor decides everything, the substitute is another person or nobody."""
    facts = make_facts(
        book="full", complaints_owner="eva", crisis_deputy=PENDING, substitute=PENDING
    )
    for step in escalation_steps(facts):
        assert step.decides is None or step.decides != step.substitute


def test_an_open_decision_stays_empty():
    """Where nobody is named there is nobody, not an invention."""
    steps = escalation_steps(
        make_facts(crisis_decider=PENDING, sponsor=PENDING, crisis_deputy=PENDING)
    )
    crisis = next(step for step in steps if step.level == "L3")
    assert (crisis.decides, crisis.substitute) == (None, None)
