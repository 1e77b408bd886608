"""One derived name of the condition language, and what several of them share."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.advice.situation import Situation


@dataclass(frozen=True, slots=True)
class Name:
    """One derived name: how its value is found, and which questions it depends on."""

    value: Callable[[Situation], object]
    reads: tuple[str, ...] = ()


def is_same_person(situation: Situation, first: str, *others: str) -> bool:
    """Say whether a question names somebody whom one of the others names too."""
    person = situation.person(first)
    taken = {found.id for found in map(situation.person, others) if found is not None}
    return person is not None and person.id in taken
