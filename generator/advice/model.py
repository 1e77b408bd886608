"""What follows from the facts. Codes, numbers and ids only: words are made by the handbook.

Every recommendation carries its reasons, and every reason the questions it read.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from questionnaire.text import Text

NO_TEXT = Text({})

Level = Literal["error", "warning", "note"]
Confidence = Literal["high", "medium", "close"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: a rule of the knowledge base, the points it gave, and the questions it read.

    `text` goes on after "because" with the company's own numbers, without a capital or a stop.
    """

    rule: str
    points: int
    reads: tuple[str, ...]
    text: Text = NO_TEXT
    assumed: bool = False
    """Whether the question is still open, so that the reason rests on a neutral starting value."""


@dataclass(frozen=True, slots=True)
class Flip:
    """The smallest single change of an input that would change the answer."""

    input: str
    value: int | str
    outcome: str
    reads: tuple[str, ...]
    text: Text = NO_TEXT
    """The change in words, to go on after "if": `hubiera dos o tres equipos que publican`."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """One scored decision: the options in order, their points, and what speaks for and against the first."""

    winner: str
    runner_up: str | None
    scores: Mapping[str, int]
    excluded: Mapping[str, str]
    """Option → gate that excluded it."""
    confidence: Confidence
    reasons_for: tuple[Reason, ...]
    reasons_against: tuple[Reason, ...]
    flip: Flip | None
    tie_break: str | None = None
    """Id of the tie-break that decided, in the knowledge base; None when the points did."""


@dataclass(frozen=True, slots=True)
class Ownership:
    """Who leads and how publishing power is spread (domain reference B.4)."""

    topology: Ranking
    target_topology: str | None
    """Where to be in 6–12 months when a tie-break says "centralised now, hub later"."""
    lead: Ranking
    override: str | None
    """The lead the company chose against the recommendation, with its reason in the facts."""
    accountable: str | None
    """Id of the one person who answers for social media."""
    committee: Literal["light", "full"]
    register_blocking: bool
    inbound_owner: str | None
    """Unit or person role that owns complaints and messages."""
    advocacy_allowed: bool
    spokes: tuple[str, ...] = ()
    """Departments that must have a voice although they don't lead: `hr` when hiring weighs 2 or more."""
    external_review: bool = False
    """Whether somebody outside must check claims first: much regulation and no legal department."""
    looks_decentralised: bool = False
    """Whether the present state is the diagnosis of gate GT1, so that a clean-up comes first."""

    @property
    def chosen(self) -> str:
        """The lead that counts: the company's own choice, or else the recommended one."""
        return self.override or self.lead.winner


@dataclass(frozen=True, slots=True)
class RaciRow:
    """One activity: ids of people, or `role:<code>`.

    A `role:<code>` whose code is in `vacant` is a role nobody fills. Any other is a party
    without a person here: the agency (AG), an outside reviewer (LG), the committee (CT), all
    staff (ALL), account owners (DE), regional leads (RH) or a department without a named person.
    """

    activity: str
    accountable: str
    responsible: tuple[str, ...]
    consulted: tuple[str, ...] = ()
    informed: tuple[str, ...] = ()
    vacant: tuple[str, ...] = ()
    """Role codes of this row that nobody fills."""
    problems: tuple[str, ...] = ()
    """Codes of broken rules: `vacant`, `approves_own`, `single_admin`."""
    reads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MixShare:
    """One class or pillar of content with its share in percent and its posts a month."""

    id: str
    share: float
    posts: int


@dataclass(frozen=True, slots=True)
class Mix:
    """How a month of posts is split (E.6, largest remainder)."""

    preset: str
    posts_a_month: int
    classes: tuple[MixShare, ...]
    pillars: tuple[MixShare, ...]
    intents: tuple[MixShare, ...]
    product_share: float
    """Percent of the posts that sell: of the pillars when they all have a class, else of the preset."""
    recommended: str = ""
    """The preset that the questionnaire recommends, whatever the company chose."""
    because: Text = NO_TEXT
    """Why that one; it starts with the word "because", as every `because` of the questionnaire."""
    reads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ResponseTarget:
    """What is promised for one priority of message, in minutes inside service hours."""

    priority: str
    acknowledge: int
    solve: int | None
    owner: str | None
    substitute: str | None
    keepable: bool


@dataclass(frozen=True, slots=True)
class EscalationStep:
    """One level of trouble: who decides, who substitutes, who speaks, within how many minutes."""

    level: str
    decides: str | None
    substitute: str | None
    speaks: str | None
    minutes: int


