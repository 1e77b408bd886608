"""What is published, where, for which objective, and how it is measured."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.advice.model.words import NO_TEXT
from questionnaire.text import Text


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
