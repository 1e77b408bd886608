"""What the wizard says: its sentences in two languages, and lines that are safe to print."""

import functools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from questionnaire.errors import Problem
from questionnaire.messages import message
from questionnaire.sources import INVISIBLE, data_folder, read_content
from questionnaire.text import Language, Text

ReadLine = Callable[[str], str]
WriteLine = Callable[[str], None]

_ESCAPES: Final = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|.)?|\x9b")

_WITH_NUMBERS: Final[Mapping[str, str]] = {
    "answer.choice": "not_in_list",
    "answer.not_offered": "not_in_list",
    "answer.pick": "not_in_list_pick",
    "answer.pick_empty": "not_in_list_pick",
}
"""Problems whose usual sentence lists codes; here the options stand above, with numbers."""


@functools.cache
def sentences() -> Mapping[str, Mapping[str, str]]:
    """Return every sentence of the wizard by key and language."""
    found: Mapping[str, Mapping[str, str]]
    found = read_content(data_folder("questionnaire", "terminal.yml")).data
    return found


def clean(text: str) -> str:
    """Return a text on one line, without colours, cursor moves or anything else invisible."""
    one_line = " ".join(_ESCAPES.sub("", text).split())
    return INVISIBLE.sub("", one_line)


@dataclass(slots=True)
class Speech:
    """A language, a way in and a way out."""

    language: Language
    read_line: ReadLine
    write_line: WriteLine

    def say(self, key: str, **data: object) -> str:
        """Return a sentence, filled with its data."""
        shown = {name: clean(str(value)) for name, value in data.items()}
        return sentences()[key][self.language].format(**shown)

    def tell(self, key: str, **data: object) -> None:
        """Write a sentence."""
        self.line(self.say(key, **data))

    def line(self, text: str = "") -> None:
        """Write one line, indented as it comes."""
        indent = text[: len(text) - len(text.lstrip(" "))]
        self.write_line(indent + clean(text))

    def read(self, text: Text | None) -> str:
        """Return a text of the questionnaire in the language of the session."""
        return "" if text is None else text.read_in(self.language)

    def ask(self, key: str, **data: object) -> str:
        """Ask on one line and return what was typed, without the space around it."""
        return self.read_line(self.say(key, **data) + ": ").strip()

    def ask_yes(self, key: str, **data: object) -> bool:
        """Ask for yes or no; Enter is yes."""
        return self.ask(key, **data).casefold() in {"", "s", "si", "sí", "y", "yes", "1"}

    def complain(self, problems: tuple[Problem, ...]) -> None:
        """Say what is wrong with an answer."""
        for problem in problems:
            if problem.code in _WITH_NUMBERS:
                self.tell(_WITH_NUMBERS[problem.code], value=problem.data.get("value", ""))
                continue
            self.tell("problem", problem=message(problem, self.language))
