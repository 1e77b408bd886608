"""Texts of the knowledge base with the company's names, hours and clocks."""

from collections.abc import Callable, Iterator, Mapping
from datetime import time

import pytest

from generator.handbook.context import ViewContext
from generator.handbook.views.fillings import fill, list_fillings, name_of
from generator.library import load_library
from questionnaire.text import LANGUAGES, Language

Look = Callable[..., ViewContext]

FILES = ("triage", "emergency", "registry")
FORMS = {"es", "en", "usted", "vos"}
OWN_PLACES = {"places": "Instagram", "hour": "9:00", "time": "1 h"}
"""Places that one section fills by itself."""


def _texts(node: object) -> Iterator[Mapping[str, object]]:
    if isinstance(node, Mapping):
        if isinstance(node.get("es"), str):
            yield node
        for one in node.values():
            yield from _texts(one)
    if isinstance(node, list):
        for one in node:
            yield from _texts(one)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["tu", "usted", "vos", "none"])
def test_every_text_can_be_filled_in_every_form(look: Look, language: Language, form: str) -> None:
    """No text names a place that nobody fills, and none is left without words."""
    context = look(language, address_form=form)
    fillings = {**list_fillings(context), **OWN_PLACES}
    knowledge = load_library().knowledge
    found = [fill(context, text, fillings) for file in FILES for text in _texts(knowledge[file])]
    assert all(text.strip() and "{" not in text for text in found)


def test_every_text_is_written_in_both_languages() -> None:
    """A flow mapping with a forgotten quote would show as a strange key."""
    for file in FILES:
        for text in _texts(load_library().knowledge[file]):
            languages = {key for key, value in text.items() if isinstance(value, str)}
            assert {"es", "en"} <= languages
            assert len(languages - FORMS - {"id", "when"}) == 0


def test_a_text_speaks_as_the_company_does(look: Look) -> None:
    """The usted text where usted was chosen, the plain one where nothing stands beside it."""
    words = {"es": "te escribimos", "usted": "le escribimos", "en": "we wrote"}
    assert fill(look(address_form="usted"), words, {}) == "le escribimos"
    assert fill(look(address_form="vos"), words, {}) == "te escribimos"


def test_nobody_named_leaves_a_blank_that_says_who_is_missing(look: Look) -> None:
    """The sentence stays whole and the hole is in sight."""
    context = look(crisis_decider=None, sponsor=None)
    assert name_of(context, "crisis_decider") == "[por decidir: quien decide en una crisis]"


def test_the_next_answer_comes_within_the_promise_after_opening(look: Look) -> None:
    """Eight o'clock and two hours: before ten."""
    context = look(service_from=time(8), service_to=time(18), reply_hours=2)
    assert (
        list_fillings(context)["next_reply"] == "antes de las 10:00 del siguiente día de atención"
    )


def test_the_emergency_number_is_that_of_the_country(look: Look) -> None:
    """One number alone; two countries, each with its name; none, the words."""
    assert list_fillings(look(jurisdictions=("ES",)))["emergency"] == "112"
    both = list_fillings(look(jurisdictions=("ES", "MX")))["emergency"]
    assert "112 (España)" in both
    assert "911 (México)" in both
    assert list_fillings(look(jurisdictions=None))["emergency"] == "teléfono de emergencias"


def test_confidential_answers_stay_inside(look: Look) -> None:
    """The public edition names neither the recovery mailbox nor the password program."""
    answers = {"recovery_email": "llaves@taller.example", "password_manager": "Caja"}
    inside = list_fillings(look(**answers))
    outside = list_fillings(look(edition="public", **answers))
    assert (inside["mailbox"], inside["vault"]) == ("llaves@taller.example", "Caja")
    assert outside["mailbox"] == "el buzón de recuperación"
    assert outside["vault"] == "el gestor de contraseñas"
