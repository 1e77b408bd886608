"""What follows from the facts: who leads, who does what, how much of what, and what is amiss."""

from generator.advice.composition import advise
from generator.advice.model import Advice

__all__ = ["Advice", "advise"]
