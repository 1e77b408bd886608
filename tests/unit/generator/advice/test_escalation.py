"""Levels of trouble with the people of the company."""

from dataclasses import replace

from generator.advice.escalation import escalation_steps
from generator.advice.targets import response_targets
from tests.unit.generator.advice.sound_company import PENDING, PEOPLE, make_facts


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


def test_whoever_a_person_named_comes_first():
    """In everyday work it's their own substitute; in a crisis the deputy was named for just that."""
    people = (
        replace(PEOPLE[0], substitute="hugo"),
        PEOPLE[1],
        replace(PEOPLE[2], substitute="hugo"),
    )
    facts = make_facts(people=people, book="full")
    stand_ins = {step.level: step.substitute for step in escalation_steps(facts)}
    assert (stand_ins["L0"], stand_ins["L1"], stand_ins["L3"]) == ("hugo", "hugo", "sara")
    assert stand_ins["L4"] == "hugo"
    without = make_facts(people=people, crisis_deputy=PENDING)
    steps = {step.level: step.substitute for step in escalation_steps(without)}
    assert steps["L3"] == "hugo"


def test_a_promise_names_their_own_substitute():
    """And nobody who would stand in for themselves."""
    people = (*PEOPLE[:2], replace(PEOPLE[2], substitute="hugo"))
    found = {one.priority: one.substitute for one in response_targets(make_facts(people=people))}
    assert (found["P3"], found["P1"]) == ("hugo", "sara")
    itself = (*PEOPLE[:2], replace(PEOPLE[2], substitute="sara"))
    found = {one.priority: one.substitute for one in response_targets(make_facts(people=itself))}
    assert found["P3"] == "eva"
