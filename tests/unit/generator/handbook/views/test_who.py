"""Who fills each role, and the number that a thumb can call."""

from collections.abc import Callable

import pytest

from generator.handbook.context import ViewContext
from generator.handbook.views.who import link_phone, view

Look = Callable[..., ViewContext]


@pytest.mark.parametrize(
    ("number", "address"),
    [
        ("+34 600 000 011", "tel:+34600000011"),
        ("(351) 555-0110", "tel:3515550110"),
        ("", ""),
        ("ask", ""),
    ],
)
def test_a_number_is_tapped(number: str, address: str) -> None:
    """Only digits and the sign of the country are dialled."""
    assert link_phone(number) == address


@pytest.mark.parametrize(("edition", "address"), [("internal", "tel:600000000"), ("public", "")])
def test_the_public_edition_calls_nobody(look: Look, edition: str, address: str) -> None:
    """Neither the number nor its address is printed in public."""
    found = view(look(edition=edition, crisis_decider="ana"))["crisis_decider"]
    assert isinstance(found, dict)
    assert found["phone_link"] == address


def test_nobody_has_no_number(look: Look) -> None:
    """A role without a person has every key, empty."""
    found = view(look(crisis_deputy=None))["crisis_deputy"]
    assert isinstance(found, dict)
    assert found["phone_link"] == found["phone"] == ""
