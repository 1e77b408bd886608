"""The channels as one system: who runs them, when they close, and how they feed one another."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.advice.model import Advice, ChannelAdvice, Objective
from generator.facts.model import Facts
from generator.handbook.context import make_context
from generator.handbook.views import lineup
from generator.library import Library
from questionnaire.text import ENGLISH

Show = Callable[..., Any]
ACCOUNT = {
    "id": "insta",
    "platform": "instagram",
    "handle": "@taller",
    "owner": "ana",
    "status": "active",
    "replies": True,
    "goal": "sales",
}
CHAT = {**ACCOUNT, "id": "chat", "platform": "whatsapp", "handle": "600 000 000"}
KEPT = ChannelAdvice("instagram", "insta", "keep", 70, ("sales",), ("evidence_data", "fit_high"))
CHATTED = ChannelAdvice("whatsapp", "chat", "keep", 90, ("sales",), ("evidence_data",))


@pytest.fixture
def show(derive: Callable[..., Facts], advice: Advice, library: Library) -> Show:
    """Return a function that builds the section from channels and changed answers."""

    def build(
        channels: tuple[ChannelAdvice, ...],
        objectives: tuple[Objective, ...] = (),
        **changes: object,
    ) -> Any:
        changed = replace(advice, channels=channels, objectives=objectives)
        answers = {"accounts": (ACCOUNT, CHAT), "effective_date": date(2027, 1, 1), **changes}
        return lineup.view(make_context(derive(**answers), changed, library, ENGLISH, "internal"))

    return build


def test_a_channel_closes_halfway_to_its_target(show: Show) -> None:
    """Six months on it must be halfway from 10 to 20."""
    goal = Objective("x", "sales", "store_visits", 10, 20, date(2027, 12, 1), "ana")
    stop = show((KEPT,), (goal,))["rows"][0]["stop"]
    assert "1 July 2027" in stop
    assert "from 10 to 15" in stop


def test_a_target_due_earlier_counts_whole(show: Show) -> None:
    """On its own date the target itself is asked for."""
    goal = Objective("x", "sales", "store_visits", 10, 20, date(2027, 3, 1), "ana")
    stop = show((KEPT,), (goal,))["rows"][0]["stop"]
    assert "1 March 2027" in stop
    assert "from 10 to 20" in stop


def test_a_channel_without_objective_has_a_rule_too(show: Show) -> None:
    """A number and a date, whatever was left open."""
    rows = show((KEPT, CHATTED))["rows"]
    assert "10" in rows[0]["stop"]
    assert "8 in 10" in rows[1]["stop"]
    assert all("1 July 2027" in row["stop"] for row in rows)


def test_two_accounts_on_one_platform_are_told_apart(show: Show) -> None:
    """The account stands in brackets only where it is needed."""
    twin = replace(KEPT, account="chat", decision="stop")
    assert show((KEPT, twin))["rows"][0]["label"] == "Instagram (@taller)"
    assert show((KEPT,))["rows"][0]["label"] == "Instagram"


def test_a_wanted_platform_gets_an_answer_and_its_conditions(show: Show) -> None:
    """Now, later or no, with what would have to change."""
    wanted = ChannelAdvice("tiktok", None, "park", 20, (), ("evidence_none", "no_owner"))
    rows = show((KEPT, wanted))["wanted"]
    assert rows[0]["answer_code"] == "never"
    assert "an owner with hours" in rows[0]["needs"]
    assert show((KEPT, replace(wanted, score=40)))["wanted"][0]["answer_code"] == "later"


def test_a_piece_goes_on_to_a_channel_that_is_kept(show: Show) -> None:
    """A photo goes to the chat, with who takes it there; without the chat it doesn't."""
    rows = show((KEPT, CHATTED), formats=("photo",))["reuse"]
    assert [(row["to"], row["who"]) for row in rows][1] == ("WhatsApp", "Ana Ruiz")
    assert all(row["to"] != "WhatsApp" for row in show((KEPT,), formats=("photo",))["reuse"])


def test_the_hours_name_the_channel_to_drop_first(show: Show) -> None:
    """Of two that publish, the one with fewer points; of one, none."""
    other = replace(KEPT, platform="tiktok", score=55)
    hours = show((KEPT, other), posts_month=4)["hours"]
    assert (hours["drop"], hours["thin"]) == ("TikTok", True)
    assert show((KEPT,), posts_month=4)["hours"]["drop"] == ""


def test_a_company_without_answers_has_no_channels(show: Show) -> None:
    """Nothing is invented: no rows, no limits, no reuse."""
    found = show((), accounts=None, posts_month=None)
    assert (found["rows"], found["limits"], found["reuse"]) == ([], [], [])
    assert not found["hours"]["known"]


def test_a_rule_of_closing_is_printed_once(show: Show) -> None:
    """Two channels that close for the same reason share a row, and a doubt is named."""
    other = replace(KEPT, platform="tiktok", score=51, reasons=("evidence_assumption",))
    found = show((KEPT, other))
    assert len(found["rules"]) == len({row["stop"] for row in found["rows"]})
    assert "TikTok (only just; public: assumed)" in found["doubts"]
