"""The calendar: a dated week on real channels, free slots, campaigns in order, clashes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.advice.model import Advice, ChannelAdvice, Mix, MixShare
from generator.facts.model import Facts
from generator.handbook.context import make_context
from generator.handbook.views import calendar
from generator.library import Library
from questionnaire.text import ENGLISH

Show = Callable[..., Any]
ACCOUNT = {
    "id": "insta", "platform": "instagram", "handle": "@taller", "owner": "ana",
    "status": "active", "replies": True, "goal": "sales",
}  # fmt: skip
OTHER = {**ACCOUNT, "id": "face", "platform": "facebook", "handle": "Taller"}
KEPT = ChannelAdvice("instagram", "insta", "keep", 70, ("sales",), ("evidence_data",))
SECOND = ChannelAdvice("facebook", "face", "keep", 60, ("sales",), ("evidence_data",))
SPRING = {"id": "a", "name": "Spring", "starts": date(2027, 3, 1), "ends": date(2027, 3, 20)}
EASTER = {"id": "b", "name": "Easter", "starts": date(2027, 3, 15), "ends": date(2027, 4, 1)}
SUMMER = {"id": "c", "name": "Summer", "starts": date(2027, 1, 2), "ends": date(2027, 1, 8)}


@pytest.fixture
def show(derive: Callable[..., Facts], advice: Advice, library: Library) -> Show:
    """Return a function that builds the section for a company with some answers changed."""

    def build(channels: tuple[ChannelAdvice, ...] = (KEPT, SECOND), **changes: object) -> Any:
        changed = replace(advice, channels=channels)
        answers = {"accounts": (ACCOUNT, OTHER), "effective_date": date(2027, 1, 1), **changes}
        return calendar.view(make_context(derive(**answers), changed, library, ENGLISH, "internal"))

    return build


def test_the_week_begins_on_a_monday_and_its_last_post_is_free(show: Show) -> None:
    """Real dates, from the first Monday of the handbook on."""
    found = show()
    assert found["starts"] == "4 January 2027"
    assert [row["free"] for row in found["week"]] == [False] * (len(found["week"]) - 1) + [True]


def test_posts_take_turns_on_the_channels(show: Show) -> None:
    """The strongest first; each names where the post goes on and who takes it."""
    week = show()["week"]
    assert [row["channel"] for row in week[:2]] == ["Instagram", "Facebook"]
    assert (week[0]["then"], week[0]["then_who"]) == ("Facebook", "Ana Ruiz")
    assert show(channels=(KEPT,))["week"][0]["then"] == "–"
    assert show(brands=3)["week"][0]["then"] == "–"


def test_a_running_campaign_is_named_in_the_line(show: Show) -> None:
    """The post of that Monday belongs to it."""
    assert show(campaigns=(SUMMER,))["first"]["campaign"] == "Summer"
    assert show(campaigns=(SPRING,))["first"]["campaign"] == ""


def test_campaigns_are_in_order_with_their_deadlines(show: Show) -> None:
    """Six weeks before for the brief; a day that has passed is now."""
    rows = show(campaigns=(EASTER, SPRING, SUMMER))["campaigns"]
    assert [row["name"] for row in rows] == ["Summer", "Spring", "Easter"]
    assert rows[0]["brief"] == "now"
    assert rows[1]["brief"] == "18/1/2027"


def test_campaigns_that_share_days_clash(show: Show) -> None:
    """The days they share are named; others are left in peace."""
    clashes = show(campaigns=(SPRING, EASTER, SUMMER))["clashes"]
    assert [(row["one"], row["from"], row["to"]) for row in clashes] == [
        ("Spring", "15/3/2027", "20/3/2027")
    ]


def test_a_crowded_day_shows_its_first_theme(
    derive: Callable[..., Facts], advice: Advice, library: Library
) -> None:
    """Many posts a day are one line in the example."""
    pillars = (
        {"id": "x", "name": "Bread", "intent": "attract"},
        {"id": "y", "name": "Oven", "intent": "convert"},
    )
    mix = Mix(
        preset="seed_60_40", posts_a_month=120, classes=(), intents=(), product_share=0,
        pillars=(MixShare("x", 50, 60), MixShare("y", 50, 60)),
    )  # fmt: skip
    facts = derive(pillars=pillars, posts_month=120)
    context = make_context(facts, replace(advice, mix=mix), library, ENGLISH, "internal")
    found: Any = calendar.view(context)
    assert found["crowded"]
    assert {row["theme"] for row in found["week"]} <= {"Bread", "Oven"}


def test_without_posts_there_is_no_week(show: Show) -> None:
    """Nothing is invented while no day of service is known."""
    found = show(service_days=None)
    assert (found["known"], found["week"]) == (False, [])


@pytest.mark.parametrize("sector", ["clinic", "retail", "telecom_utility", "ngo", "other"])
def test_the_trade_has_a_day_of_its_own(show: Show, sector: str) -> None:
    """One day a year, with what is said on it, still to come."""
    day = show(sector=sector)["day"]
    assert day["name"]
    assert day["why"]
    assert "2027" in day["date"]


def test_events_come_by_date_with_their_place_and_person(show: Show) -> None:
    """What is over is left out; a part of a campaign says so and is no clash with it."""
    fair = {
        "id": "f", "name": "Fair", "starts": date(2027, 3, 16), "ends": date(2027, 3, 17),
        "place": "Hall 2", "part": "exhibit", "owner": "ana", "campaign": "a",
    }  # fmt: skip
    talk = {
        "id": "t",
        "name": "Talk",
        "starts": date(2027, 1, 3),
        "place": "Library",
        "part": "host",
    }
    gone = {
        "id": "g",
        "name": "Gone",
        "starts": date(2026, 5, 1),
        "place": "Library",
        "part": "host",
    }
    found = show(campaigns=(SPRING,), events=(fair, gone, talk))
    assert [row["name"] for row in found["acts"]] == ["Talk", "Fair"]
    assert found["acts"][1]["owner"] == "Ana Ruiz"
    assert found["acts"][1]["campaign"] == "Spring"
    assert "–" in found["acts"][1]["days"]
    assert found["clashes"] == []
    other = show(campaigns=(SPRING, EASTER), events=(fair,))["clashes"]
    assert {"Easter", "Fair"} in [{row["one"], row["other"]} for row in other]
