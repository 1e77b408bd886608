"""Texts in several languages, and words that are nearly the same."""

from questionnaire.text import ENGLISH, SPANISH, Language, Text, closest, fold, slugify


def test_a_text_is_read_in_a_language_or_in_the_first_there_is() -> None:
    """A third language falls back; a text of no language is empty."""
    text = Text({"es": "hola", "en": "hello"})
    assert text.read_in(ENGLISH) == "hello"
    assert text.read_in(Language("ca")) == "hola"
    assert Text({}).read_in(SPANISH) == ""


def test_folding_forgets_case_accents_and_space() -> None:
    """People don't type accents in a terminal."""
    assert fold("  ÁRBOL Ñandú ") == "arbol nandu"


def test_a_slug_is_short_ascii() -> None:
    """An id can stand in an address and in a file name."""
    assert slugify("Lucía Ferrer (dueña)", 48) == "lucia-ferrer-duena"
    assert slugify("abc def", 4) == "abc"
    assert slugify("日本", 48) == ""


def test_the_closest_word_is_given_as_it_is_written() -> None:
    """A typo is told its cure; a word from nowhere is not."""
    assert closest("restuarant", ["retail", "restaurant"]) == "restaurant"
    assert closest("CAFE", ["Café"]) == "Café"
    assert closest("zzz", ["retail"]) is None
