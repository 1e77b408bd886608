"""How the company speaks: its traits, the tone of a situation, and what is left out."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.advice.model import Advice
from generator.facts.model import Facts
from generator.handbook.context import make_context
from generator.handbook.views import speech
from generator.handbook.views.speech import make_tag
from generator.library import Library
from questionnaire.text import LANGUAGES, SPANISH, Language

Show = Callable[..., Any]


@pytest.fixture
def show(derive: Callable[..., Facts], advice: Advice, library: Library) -> Show:
    """Return a function that builds the section for a company with some answers changed."""

    def build(language: Language = SPANISH, **changes: object) -> Any:
        return speech.view(make_context(derive(**changes), advice, library, language, "internal"))

    return build


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_traits_chosen_are_shown(show: Show, language: Language) -> None:
    """Each with how it sounds and how it doesn't, in both languages."""
    found = show(language, voice_traits=("calm", "direct"))
    assert [bool(row["does"] and row["avoids"]) for row in found["traits"]] == [True, True]


def test_the_sentence_names_every_trait_and_the_table_only_some(show: Show) -> None:
    """A micro book shows two samples; the first sentence of the page keeps them all."""
    found = show(voice_traits=("calm", "direct", "expert"))
    assert found["sounds"] == "tranquila, directa y experta"
    assert len(found["traits"]) == 2


def test_a_complaint_names_its_owner_and_its_clock(show: Show) -> None:
    """Without an owner no name is invented."""
    (first,) = [row["first"] for row in show()["tones"] if row["name"] == "Queja"]
    assert "{" not in first
    assert "decisión pendiente" not in first


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_named_leaves_no_hole_in_a_sentence(show: Show, language: Language) -> None:
    """A text to paste never says “open decision”."""
    found = show(language, complaints_owner=None, sponsor=None, publisher=None, replier=None)
    assert all("{" not in row["first"] and "deci" not in row["first"] for row in found["tones"])


@pytest.mark.parametrize(
    ("form", "places", "words"),
    [
        ("tu", ("ES",), ["móvil, ordenador y «vosotros»"]),
        ("usted", ("ES",), ["móvil y ordenador"]),
        ("vos", ("AR", "US"), ["celular, computadora y «ustedes»; nunca «coger»"]),
        ("none", ("ES",), []),
    ],
)
def test_the_words_follow_the_form_and_the_country(
    show: Show, form: str, places: tuple[str, ...], words: list[str]
) -> None:
    """«Vosotros» belongs to tú in Spain; where Spanish isn't written there is nothing to say."""
    found = show(address_form=form, jurisdictions=places)
    assert [row["words"] for row in found["countries"]] == words
    assert bool(found["exception"]) is (form != "none")


def test_what_a_persona_never_wants_is_not_posted(show: Show) -> None:
    """It comes with whom it protects; job adverts are left out where hiring is no goal."""
    persona = {"id": "v", "name": "Vecina", "never": "Anuncios a diario."}
    found = show(personas=(persona,))["own_never"]
    assert found[0] == "Anuncios a diario (Vecina)."
    assert len(found) == 2
    assert show(goals=("hiring",))["own_never"] == []


@pytest.mark.parametrize(
    ("name", "tag"), [("Taller Ruiz", "#TallerRuiz"), ("Plumb & Level", "#PlumbLevel"), ("", "")]
)
def test_a_hashtag_has_capitals(name: str, tag: str) -> None:
    """A screen reader reads each word where a capital begins."""
    assert make_tag(name) == tag


def test_every_trade_has_a_picture_described(library: Library) -> None:
    """In both languages and within the length printed."""
    found: Any = library.knowledge
    for trade in found["post_ideas"]["ideas"]:
        described = found["voice"]["alt"][trade]
        for language in LANGUAGES:
            assert 0 < len(described[language]) <= found["voice"]["alt_limit"]
