"""Listening: the words to search, who looks on which day, and what each finding sets off."""

from collections.abc import Callable, Mapping
from typing import Any

from generator.handbook.context import ViewContext
from generator.handbook.model import Edition
from generator.handbook.views.listening import view
from questionnaire.text import ENGLISH

Look = Callable[..., ViewContext]
ANA = {"id": "ana", "name": "Ana Ruiz", "role": "owner", "department": "management", "hours": 3.0}
LEO = {**ANA, "id": "leo", "name": "Leo Paz", "role": "counter"}
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat")


def _show(look: Look, edition: Edition = "internal", **changes: object) -> Mapping[str, Any]:
    return view(look(ENGLISH, edition, **changes))


def _words(found: Mapping[str, Any], code: str) -> str:
    return next((str(row["words"]) for row in found["terms"] if row["code"] == code), "")


def test_the_name_is_searched_as_people_type_it(look: Look) -> None:
    """With its accents, without them, and in one word."""
    found = _show(look, company_name="Panadería Ñandú")
    assert _words(found, "brand") == "Panadería Ñandú · Panaderia Nandu · #PanaderiaNandu"


def test_only_what_was_answered_is_searched(look: Look) -> None:
    """An answer that is missing leaves no empty row."""
    assert [row["code"] for row in _show(look, sponsor=None)["terms"]] == ["brand"]
    found = _show(look, website="https://taller.example/", sensitive_topics=("prices", "none"))
    assert _words(found, "site") == "taller.example"
    assert _words(found, "topics") == "prices"


def test_old_troubles_stay_inside(look: Look) -> None:
    """The public edition doesn't print them, and so doesn't point at them."""
    said = {"crisis_history": "In 2024 a wrong price reached the paper.", "spokesperson": "ana"}
    assert _show(look, **said)["past"] is True
    assert _words(_show(look, **said), "people") == "Ana Ruiz"
    assert _show(look, "public", **said)["past"] is False


def test_a_program_replaces_the_search_by_hand(look: Look) -> None:
    """Never both, and the minutes follow."""
    by_hand = [row["where"] for row in _show(look, tools=("native",))["places"]]
    assert sum("search box" in one for one in by_hand) == 1
    tool = _show(look, tools=("native", "listening"))
    assert tool["tool"] is True
    assert not any("search box" in row["where"] for row in tool["places"])
    assert tool["places"][0]["minutes"] == "90"


def test_somebody_looks_on_the_days_the_replier_is_off(look: Look) -> None:
    """The table names both; the note goes out on a day that the replier works."""
    leo = {**LEO, "works_days": ("mon", "tue", "wed", "thu")}
    people = {"people": (ANA, leo), "replier": "leo", "substitute": "ana", "service_days": WEEK}
    found = _show(look, **people)
    assert found["days"] == "Monday to Thursday"
    assert "Ana Ruiz" in found["places"][0]["often"]
    assert found["note_day"] == "Thursday"
    assert "Ana Ruiz" not in _show(look, **{**people, "substitute": None})["places"][0]["often"]


def test_every_finding_has_a_person_and_a_clock(look: Look) -> None:
    """Nothing of ours is left to fill in."""
    for row in _show(look)["triggers"]:
        assert all(row.values())
        assert not any("{" in str(one) for one in row.values())


def test_findings_are_kept_no_longer_than_anything_else(look: Look) -> None:
    """A year at most."""
    assert _show(look, records_months=6)["kept"] == "6 months"
    assert _show(look, records_months=60)["kept"] == "12 months"
