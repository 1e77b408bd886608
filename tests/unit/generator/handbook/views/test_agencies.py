"""Who works for the company from outside: one row each, and how to speak of them all."""

from collections.abc import Callable, Mapping
from datetime import date

from generator.handbook.context import ViewContext
from generator.handbook.views import raci
from generator.handbook.views.agencies import name_doers, view
from questionnaire.text import ENGLISH

Look = Callable[..., ViewContext]
FARO = {
    "id": "faro", "name": "Faro", "tasks": ("content", "replies"), "counterpart": "ana",
    "access": "partner", "ends": date(2027, 6, 30),
}  # fmt: skip
MAR = {"id": "mar", "name": "Mar", "tasks": ("ads",), "access": "password"}


def _rows(found: Mapping[str, object]) -> list[Mapping[str, object]]:
    rows = found["rows"]
    assert isinstance(rows, list)
    return rows


def test_without_a_list_they_are_the_agency(look: Look) -> None:
    """A sentence can begin with it, and go on with it."""
    found = view(look(agency=True))
    assert (found["known"], found["subject"], found["name"]) == (False, "La agencia", "la agencia")


def test_each_has_a_row_of_its_own(look: Look) -> None:
    """Tasks, who directs it, how it gets in and until when."""
    found = view(look(ENGLISH, agency=True, agencies=(FARO, MAR)))
    faro, mar = _rows(found)
    assert found["name"] == "Faro and Mar"
    assert (faro["counterpart"], faro["ends"]) == ("Ana Ruiz", "30 June 2027")
    assert faro["returns"] == "answer messages"
    assert (mar["counterpart_known"], mar["ends_known"], mar["returns_any"]) == (False,) * 3
    assert found["undirected"] == ["Mar"]
    assert found["unsafe"] == "Mar"


def test_the_accounts_it_works_on_are_named(look: Look) -> None:
    """So that somebody knows where to withdraw the permission."""
    account = {"id": "a", "platform": "instagram", "handle": "@taller", "agency": "faro"}
    (row,) = _rows(view(look(agency=True, agencies=(FARO,), accounts=(account,))))
    assert row["accounts"] == "@taller"


def test_the_matrix_names_the_agency_that_does_the_work(look: Look) -> None:
    """Two agencies, each where its tasks put it."""
    context = look(ENGLISH, agency=True, agencies=(FARO, MAR), employees=120, paid=True)
    assert name_doers(context, "publishing") == ["Faro"]
    assert name_doers(context, "paid") == ["Mar"]
    rows = {row["activity_code"]: row for row in raci.view(context)["rows"]}  # type: ignore[attr-defined]
    assert "Faro" in rows["publishing"]["responsible"]
    assert "Mar" in rows["paid"]["responsible"]
