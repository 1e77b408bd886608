"""Joining a story: the two who say yes, the slots, the last hour, and the examples of the trade."""

from collections.abc import Callable
from datetime import time
from typing import Any

import pytest

from generator.advice.model import Advice
from generator.facts.model import Facts
from generator.handbook.context import make_context
from generator.handbook.views import newsjacking
from generator.library import Library
from questionnaire.text import ENGLISH

Show = Callable[..., Any]
ANA = {"id": "ana", "name": "Ana Ruiz", "role": "owner", "department": "management", "hours": 3.0}
LEO = {**ANA, "id": "leo", "name": "Leo Paz"}
EVA = {**ANA, "id": "eva", "name": "Eva Gil"}


@pytest.fixture
def show(derive: Callable[..., Facts], advice: Advice, library: Library) -> Show:
    """Return a function that builds the section for a company with some answers changed."""

    def build(**changes: object) -> Any:
        context = make_context(derive(**changes), advice, library, ENGLISH, "internal")
        return newsjacking.view(context)

    return build


def test_whoever_writes_never_says_yes(show: Show) -> None:
    """Ana writes, so Leo and Eva decide, whatever else Ana is."""
    found = show(people=(ANA, LEO, EVA), approver="leo", crisis_deputy="eva")
    assert (found["pair"], found["pair_known"]) == ("Leo Paz and Eva Gil", True)
    assert found["writer"] == "Ana Ruiz"


def test_one_yes_is_not_enough(show: Show) -> None:
    """With a single other person the page says that somebody is missing."""
    assert not show(people=(ANA, LEO), approver="leo")["pair_known"]


def test_there_are_twelve_questions(show: Show) -> None:
    """All of them in words, with nothing left to fill in."""
    questions = show()["questions"]
    assert len(questions) == 12
    assert not any("{" in one or "*" in one for one in questions)


def test_the_last_hour_leaves_time_to_answer(show: Show) -> None:
    """Four hours before closing; in a short day there is none to name."""
    hours = {"service_from": time(9), "service_to": time(18, 30)}
    assert show(**hours)["latest"] == "14:30"
    assert show(service_from=time(9), service_to=time(13))["latest"] == ""
    assert show()["latest"] == ""


def test_a_busy_company_joins_once_a_week_at_most(show: Show) -> None:
    """Thirteen posts leave two slots; the limit is never above four."""
    assert show()["most"] == "2"


@pytest.mark.parametrize("sector", ["clinic", "retail", "bank_insurance", "ngo", "other"])
def test_every_trade_has_a_yes_and_a_no(show: Show, sector: str) -> None:
    """An example for each, with its reason."""
    found = show(sector=sector)
    assert all(found["yes"].values())
    assert found["no"]["story"]
    assert found["no"]["why"]


def test_only_the_company_s_own_topics_are_listed(show: Show) -> None:
    """None ticked, none printed."""
    assert show(sensitive_topics=("prices", "health"))["topics"] == "prices and health"
    assert show(sensitive_topics=("none",))["topics"] == ""
