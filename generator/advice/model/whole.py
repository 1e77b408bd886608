"""Everything that follows from the facts, in one value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.advice.model.conversations import (
    Coverage,
    EscalationStep,
    LegalClocks,
    ResponseTarget,
)
from generator.advice.model.ownership import Ownership, RaciRow
from generator.advice.model.plan import ChannelAdvice, MeasureSet, Mix, Objective
from generator.advice.model.readiness import Readiness
from generator.advice.model.resources import AccountTier, Budget, Functions, Training
from questionnaire.text import Text

Level = Literal["error", "warning", "note"]


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
    coverage: Coverage = field(default_factory=Coverage)
    functions: Functions = field(default_factory=Functions)
    kpis: MeasureSet = field(default_factory=MeasureSet)
    budget: Budget = field(default_factory=Budget)
    training: Training = field(default_factory=Training)
    tiers: tuple[AccountTier, ...] = ()
    clocks: LegalClocks = field(default_factory=LegalClocks)
    readiness: Readiness = field(default_factory=Readiness)
