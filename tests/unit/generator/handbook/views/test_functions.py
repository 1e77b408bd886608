"""Answering, publishing and analysing, as the page prints them."""

from collections.abc import Callable
from typing import Any

from generator.handbook.context import ViewContext
from generator.handbook.views import functions
from questionnaire.text import ENGLISH
from tests.unit.generator.handbook.views.test_governance import LARGE

Look = Callable[..., ViewContext]


def view(context: ViewContext) -> Any:
    """Return the section, of which tests read many keys."""
    return functions.view(context)


def test_the_leading_function_and_the_others_are_said(look: Look) -> None:
    """A shop publishes most; every number is in words of the language."""
    found = view(look())
    assert (found["leading"], found["leading_number"]) == ("publicar", "50")
    assert found["others"] == "40 para contestar y 10 para analizar"
    assert view(look(ENGLISH))["others"] == "40 to answering and 10 to analysing"


def test_a_team_that_lacks_people_says_where(look: Look) -> None:
    """380 messages and two people: answering is short, and that is said."""
    found = view(look(**LARGE))
    assert found["lacking"]
    assert found["worst"] == "contestar"
    assert found["messages"] == "380 mensajes"
    assert any(not row["covered"] for row in found["rows"])


def test_tags_take_the_words_of_the_company(look: Look) -> None:
    """Themes, kinds of complaint and the product asked for most are the values of the tags."""
    found = view(look(complaint_types=("delivery",), flagship="El pan de masa madre."))
    values = {row["name"]: row["values"] for row in found["tags"]}
    assert values["Motivo"] == "Entrega o disponibilidad"
    assert values["Producto"] == "El pan de masa madre · otro"
    assert found["tag_time"] == "5 min"


def test_one_person_splits_the_week(look: Look) -> None:
    """Ana leads and posts: her three hours are cut in five."""
    week = view(look())["week"]
    assert week["alone"]
    assert [part["hours"] for part in week["parts"]][:2] == ["0,6 horas", "1,4 horas"]


def test_an_empty_company_prints_no_figures(look: Look) -> None:
    """Neither people nor volume: texts stay whole and nothing is worked out."""
    nothing = dict.fromkeys(
        ("people", "sponsor", "publisher", "replier", "inbound_volume", "posts_month")
    )
    found = view(look(**nothing))
    assert not found["known"]
    assert found["surge"] == found["tag_time"] == found["messages"] == ""
    assert all(row["people"] == "" and not row["who_known"] for row in found["rows"])


def test_tools_are_checked_against_the_answer(look: Look) -> None:
    """A tool that a function needs and nobody has is visible."""
    rows = {row["code"]: row for row in view(look(tools=("planner",)))["rows"]}
    assert rows["outbound"]["tool_there"]
    assert not rows["inbound"]["tool_there"]
