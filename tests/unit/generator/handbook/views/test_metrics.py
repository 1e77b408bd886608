"""The figures to follow as the page prints them."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.advice.model import Objective
from generator.handbook.context import ViewContext
from generator.handbook.views import metrics
from questionnaire.text import ENGLISH

Look = Callable[..., ViewContext]
OBJECTIVE = {
    "id": "citas",
    "goal": "sales",
    "kpi": "bookings",
    "baseline": 20,
    "target": 50,
    "due": date(2027, 11, 22),
    "owner": "ana",
}


def view(context: ViewContext) -> Any:
    """Return the section, of which tests read many keys."""
    return metrics.view(context)


@pytest.mark.parametrize(
    ("baseline", "target", "day", "expected"),
    [
        (10.0, 20.0, date(2027, 1, 1), 10.0),
        (10.0, 20.0, date(2027, 7, 2), 15.0),
        (9.0, 4.0, date(2028, 6, 1), 4.0),
        (410_000.0, 560_000.0, date(2027, 7, 2), 485_000.0),
        (3.4, 4.0, date(2027, 7, 2), 3.7),
    ],
)
def test_what_is_expected_is_a_straight_line(
    baseline: float, target: float, day: date, expected: float
) -> None:
    """Halfway in time is halfway in the figure; nothing goes beyond the target."""
    one = Objective("x", "sales", "bookings", baseline, target, date(2027, 12, 31), "ana")
    assert metrics.expect(one, date(2027, 1, 1), day) == pytest.approx(expected)


def test_an_objective_without_figures_expects_nothing() -> None:
    """No baseline, no line."""
    one = Objective("x", "sales", "bookings", None, 5, date(2027, 12, 31), "ana", ("baseline",))
    assert metrics.expect(one, date(2027, 1, 1), date(2027, 6, 1)) is None


def test_the_path_shows_only_complete_objectives(look: Look) -> None:
    """The table of what is expected has the baseline, three looks and the target."""
    row = view(look(objectives=(OBJECTIVE,)))["path"][0]
    assert (row["baseline"], row["target"]) == ("20", "50")
    assert len(row["expected"]) == 3
    assert view(look())["path"] == []


def test_figures_without_an_objective_have_an_open_target(look: Look) -> None:
    """We propose what to count, never a number nobody gave."""
    found = view(look())
    assert found["known"]
    assert {row["target"] for row in found["main"]} == {"por decidir"}


def test_a_link_is_named_in_the_words_of_the_company(look: Look) -> None:
    """Network, month and first theme; without a website only the word of the campaign."""
    pillars = ({"id": "pan-de-hoy", "name": "Pan de hoy"},)
    found = view(look(website="https://taller.example/", pillars=pillars))["link"]
    assert found["address"].startswith("https://taller.example/?utm_source=")
    assert found["address"].endswith("_pan-de-hoy")
    assert not view(look())["link"]["known"]


def test_the_loop_starts_from_a_real_question(look: Look) -> None:
    """A question of the audience, then the figure that doesn't move; no complaint nobody chose."""
    personas = ({"id": "a", "name": "Ana", "questions": "¿Abrís el domingo?\n¿Hay tarta?"},)
    learnt = [row["learnt"] for row in view(look(personas=personas))["loop"]]
    assert "«¿Abrís el domingo?»" in learnt[0]
    assert len(learnt) == 2


def test_the_cost_of_a_result_has_the_company_s_hours(look: Look) -> None:
    """Three hours a week are thirteen a month, plus the ads if they may be said."""
    context = look(ENGLISH, objectives=(OBJECTIVE,), paid=True, paid_budget=100, currency="EUR")
    assert "13 hours a month" in view(context)["value"]
    assert "100 EUR of ads" in view(context)["value"]


def test_without_goals_there_are_no_figures(look: Look) -> None:
    """An empty list, and no target of anything."""
    found = view(look(goals=None))
    assert not found["known"]
    assert found["rows"] == []
