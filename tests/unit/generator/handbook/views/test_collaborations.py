"""Creators, gifts and partners: the limit, the words of each country, and whom we may name."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from generator.handbook.context import ViewContext
from generator.handbook.views.collaborations import view
from questionnaire.money import Money
from questionnaire.text import ENGLISH, SPANISH

Look = Callable[..., ViewContext]
FEE = {"influencers": True, "influencer_fee": Money(150, "EUR"), "currency": "EUR"}
CLUB = {"id": "club", "name": "Rowing Club", "relation": "sponsored", "agreed": True}
MILL = {"id": "mill", "name": "The Mill", "relation": "supplier", "agreed": False}
PEOPLE = tuple(
    {"id": one, "name": name, "role": "owner", "department": "management", "hours": 3.0}
    for one, name in (("ana", "Ana Ruiz"), ("leo", "Leo Paz"))
)


def _show(look: Look, **changes: object) -> Mapping[str, Any]:
    return view(look(ENGLISH, **changes))


def test_the_limit_is_that_of_the_answer_and_stays_inside(look: Look) -> None:
    """The public edition says that there is a limit and not which."""
    assert _show(look, **FEE)["limit"] == "€150"
    public = view(look(ENGLISH, "public", **FEE))
    assert (public["limit"], public["limit_hidden"]) == ("", True)


def test_one_person_has_nobody_else_to_ask(look: Look) -> None:
    """With two, whoever has the last word decides above the limit."""
    assert _show(look, **FEE)["alone"] is True
    two = _show(look, **FEE, people=PEOPLE, sponsor="leo", lead_choice="community_manager")
    assert two["sponsor"] == "Leo Paz"


@pytest.mark.parametrize(
    ("codes", "word"),
    [(("ES",), "Publicidad"), (("US",), "Ad"), (("MX", "ES"), "#Publicidad"), ((), "Advertising")],
)
def test_a_paid_post_opens_with_the_word_of_the_country(
    look: Look, codes: tuple[str, ...], word: str
) -> None:
    """The first country's where there are several; our own while none is known."""
    assert _show(look, jurisdictions=codes or None)["label"] == word


def test_each_word_has_its_law(look: Look) -> None:
    """With its certainty and the day it was checked; where the law sets no word, we say so."""
    found = _show(look, **FEE, jurisdictions=("US", "ES"))
    ids = [row["id"] for row in found["laws"]]
    assert ids[0] == "US3"
    assert {"ES8", "ES7"} <= set(ids)
    assert all(row["certainty"] and row["checked"] for row in found["laws"])
    assert found["proposed"] == "United States"


def test_spain_speaks_for_the_union(look: Look) -> None:
    """A Spanish company reads one row, a company elsewhere in the Union the Union's."""
    assert len(_show(look, jurisdictions=("ES",))["labels"]) == 1
    union = _show(look, jurisdictions=("EU_other",))["labels"]
    assert [row["where"] for row in union] == ["the European Union"]


def test_without_creators_only_the_texts_of_a_no_are_printed(look: Look) -> None:
    """And no law that only binds whoever pays creators."""
    assert len(_show(look, influencers=False)["replies"]) == 3
    assert len(_show(look, **FEE)["replies"]) == 5
    ids = [row["id"] for row in _show(look, influencers=False, jurisdictions=("ES",))["laws"]]
    assert ids == ["ES6", "EU4", "EU6"]


@pytest.mark.parametrize("form", ["tu", "usted", "vos"])
def test_the_texts_keep_the_form_of_address(look: Look, form: str) -> None:
    """And leave nothing of ours to fill in."""
    rows = view(look(SPANISH, **FEE, address_form=form))["replies"]
    texts = " ".join(str(row["text"]) for row in rows) if isinstance(rows, list) else ""
    assert "{" not in texts
    assert ("contestamos" in texts) is True
    assert ("Le contestamos" in texts) is (form == "usted")


def test_a_gift_of_nothing_is_none(look: Look) -> None:
    """Zero is an answer; silence is an open decision."""
    assert _show(look, gifts_limit=Money(0, "EUR"))["gifts"] == "none"
    assert _show(look, gifts_limit=Money(30, "EUR"))["gifts"] == "€30"
    assert _show(look)["gifts"] == ""


def test_a_partner_is_named_only_after_a_yes(look: Look) -> None:
    """Each row says what may be said, with the partner's name in it."""
    rows = _show(look, partners=(CLUB, MILL))["partners"]
    assert [(row["name"], row["agreed"]) for row in rows] == [
        ("Rowing Club", True),
        ("The Mill", False),
    ]
    assert "“We sponsor Rowing Club”" in rows[0]["say"]
