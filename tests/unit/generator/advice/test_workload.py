"""The load of a person: what the sum of the hours hides, and who can share it."""

from dataclasses import replace

import pytest

from generator.advice.workload import (
    has_uneven_hours,
    hours_a_channel,
    list_loads,
    minutes_a_piece,
    most_pieces,
    most_posts,
)
from generator.facts.model import Capacity, Person
from generator.library import load_library
from tests.unit.generator.advice.sound_company import PENDING, PEOPLE, make_facts
from tests.unit.generator.advice.test_findings import find

LIBRARY = load_library()
OVERLOADED = Capacity(available=15, publishing=6, replying=7)


def test_a_person_within_their_hours_needs_nobody():
    """Six of eight hours to publish, five of five to answer."""
    assert [(one.needed, one.short, one.shares) for one in list_loads(make_facts())] == [
        (6, 0, ()),
        (5, 0, ()),
    ]


def test_the_substitute_shares_first():
    """Sara lacks two hours: Eva, who covers for her, has exactly two."""
    load = list_loads(make_facts(capacity=OVERLOADED))[1]
    assert (load.person.name, load.short, load.uncovered) == ("Sara Gil", 2, 0)
    assert [(one.person.name, one.hours) for one in load.shares] == [("Eva Ríos", 2)]


def test_nobody_shares_hours_already_taken():
    """Hugo publishes six of his eight hours, so only two of them can answer messages."""
    facts = make_facts(capacity=Capacity(15, 6, 9), substitute="sara")
    load = list_loads(facts)[1]
    assert {one.person.id: one.hours for one in load.shares} == {"eva": 2, "hugo": 2}


def test_one_person_carries_both_loads():
    """Whoever posts and answers is one load, not two."""
    (load,) = list_loads(make_facts(replier="hugo"))
    assert (load.needed, load.short) == (11, 3)


def test_what_nobody_has_is_said():
    """One person with eight hours and eleven asked: three hours don't exist."""
    facts = make_facts(people=PEOPLE[1:2], replier="hugo", capacity=Capacity(8, 6, 5))
    (load,) = list_loads(facts)
    assert (load.uncovered, load.shares) == (3, ())
    assert not has_uneven_hours(facts)


@pytest.mark.parametrize(("capacity", "uneven"), [(OVERLOADED, True), (Capacity(15, 6, 5), False)])
def test_the_sum_may_fit_while_a_person_does_not(capacity, uneven):
    """Thirteen of fifteen hours fit, and Sara is still two hours short."""
    assert has_uneven_hours(make_facts(capacity=capacity)) is uneven


def test_the_finding_names_who_shares_and_how_many_hours():
    """The remedy is an agreement somebody can sign, not a wish."""
    finding = find(make_facts(capacity=OVERLOADED))["r.person_overloaded"]
    assert "Sara Gil" in finding.message.by_language["es"]
    assert "Eva Ríos (2 h)" in finding.remedy.by_language["es"]
    assert finding.data["item.hours_short"] == 2


def test_one_verdict_and_not_two():
    """Where the sum doesn't fit either, only the finding of the sum speaks."""
    found = find(make_facts(capacity=Capacity(15, 8, 9)))
    assert "r.plan_exceeds_hours" in found
    assert "r.person_overloaded" not in found


def test_nobody_named_is_nobody_overloaded():
    """An open role is an open decision, not a fault of a person."""
    assert list_loads(make_facts(publisher=PENDING, replier=PENDING)) == ()


def test_the_posts_that_fit_come_from_the_hours_left():
    """Twelve posts take six hours a week: two hours and ten minutes each."""
    facts = make_facts()
    assert minutes_a_piece(facts, LIBRARY) == 130
    assert (most_pieces(facts, LIBRARY), most_posts(facts, LIBRARY)) == (3.5, 15)
    assert hours_a_channel(facts.capacity, 4) == 1.5


def test_without_posts_there_is_nothing_to_fit():
    """No number of posts, no minutes a piece and no ceiling."""
    facts = make_facts(posts_month=PENDING)
    assert (minutes_a_piece(facts, LIBRARY), most_pieces(facts, LIBRARY)) == (0, 0)


def test_a_colleague_of_the_area_comes_before_the_rest():
    """Leo works with Sara; he is asked before Hugo, who has more hours to spare."""
    leo = Person("leo", "Leo Paz", "tienda", "customer_service", 1)
    people = (*(replace(one, hours=30) if one.id == "hugo" else one for one in PEOPLE), leo)
    load = list_loads(make_facts(people=people, substitute=PENDING, capacity=OVERLOADED))[1]
    assert [one.person.id for one in load.shares] == ["leo", "hugo"]
