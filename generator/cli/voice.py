"""In which language the command speaks, and how a problem becomes a sentence."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from questionnaire.errors import Place, Problem
from questionnaire.text import ENGLISH, LANGUAGES, SPANISH, Language


@dataclass(frozen=True, slots=True)
class Voice:
    """Speaks one language: every sentence of the command line comes from here."""

    language: Language

    def say(self, code: str, **data: object) -> str:
        """Return the sentence of a code, filled with its data."""
        # Read only when something is said: `--version` needs no language file.
        from generator.library.languages import load_language

        return load_language(self.language).message(code, **data)

    def tell_time(self, minutes: int) -> str:
        """Return a length of time in words."""
        # Read only when it is said, for the same reason as above.
        from generator.library.languages import load_language

        return load_language(self.language).duration(minutes)

    def tell(self, problem: Problem) -> str:
        """Return a problem as one line: where it is, what is wrong, how to mend it."""
        # Read only when something is told, as above.
        from generator.library.telling import tell_problem

        sentence = tell_problem(problem, self.language)
        place = tell_place(problem.where, self)
        return f"{place}: {sentence}" if place else sentence


def tell_place(place: Place, voice: Voice) -> str:
    """Return a place as people read it: `answers.yml, line 12, people[2].hours`."""
    parts = [place.file or ""]
    if place.line:
        parts.append(voice.say("cli.line", line=place.line))
    parts.append(place.question or "")
    return ", ".join(part for part in parts if part)


def choose_language(environment: Mapping[str, str] | None = None) -> Language:
    """Return the language of the person: PLAYBOOK_LANGUAGE, else the system's, else English."""
    known = os.environ if environment is None else environment
    for name in ("PLAYBOOK_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = known.get(name, "")[:2].lower()
        if value in LANGUAGES:
            return Language(value)
    return ENGLISH


def spoken_languages() -> tuple[str, ...]:
    """Return the codes that `--language` takes."""
    return (str(SPANISH), str(ENGLISH))
