"""What customers make: which permission it takes, in which words, and how fast it comes down."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from generator.handbook.context import ViewContext
from generator.handbook.views.user_content import view
from questionnaire.text import ENGLISH, SPANISH

Look = Callable[..., ViewContext]


def _show(look: Look, **changes: object) -> Mapping[str, Any]:
    return view(look(ENGLISH, **changes))


def _needs(found: Mapping[str, Any], what: str) -> list[str]:
    return [row["needs"] for row in found["cases"] if row["what"].startswith(what)]


def test_a_child_appears_only_where_the_company_shows_children(look: Look) -> None:
    """Then the guardians sign and a second person looks; otherwise it isn't used."""
    asked = _show(look, photo_people=("customers", "minors"))
    assert asked["minors"] is True
    assert "guardians" in _needs(asked, "A child")[0]
    for people in (("customers",), None):
        closed = _show(look, photo_people=people)
        assert _needs(closed, "A child") == ["not used"]
        assert closed["minors"] is False


@pytest.mark.parametrize(("way", "needs"), [("message", "written"), ("form", "signed form")])
def test_the_profile_takes_what_the_company_chose(look: Look, way: str, needs: str) -> None:
    """A yes by message, or a signed form; never both."""
    rows = _needs(_show(look, ugc_permission=way), "Put it on our profile")
    assert len(rows) == 1
    assert needs in rows[0]


def test_a_clinic_asks_in_private(look: Look) -> None:
    """That somebody was there is already theirs to tell."""
    assert "in private" in _needs(_show(look, sector="clinic"), "Share")[0]
    assert "thread" in _needs(_show(look, sector="retail"), "Share")[0]


@pytest.mark.parametrize("form", ["tu", "usted", "vos"])
def test_the_request_says_what_for_how_long_and_how_to_take_it_back(look: Look, form: str) -> None:
    """In the company's form of address, with its own mailbox."""
    mailbox = "hola@taller.example"
    ask = str(view(look(SPANISH, address_form=form, contact_email=mailbox))["ask"])
    assert all(part in ask for part in ("Taller Ruiz", "un año", mailbox))
    assert {"tu": "contesta «", "usted": "conteste «", "vos": "contestá «"}[form] in ask
    assert "{" not in ask


def test_a_company_without_a_website_doesn_t_ask_for_it(look: Look) -> None:
    """Permission is asked for the places there are."""
    assert "and website" not in str(_show(look)["ask"])
    assert "and website" in str(_show(look, website="https://taller.example")["ask"])


def test_where_a_form_is_signed_the_request_leads_to_it(look: Look) -> None:
    """A yes in the thread would be less than the company asks for."""
    texts = [str(row["text"]) for row in _show(look, ugc_permission="form")["texts"]]
    assert "sign here" in texts[0]
    assert not any("reply “Yes" in one for one in texts)


def test_permissions_are_kept_as_long_as_everything_else(look: Look) -> None:
    """As answered; a starting value while nobody chose."""
    assert _show(look, records_months=48)["records"] == "48 months"
    assert _show(look)["records"] == "36 months"


def test_every_request_to_take_down_has_a_person_and_a_clock(look: Look) -> None:
    """Nothing is left to fill in."""
    for row in _show(look)["takedown_rows"]:
        assert row["who"]
        assert row["within"]
        assert not any("{" in str(one) for one in row.values())


def test_a_law_is_printed_once(look: Look) -> None:
    """One about images and about copyright stands in one row, with its certainty."""
    laws = _show(look, jurisdictions=("ES",))["laws"]
    ids = [row["id"] for row in laws]
    assert ids == ["ES5", "ES17", "EU12"]
    assert all(row["certainty"] for row in laws)
