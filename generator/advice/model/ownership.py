"""Who leads and who does what."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from generator.advice.model.words import NO_TEXT
from questionnaire.text import Text

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
