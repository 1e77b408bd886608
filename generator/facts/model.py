"""What is known about a company: every answer resolved, and the figures that follow from it.

Facts are language-neutral. A fact that nobody gave is `Pending`, never None.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Literal

from questionnaire.model import Questionnaire
from questionnaire.text import Text


@dataclass(frozen=True, slots=True)
class Known:
    """A value the company gave, or one we recommend (then `because` says why).

    `value` is typed by the kind of question: str, int, float, bool, date, time, tuple of str
    (multiple choice, ranking), tuple of mappings (group), item id (pick) or tuple of item ids.
    """

    question: str
    value: object
    recommended: bool = False
    because: Text | None = None
    preset: str | None = None
    """The preset whose suggestion the company took as it is (then `because` is the preset's)."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A question nobody answered yet: an open decision."""

    question: str
    owner: str | None = None
    """Id of the person who decides, if named."""
    due: date | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class NotAsked:
    """A question that doesn't apply, by its condition or by the company's word (then with a reason).

    An optional question that was simply left empty is one too: it opens no decision.
    """

    question: str
    reason: str | None = None


Fact = Known | Pending | NotAsked


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the company's list. `hours` is hours a week for social media.

    `role` is a free text of the company, so it may be written per language.
    """

    id: str
    name: str
    role: str | Text
    department: str
    hours: float
    email: str | None = None
    phone: str | None = None
    works_days: tuple[int, ...] | None = None
    """ISO weekdays on which the person works; None where nobody said."""
    works_from: time | None = None
    works_to: time | None = None
    """Working hours; one without the other leaves the hours of service on that side."""
    substitute: str | None = None
    """Id of whoever does the person's work when they are away, where the company named somebody."""
    languages: tuple[str, ...] = ()
    """Codes of the languages in which the person can answer; none where nobody said."""


@dataclass(frozen=True, slots=True)
class Account:
    """A social account. Owner and backup are ids of people; None where nobody is named."""

    id: str
    platform: str
    handle: str
    purpose: str | Text | None
    status: str
    owner: str | None
    backup: str | None
    replies: bool
    evidence: str | None
    company_email: bool | None
    two_factor: bool | None
    goal: str | None
    agency: str | None = None
    """Id of the agency that works on it."""


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency or freelancer; `counterpart` is the id of whoever directs it from inside."""

    id: str
    name: str | Text
    tasks: tuple[str, ...]
    counterpart: str | None
    access: str | None
    ends: date | None


@dataclass(frozen=True, slots=True)
class Sizing:
    """The coded inputs of the ownership rules (domain reference B.4): small integers, see each name."""

    employees: int
    accounts: int
    units: int
    brands: int
    autonomy: int
    regulation: int
    volume: int
    complaints: int
    maturity: int
    openness: int
    sponsor: int
    staff: int
    orphans: int
    expertise: int
    business: Literal["service", "product", "b2b", "public"]
    goals: Mapping[str, int]
    """Weight 0–3 of: sales, leads, awareness, reputation, service, loyalty, hiring, insight."""
    has: Mapping[str, bool]
    """Whether a unit exists: marketing, communications, customer_service, hr, legal, it."""
    figures: Mapping[str, float] = field(default_factory=dict)
    """The company's own number behind a code, by input name; absent where nobody gave it."""
    assumed: frozenset[str] = frozenset()
    """Inputs whose question is open: their code is the neutral one of the knowledge base."""


@dataclass(frozen=True, slots=True)
class Capacity:
    """Hours a week: what there is, and what the plan asks for (effort values of C.2, starting values)."""

    available: float
    publishing: float
    replying: float

    @property
    def needed(self) -> float:
        """Hours a week that the plan asks for."""
        return self.publishing + self.replying

    @property
    def share(self) -> float:
        """Part of the available hours that the plan uses; 0 when there are none."""
        return self.needed / self.available if self.available else 0.0


@dataclass(frozen=True, slots=True)
class Service:
    """When somebody answers: ISO weekdays (1 = Monday) and the hours of the day."""

    days: tuple[int, ...]
    opens: time | None
    closes: time | None

    @property
    def hours_a_week(self) -> float:
        """Hours a week in which an answer can be expected."""
        if self.opens is None or self.closes is None:
            return 0.0
        minutes = (self.closes.hour * 60 + self.closes.minute) - (
            self.opens.hour * 60 + self.opens.minute
        )
        return len(self.days) * max(minutes, 0) / 60


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known, by question id, with the derived figures beside it."""

    questionnaire: Questionnaire
    by_id: Mapping[str, Fact]
    today: date
    people: tuple[Person, ...]
    accounts: tuple[Account, ...]
    sizing: Sizing
    capacity: Capacity
    service: Service
    book: Literal["micro", "small", "full"]
    """How much book this company needs: micro up to 9 employees, small up to 49, else full."""

    def value(self, question: str, default: object = None) -> object:
        """Return the known value of a question, or the default when it is pending or not asked."""
        fact = self.by_id.get(question)
        return fact.value if isinstance(fact, Known) else default

    def person(self, person_id: object) -> Person | None:
        """Return the person with this id, if there is one."""
        return next((person for person in self.people if person.id == person_id), None)

    def list_open(self) -> tuple[str, ...]:
        """Return the ids of the questions that nobody decided yet."""
        return tuple(name for name, fact in self.by_id.items() if isinstance(fact, Pending))
