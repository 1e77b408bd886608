"""The week: which day what, and whether the people have the hours."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.advice.model import Advice
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

    def build(**changes: object) -> Any:
        return rhythm.view(make_context(derive(**changes), advice, library, SPANISH, "internal"))

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


def test_a_person_without_the_hours_is_named_with_the_gap(show: Show) -> None:
    """Ana has three hours, nobody helps, and fewer posts fit."""
    load = show(inbound_volume=5)["short"][0]
    assert (load["who"], load["has"], load["helped"]) == ("Ana Ruiz", "3 horas", False)
    assert load["fitting"]


def test_colleagues_of_the_area_can_take_part_of_it(show: Show) -> None:
    """Somebody of the same area with hours is offered as help."""
    ana = {"id": "ana", "name": "Ana Ruiz", "role": "dueña", "department": "sales", "hours": 3.0}
    leo = {**ana, "id": "leo", "name": "Leo Paz", "hours": 40.0}
    load = show(people=(ana, leo))["short"][0]
    assert (load["helpers"], load["helped"]) == ("Leo Paz", True)


def test_without_service_days_there_is_no_calendar(show: Show) -> None:
    """A post needs somebody to answer it."""
    found = show(service_days=None)
    assert (found["known"], found["rows"], found["tasks"]) == (False, [], [])
