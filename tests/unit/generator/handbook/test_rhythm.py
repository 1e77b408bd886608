"""The week: which day what, and who does it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.advice.model import Advice, MixShare
from generator.facts.model import Facts
from generator.handbook.context import make_context
from generator.handbook.views import rhythm
from generator.handbook.views.rhythm import choose_days, spread_themes
from generator.library import Library
from questionnaire.text import SPANISH

Show = Callable[..., Any]
THEMES = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.integers(1, 12)),
    max_size=6,
    unique_by=lambda one: one[0],
)


@pytest.fixture
def show(derive: Callable[..., Facts], advice: Advice, library: Library) -> Show:
    """Return a function that builds the section for a company with some answers changed."""

    def build(given: Advice = advice, **changes: object) -> Any:
        return rhythm.view(make_context(derive(**changes), given, library, SPANISH, "internal"))

    return build


@given(THEMES)
def test_every_post_of_the_month_has_its_place(themes: list[tuple[str, int]]) -> None:
    """Spreading changes the order and never the number of posts of a theme."""
    assert Counter(spread_themes(themes)) == Counter(dict(themes))


def test_a_month_does_not_end_with_the_theme_it_begins_with() -> None:
    """Otherwise two sales posts would run one after the other every month."""
    order = spread_themes([("sell", 3), ("bake", 2), ("know", 2), ("table", 1)])
    assert order[0] != order[-1]


@given(st.sets(st.integers(1, 7), min_size=1), st.integers(1, 30))
def test_posts_fall_on_service_days_only(days: set[int], posts: int) -> None:
    """As many as there are posts, all on days on which somebody answers."""
    chosen = choose_days(sorted(days), posts)
    assert len(chosen) == posts
    assert set(chosen) <= days
    assert len(set(chosen)) == min(posts, len(days))


def test_the_pattern_has_every_post(show: Show) -> None:
    """Thirteen posts in four weeks, and each task has a name and a time."""
    found = show()
    cells = [cell for row in found["rows"] for cell in row["cells"] if cell != "–"]
    assert len(cells) == 13
    assert all(task["who"] == "Ana Ruiz" and task["time"] for task in found["tasks"])


def test_colleagues_who_share_are_named_beside_the_answering(show: Show) -> None:
    """Ana posts and answers without the hours; Leo, of the same area, takes part of the answers."""
    ana = {"id": "ana", "name": "Ana Ruiz", "role": "dueña", "department": "sales", "hours": 3.0}
    leo = {**ana, "id": "leo", "name": "Leo Paz", "hours": 40.0}
    tasks = show(people=(ana, leo))["tasks"]
    assert [task["who"] for task in tasks] == ["Ana Ruiz", "Ana Ruiz y Leo Paz", "Ana Ruiz"]


def test_many_posts_are_shown_as_one_week(show: Show, advice: Advice) -> None:
    """A table of four weeks with five posts in each cell isn't one that anybody pins up."""
    assert not show()["dense"]
    crowded = replace(advice, mix=replace(advice.mix, classes=(MixShare("useful", 100, 120),)))
    found = show(crowded)
    assert found["dense"]
    assert {len(row["cells"]) for row in found["rows"]} == {1}


def test_without_service_days_there_is_no_calendar(show: Show) -> None:
    """A post needs somebody to answer it."""
    found = show(service_days=None)
    assert (found["known"], found["rows"], found["tasks"]) == (False, [], [])
