"""Open decisions: the essential at once, the others after them."""

from collections.abc import Callable

from generator.handbook.context import ViewContext
from generator.handbook.views.decisions import view

Look = Callable[..., ViewContext]


def test_the_essential_come_first_and_nothing_is_lost(look: Look) -> None:
    """What is read at once and what is folded are the whole list."""
    found = view(look(goals=None, offer=None))
    now, later, rows = found["now"], found["later"], found["rows"]
    assert isinstance(now, list)
    assert isinstance(later, list)
    assert [*now, *later] == rows
    assert {row["tier_code"] for row in now} == {"essential"}
