"""What is sold: what for, who knows it, what may be promised."""

from collections.abc import Callable
from datetime import date

from generator.handbook.context import ViewContext
from generator.handbook.views.products import view
from questionnaire.text import ENGLISH

Look = Callable[..., ViewContext]
KIT = {"id": "kit", "name": "Kit", "need": "To begin.", "claim": "Lasts a year.", "proof": "Sheet"}
POT = {"id": "pot", "name": "Pot", "need": "To grow", "expert": "ana", "claim": "Unbreakable"}


def test_a_promise_without_proof_is_listed(look: Look) -> None:
    """The proved one may be printed, the other one is owed."""
    found = view(look(ENGLISH, products=(KIT, POT)))
    assert (found["unproved"], found["unproved_any"]) == ("Pot", True)
    assert found["rows"][0]["claim"] == "Lasts a year"  # type: ignore[index]
    assert [row["expert"] for row in found["known_by"]] == ["Ana Ruiz"]  # type: ignore[attr-defined]


def test_only_a_launch_to_come_is_told(look: Look) -> None:
    """What is on sale already is announced at any time."""
    items = (KIT | {"launch": date(2027, 3, 1)}, POT | {"launch": date(2026, 3, 1)})
    found = view(look(ENGLISH, products=items))
    assert [row["launch"] for row in found["launches"]] == ["1 March 2027"]  # type: ignore[attr-defined]


def test_without_products_there_is_nothing(look: Look) -> None:
    """The clause is left out."""
    assert view(look())["any"] is False
