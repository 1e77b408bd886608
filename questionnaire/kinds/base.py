"""What every kind of question offers, and what they share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from types import MappingProxyType
from typing import Final, Protocol

from questionnaire.errors import Datum, Place, Problem
from questionnaire.model import Choice, Question
from questionnaire.sources import INVISIBLE
from questionnaire.text import LANGUAGES, NEUTRAL, Language

Item = Mapping[str, object]
Step = str | int

_SHOWN_LENGTH: Final = 60


@dataclass(frozen=True, slots=True)
class Parsed:
    """A typed value, or None with the reasons why there is none (no reasons: nothing was given)."""

    value: object = None
    problems: tuple[Problem, ...] = ()


def _unanswered(_name: str) -> object:
    return None


@dataclass(frozen=True, slots=True)
class KindContext:
    """What a kind may look at besides its own question."""

    items: Mapping[str, tuple[Item, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """The items of each group already read, by the group's id: what a pick can choose."""
    where: Place = field(default_factory=Place)
    """Where the answer stands; its `question` is the path that problems are reported under."""
    read: Callable[[str], object] = _unanswered
    """The answers so far, for the conditions of a group's fields."""
    lines: Mapping[tuple[Step, ...], int] = field(default_factory=lambda: MappingProxyType({}))
    """Lines of the parts of the answer, by their path inside it, when it came from a file."""

    def refuse(self, code: str, **data: Datum) -> Parsed:
        """Return no value and one problem, at this place."""
        return Parsed(None, (self.problem(code, **data),))

    def problem(self, code: str, **data: Datum) -> Problem:
        """Return a problem at this place."""
        return Problem(f"answer.{code}", self.where, data)

    def inside(self, step: Step) -> "KindContext":
        """Return the context of one part: the second item of people is `people[2]`."""
        name = f"[{step + 1}]" if isinstance(step, int) else f".{step}"
        rest = {path[1:]: line for path, line in self.lines.items() if path[:1] == (step,)}
        where = replace(
            self.where,
            question=f"{self.where.question or ''}{name}",
            line=rest.get((), self.where.line),
            column=self.where.column if () not in rest else None,
        )
        return replace(self, where=where, lines=rest)


class Kind(Protocol):
    """How the answers of one kind of question are read and shown."""

    def parse(
        self, question: Question, raw: object, language: Language, context: KindContext
    ) -> Parsed:
        """Read what a person or a file gave; never raises."""
        ...

    def show(
        self, question: Question, value: object, language: Language, context: KindContext
    ) -> str:
        """Return a value as people read it, without its unit."""
        ...


class OneValue:
    """A kind whose answer is written as one piece of text."""

    def parse(
        self, question: Question, raw: object, language: Language, context: KindContext
    ) -> Parsed:
        """Read one value; an empty one is no answer, which is no problem either."""
        if isinstance(raw, Mapping | list | tuple | set):
            return context.refuse("one_value")
        text = _written(raw)
        if not text:
            return Parsed()
        found = INVISIBLE.search(text)
        if found:
            return context.refuse(
                "character", character=f"U+{ord(found.group()):04X}", position=found.start() + 1
            )
        as_written = language if isinstance(raw, str) else NEUTRAL
        return self.read(question, text, as_written, context)

    def read(
        self, question: Question, text: str, language: Language, context: KindContext
    ) -> Parsed:
        """Read a text that isn't empty and holds no invisible characters."""
        raise NotImplementedError

    def show(
        self, question: Question, value: object, language: Language, context: KindContext
    ) -> str:
        """Return a value as people read it, without its unit."""
        del question, language, context
        return "" if value is None else str(value)


def _written(raw: object) -> str:
    """Return a value as a file would hold it."""
    match raw:
        case None:
            return ""
        case bool():
            return "true" if raw else "false"
        case float():
            return f"{raw:.9f}".rstrip("0").rstrip(".")
        case time():
            return raw.isoformat("minutes")
        case date():
            return raw.isoformat()
        case _:
            return str(raw).strip()


def shorten(value: object) -> str:
    """Return a value as a problem may show it: short, on one line, nothing invisible."""
    text = INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", " ".join(str(value).split()))
    return text if len(text) <= _SHOWN_LENGTH else f"{text[:_SHOWN_LENGTH]}…"


def list_choices(choices: tuple[Choice, ...]) -> dict[str, Datum]:
    """Return the choices as data of a problem: code and label, in each language."""
    return {
        f"allowed_{language}": tuple(
            f"{choice.value} ({choice.text.read_in(language)})" for choice in choices
        )
        for language in LANGUAGES
    }


def as_list(raw: object) -> list[object]:
    """Return what was given as a list; a text holds values between commas, semicolons or lines."""
    if isinstance(raw, list | tuple):
        return list(raw)
    if raw is None:
        return []
    text = str(raw).replace(";", ",").replace("\n", ",")
    return [part.strip() for part in text.split(",") if part.strip()]
