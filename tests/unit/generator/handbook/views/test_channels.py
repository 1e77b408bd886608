"""What to do with each channel: only the reasons that speak for the decision."""

from collections.abc import Callable

import pytest

from generator.advice.model import ChannelAdvice
from generator.handbook.context import ViewContext
from generator.handbook.views.channels import tell_reasons
from generator.library import load_library

Look = Callable[..., ViewContext]
MIXED = ("evidence_data", "fit_low", "formats_high", "no_owner")


@pytest.mark.parametrize(
    ("decision", "told"),
    [
        ("keep", ["evidence_data", "formats_high"]),
        ("start", ["evidence_data", "formats_high"]),
        ("stop", ["fit_low", "no_owner"]),
        ("park", ["fit_low", "no_owner"]),
    ],
)
def test_a_reason_speaks_for_its_decision(look: Look, decision: str, told: list[str]) -> None:
    """Nobody closes an account because customers are there."""
    advice = ChannelAdvice("instagram", None, decision, 50, (), MIXED)  # type: ignore[arg-type]
    assert tell_reasons(look(), advice) == told


def test_some_reason_is_always_given(look: Look) -> None:
    """A decision that nothing speaks for shows what there is."""
    advice = ChannelAdvice("instagram", None, "stop", 20, (), ("formats_middle",))
    assert tell_reasons(look(), advice) == ["formats_middle"]


def test_every_side_names_reasons_that_exist() -> None:
    """A misspelt reason would never be printed; none speaks for both sides."""
    channels = load_library().knowledge["channels"]
    said, against = set(channels["speaks"]["for"]), set(channels["speaks"]["against"])
    assert said | against <= set(channels["reasons"])
    assert not said & against
