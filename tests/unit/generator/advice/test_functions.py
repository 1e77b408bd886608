"""How time is shared among answering, publishing and analysing, and the jobs that takes."""

from datetime import time

import pytest

from generator.advice.functions import choose_profile, shift_shares, split_functions
from generator.advice.model import Functions
from generator.library import load_library
from questionnaire.loader import load_questionnaire
from tests.unit.generator.advice.companies import bakery, derive, service_company

LIBRARY = load_library()
DATA = LIBRARY.knowledge["functions"]


def by_id(functions):
    """Return the shares by function."""
    return {one.id: one for one in functions.shares}


def test_every_profile_adds_up_and_every_sector_has_one():
    """Shares are percents of one whole; a sector without a row takes the mixed profile."""
    assert all(sum(row["shares"].values()) == 100 for row in DATA["profiles"])
    sectors = {choice.value for choice in load_questionnaire().by_id["sector"].choices}
    assert {one for row in DATA["profiles"] for one in row["sectors"]} == sectors - {"other"}


def test_a_utility_mostly_answers():
    """C.4: 60 for answering, 20 and 20; the goal of service moves nothing that already leads."""
    functions = split_functions(service_company(), LIBRARY)
    assert [one.percent for one in functions.shares] == [60, 20, 20]
    assert functions.leading.id == "inbound"
    assert not functions.shifted


def test_a_shop_and_a_chain_differ():
    """The same sector publishes more when it is large."""
    assert choose_profile(bakery(), DATA["profiles"])["id"] == "local"
    assert choose_profile(bakery(employees=3000), DATA["profiles"])["id"] == "chain"
    assert choose_profile(derive(), DATA["profiles"])["id"] == "mixed"


@pytest.mark.parametrize(
    ("goal", "shares", "shifted"),
    [
        ("service", {"inbound": 50, "outbound": 40, "analysis": 10}, True),
        ("sales", {"inbound": 40, "outbound": 50, "analysis": 10}, False),
        ("insight", {"inbound": 40, "outbound": 40, "analysis": 20}, True),
        ("loyalty", {"inbound": 40, "outbound": 50, "analysis": 10}, False),
    ],
)
def test_the_first_goal_moves_ten_points(goal, shares, shifted):
    """Only towards a function that doesn't lead yet; the whole stays a hundred."""
    local = {"inbound": 40, "outbound": 50, "analysis": 10}
    assert shift_shares(local, (goal,), DATA["shifts"], DATA["floor"]) == (shares, shifted)


def test_the_formula_of_staffing():
    """380 messages of 8 minutes with a quarter again are 63.3 h, and 3.3 jobs at 75 % of 25.4 h."""
    functions = split_functions(service_company(), LIBRARY)
    answering = by_id(functions)["inbound"]
    assert (answering.needed, answering.jobs) == (63.3, 3.3)
    spanish = split_functions(service_company(customer_languages=("es", "eu")), LIBRARY)
    assert by_id(spanish)["inbound"].jobs == 3.8
    assert spanish.languages == 1


def test_presence_can_take_more_than_the_work():
    """Few messages in long service hours: somebody must be there all the same."""
    days = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    facts = bakery(service_days=days, service_from=time(8), service_to=time(22))
    functions = split_functions(facts, LIBRARY)
    assert by_id(functions)["inbound"].jobs == functions.cover_jobs == 0.8


def test_hours_of_a_person_in_several_functions_are_shared_by_the_need():
    """Marcos posts and answers: his three hours are split and none is counted twice."""
    functions = split_functions(bakery(), LIBRARY)
    shares = by_id(functions)
    assert {one.people[0] for one in functions.shares} == {"marcos"}
    total = sum(one.there for one in functions.shares)
    assert total == pytest.approx(5.0, abs=0.2)
    assert shares["inbound"].people == ("marcos", "lucia")


def test_nothing_known_needs_nobody():
    """Without messages, posts or people no number is made up."""
    functions = split_functions(derive(), LIBRARY)
    assert functions.jobs_needed == functions.jobs_there == 0
    assert all(not one.people for one in functions.shares)


def test_no_advice_has_no_leading_function():
    """The default of older callers is an empty answer, not a fault."""
    assert Functions().leading is None
