"""Facts that remember which questions were read, so that a page knows the answers behind it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from generator.facts.model import Account, Capacity, Fact, Facts, Pending, Person, Service, Sizing
from questionnaire.model import Questionnaire

CAPACITY_READS = ("people", "posts_month", "formats", "inbound_volume")
SERVICE_READS = ("service_days", "service_from", "service_to")
SIZING_READS = (
    "employees",
    "accounts",
    "publishing_units",
    "brands",
    "autonomy",
    "regulated",
    "inbound_volume",
    "complaint_share",
    "maturity",
    "openness",
    "sponsor",
    "people",
    "orphan_accounts",
    "expertise",
    "business_model",
    "goals",
    "departments",
)
"""The questions behind the coded inputs of the ownership rules (domain reference B.4)."""


class RecordedFacts:
    """Reads facts as `Facts` does and notes the question behind everything read."""

    def __init__(self, facts: Facts) -> None:
        """Start with nothing read."""
        self._facts = facts
        self._reads: dict[str, None] = {}

    @property
    def reads(self) -> tuple[str, ...]:
        """The questions read so far, in the order in which they were first read."""
        return tuple(self._reads)

    @property
    def plain(self) -> Facts:
        """The facts themselves, for what must not be noted."""
        return self._facts

    def note(self, questions: Iterable[str]) -> None:
        """Note questions that were read elsewhere, such as those of a reason of the advice."""
        self._reads.update(dict.fromkeys(questions))

    def fact(self, question: str) -> Fact:
        """Return what is known of a question; a question nobody derived is an open one."""
        self.note((question,))
        return self._facts.by_id.get(question) or Pending(question)

    def value(self, question: str, default: object = None) -> object:
        """Return the known value of a question, or the default."""
        self.note((question,))
        return self._facts.value(question, default)

    def person(self, person_id: object) -> Person | None:
        """Return the person with this id, if there is one."""
        return next((one for one in self.people if one.id == person_id), None)

    @property
    def by_id(self) -> Mapping[str, Fact]:
        """Every fact; reading from here is not noted."""
        return self._facts.by_id

    @property
    def questionnaire(self) -> Questionnaire:
        """The questions themselves."""
        return self._facts.questionnaire

    @property
    def today(self) -> date:
        """The day for which the handbook is made."""
        return self._facts.today

    @property
    def people(self) -> tuple[Person, ...]:
        """The people of the company."""
        self.note(("people",))
        return self._facts.people

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The accounts of the company."""
        self.note(("accounts",))
        return self._facts.accounts

    @property
    def sizing(self) -> Sizing:
        """The coded inputs of the ownership rules."""
        self.note(SIZING_READS)
        return self._facts.sizing

    @property
    def capacity(self) -> Capacity:
        """Hours there are and hours the plan asks for."""
        self.note(CAPACITY_READS)
        return self._facts.capacity

    @property
    def service(self) -> Service:
        """When somebody answers."""
        self.note(SERVICE_READS)
        return self._facts.service

    @property
    def book(self) -> Literal["micro", "small", "full"]:
        """How much book this company needs."""
        self.note(("employees",))
        return self._facts.book
