"""The options of a question: enough of them, not too many, each different from the rest."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from questionnaire.lint.model import Finding, Rule, Subject, Survey, rule
from questionnaire.text import LANGUAGES, fold

MOST: Final = 15
_SEVERAL: Final = frozenset({"choices"})


@rule("lint.single_choice")
def single_choice(survey: Survey) -> Iterator[Finding]:
    """Find questions with one option only: there is nothing to choose."""
    for subject in survey.subjects():
        if len(subject.question.choices) == 1:
            yield subject.place("choices"), {}


@rule("lint.too_many_choices", "warning")
def too_many_choices(survey: Survey) -> Iterator[Finding]:
    """Find long lists of options without a comment beside `choices:` that says why."""
    for subject in survey.subjects():
        count = len(subject.question.choices)
        if count > MOST and not _is_explained(subject):
            yield subject.place("choices"), {"count": count, "limit": MOST}


def _is_explained(subject: Subject) -> bool:
    place = subject.place("choices")
    lines = Path(place.file or "").read_text(encoding="utf-8").splitlines()
    here, above = lines[(place.line or 1) - 1], lines[max((place.line or 1) - 2, 0)]
    return " # " in here or above.strip().startswith("#")


@rule("lint.duplicate_choice_text")
def duplicate_choice_text(survey: Survey) -> Iterator[Finding]:
    """Find options that read the same in a language."""
    for subject in survey.subjects():
        for language in LANGUAGES:
            seen: set[str] = set()
            for number, choice in enumerate(subject.question.choices):
                words = choice.text.by_language.get(language, "")
                if fold(words) in seen:
                    yield subject.place("choices", number, "text", language), {"text": words}
                seen.add(fold(words))


@rule("lint.exclusive_alone")
def exclusive_alone(survey: Survey) -> Iterator[Finding]:
    """Find exclusive options where all are: then it is a choice of one."""
    for subject in survey.subjects():
        choices = subject.question.choices
        several = subject.question.kind in _SEVERAL and len(choices) > 1
        if several and all(choice.exclusive for choice in choices):
            yield subject.place("choices"), {}


@rule("lint.exclusive_useless")
def exclusive_useless(survey: Survey) -> Iterator[Finding]:
    """Find exclusive options where only one can be chosen anyway, or all are put in order."""
    for subject in survey.subjects():
        for number, choice in enumerate(subject.question.choices):
            if choice.exclusive and subject.question.kind not in _SEVERAL:
                yield subject.place("choices", number), {"value": choice.value}


@rule("lint.none_not_exclusive")
def none_not_exclusive(survey: Survey) -> Iterator[Finding]:
    """Find a "none of these" that can be ticked beside the others."""
    for subject in survey.subjects():
        for number, choice in enumerate(subject.question.choices):
            several = subject.question.kind in _SEVERAL
            if several and choice.value == "none" and not choice.exclusive:
                yield subject.place("choices", number), {"value": choice.value}


@rule("lint.other_not_last", "warning")
def other_not_last(survey: Survey) -> Iterator[Finding]:
    """Find an "other" that isn't at the end: readers take it before they have seen the rest."""
    for subject in survey.subjects():
        values = [choice.value for choice in subject.question.choices if not choice.exclusive]
        if "other" in values[:-1]:
            yield subject.place("choices", values.index("other")), {}


RULES: Final[tuple[Rule, ...]] = (
    single_choice, too_many_choices, duplicate_choice_text, exclusive_alone, exclusive_useless,
    none_not_exclusive, other_not_last,
)  # fmt: skip
