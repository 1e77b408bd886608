"""Who is on duty when, by days and hours, and who takes over whose work."""

from collections.abc import Callable
from datetime import time

from generator.handbook.context import ViewContext
from generator.handbook.views.shifts import list_covers, list_duty
from questionnaire.text import ENGLISH

Look = Callable[..., ViewContext]
ANA = {"id": "ana", "name": "Ana Ruiz", "role": "owner", "department": "management", "hours": 3.0}
LEO = {**ANA, "id": "leo", "name": "Leo Paz"}
EVA = {**ANA, "id": "eva", "name": "Eva Gil"}
SERVICE = {
    "service_days": ("mon", "tue"), "service_from": time(9), "service_to": time(18),
    "replier": "leo", "publisher": "leo", "substitute": "ana", "sponsor": "ana",
    "crisis_decider": "ana",
}  # fmt: skip


def test_everybody_all_day_is_one_row(look: Look) -> None:
    """The days of service with its hours."""
    (row,) = list_duty(look(ENGLISH, people=(ANA, LEO), **SERVICE))
    assert (row["watcher"], row["stand_in"]) == ("Leo Paz", "Ana Ruiz")
    assert "18" in str(row["hours"])


def test_a_shift_splits_the_day(look: Look) -> None:
    """From two o'clock somebody else watches, and on Tuesdays nobody does before."""
    early = LEO | {"works_to": time(14), "works_days": ("mon",)}
    late = ANA | {"works_from": time(14)}
    rows = list_duty(look(ENGLISH, people=(late, early), **SERVICE))
    assert [row["watcher"] for row in rows] == ["Leo Paz", "Ana Ruiz", "open decision"]
    assert [row["days"] for row in rows][1] == "Monday and Tuesday"


def test_ones_own_substitute_takes_over(look: Look) -> None:
    """Before the general one; for a crisis only where no deputy is named."""
    people = (ANA | {"substitute": "eva"}, LEO | {"substitute": "eva"}, EVA)
    covers = {
        row["tasks"]: row["cover"] for row in list_covers(look(ENGLISH, people=people, **SERVICE))
    }
    assert covers["posting and replying"] == "Eva Gil"
    assert covers["deciding what is serious"] == "Eva Gil"
