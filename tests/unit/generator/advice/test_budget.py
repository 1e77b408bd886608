"""What a month costs: hours as hours, and only the money that was given."""

import pytest

from generator.advice.budget import find_outcome, list_formats, plan_budget
from generator.library import load_library
from questionnaire.money import Money
from tests.unit.generator.advice.companies import bakery, derive, service_company

LIBRARY = load_library()
DATA = LIBRARY.knowledge["budget"]


def test_the_starting_split_is_one_whole():
    """E.9: 60, 15, 15, 5 and 5 percent."""
    assert [row["percent"] for row in DATA["split"]] == [60, 15, 15, 5, 5]


def test_hours_of_a_week_become_hours_of_a_month():
    """Two and three hours a week are 8.7 and 13 a month; no rate is made up for them."""
    budget = plan_budget(bakery(), LIBRARY)
    assert [(one.person, one.hours) for one in budget.people] == [("lucia", 8.7), ("marcos", 13.0)]
    assert budget.hours == 21.6
    assert budget.split[1].worth == 5.4


@pytest.mark.parametrize("given", [1800, Money(1800, "EUR")])
def test_ads_set_the_limit_and_what_is_kept_aside(given):
    """A fifth for one ad and a tenth kept aside, whether or not the amount has a currency."""
    budget = plan_budget(service_company(paid=True, paid_budget=given, currency="EUR"), LIBRARY)
    assert (budget.paid, budget.single, budget.contingency) == (1800, 360, 180)
    assert budget.currency == "EUR"


def test_no_ads_are_not_the_same_as_an_open_question():
    """Zero was said; nothing said is not zero."""
    assert plan_budget(bakery(paid=False), LIBRARY).paid == 0
    assert plan_budget(bakery(), LIBRARY).paid is None


@pytest.mark.parametrize(
    ("goals", "outcome"),
    [
        (("leads",), "qualified_leads"),
        (("hiring",), "applications"),
        (("service",), ""),
        (None, ""),
    ],
)
def test_the_cost_of_a_result_needs_results_that_can_be_counted(goals, outcome):
    """A share or a score can't be divided by; the first goal decides."""
    assert find_outcome(bakery(goals=goals), LIBRARY) == outcome


def test_the_figure_of_the_company_comes_first():
    """What the company measures for its first goal is what the cost is divided by."""
    own = ({"id": "o", "goal": "sales", "kpi": "store_visits"},)
    assert find_outcome(bakery(objectives=own), LIBRARY) == "store_visits"


def test_formats_are_in_the_order_of_their_hours():
    """The dearest is the first to be swapped."""
    facts = bakery(formats=("photo", "short_video", "text"))
    assert list_formats(facts, LIBRARY) == ("short_video", "photo", "text")


def test_an_empty_company_costs_nothing_known():
    """Without people, tools or ads nothing is worked out."""
    budget = plan_budget(derive(), LIBRARY)
    assert (budget.hours, budget.people, budget.tools, budget.training) == (0, (), (), 0)
