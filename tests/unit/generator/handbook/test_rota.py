"""The week: the map, the holes with who closes them, the turns and who covers whom."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from generator.advice.coverage import measure_coverage
from generator.advice.model import Advice
from generator.facts.model import Facts
from generator.handbook.context import make_context
from generator.handbook.views import rota
from generator.library import Library
from questionnaire.text import ENGLISH

Show = Callable[..., Any]
ANA = {"id": "ana", "name": "Ana Ruiz", "role": "owner", "department": "management", "hours": 3.0}
LEO = {**ANA, "id": "leo", "name": "Leo Paz"}
SAID: dict[str, object] = {
    "people": (ANA, LEO),
    "replier": "leo",
    "substitute": "ana",
    "crisis_decider": "ana",
    "service_from": time(9),
    "service_to": time(18),
}


@pytest.fixture
def show(derive: Callable[..., Facts], advice: Advice, library: Library) -> Show:
    """Return a function that builds the section with the coverage of the changed answers."""

    def build(**changes: object) -> Any:
        facts = derive(**{**SAID, **changes})
        measured = replace(advice, coverage=measure_coverage(facts))
        return rota.view(make_context(facts, measured, library, ENGLISH, "internal"))

    return build


def test_the_map_has_a_cell_for_each_block_of_the_week(show: Show) -> None:
    """Seven days of eight cells; noon hangs on Ana alone, and Sunday is empty."""
    rows = show()["rows"]
    assert [len(row["cells"]) for row in rows] == [8] * 7
    assert rows[0]["cells"][4] == "●!"
    assert set(rows[6]["cells"]) == {"○"}


def test_every_hole_has_somebody_who_closes_it_and_a_day(show: Show) -> None:
    """Ana alone decides, and the weekend is long."""
    found = show()
    assert "when Ana Ruiz is away" in found["closes"][0]["what"]
    assert "from Saturday 18:00" in found["closes"][1]["what"]
    assert all(row["who"] and row["due"] for row in found["closes"])


def test_an_absence_says_what_breaks(show: Show) -> None:
    """Without Ana nobody decides; without Leo nothing happens."""
    breaks = {row["name"]: row["breaks"] for row in show()["absences"]}
    assert breaks["Ana Ruiz"].startswith("nobody may decide")
    assert breaks["Leo Paz"] == "nothing"


def test_nobody_covers_for_themselves(show: Show) -> None:
    """What nobody else can take over is said to be uncovered."""
    covers = {(row["name"], row["tasks"]): row["cover"] for row in show()["covers"]}
    assert covers["Leo Paz", "replying"] == "Ana Ruiz"
    assert covers["Ana Ruiz", "deciding what is serious"] == ""


def test_without_on_call_duty_there_are_no_turns(show: Show) -> None:
    """And with it but no names, the hole is to name them."""
    assert show()["turns"] == []
    found = show(out_of_hours="on_call", crisis_deputy="leo")
    assert found["turns"] == []
    assert found["closes"][0]["what"].startswith("Put names to on-call duty")


def test_turns_start_on_a_monday(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first Monday from the day the handbook counts, one person after the other."""
    monkeypatch.setattr(rota, "list_on_call", lambda _facts: ("leo", "ana"))
    turns = show(effective_date=date(2027, 1, 8))["turns"]
    assert [row["name"] for row in turns] == ["Leo Paz", "Ana Ruiz", "Leo Paz", "Ana Ruiz"]
    assert turns[0]["from"] == "11 January 2027"


def test_with_nobody_to_decide_that_comes_first(show: Show) -> None:
    """The whole week is one hole, and naming a person closes it."""
    found = show(crisis_decider=None, sponsor=None, people=None, publisher=None)
    assert found["closes"][0]["what"] == "Name who decides what is serious"
    assert found["covers"] == []
