"""What an open decision suggests."""

from collections.abc import Callable

import pytest

from generator.advice import advise
from generator.facts.model import Facts, Pending
from generator.handbook.context import make_context
from generator.handbook.suggestions import describe_decision
from generator.library import load_library
from questionnaire.text import Language


@pytest.mark.parametrize(("language", "unit"), [("es", " horas"), ("en", " hours")])
def test_a_suggested_number_has_its_unit(
    derive: Callable[..., Facts], language: Language, unit: str
) -> None:
    """Eight of what, the reader can't guess."""
    facts, library = derive(employees=60, approval_hours=None), load_library()
    context = make_context(facts, advise(facts, library), library, language, "internal")
    asked, fact = context.question("approval_hours"), facts.by_id["approval_hours"]
    assert asked is not None
    assert isinstance(fact, Pending)
    shown = describe_decision(context, asked, fact).suggestion
    assert shown.endswith(unit)
    assert shown.removesuffix(unit).isdigit()
