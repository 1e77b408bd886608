"""Who decides when it gets serious, who stands in, who speaks, and by when (domain D.6)."""

from dataclasses import dataclass

from generator.advice.model import EscalationStep
from generator.advice.targets import OWN, first_named
from generator.facts.model import Facts


@dataclass(frozen=True, slots=True)
class Level:
    """One level: the questions that name its people, first known wins, and its clock in minutes."""

    code: str
    decides: tuple[str, ...]
    substitute: tuple[str, ...]
    speaks: tuple[str, ...]
    minutes: int


ROUTINE = Level("L0", ("replier", "publisher"), (OWN, "substitute"), ("replier", "publisher"), 240)
SENSITIVE = Level(
    "L1",
    ("complaints_owner", "approver", "sponsor"),
    (OWN, "substitute", "approver", "sponsor"),
    ("replier", "publisher"),
    60,
)
ISSUE = Level(
    "L2",
    ("approver", "complaints_owner", "sponsor"),
    (OWN, "complaints_owner", "crisis_deputy", "sponsor"),
    ("spokesperson", "replier"),
    30,
)
CRISIS = Level(
    "L3",
    ("crisis_decider", "sponsor"),
    ("crisis_deputy", OWN, "sponsor"),
    ("spokesperson", "crisis_decider", "sponsor"),
    30,
)
MAJOR = Level(
    "L4",
    ("sponsor", "crisis_decider"),
    (OWN, "crisis_decider", "crisis_deputy"),
    ("sponsor", "spokesperson", "crisis_decider"),
    15,
)
FULL = (ROUTINE, SENSITIVE, ISSUE, CRISIS, MAJOR)
MICRO = (ROUTINE, SENSITIVE, CRISIS)
"""Four people don't need five levels: the same codes, two left out."""


def escalation_steps(facts: Facts) -> tuple[EscalationStep, ...]:
    """Return the levels of trouble with the people of this company; None where nobody is named."""
    levels = MICRO if facts.book == "micro" else FULL
    return tuple(_step(facts, level) for level in levels)


def _step(facts: Facts, level: Level) -> EscalationStep:
    decides = first_named(facts, level.decides)
    return EscalationStep(
        level=level.code,
        decides=decides,
        substitute=first_named(facts, level.substitute, besides=decides),
        speaks=first_named(facts, level.speaks),
        minutes=level.minutes,
    )
