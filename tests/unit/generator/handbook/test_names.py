"""The names conditions may read."""

from collections.abc import Callable

from generator.advice.model import Advice
from generator.facts.model import Facts
from generator.handbook.names import KNOWN_NAMES, names
from generator.library.names import DERIVED_NAMES


def test_the_library_knows_exactly_the_names_that_have_a_value() -> None:
    """A chapter is checked against one list and planned with the other."""
    assert KNOWN_NAMES == DERIVED_NAMES


def test_every_name_has_a_value(facts: Facts, advice: Advice) -> None:
    """None of them fails, whatever the company said."""
    read = names(facts, advice)
    found = {name: read(name) for name in KNOWN_NAMES}
    assert found["facts.micro"] is True
    assert found["facts.employees"] == 4
    assert found["advice.committee"] == "light"
    assert found["edition"] == "internal"


def test_a_question_reads_its_value_and_nothing_while_it_is_open(
    facts: Facts, advice: Advice
) -> None:
    """An open question makes every comparison false."""
    read = names(facts, advice, "public")
    assert read("inbound_volume") == 20
    assert read("flagship") is None
    assert read("edition") == "public"


def test_no_names_fail_when_nothing_was_answered(
    derive: Callable[..., Facts], advice: Advice
) -> None:
    """A workspace that was just made has no answers at all."""
    nothing = dict.fromkeys(("employees", "people", "goals", "jurisdictions", "service_days"))
    read = names(derive(**nothing), advice)
    assert read("facts.employees") is None
    assert read("facts.eu") is False
