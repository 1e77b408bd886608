"""The languages customers write in, and who on duty answers each."""

from collections.abc import Callable

from generator.handbook.context import ViewContext
from generator.handbook.views.tongues import view
from questionnaire.text import ENGLISH

Look = Callable[..., ViewContext]
ANA = {"id": "ana", "name": "Ana Ruiz", "role": "owner", "department": "management", "hours": 3.0}
LEO = {**ANA, "id": "leo", "name": "Leo Paz"}


def test_each_language_has_its_people(look: Look) -> None:
    """Whoever isn't on duty doesn't count, and a language of nobody is missing."""
    people = (ANA | {"languages": ("es", "en")}, LEO | {"languages": ("eu",)})
    spoken = ("es", "en", "eu")
    found = view(look(ENGLISH, people=people, replier="ana", customer_languages=spoken))
    assert [row["people"] for row in found["rows"]] == ["Ana Ruiz", "Ana Ruiz", ""]  # type: ignore[attr-defined]
    assert found["missing"] == "Basque"


def test_nobody_said_so_nothing_is_missing(look: Look) -> None:
    """Without a word about languages there is no table and no alarm."""
    found = view(look(people=(ANA,), replier="ana", customer_languages=("es", "eu")))
    assert (found["rows"], found["several"], found["missing"]) == ([], False, "")
