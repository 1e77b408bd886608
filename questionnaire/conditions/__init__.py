"""The one `when:` language, for questions, choices, chapters, checks and advice alike.

It looks like Python and is parsed by Python's own parser, but nothing of it is ever run: only
the few forms below are accepted, and each has a meaning for every value. A comparison with an
unanswered question is false, `!=` and `not in` too; `answered(x)` asks whether there is a value.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from questionnaire.conditions.evaluation import Read, evaluate, truth
from questionnaire.conditions.reading import MAX_LENGTH, MAX_NODES, ConditionError, read_condition
from questionnaire.conditions.tree import Comparison, Name, Node, compared, walk

__all__ = [
    "MAX_LENGTH",
    "MAX_NODES",
    "Comparison",
    "Condition",
    "ConditionError",
    "Read",
    "parse_condition",
]


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition that was read and found sound; equal when written the same."""

    source: str
    tree: Node = field(compare=False, repr=False)

    def names(self) -> frozenset[str]:
        """Return every name it reads, dotted ones whole."""
        return frozenset(node.path for node in walk(self.tree) if isinstance(node, Name))

    def holds(self, read: Read) -> bool:
        """Say whether it is true of what `read` returns for each name; never raises by itself."""
        return truth(evaluate(self.tree, read))

    def comparisons(self) -> tuple[Comparison, ...]:
        """Return every comparison of a name with literals, for checks without any answers."""
        return tuple(found for node in walk(self.tree) if (found := compared(node)) is not None)

    def in_words(
        self, language: str, label: Callable[[str], str], choice: Callable[[str, object], str]
    ) -> str:
        """Say it in plain Spanish or English; `label` names a name, `choice` one of its values."""
        # Here and not at the top: only help pages and reports need the phrases.
        from questionnaire.conditions.words import say

        return say(self.tree, language, label, choice)


@lru_cache(maxsize=4096)
def parse_condition(source: str) -> Condition:
    """Read a condition, or say with a ConditionError why it can't be one."""
    text, tree = read_condition(source)
    return Condition(text, tree)
