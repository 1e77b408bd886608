"""Formats, the material of the brand and languages: what is made, where it is and who reads it."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.advice.model import Advice
from generator.facts.model import Facts
from generator.handbook.context import make_context
from generator.handbook.views import style
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
        return style.view(context)

    return build


def test_only_what_the_team_makes_is_listed(show: Show) -> None:
    """Each with its hours, its shape and what it always has; the dearest gives way."""
    found = show(formats=("photo", "short_video"))
    assert [row["hours"] for row in found["formats"]] == ["1 h 30 min", "5 h"]
    assert all(row["shape"] and row["must"] for row in found["formats"])
    assert (found["dearest"]["name"], found["cheapest"]["name"]) == (
        "short video",
        "photo or image",
    )
    assert show(formats=("photo",))["dearest"] == ""


def test_every_format_we_offer_has_its_card(show: Show) -> None:
    """Whatever a company ticks, the table has no hole."""
    every = (
        "photo", "carousel", "short_video", "long_video", "stories", "text", "live", "article",
    )  # fmt: skip
    rows = show(formats=every)["formats"]
    assert len(rows) == len(every)
    assert all(all(row.values()) for row in rows)


def test_a_network_shows_what_of_ours_fits_there(show: Show) -> None:
    """A channel for answering has no row, nor has one that isn't in use."""
    base = {"owner": "ana", "replies": True, "status": "active"}
    accounts = (
        {**base, "id": "a", "platform": "youtube", "handle": "Shop"},
        {**base, "id": "b", "platform": "whatsapp", "handle": "600"},
        {**base, "id": "c", "platform": "tiktok", "handle": "@shop", "status": "dormant"},
    )
    rows = show(formats=("photo", "short_video"), accounts=accounts)["networks"]
    assert [(row["name"], row["best"], row["rest"]) for row in rows] == [
        ("YouTube", "short video", "photo or image")
    ]


@pytest.mark.parametrize("place", ["shared_folder", "portal", "agency", "own_device", "none", None])
def test_the_material_has_a_person_and_a_day_wherever_it_is(show: Show, place: str | None) -> None:
    """Also while nobody has said where it is."""
    act = show(brand_kit=place)["kit_act"]
    assert "2026" in act or "2027" in act
    assert "{" not in act


def test_translations_have_a_reader_or_none_goes_out(show: Show) -> None:
    """The first language is written, the others are read by somebody by name."""
    two = {"content_languages": ("es", "en"), "people": (ANA, LEO)}
    found = show(**two, translation_checker="leo")
    assert [row["who"] for row in found["languages"]] == ["Ana Ruiz", "Leo Paz"]
    assert show(**two)["checker"] == ""
    assert show(content_languages=("es",))["languages_many"] is False


def test_people_who_write_in_a_language_nobody_posts_in_are_told(show: Show) -> None:
    """Spanish writes languages without a capital; the sentence to paste is in English."""
    found = show(SPANISH, content_languages=("es",), customer_languages=("es", "eu"))
    assert (found["silent"], found["answered"]) == ("euskera", "español y euskera")
    assert found["answered_en"] == "Spanish or Basque"


@pytest.mark.parametrize(("used", "checks"), [("none", False), ("drafts", True), (None, False)])
def test_what_a_machine_drafted_is_checked(show: Show, used: str | None, checks: bool) -> None:
    """Where no AI is used there is nothing to check, and nothing is claimed while it is open."""
    found = show(ai_use=used)
    assert found["ai_used"] is checks
    assert bool(found["ai"]) is (used is not None)


def test_every_mistake_has_a_clock(show: Show) -> None:
    """And a person; nothing of ours is left to fill in."""
    for row in show()["fixes"]:
        assert all(row.values())
        assert not any("{" in str(one) for one in row.values())
