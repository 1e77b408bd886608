"""The links of a chain of escalation: who is tried, who takes it, where it breaks (domain D.6)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

Task = Literal["watch", "act", "decide", "speak"]


@dataclass(frozen=True, slots=True)
class Attempt:
    """One person tried, so many minutes after the trouble began."""

    person: str
    minute: int
    there: bool


@dataclass(frozen=True, slots=True)
class Link:
    """One task of the chain, in minutes after the trouble began."""

    task: Task
    attempts: tuple[Attempt, ...]
    by: int
    """When it has to be done."""
    broken: str | None = None
    """Code of why it breaks, in knowledge/drills.yml."""
    question: str | None = None
    """The question whose answer would mend it."""
    accounts: tuple[str, ...] = ()
    """Accounts that nobody within reach can get into."""

    @property
    def taken_by(self) -> str | None:
        """The id of whoever takes it."""
        return next((one.person for one in self.attempts if one.there), None)

    @property
    def away(self) -> str | None:
        """The id of the first who was tried in vain."""
        return next((one.person for one in self.attempts if not one.there), None)

    def break_off(self, code: str, question: str) -> "Link":
        """Return the link as broken, with the question that would mend it."""
        return replace(self, broken=code, question=question)


def try_people(
    people: Sequence[str | None], absent: str | None, start: int, tries: int
) -> tuple[Attempt, ...]:
    """Return who is tried in turn until somebody is there; each waits `tries` minutes for the last."""
    attempts: list[Attempt] = []
    for person in dict.fromkeys(one for one in people if one is not None):
        minute = start + tries * len(attempts)
        attempts.append(Attempt(person, minute, there=person != absent))
        if person != absent:
            break
    return tuple(attempts)