Cover = Literal["kept", "unwatched", "unanswered", "undecided", "unknown"]
"""What happens to trouble that starts in an hour: somebody acts within the clock; nobody is on
duty; somebody should be on duty but isn't there; nobody can decide; the hours aren't known."""


@dataclass(frozen=True, slots=True)
class CoverHour:
    """One hour of the week: ISO weekday, hour from 0 to 23, and what happens in it."""

    weekday: int
    hour: int
    cover: Cover
    """With everybody there."""
    without: Mapping[str, Cover]
    """With one person away, by that person's id."""

    @property
    def fragile(self) -> tuple[str, ...]:
        """The people whose absence alone breaks an hour that is kept with everybody there."""
        if self.cover != "kept":
            return ()
        return tuple(person for person, cover in self.without.items() if cover != "kept")


@dataclass(frozen=True, slots=True)
class Gap:
    """Hours in a row in which nobody acts in time, and who has to be away for it (None: nobody)."""

    absent: str | None
    cover: Cover
    weekday: int
    hour: int
    hours: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Whether somebody may act within the promise, in every hour and with each person away."""

    hours: tuple[CoverHour, ...] = ()
    gaps: tuple[Gap, ...] = ()
    single_points: tuple[str, ...] = ()
    """Ids of the people whose absence alone breaks a chain that holds with everybody there."""
    minutes: int = 0
    """The clock that is held against every hour: that of a crisis, in minutes."""

    def share(self, absent: str | None = None) -> float:
        """Return the part of the week that is kept, from 0 to 1, with one person away or nobody."""
        covers = [one.cover if absent is None else one.without[absent] for one in self.hours]
        return covers.count("kept") / len(covers) if covers else 0.0

    @property
    def longest(self) -> Gap | None:
        """The longest gap with everybody there."""
        found = (gap for gap in self.gaps if gap.absent is None)
        return max(found, key=lambda gap: gap.hours, default=None)


@dataclass(frozen=True, slots=True)
class Objective:
    """One objective with its KPI; `complete` when it has a number, a date and an owner."""

    id: str
    goal: str
    kpi: str
    baseline: float | None
    target: float | None
    due: date | None
    owner: str | None
    missing: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


@dataclass(frozen=True, slots=True)
class ChannelAdvice:
    """What to do with one channel: keep, start, stop or park; score 0–100 (E.5)."""

    platform: str
    account: str | None
    decision: Literal["keep", "start", "stop", "park"]
    score: int
    goals: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One contradiction, gap or arithmetic fault of the strategy, with its remedy."""

    id: str
    level: Level
    message: Text
    remedy: Text
    why: Text
    data: Mapping[str, str | int | float] = field(default_factory=dict)
    reads: tuple[str, ...] = ()
    seeds: tuple[str, ...] = ()
    minutes: int = 0
    """How long the remedy takes, as a starting value."""


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
class Measure:
    """One figure to follow: its class, the goal it stands for, and where its target comes from."""

    id: str
    kind: str
    """outcome, driver, quality or vanity."""
    main: bool
    """Whether it is the figure of a goal: the others only explain it."""
    goal: str
    target: str
    """objective, promise, share, own or none: see `knowledge/metrics.yml`."""
    objective: str | None = None
    """Id of the company's own objective behind it."""


@dataclass(frozen=True, slots=True)
class MeasureSet:
    """The figures that a company follows, and the one it never takes for a result."""

    measures: tuple[Measure, ...] = ()
    vanity: str = ""
    reads: tuple[str, ...] = ()

    @property
    def main(self) -> tuple[Measure, ...]:
        """The figures of the goals."""
        return tuple(one for one in self.measures if one.main)


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


@dataclass(frozen=True, slots=True)
class Advice:
    """Everything that follows from the facts."""

    ownership: Ownership
    raci: tuple[RaciRow, ...]
    mix: Mix
    targets: tuple[ResponseTarget, ...]
    escalation: tuple[EscalationStep, ...]
    objectives: tuple[Objective, ...]
    channels: tuple[ChannelAdvice, ...]
    findings: tuple[Finding, ...]
    coverage: Coverage = Coverage()
    functions: Functions = Functions()
    kpis: MeasureSet = MeasureSet()
    budget: Budget = Budget()
    training: Training = Training()
    tiers: tuple[AccountTier, ...] = ()
