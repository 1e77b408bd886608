"""The trials worth making here."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.handbook.context import ViewContext
from generator.handbook.views import experiments
from generator.handbook.views.experiments import Plan, pick, plan_posts, schedule

Look = Callable[..., ViewContext]
MONDAY = date(2027, 3, 1)


def view(context: ViewContext) -> Any:
    """Return the section, of which tests read many keys."""
    return experiments.view(context)


@pytest.mark.parametrize(
    ("posts", "plan"),
    [
        (12, Plan(3, 13)),
        (20, Plan(6, 13)),
        (60, Plan(6, 5)),
        (120, Plan(11, 4)),
        (None, Plan(0, 4)),
    ],
)
def test_the_sample_follows_from_a_tenth_of_the_posts(
    look: Look, posts: int | None, plan: Plan
) -> None:
    """Few posts make long trials with few cases; no number of posts, no sample."""
    assert plan_posts(look(posts_month=posts)) == plan


def test_trials_of_one_lane_follow_one_another() -> None:
    """Two with posts come in turn; one with messages runs beside them; never over three."""
    slots = schedule(("posts", "messages", "posts"), Plan(6, 13), 4, MONDAY)
    assert slots[0][0] == slots[1][0] == MONDAY
    assert slots[1][1] == date(2027, 3, 28)
    assert slots[2][0] == date(2027, 5, 31)


def test_cards_serve_the_first_goal_first(look: Look) -> None:
    """Six at most, each of a goal the company has, in the order in which they run."""
    found = view(look(goals=("service", "loyalty")))
    assert 3 <= len(found["rows"]) <= 6
    assert found["rows"][0]["id"] in ("faq", "bio", "question", "captions", "carousel", "days")
    assert all(row["stop"] and row["sample"] and row["who"] for row in found["rows"])
    starts = [row["sort"] for row in found["rows"]]
    assert starts == sorted(starts)


def test_goals_take_turns_and_posts_are_few() -> None:
    """The second goal has a card before the first has two; a limit holds for those with posts."""
    cards = [
        {"id": "a", "goals": ["sales"], "posts": True},
        {"id": "b", "goals": ["sales"], "posts": True},
        {"id": "c", "goals": ["service"], "posts": True},
        {"id": "d", "goals": ["sales", "service"], "posts": False},
    ]
    assert [row["id"] for row in pick(cards, ["sales", "service"], 6, 2)] == ["a", "c", "d"]
    assert [row["id"] for row in pick(cards, ["sales", "service"], 2, 3)] == ["a", "c"]


def test_a_card_whose_words_are_missing_stays_out(look: Look) -> None:
    """No account to close and no WhatsApp: neither is proposed."""
    assert not {"close", "broadcast"} & {row["id"] for row in view(look())["rows"]}


def test_a_real_question_is_quoted(look: Look) -> None:
    """The trial of the first line takes a question that a persona asks."""
    personas = ({"id": "a", "name": "Ana", "questions": "¿Abrís el domingo?"},)
    rows = {row["id"]: row for row in view(look(personas=personas))["rows"]}
    assert rows["question"]["change"].endswith("«¿Abrís el domingo?»")


def test_few_posts_are_only_a_hint(look: Look) -> None:
    """Under twenty a side the page says so; without posts there is no sample to judge."""
    assert view(look())["hint"]
    assert not view(look(posts_month=None))["hint"]


def test_without_goals_nothing_is_tried(look: Look) -> None:
    """No goal, no trial."""
    found = view(look(goals=None))
    assert not found["any"]
    assert found["first"] == {}
