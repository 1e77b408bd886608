"""The hours: one verdict for the sum and for each person."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.advice.model import Advice
from generator.facts.model import Facts
from generator.handbook.context import make_context
from generator.handbook.views import capacity
from generator.library import Library
from questionnaire.text import SPANISH

Show = Callable[..., Any]
ANA = {"id": "ana", "name": "Ana Ruiz", "role": "dueña", "department": "sales", "hours": 3.0}


@pytest.fixture
def show(derive: Callable[..., Facts], advice: Advice, library: Library) -> Show:
    """Return a function that builds the section for a company with some answers changed."""

    def build(**changes: object) -> Any:
        return capacity.view(make_context(derive(**changes), advice, library, SPANISH, "internal"))

    return build


def test_a_sum_that_fits_says_who_is_short(show: Show) -> None:
    """Leo has plenty of hours and Ana does the work: the plan fits only if they share it."""
    found = show(people=(ANA, {**ANA, "id": "leo", "name": "Leo Paz", "hours": 40.0}))
    assert found["verdict_code"] == "shared"
    assert "Ana Ruiz" in found["verdict"]
    assert found["short"][0]["shares"].startswith("Leo Paz (")


def test_a_sum_that_does_not_fit_says_what_would(show: Show) -> None:
    """Ana is alone: the posts that her hours allow, and the hours she lacks."""
    found = show(inbound_volume=5)
    assert found["verdict_code"] == "over"
    assert (found["posts_that_fit"], found["lacking"]) == ("4 publicaciones", "2,7 horas")


def test_without_hours_nobody_is_blamed(show: Show) -> None:
    """Nobody has said a number yet."""
    assert show(people=({**ANA, "hours": 0.0},))["verdict_code"] == "none"
