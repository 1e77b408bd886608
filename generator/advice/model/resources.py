"""What it takes: functions, hours, money, training, and the duties of each account."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class FunctionShare:
    """Answering, publishing or analysing: its share of the team's time, its need and its people."""

    id: str
    percent: int
    needed: float
    """Hours a week that the plan asks for."""
    jobs: float
    """Full-time jobs that those hours take over a year."""
    there: float
    """Hours a week of the people in it; who is in several shares theirs by the need."""
    people: tuple[str, ...]
    covered: bool


@dataclass(frozen=True, slots=True)
class Functions:
    """What the team is for: answering, publishing and analysing (domain reference C)."""

    profile: str = ""
    """The kind of company in `knowledge/functions.yml` whose shares were taken."""
    shifted: bool = False
    """Whether the first goal moved points from one function to another."""
    shares: tuple[FunctionShare, ...] = ()
    languages: int = 0
    """Languages of customers beyond the first."""
    cover_jobs: float = 0.0
    """Jobs that it takes to have somebody there in the service hours, whatever arrives."""
    jobs_there: float = 0.0
    reads: tuple[str, ...] = ()

    @property
    def jobs_needed(self) -> float:
        """Full-time jobs that the three functions take together."""
        return round(sum(one.jobs for one in self.shares), 1)

    @property
    def leading(self) -> FunctionShare | None:
        """The function with the largest share; the first of those that are level."""
        return max(self.shares, key=lambda one: one.percent, default=None)


@dataclass(frozen=True, slots=True)
class PersonHours:
    """Hours a month of one person."""

    person: str
    hours: float


@dataclass(frozen=True, slots=True)
class BudgetShare:
    """One part of the starting split, in percent and in hours of people's work of equal cost."""

    id: str
    percent: int
    worth: float


@dataclass(frozen=True, slots=True)
class Budget:
    """What a month costs (domain reference E.9): hours as hours, and only the money that was given."""

    people: tuple[PersonHours, ...] = ()
    hours: float = 0.0
    needed: float = 0.0
    paid: float | None = None
    """Money for ads; zero when none are paid for, None while it is open."""
    currency: str = ""
    single: float | None = None
    """What one ad may take without asking."""
    contingency: float | None = None
    """Kept aside, of the money that is known."""
    tools: tuple[str, ...] = ()
    training: float = 0.0
    """Hours a month that the training of a year comes to."""
    split: tuple[BudgetShare, ...] = ()
    outcome: str = ""
    """Code of the figure that counts single results of the first goal."""
    reads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TrainingModule:
    """One part of the training: its minutes, and the people who take and who give it, by id."""

    id: str
    minutes: int
    people: tuple[str, ...]
    teacher: str | None = None


@dataclass(frozen=True, slots=True)
class Trainee:
    """One person with a level of training, its modules and their minutes."""

    person: str
    tier: str
    modules: tuple[str, ...]
    minutes: int


@dataclass(frozen=True, slots=True)
class Training:
    """Who is taught what before which access (domain reference F.7, F.21)."""

    kind: str = ""
    """The answer to `training`, or our proposal while there is none."""
    modules: tuple[TrainingModule, ...] = ()
    people: tuple[Trainee, ...] = ()
    reviewer: str | None = None
    """Id of whoever reads what a newcomer writes before it goes out."""
    reads: tuple[str, ...] = ()

    @property
    def minutes(self) -> int:
        """Minutes that the training of everybody takes in a year."""
        return sum(one.minutes for one in self.people)


Tier = Literal["A", "B", "C"]


@dataclass(frozen=True, slots=True)
class AccountTier:
    """How much care one account is given, and the points behind it by rule."""

    account: str
    tier: Tier
    points: int
    rules: tuple[str, ...] = ()
