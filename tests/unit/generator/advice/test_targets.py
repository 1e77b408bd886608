"""Response targets: starting values, scaled to what the roster can keep."""

from datetime import time

import pytest

from generator.advice.escalation import escalation_steps
from generator.advice.targets import keepable_minutes, reply_gap, response_targets, service_day
from generator.facts.model import Capacity, Known, Service
from tests.unit.generator.advice.sound_company import PENDING, make_facts


def by_priority(facts):
    """Return the targets by priority."""
    return {target.priority: target for target in response_targets(facts)}


def test_a_shared_team_gets_the_starting_values_it_can_keep():
    """With hours to spare the table of the reference is promised as it stands."""
    targets = by_priority(make_facts(capacity=Capacity(60, 6, 5), reply_hours=4))
    assert [target.acknowledge for target in targets.values()] == [30, 60, 240, 480, 960]
    assert all(target.keepable for target in targets.values())


def test_a_micro_company_promises_days_of_its_own_service():
    """The same day and two days are counted in the hours in which somebody is there."""
    facts = make_facts(
        book="micro",
        service=Service((1, 2, 3, 4, 5, 6), time(8), time(15)),
        capacity=Capacity(12, 2, 3),
        reply_hours=7,
    )
    targets = by_priority(facts)
    assert service_day(facts) == 420
    assert targets["P3"].acknowledge == 420
    assert targets["P4"].acknowledge == 840
    assert targets["P4"].solve is None


def test_few_hours_stretch_what_is_promised():
    """Half an hour a week can't look at the inbox every day, so the promise grows to days."""
    facts = make_facts(capacity=Capacity(2.5, 2, 0.4), reply_hours=PENDING)
    assert reply_gap(facts) == 960
    target = by_priority(facts)["P2"]
    assert (target.acknowledge, target.keepable) == (960, True)


def test_the_company_s_own_promise_wins_even_when_it_cannot_be_kept():
    """The figure stays the company's; `keepable` says what we think of it."""
    facts = make_facts(capacity=Capacity(8, 6, 1), reply_hours=1)
    target = by_priority(facts)["P3"]
    assert (target.acknowledge, target.keepable) == (60, False)
    assert keepable_minutes(facts) == 240


def test_a_promise_that_we_recommended_is_scaled_and_never_blamed():
    """Our own recommendation gives way to the arithmetic."""
    facts = make_facts(capacity=Capacity(8, 6, 1))
    facts.by_id["reply_hours"] = Known("reply_hours", 1, recommended=True)
    target = by_priority(facts)["P3"]
    assert (target.acknowledge, target.keepable) == (240, True)


@pytest.mark.parametrize(
    "capacity", [Capacity(0, 0, 0), Capacity(5, 5, 1), Capacity(6, 4, 3)], ids=str
)
def test_no_promise_is_kept_without_hours_to_answer(capacity):
    """Nobody, no hours left, or more messages than hours: nothing from the inbox can be promised."""
    targets = by_priority(make_facts(capacity=capacity))
    assert not any(targets[priority].keepable for priority in ("P2", "P3", "P4", "P5"))


def test_danger_goes_to_two_people_and_not_to_an_inbox():
    """P1 names who decides and another person, and needs both."""
    urgent = by_priority(make_facts())["P1"]
    assert (urgent.owner, urgent.substitute, urgent.keepable) == ("eva", "sara", True)
    alone = by_priority(make_facts(crisis_deputy=PENDING, substitute=PENDING))["P1"]
    assert (alone.substitute, alone.keepable) == (None, False)


def test_a_substitute_is_never_the_owner():
    """A person can't stand in for themselves."""
    targets = response_targets(make_facts(substitute="sara"))
    assert all(target.owner != target.substitute for target in targets)


def test_a_team_that_is_always_there_promises_minutes():
    """Round-the-clock service gets the fastest column."""
    facts = make_facts(
        service=Service((1, 2, 3, 4, 5, 6, 7), time(0), time(23, 59)),
        capacity=Capacity(400, 10, 20),
        reply_hours=PENDING,
    )
    assert [target.acknowledge for target in response_targets(facts)][:3] == [15, 30, 60]


@pytest.mark.parametrize("book", ["micro", "small", "full"])
def test_danger_has_one_clock(book):
    """The promise for P1 and the clock of a crisis never contradict each other."""
    facts = make_facts(book=book)
    crisis = next(one for one in escalation_steps(facts) if one.level == "L3")
    assert by_priority(facts)["P1"].acknowledge == crisis.minutes
