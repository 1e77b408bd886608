"""What is known about a company: answers resolved one by one, and the figures they give."""

from generator.facts.derivation import derive_facts
from generator.facts.model import (
    Account,
    Capacity,
    Fact,
    Facts,
    Known,
    NotAsked,
    Pending,
    Person,
    Service,
    Sizing,
)

__all__ = [
    "Account",
    "Capacity",
    "Fact",
    "Facts",
    "Known",
    "NotAsked",
    "Pending",
    "Person",
    "Service",
    "Sizing",
    "derive_facts",
]
