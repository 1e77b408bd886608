"""What the wizard says: its sentences in every language, kept beside this module in words.yml."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from questionnaire.errors import Problem
from questionnaire.sources import data_folder, read_content
from questionnaire.text import LANGUAGES, Language, Text


@functools.cache
def sentences() -> Mapping[str, Mapping[str, str]]:
    """Return every sentence by key and language."""
    found: Mapping[str, Mapping[str, str]]
    found = read_content(data_folder("questionnaire", "web", "words.yml")).data
    return found


@dataclass(frozen=True, slots=True)
class Words:
    """One language of the interface."""

    language: Language

    def say(self, key: str, **data: object) -> str:
        """Return a sentence, filled with its data; the template escapes the whole."""
        return sentences()[key][self.language].format(**data)

    def count(self, key: str, number: int, **data: object) -> str:
        """Return the sentence for one or for several, from `<key>_one` and `<key>_many`."""
        return self.say(f"{key}_{'one' if number == 1 else 'many'}", count=number, **data)

    def read(self, text: Text | None) -> str:
        """Return a text of the questionnaire."""
        return "" if text is None else text.read_in(self.language)

    def name(self, language: str) -> str:
        """Return the name of a language in this one."""
        key = f"language_{language}"
        return self.say(key) if key in sentences() else language


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem in words, with the field that mends it (empty: the page as a whole)."""

    field: str
    text: str
    problem: Problem | None = None


def choose_language(*wishes: str | None) -> Language:
    """Return the first wish that is a language of ours, else the first language there is."""
    known = (Language(one) for one in wishes if one in LANGUAGES)
    return next(known, LANGUAGES[0])


def prefer_language(header: str) -> str | None:
    """Return the first language of ours that a browser names in `Accept-Language`."""
    for part in header.split(","):
        code = part.split(";")[0].strip()[:2].lower()
        if code in LANGUAGES:
            return code
    return None
