"""Every question resolved, in the order asked: known, recommended, open, or not asked."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import Literal

from generator.facts.model import Fact, Known, NotAsked, Pending
from questionnaire.answers import Answer, Answers, Status
from questionnaire.conditions import Read
from questionnaire.model import Question, Questionnaire
from questionnaire.preset import Preset, load_presets

Presets = Callable[[], tuple[Preset, ...]]
Book = Literal["micro", "small", "full"]

SMALLEST_SMALL = 10
SMALLEST_FULL = 50

_NO_ANSWER = Answer(Status.LATER)


def resolve_answers(questionnaire: Questionnaire, answers: Answers) -> Mapping[str, Fact]:
    """Return one fact for every question; a condition sees only what was asked before it."""
    facts: dict[str, Fact] = {}

    @cache
    def presets() -> tuple[Preset, ...]:
        # Read only where an answer was taken from one: most companies' are all their own.
        return load_presets(questionnaire)

    def read(name: str) -> object:
        if name == "facts.book":
            return choose_book(_value(facts.get("employees")))
        return _value(facts.get(name))

    for section in questionnaire.sections:
        asked = section.when is None or section.when.holds(read)
        for question in section.questions:
            visible = asked and (question.when is None or question.when.holds(read))
            answer = answers.by_id.get(question.id)
            facts[question.id] = (
                _resolve(question, answer, read, presets) if visible else NotAsked(question.id)
            )
    return MappingProxyType(facts)


def choose_book(employees: object) -> Book:
    """Return how much book a company of this size needs; unknown counts as small (B.4, E = 1)."""
    if not isinstance(employees, int | float):
        return "small"
    if employees < SMALLEST_SMALL:
        return "micro"
    return "small" if employees < SMALLEST_FULL else "full"


def list_items(value: object) -> Iterator[Mapping[str, object]]:
    """Yield the items of a group answer; anything else has none."""
    if isinstance(value, tuple | list):
        for item in value:
            if isinstance(item, Mapping):
                yield item


def _value(fact: Fact | None) -> object:
    return fact.value if isinstance(fact, Known) else None


def _resolve(question: Question, answer: Answer | None, read: Read, presets: Presets) -> Fact:
    given = answer or _NO_ANSWER
    if given.status is Status.NOT_APPLICABLE:
        return NotAsked(question.id, given.reason)
    if given.status is Status.ANSWERED and given.value not in (None, "", (), []):
        return _note_preset(Known(question.id, _freeze(given.value)), given.preset, presets)
    if given.status is Status.RECOMMENDED:
        for rule in question.recommend:
            if rule.when is None or rule.when.holds(read):
                return Known(
                    question.id, _freeze(rule.value), recommended=True, because=rule.because
                )
    if not question.required and (answer is None or given.status is Status.ANSWERED):
        return NotAsked(question.id)
    return Pending(question.id, given.owner, given.due, given.reason)


def _note_preset(fact: Known, preset_id: str | None, presets: Presets) -> Known:
    """Mark an answer that was taken from what is usual in the sector, with the reason given there."""
    if preset_id is None:
        return fact
    suggests = (
        one
        for preset in presets()
        if preset.id == preset_id
        for one in preset.suggests
        if one.question == fact.question
    )
    found = next(suggests, None)
    return replace(fact, preset=preset_id, because=found.because if found else None)


def _freeze(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
