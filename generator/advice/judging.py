"""Whether a condition of the content holds for a company: what its names read, and what is open."""

from collections.abc import Callable, Mapping
from functools import cache

from generator.advice.items import Item
from generator.advice.names import NAMES
from generator.advice.shelf import Row
from generator.advice.situation import Situation
from generator.facts.model import Fact, NotAsked, Pending
from questionnaire.conditions import Condition, parse_condition


@cache
def condition(source: str) -> Condition:
    """Return a condition of the content, read once."""
    return parse_condition(source)


def behind(name: str) -> tuple[str, ...]:
    """Return the questions on which a name depends."""
    if name.startswith("item."):
        return ()
    return NAMES[name].reads if "." in name else (name,)


def is_open(fact: Fact | None) -> bool:
    """Say whether a fact can't count against the company: undecided, or never asked of it.

    What the company itself calls not applicable is a choice, and has a reason: that counts.
    """
    return isinstance(fact, Pending) or is_unasked(fact)


def is_unasked(fact: Fact | None) -> bool:
    """Say whether the questionnaire leaves a question out for this company."""
    return isinstance(fact, NotAsked) and fact.reason is None


def holds(row: Row, read: Callable[[str], object]) -> bool:
    """Say whether the condition of a row holds; a row without one always applies."""
    return condition(row["when"]).holds(read) if "when" in row else True


def reader(
    situation: Situation, item: Item | None = None, extra: Mapping[str, object] | None = None
) -> Callable[[str], object]:
    """Return what the names of a condition or a message read: the item's, derived, or an answer."""

    def read(name: str) -> object:
        if extra and name in extra:
            return extra[name]
        if item is not None and name.startswith("item."):
            return item.get(name.removeprefix("item."))
        known = NAMES.get(name)
        return known.value(situation) if known else situation.facts.value(name)

    return read
