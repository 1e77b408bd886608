"""The public rules: a closed list, an appeal decided by somebody else, the right form of address."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.advice.model import Advice
from generator.facts.model import Facts
from generator.handbook.context import make_context
from generator.handbook.views import house_rules
from generator.library import Library
from questionnaire.text import ENGLISH, SPANISH, Language

Show = Callable[..., Any]
ANA = {"id": "ana", "name": "Ana Ruiz", "role": "owner", "department": "management", "hours": 3.0}
LEO = {**ANA, "id": "leo", "name": "Leo Paz"}


@pytest.fixture
def show(derive: Callable[..., Facts], advice: Advice, library: Library) -> Show:
    """Return a function that builds the section for a company with some answers changed."""

    def build(language: Language = ENGLISH, **changes: object) -> Any:
        context = make_context(derive(**changes), advice, library, language, "internal")
        return house_rules.view(context)

    return build


def test_an_appeal_is_decided_by_somebody_else(show: Show) -> None:
    """Ana leads and Leo answers: each looks at what the other did."""
    found = show(people=(ANA, LEO), replier="leo")
    assert (found["reviews_hide"], found["reviews_block"]) == ("Ana Ruiz", "Leo Paz")
    assert "Somebody else decides" in found["appeal"]


def test_alone_the_rules_say_so(show: Show) -> None:
    """One person can't review themselves, and the public text doesn't pretend."""
    found = show()
    assert found["alone"]
    assert "two days later" in found["appeal"]


def test_every_point_of_the_list_has_its_reason(show: Show) -> None:
    """Eight points, and one more where the trade has a danger of its own."""
    assert len(show()["removed"]) == 8
    assert len(show(sector="clinic")["removed"]) == 9
    assert all(row["what"] and row["why"] for row in show(sector="clinic")["removed"])


@pytest.mark.parametrize(
    ("form", "word"), [("tu", "puedes"), ("usted", "puede"), ("vos", "podés"), (None, "puedes")]
)
def test_the_public_is_addressed_as_the_company_does(
    show: Show, form: str | None, word: str
) -> None:
    """The same text in each form of address."""
    assert f" {word} " in show(SPANISH, address_form=form)["welcome"]


FARO = {"id": "faro", "name": "Faro"}


@pytest.mark.parametrize("language", [SPANISH, ENGLISH])
@pytest.mark.parametrize("form", ["tu", "usted", "vos"])
def test_no_text_is_left_with_a_place_to_fill(show: Show, language: Language, form: str) -> None:
    """Every {place} of every text has its word."""
    found = show(language, address_form=form, agency=True, agencies=(FARO,))
    assert not any("{" in value for value in found.values() if isinstance(value, str))


def test_the_age_comes_from_the_law_of_the_country(show: Show) -> None:
    """Fourteen in Spain; elsewhere the network's own age."""
    assert "under 14" in show()["minors"]
    assert "network's minimum age" in show(jurisdictions=("MX",))["minors"]


def test_an_agency_is_named_in_the_data_notice(show: Show) -> None:
    """Whoever else reads the messages is told."""
    assert "Faro helps us" in show(agency=True, agencies=(FARO,))["data"]
    assert "helps us" not in show()["data"]
