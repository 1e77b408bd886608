"""Presets and second looks at the terminal: offered once, taken or left, never in the way."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from questionnaire.answers import Answers
from questionnaire.loader import load_questionnaire
from questionnaire.preset import load_presets
from questionnaire.store import load_answers
from questionnaire.terminal import run_wizard
from questionnaire.text import ENGLISH

QUESTIONNAIRE = load_questionnaire()
PRESETS = load_presets(QUESTIONNAIRE)
TODAY = date(2026, 11, 22)
START = ("El Faro", "2", "6")
"""Name, sector (a restaurant) and staff: all that a preset needs."""


class Sitting:
    """One run of the wizard over our own questions, with all that was said."""

    def __init__(self, folder: Path) -> None:
        """Sit down in a folder."""
        self.path = folder / "answers.yml"
        self.said: list[str] = []

    def type(self, *keys: str) -> int:
        """Run with these lines as input, up to the end of it."""
        waiting: Iterator[str] = iter(keys)

        def read(prompt: str) -> str:
            self.said.append(prompt)
            key = next(waiting, None)
            if key is None:
                raise EOFError
            return key

        return run_wizard(
            self.path, QUESTIONNAIRE, ENGLISH, False, read, self.said.append, TODAY, PRESETS
        )

    @property
    def answers(self) -> Answers:
        """Return what is in the file."""
        return load_answers(self.path, QUESTIONNAIRE)

    def taken(self) -> set[str]:
        """Return the questions that were answered with a suggestion."""
        return {name for name, answer in self.answers.by_id.items() if answer.preset}

    @property
    def text(self) -> str:
        """Return all that was said."""
        return "\n".join(self.said)


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    """Return a sitting with no answers yet."""
    return Sitting(tmp_path)


def test_all_can_be_taken_and_are_marked(sitting: Sitting) -> None:
    """Each is shown with its reason, and the preset with its source."""
    assert sitting.type(*START, "a") == 0
    assert "Restaurant or café" in sitting.text
    assert "Starting values of this project" in sitting.text
    assert "because someone asking for a table tonight goes elsewhere" in sitting.text
    assert {"goals", "reply_hours"} <= sitting.taken()


def test_some_can_be_taken(sitting: Sitting) -> None:
    """Numbers choose; the others stay open."""
    sitting.type(*START, "1, 3")
    assert len(sitting.taken()) == 2


@pytest.mark.parametrize("none", ["", "n", ">"])
def test_none_is_the_default(sitting: Sitting, none: str) -> None:
    """Nobody takes what they didn't ask for, and the interview goes on."""
    sitting.type(*START, none)
    assert sitting.taken() == set()
    assert QUESTIONNAIRE.by_id["jurisdictions"].text.read_in(ENGLISH) in sitting.text


def test_what_cannot_be_understood_is_asked_again(sitting: Sitting) -> None:
    """A number that isn't there takes nothing."""
    sitting.type(*START, "99", "perhaps", "1")
    assert sitting.text.count("Type a, numbers of the list") == 2
    assert len(sitting.taken()) == 1


def test_leaving_is_possible_there_too(sitting: Sitting) -> None:
    """The key for it saves and quits wherever it is typed."""
    assert sitting.type(*START, "q") == 0
    assert "run the same command again" in sitting.text


def test_they_are_offered_once(sitting: Sitting) -> None:
    """Going back over the staff brings nothing up that was seen; another sector does."""
    sitting.type(*START, "", "<", "7", "<", "<", "1", "")
    assert sitting.text.count("Companies like yours") == 2
    assert "Restaurant or café" in sitting.text


def test_a_suggestion_left_can_still_be_asked_for(sitting: Sitting) -> None:
    """The key for a recommendation shows it where we have no other advice."""
    sitting.type(*START, "", "1", "2", "s", "2", "to feed people", "!", "y")
    assert sitting.taken() == {"goals"}


def test_the_review_says_which_answers_are_suggestions(sitting: Sitting) -> None:
    """Whoever looks again sees what the company didn't say itself."""
    sitting.type(*START, "a", "r", "a")
    assert "(our suggestion: Restaurant or café)" in sitting.text


def test_an_odd_answer_is_said_at_once_and_kept(sitting: Sitting) -> None:
    """The warning follows the answer it concerns; nothing is blocked."""
    sitting.type("El Faro", ">", ">", ">", ">", ">", ">", ">", ">", ">", "http://faro.example")
    assert sitting.answers.by_id["website"].value == "http://faro.example"
    (warning,) = [line for line in sitting.said if line.startswith("Have a look")]
    assert "https" in warning


def test_an_odd_answer_is_said_once(sitting: Sitting) -> None:
    """The answers after it don't bring it up again."""
    sitting.type("Bakerу", ">", ">", ">", ">")
    assert sitting.text.count("Have a look") == 1
