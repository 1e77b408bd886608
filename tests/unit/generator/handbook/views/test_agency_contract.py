"""The agency's contract: what stays in the company, how each point stands, and the days of leaving."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from generator.handbook.context import ViewContext
from generator.handbook.views.agency_contract import FAILS, view
from generator.library import load_library
from questionnaire.text import ENGLISH

Look = Callable[..., ViewContext]
SOUND = {
    "id": "studio",
    "name": "Studio",
    "tasks": ("content",),
    "counterpart": "ana",
    "access": "partner",
    "ends": date(2027, 6, 30),
}


def _show(look: Look, *agencies: Mapping[str, object], **changes: object) -> Mapping[str, Any]:
    said = {"agency": True, "agencies": agencies, "accounts_owned_by": "company", **changes}
    return view(look(ENGLISH, **said))


def _point(found: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    rows: list[Mapping[str, Any]] = found["points"]
    return next(row for row in rows if row["point"] == name)


def test_a_sound_contract_has_no_gap(look: Look) -> None:
    """What nobody was asked is to be checked, not claimed."""
    found = _show(look, SOUND, brand_kit="shared_folder")
    assert all(row["ok"] for row in found["points"])
    assert _point(found, "Data")["state"] == "to be checked in the contract"
    assert found["check_by"] == "22 December 2026"


@pytest.mark.parametrize(
    ("point", "agency", "changes"),
    [
        ("The accounts", {}, {"accounts_owned_by": "agency"}),
        ("Access", {"access": "password"}, {}),
        ("Who directs it", {"counterpart": None}, {}),
        ("What it doesn't do", {"tasks": ("strategy",)}, {}),
        ("Until when", {"ends": None}, {}),
        ("Until when", {"ends": date(2026, 1, 31)}, {}),
        ("Originals and material", {}, {"brand_kit": "agency"}),
    ],
)
def test_a_gap_has_a_person_and_a_day(
    look: Look, point: str, agency: Mapping[str, object], changes: Mapping[str, object]
) -> None:
    """And says what is wrong in this company's words."""
    row = _point(_show(look, {**SOUND, **agency}, **changes), point)
    assert row["ok"] is False
    assert row["who"]
    assert row["due"]
    assert "{" not in row["state"]


def test_the_days_of_leaving_are_counted_from_the_end(look: Look) -> None:
    """Ninety days to decide, thirty to list, ten working days to give back."""
    row = _show(look, SOUND)["exits"][0]
    assert (row["decide"], row["list"]) == ("1 April 2027", "31 May 2027")
    assert (row["out"], row["returned"]) == ("30 June 2027", "14 July 2027")


def test_a_decision_that_is_late_is_due_today(look: Look) -> None:
    """No date of the table lies in the past; without an end there is none."""
    row = _show(look, {**SOUND, "ends": date(2026, 12, 1)})["exits"][0]
    assert (row["decide"], row["list"]) == ("22 November 2026", "22 November 2026")
    assert _show(look, {**SOUND, "ends": None})["exits"][0]["dated"] is False


def test_what_it_never_decides_has_somebody_who_does(look: Look) -> None:
    """By name, or the blank that says who is missing."""
    assert all(row["what"] and row["who"] for row in _show(look, SOUND)["never"])


def test_every_point_that_is_judged_says_both_ways() -> None:
    """A gap without words or days would break the page of whoever has it."""
    points = load_library().knowledge["agency"]["points"]
    assert isinstance(points, list)
    judged = {row["id"]: row for row in points if row["id"] in FAILS}
    assert set(judged) == set(FAILS)
    assert all({"ok", "gap", "days"} <= set(row) for row in judged.values())
