"""What follows from the facts. Codes, numbers and ids only: words are made by the handbook.

Every recommendation carries its reasons, and every reason the questions it read.
"""

from generator.advice.model.conversations import (
    Cover,
    Coverage,
    CoverHour,
    EscalationStep,
    Gap,
    LegalClock,
    LegalClocks,
    ResponseTarget,
)
from generator.advice.model.ownership import (
    Confidence,
    Flip,
    Ownership,
    RaciRow,
    Ranking,
    Reason,
)
from generator.advice.model.plan import (
    ChannelAdvice,
    Measure,
    MeasureSet,
    Mix,
    MixShare,
    Objective,
)
from generator.advice.model.readiness import Readiness, ReadinessPart, ReadinessPiece
from generator.advice.model.resources import (
    AccountTier,
    Budget,
    BudgetShare,
    Functions,
    FunctionShare,
    PersonHours,
    Tier,
    Trainee,
    Training,
    TrainingModule,
)
from generator.advice.model.whole import (
    Advice,
    Finding,
    Level,
)
from generator.advice.model.words import NO_TEXT

__all__ = [
    "NO_TEXT",
    "AccountTier",
    "Advice",
    "Budget",
    "BudgetShare",
    "ChannelAdvice",
    "Confidence",
    "Cover",
    "CoverHour",
    "Coverage",
    "EscalationStep",
    "Finding",
    "Flip",
    "FunctionShare",
    "Functions",
    "Gap",
    "LegalClock",
    "LegalClocks",
    "Level",
    "Measure",
    "MeasureSet",
    "Mix",
    "MixShare",
    "Objective",
    "Ownership",
    "PersonHours",
    "RaciRow",
    "Ranking",
    "Readiness",
    "ReadinessPart",
    "ReadinessPiece",
    "Reason",
    "ResponseTarget",
    "Tier",
    "Trainee",
    "Training",
    "TrainingModule",
]
