"""The audience: whom we serve first, what they do, and what we don't know."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.advice.model import Advice
from generator.facts.model import Facts
from generator.handbook.context import make_context
from generator.handbook.views import audience
from generator.library import Library
from questionnaire.text import SPANISH

NEIGHBOUR = {
    "id": "vecina",
    "name": "Vecina",
    "need": "Saber si queda pan.",
    "evidence": "assumption",
    "priority": "A",
    "language": "es",
}
GUEST = {"id": "fiesta", "name": "Fiesta", "priority": "B", "language": "es"}


@pytest.fixture
def show(derive: Callable[..., Facts], advice: Advice, library: Library) -> Callable[..., Any]:
    """Return a function that builds the section for a company with some answers changed."""

    def build(**changes: object) -> Any:
        return audience.view(make_context(derive(**changes), advice, library, SPANISH, "internal"))

    return build


def test_the_first_persona_is_the_one_of_priority_a(show: Callable[..., Any]) -> None:
    """The order of the list doesn't matter, and texts lose their full stop."""
    found = show(personas=(GUEST, NEIGHBOUR))
    assert (found["first"], found["first_need"]) == ("Vecina", "Saber si queda pan")
    assert found["after"] == "«Fiesta»"


def test_an_assumption_is_marked(show: Callable[..., Any]) -> None:
    """Only the persona that was guessed has to be tested."""
    cards = show(personas=(NEIGHBOUR, GUEST))["cards"]
    assert [card["is_assumed"] for card in cards] == [True, False]


def test_a_tier_gets_its_part_of_the_month(show: Callable[..., Any]) -> None:
    """Half of twelve posts for priority A; a tier nobody is in isn't printed."""
    tiers = show(personas=(NEIGHBOUR, GUEST), posts_month=12)["tiers"]
    assert [tier["code"] for tier in tiers] == ["A", "B"]
    assert tiers[0]["posts"] == "6 publicaciones"


def test_the_journey_has_only_what_was_ticked(show: Callable[..., Any]) -> None:
    """Each behaviour has who and how soon; one without an account of ours is uncovered."""
    found = show(customer_behaviours=("search", "complain"))
    assert [step["code"] for step in found["steps"]] == ["search", "complain"]
    assert all(step["who"] and step["clock"] and step["act"] for step in found["steps"])
    assert len(found["uncovered"]) == 2


def test_a_language_that_no_persona_reads_is_named(show: Callable[..., Any]) -> None:
    """Customers speak Basque too, and both personas read Spanish."""
    found = show(personas=(NEIGHBOUR, GUEST), customer_languages=("es", "eu"))
    assert found["unread_languages"] == "Euskera"
    assert show(personas=(NEIGHBOUR,), customer_languages=("es",))["unread_languages"] == ""


def test_the_ways_of_finding_out_fit_the_trade(show: Callable[..., Any]) -> None:
    """A shop asks at the till, a software firm listens to sales calls; three ways each."""
    shop, firm = show(sector="retail")["ways"], show(sector="b2b_software")["ways"]
    assert len(shop) == len(firm) == 3
    assert shop[0]["name"] != firm[0]["name"]


def test_figures_of_the_country_have_year_and_source(show: Callable[..., Any]) -> None:
    """Spain has a figure; a country without one has none rather than another's."""
    assert all(fact["year"] and fact["source"] for fact in show(jurisdictions=("ES",))["facts"])
    assert show(jurisdictions=("PE",))["facts"] == []
