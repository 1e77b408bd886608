"""Limits, patterns and examples: whether a question would take what it shows as an example."""

from collections.abc import Iterator
from typing import Final

from questionnaire.kinds import KINDS, KindContext
from questionnaire.lint.model import Finding, Rule, Survey, rule
from questionnaire.text import LANGUAGES

_LIMITS_OF: Final = {
    "min": {"integer", "number", "money"},
    "max": {"integer", "number", "money"},
    "max_length": {"text", "long_text"},
    "pattern": {"text", "long_text"},
    "min_items": {"choices", "ranking", "weekdays", "picks", "group"},
    "max_items": {"choices", "ranking", "weekdays", "picks", "group"},
}
_NUMBERS: Final = frozenset({"integer", "number", "money"})
_TYPED: Final = frozenset(
    {
        "text",
        "long_text",
        "email",
        "url",
        "date",
        "time",
        "integer",
        "number",
        "money",
        "weekdays",
        "colour",
        "image",
    }
)
"""Kinds whose example is an answer as one would type it; that of the others is a sentence."""


@rule("lint.limit_unused")
def limit_unused(survey: Survey) -> Iterator[Finding]:
    """Find limits that the kind of the question never looks at."""
    for subject in survey.subjects():
        for name, kinds in _LIMITS_OF.items():
            given = getattr(subject.question.limits, name) is not None
            if given and subject.question.kind not in kinds:
                yield subject.place("limits", name), {"key": name, "kind": subject.question.kind}


@rule("lint.limit_senseless")
def limit_senseless(survey: Survey) -> Iterator[Finding]:
    """Find lengths and counts below what they can be, and fractions for whole numbers."""
    for subject in survey.subjects():
        limits = subject.question.limits
        least = (("max_length", limits.max_length, 1), ("min_items", limits.min_items, 0),
                 ("max_items", limits.max_items, 1))  # fmt: skip
        for name, value, lowest in least:
            if value is not None and value < lowest:
                yield subject.place("limits", name), {"key": name, "value": value}
        for name, bound in (("min", limits.min), ("max", limits.max)):
            if subject.question.kind == "integer" and bound is not None and bound % 1:
                yield subject.place("limits", name), {"key": name, "value": bound}


@rule("lint.limit_beyond_choices")
def limit_beyond_choices(survey: Survey) -> Iterator[Finding]:
    """Find counts that there aren't enough options for."""
    for subject in survey.subjects():
        together = sum(not choice.exclusive for choice in subject.question.choices)
        for name in ("min_items", "max_items"):
            value = getattr(subject.question.limits, name)
            if together and value is not None and value > together:
                yield (
                    subject.place("limits", name),
                    {"key": name, "value": value, "count": together},
                )


@rule("lint.pattern_without_message")
def pattern_without_message(survey: Survey) -> Iterator[Finding]:
    """Find patterns that refuse an answer without saying in words what is wanted."""
    for subject in survey.subjects():
        if subject.question.limits.pattern is not None and subject.question.limits.message is None:
            yield subject.place("limits", "pattern"), {}


@rule("lint.message_without_pattern", "warning")
def message_without_pattern(survey: Survey) -> Iterator[Finding]:
    """Find messages that are never told, for there is no pattern."""
    for subject in survey.subjects():
        if subject.question.limits.message is not None and subject.question.limits.pattern is None:
            yield subject.place("limits", "message"), {}


@rule("lint.example_refused")
def example_refused(survey: Survey) -> Iterator[Finding]:
    """Find examples that the question would refuse as an answer: too long, wrong form, no number."""
    for subject in survey.subjects():
        question = subject.question
        if question.kind not in _TYPED or question.example is None:
            continue
        for language in LANGUAGES:
            words = question.example.by_language.get(language, "")
            if KINDS[question.kind].parse(question, words, language, KindContext()).problems:
                yield subject.place("example", str(language)), {"value": words}


@rule("lint.number_unbounded", "warning")
def number_unbounded(survey: Survey) -> Iterator[Finding]:
    """Find numbers without a lower bound: a negative count of people would pass."""
    for subject in survey.subjects():
        if subject.question.kind in _NUMBERS and subject.question.limits.min is None:
            yield subject.place(), {}


RULES: Final[tuple[Rule, ...]] = (
    limit_unused, limit_senseless, limit_beyond_choices, pattern_without_message,
    message_without_pattern, example_refused, number_unbounded,
)  # fmt: skip
