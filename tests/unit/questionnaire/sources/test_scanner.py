"""The faster scanner does exactly what PyYAML's own does."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.sources import data_folder
from questionnaire.sources.scanner import TextLoader

PIECES = (
    *"\n #,-?[]{}'\"|>\t&*!%:a0é",
    *(": ", " #", "- ", "? ", "\n  ", "---\n", "...", "a: b\n", "b c", "x" * 1030),
    *("\r\n", "\r", "\x85", "\u2028", "\ufeff"),
)


def list_events(text: str, loader: Any) -> list[object]:
    """Return all that a parser says of a text, the fault at its end included."""
    found: list[object] = []
    try:
        for event in yaml.parse(text, Loader=loader):
            marks = [
                (one.line, one.column, one.index) for one in (event.start_mark, event.end_mark)
            ]
            said = {key: one for key, one in vars(event).items() if not key.endswith("_mark")}
            found.append((type(event).__name__, said, marks))
    except yaml.YAMLError as error:
        found.append(str(error))
    return found


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_text(text: str) -> None:
    """Every event, every position and every fault is the same."""
    assert list_events(text, TextLoader) == list_events(text, yaml.SafeLoader)


@pytest.mark.parametrize("name", ["norte-energia", "panaderia-nandu"])
def test_sample(name: str) -> None:
    """A whole answers.yml is read the same."""
    path = data_folder("questionnaire", "examples", name, "answers.yml")
    text = path.read_text(encoding="utf-8")
    assert list_events(text, TextLoader) == list_events(text, yaml.SafeLoader)
