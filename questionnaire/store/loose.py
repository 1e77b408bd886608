"""Values of answers.yml that aren't the answer of a question of their own."""

from datetime import date
from types import MappingProxyType

from questionnaire.errors import Place, Problem
from questionnaire.kinds import KINDS, KindContext
from questionnaire.model import Question
from questionnaire.text import NEUTRAL, Language, Text


def parse_date(
    raw: object, where: Place, language: Language = NEUTRAL
) -> tuple[date | None, tuple[Problem, ...]]:
    """Read a date that isn't the answer of a question, by the rules of those that are."""
    value, problems = _parse("date", raw, where, language)
    return (value if isinstance(value, date) else None), problems


def parse_words(raw: str | None, where: Place) -> tuple[str | None, tuple[Problem, ...]]:
    """Read a reason or a note by the rules of a long text: nothing invisible, no passwords."""
    value, problems = _parse("long_text", raw, where, NEUTRAL)
    return (value if isinstance(value, str) else None), problems


def _parse(
    kind: str, raw: object, where: Place, language: Language
) -> tuple[object, tuple[Problem, ...]]:
    blank = Text(MappingProxyType({}))
    question = Question(where.question or kind, kind, "standard", blank, blank, where)
    parsed = KINDS[kind].parse(question, raw, language, KindContext(where=where))
    return parsed.value, tuple(parsed.problems)


def show(raw: object) -> str:
    """Return what was written as a problem quotes it."""
    return ", ".join(str(part) for part in raw) if isinstance(raw, list) else str(raw or "")
