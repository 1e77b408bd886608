"""What a check looks at: the facts, the advice given so far and the library, side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.advice.model import (
    ChannelAdvice,
    EscalationStep,
    Mix,
    Objective,
    Ownership,
    RaciRow,
    ResponseTarget,
)
from generator.advice.objectives import group_items
from generator.advice.shelf import Shelf
from generator.facts.model import Account, Facts, Person
from generator.facts.people import find_holder


class Parts(Protocol):
    """The advice that exists before the findings; an `Advice` without findings will do."""

    @property
    def ownership(self) -> Ownership:
        """Who leads."""
        ...

    @property
    def raci(self) -> Sequence[RaciRow]:
        """Who does what."""
        ...

    @property
    def mix(self) -> Mix:
        """How a month of posts is split."""
        ...

    @property
    def targets(self) -> Sequence[ResponseTarget]:
        """What is promised for each priority."""
        ...

    @property
    def escalation(self) -> Sequence[EscalationStep]:
        """Who decides at each level."""
        ...

    @property
    def objectives(self) -> Sequence[Objective]:
        """The objectives with what they lack."""
        ...

    @property
    def channels(self) -> Sequence[ChannelAdvice]:
        """What to do with each channel."""
        ...


@dataclass(frozen=True, slots=True)
class Situation:
    """The three sources of a check, with the questions that several names ask of them."""

    facts: Facts
    parts: Parts
    library: Shelf

    def chosen(self, question: str) -> tuple[str, ...]:
        """Return the codes of a multiple choice or ranking; none while it is pending."""
        value = self.facts.value(question)
        return tuple(map(str, value)) if isinstance(value, tuple) else ()

    def items(self, question: str) -> tuple[Mapping[str, object], ...]:
        """Return the items of a group question; none while it is pending."""
        return group_items(self.facts, question)

    def person(self, question: str) -> Person | None:
        """Return the person picked in a question."""
        return self.facts.person(self.facts.value(question))

    def holder(self, role: str) -> Person | None:
        """Return the person in a role of the handbook."""
        return self.facts.person(find_holder(self.facts, role))

    def named(self, question: str) -> bool:
        """Say whether a question names a person of the company's list."""
        return self.person(question) is not None

    def open_accounts(self) -> tuple[Account, ...]:
        """Return the accounts that are not being closed or only planned."""
        return tuple(
            account
            for account in self.facts.accounts
            if account.status not in ("closing", "planned")
        )

    def number(self, question: str) -> float | None:
        """Return a numeric answer."""
        value = self.facts.value(question)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        return None
