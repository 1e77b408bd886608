"""A shop with real advice and our own knowledge, for the sections that join them."""

from collections.abc import Callable

import pytest

from generator.advice import advise
from generator.facts.model import Facts
from generator.handbook.context import ViewContext, make_context
from generator.handbook.model import Edition
from generator.library import load_library
from questionnaire.text import SPANISH, Language

Look = Callable[..., ViewContext]


@pytest.fixture
def look(derive: Callable[..., Facts]) -> Look:
    """Return a function that shows a section a shop with changed answers."""

    def make(
        language: Language = SPANISH, edition: Edition = "internal", **changes: object
    ) -> ViewContext:
        facts, library = derive(**changes), load_library()
        return make_context(facts, advise(facts, library), library, language, edition)

    return make
