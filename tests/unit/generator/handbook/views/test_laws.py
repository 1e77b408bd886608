"""The rows of law: how they are cited, and a source only in the language it has."""

from collections.abc import Callable

import pytest

from generator.handbook.context import ViewContext
from generator.handbook.views.laws import cite, view
from questionnaire.text import ENGLISH, SPANISH, Language

Look = Callable[..., ViewContext]


@pytest.mark.parametrize(
    ("article", "cited"),
    [("13.1", "Act, art. 13.1"), ("16 CFR 255", "Act, 16 CFR 255"), ("–", "Act"), ("", "Act")],
)
def test_a_norm_is_cited(article: str, cited: str) -> None:
    """Only a bare number is called an article."""
    assert cite("Act", article) == cited


@pytest.mark.parametrize(
    ("language", "word"), [(SPANISH, "Reglamento (UE)"), (ENGLISH, "Regulation (EU)")]
)
def test_a_source_speaks_the_language_of_the_book(
    look: Look, language: Language, word: str
) -> None:
    """The same row names its source in Spanish or in English."""
    rows = view(look(language=language, jurisdictions=("ES",)))["rows"]
    assert isinstance(rows, list)
    gdpr = next(row for row in rows if row["id"] == "EU1")
    assert gdpr["source"].startswith(word)
