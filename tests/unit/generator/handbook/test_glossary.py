"""The glossary: only words of this book, in order, few in the small one."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from generator.advice.model import Advice
from generator.facts.model import Facts
from generator.handbook.context import make_context
from generator.handbook.views import glossary
from generator.library import Library, load_library
from questionnaire.text import ENGLISH, SPANISH, Language

Show = Callable[..., Any]


@pytest.fixture
def show(derive: Callable[..., Facts], advice: Advice) -> Show:
    """Return a function that builds the section with the chapters that really exist."""

    def build(
        language: Language = ENGLISH, library: Library | None = None, **changes: object
    ) -> Any:
        facts = derive(**changes)
        return glossary.view(
            make_context(facts, advice, library or load_library(), language, "internal")
        )

    return build


def test_a_small_company_gets_a_page_it_can_read(show: Show) -> None:
    """Fifteen terms at most for four people, more for four hundred."""
    assert 0 < show()["total"] <= 15
    assert show(employees=400)["total"] > 40


def test_a_word_of_a_missing_chapter_is_left_out(show: Show) -> None:
    """Without an agency nobody needs its words."""
    terms = [row["term"] for row in show(employees=400)["rows"]]
    assert "slot" in terms
    assert "slot" not in [row["term"] for row in show()["rows"]]


@pytest.mark.parametrize("language", [SPANISH, ENGLISH])
def test_terms_are_in_order_and_unique(show: Show, language: Language) -> None:
    """Accents don't move a word to the end; no word comes twice."""
    terms = [row["term"] for row in show(language, employees=400)["rows"]]
    assert len(set(terms)) == len(terms)
    plain = [glossary._strip_accents(one) for one in terms]
    assert plain == sorted(plain)


def test_a_letter_is_in_one_group_only(show: Show) -> None:
    """The runs of the alphabet don't overlap and hold every term."""
    found = show(employees=400)
    groups = found["groups"]
    assert sum(len(one["rows"]) for one in groups) == found["total"]
    assert all(one["to"] < other["from"] for one, other in pairwise(groups))


def test_without_chapters_there_are_no_words(show: Show, library: Library) -> None:
    """A term belongs to a page; a book without those pages has none."""
    assert show(library=library)["total"] <= 4
