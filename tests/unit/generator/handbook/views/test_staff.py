"""The tables of the policy for employees."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.handbook.context import ViewContext
from generator.handbook.views import staff
from generator.library import load_library
from questionnaire.loader import load_questionnaire
from questionnaire.text import ENGLISH, LANGUAGES

Look = Callable[..., ViewContext]


def view(context: ViewContext) -> Any:
    """Return the section, of which tests read many keys."""
    return staff.view(context)


def codes(context: ViewContext, key: str) -> list[str]:
    """Return the codes of the rows of one table."""
    return [row["code"] for row in view(context)[key]]


def test_every_sector_has_its_four_examples_in_both_languages() -> None:
    """No company reads the examples of another trade."""
    sectors: Any = load_library().knowledge["staff_examples"]["sectors"]
    choices = {choice.value for choice in load_questionnaire().by_id["sector"].choices}
    assert set(sectors) == choices
    for sector in sectors.values():
        assert list(sector) == ["allowed", "ask", "never", "photo"]
        assert all(set(text) == set(LANGUAGES) for text in sector.values())


def test_the_examples_are_those_of_the_sector(look: Look) -> None:
    """And neutral ones while the sector is open."""
    assert view(look(ENGLISH, sector="clinic"))["examples"]["never"].startswith("confirm that")
    assert "customer" in view(look(ENGLISH, sector=None))["examples"]["never"]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("private_only", ["T0", "T3", "T4"]),
        ("optional_sharing", ["T0", "T1", "T3", "T4"]),
        ("experts", ["T0", "T1", "T2", "T3", "T4"]),
        ("ambassadors", ["T0", "T1", "TA", "T3", "T4"]),
        (None, ["T0", "T3", "T4"]),
    ],
)
def test_levels_are_those_the_company_opened(
    look: Look, answer: str | None, expected: list[str]
) -> None:
    """Nobody is invited before the company has decided to."""
    assert codes(look(staff_participation=answer), "tiers") == expected


def test_account_editors_are_named(look: Look) -> None:
    """The people who post and answer hold that level by name."""
    tiers = {row["code"]: row for row in view(look())["tiers"]}
    assert tiers["T3"]["who"] == "Ana Ruiz"


def test_children_are_shown_only_by_companies_that_said_so(look: Look) -> None:
    """With guardians' permission and the approver's yes; otherwise never."""
    full = {"employees": 60}
    assert "minors_never" in codes(look(**full, photo_people=("staff",)), "photos")
    photos = view(look(**full, photo_people=("minors",), approver="ana"))["photos"]
    assert photos[0]["code"] == "minors_here"
    assert photos[0]["approver"] == "Ana Ruiz"


def test_the_small_book_has_few_photo_rows(look: Look) -> None:
    """One for whoever can be recognised and one for children."""
    assert codes(look(), "photos") == ["anybody", "minors_never"]
    assert codes(look(photo_people=("none",)), "photos") == ["minors_never"]


@pytest.mark.parametrize(
    ("use", "verdicts"),
    [
        ("none", ["closed", "free", "closed", "closed"]),
        ("drafts", ["review", "free", "closed", "closed"]),
        ("both", ["review", "free", "review", "label"]),
        (None, ["closed", "free", "closed", "closed"]),
    ],
)
def test_ai_is_open_to_what_the_company_uses(
    look: Look, use: str | None, verdicts: list[str]
) -> None:
    """What is never allowed stays so, whatever the answer."""
    found = [row["verdict_code"] for row in view(look(ai_use=use))["ai"]]
    assert found[:4] == verdicts
    assert set(found[4:]) == {"never"}


def test_the_laws_are_few_in_the_small_book_and_of_the_own_countries(look: Look) -> None:
    """Four of the country and one of the Union; in the full book all of them."""
    small = [row["id"] for row in view(look())["laws"]]
    assert small == ["ES1", "ES2", "ES5", "ES11", "EU15"]
    assert len(view(look(employees=60))["laws"]) > len(small)
    assert view(look(jurisdictions=None))["laws"] == []


def test_every_law_listed_exists() -> None:
    """The curated list names rows of the law files, each of its own jurisdiction."""
    library = load_library()
    listed: Any = library.knowledge["staff_policy"]["laws"]
    for code, wanted in listed.items():
        assert set(wanted) <= {row["id"] for row in library.laws[code]}


def test_human_resources_decide_on_consequences(look: Look) -> None:
    """Else whoever has the last word; with nobody, an open decision."""
    assert view(look())["decider"]["name"] == "Ana Ruiz"
    hr = {"id": "luz", "name": "Luz Mar", "role": "personas", "department": "hr", "hours": 1.0}
    assert view(look(people=(hr,)))["decider"]["name"] == "Luz Mar"
    assert not view(look(people=None, sponsor=None))["decider_known"]


def test_the_confidential_list_stays_out_of_the_public_edition(look: Look) -> None:
    """The company's own lines, and only inside."""
    answer = {"confidential_items": "Recetas\nProveedores"}
    assert view(look(**answer))["confidential"] == ["Recetas", "Proveedores"]
    assert view(look(edition="public", **answer))["confidential"] == []


def test_one_person_alone_is_told_apart(look: Look) -> None:
    """The rules of a company of one are for whoever lends a hand."""
    assert view(look(employees=1))["alone"]
    assert not view(look(employees=None))["alone"]
