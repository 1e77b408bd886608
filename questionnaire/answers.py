"""What a company said, question by question, with the state of each answer.

Group answers are tuples of items; an item is a mapping of field id to value and always has
an `id` that picks refer to. Values are plain: str, int, float, bool, date, tuple of str.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from questionnaire.errors import Place

PEOPLE = "people"
"""The group whose items can own an open decision."""


class Status(StrEnum):
    """What is known about one question."""

    ANSWERED = "answered"
    RECOMMENDED = "recommended"
    PENDING = "pending"
    NOT_APPLICABLE = "not_applicable"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. `value` is set only when answered; a recommended value is computed, not stored."""

    status: Status
    value: object = None
    owner: str | None = None
    due: date | None = None
    reason: str | None = None
    note: str | None = None
    preset: str | None = None
    """The preset whose suggestion was taken as it is; the company's own words have none."""
    where: Place = field(default_factory=Place, compare=False)
    """Where it was written; two answers that say the same are equal wherever they stand."""


@dataclass(frozen=True, slots=True)
class Answers:
    """All that is written in one answers.yml."""

    questionnaire: str
    version: str
    languages: tuple[str, ...]
    by_id: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))

    def with_answer(self, question_id: str, answer: Answer) -> "Answers":
        """Return the same answers with one more or one changed; a note that was there stays.

        So does the preset an answer was taken from, while the answer says the same.
        """
        before = self.by_id.get(question_id)
        if before is not None and answer.note is None:
            answer = replace(answer, note=before.note)
        if before is not None and answer.preset is None and _says_the_same(before, answer):
            answer = replace(answer, preset=before.preset)
        return replace(self, by_id=MappingProxyType({**self.by_id, question_id: answer}))

    def without(self, question_id: str) -> "Answers":
        """Return the same answers with nothing said about one question."""
        left = {key: answer for key, answer in self.by_id.items() if key != question_id}
        return replace(self, by_id=MappingProxyType(left))

    def items_of(self, group_id: str) -> tuple[Mapping[str, object], ...]:
        """Return the items of a group, none when it has no answer."""
        answer = self.by_id.get(group_id)
        if answer is None or answer.status is not Status.ANSWERED:
            return ()
        return answer.value if isinstance(answer.value, tuple) else ()


def _says_the_same(before: Answer, after: Answer) -> bool:
    return before.status is after.status is Status.ANSWERED and before.value == after.value
