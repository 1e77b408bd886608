"""Can a condition ever hold? Tried out on every kind of answer that its questions can have.

Only answers that make a difference are tried: the literals that some condition names, one value
beside them, the figures around each bound, the counts around each count. When that is still too
many, the search gives up and says that it can: lint never blames what it couldn't examine.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from questionnaire.conditions import Condition
from questionnaire.conditions.tree import Call, Compare, Literal, Logic, Name, Node, Value, walk
from questionnaire.model import Choice, Question, Questionnaire

_MOST_TRIALS: Final = 40_000
_MOST_OPTIONS: Final = 8
_SOMETHING: Final = "\N{WHITE SMALL SQUARE}"


class _TooManyError(Exception):
    """The search would take too long."""


@dataclass(frozen=True, slots=True)
class Variable:
    """One name of a condition: its question, and what must hold for it to be asked at all."""

    name: str
    question: Question | None
    asked_when: tuple[Condition, ...]


class Reach:
    """Searches for answers that make conditions true or false."""

    def __init__(self, variables: Sequence[Variable]) -> None:
        """Take what can be read, in the order in which it is asked."""
        self._variables = {variable.name: variable for variable in variables}

    def can(
        self, must: Iterable[Condition], never: Iterable[Condition] = (), *, answered: bool = False
    ) -> bool:
        """Say whether all of `must` can hold while none of `never` does.

        With `answered`, whatever `never` compares has an answer whenever it is asked.
        """
        wanted, unwanted = tuple(must), tuple(never)
        needed = self._needed((*wanted, *unwanted))
        said = frozenset().union(*(_compared(one.tree) for one in unwanted)) if answered else set()
        try:
            return _Trial(self._order(needed), wanted, unwanted, frozenset(said)).succeeds()
        except _TooManyError:
            return True

    def _needed(self, conditions: Iterable[Condition]) -> set[str]:
        found: set[str] = set()
        left = [name for condition in conditions for name in condition.names()]
        while left:
            name = left.pop()
            if name in found:
                continue
            found.add(name)
            for condition in _requirements(self._variables.get(name)):
                left.extend(condition.names())
        return found

    def _order(self, needed: set[str]) -> list[Variable]:
        known = [one for name, one in self._variables.items() if name in needed]
        strange = sorted(needed - set(self._variables))
        return [*known, *(Variable(name, None, ()) for name in strange)]


def search(questionnaire: Questionnaire, group: Question | None = None) -> Reach:
    """Return the search over all questions and, inside a group, over its fields too."""
    variables = [
        Variable(question.id, question, present(section.when, question.when))
        for section in questionnaire.sections
        for question in section.questions
    ]
    fields = (
        Variable(f"item.{field.id}", field, present(field.when))
        for field in (group.fields if group else ())
    )
    return Reach([*variables, *fields])


def present(*conditions: Condition | None) -> tuple[Condition, ...]:
    """Return the conditions that there are."""
    return tuple(condition for condition in conditions if condition is not None)


class _Trial:
    """One search, question by question, with a limit on how long it may take."""

    def __init__(
        self,
        variables: list[Variable],
        must: tuple[Condition, ...],
        never: tuple[Condition, ...],
        said: frozenset[str],
    ) -> None:
        self._variables = variables
        self._must, self._never, self._said = must, never, said
        conditions = [*must, *never, *(c for one in variables for c in _requirements(one))]
        self._literals = {one.name: _literals(one.name, conditions) for one in variables}
        self._values: dict[str, object] = {}
        self._trials = 0
        if any(_holds_names_together(condition.tree) for condition in conditions):
            raise _TooManyError

    def succeeds(self, at: int = 0) -> bool:
        self._trials += 1
        if self._trials > _MOST_TRIALS:
            raise _TooManyError
        if at == len(self._variables):
            read = self._values.get
            return all(one.holds(read) for one in self._must) and not any(
                one.holds(read) for one in self._never
            )
        variable = self._variables[at]
        for value in self._possible(variable):
            self._values[variable.name] = value
            if self.succeeds(at + 1):
                return True
        self._values.pop(variable.name, None)
        return False

    def _possible(self, variable: Variable) -> Iterator[object]:
        read = self._values.get
        self._values.pop(variable.name, None)
        if not all(condition.holds(read) for condition in variable.asked_when):
            yield None
            return
        hidden = {
            choice.value
            for choice in (variable.question.choices if variable.question else ())
            if choice.when is not None and not choice.when.holds(read)
        }
        for value in list_values(variable.question, self._literals[variable.name]):
            chosen = value if isinstance(value, tuple) else (value,)
            if not hidden.intersection(one for one in chosen if isinstance(one, str)):
                yield value
        if variable.name not in self._said:
            yield None


def _requirements(variable: Variable | None) -> Iterator[Condition]:
    if variable is None:
        return
    yield from variable.asked_when
    for choice in variable.question.choices if variable.question else ():
        if choice.when is not None:
            yield choice.when


def _compared(node: Node) -> frozenset[str]:
    """Return the names that are held against something, not only asked for."""
    match node:
        case Logic(_, parts):
            return frozenset().union(*map(_compared, parts))
        case Compare(_, left, right):
            return frozenset(one.path for one in (left, right) if isinstance(one, Name))
        case Call("any_in", name, _):
            return frozenset({name.path})
        case Name(path):
            return frozenset({path})
        case _:
            return frozenset()


def _holds_names_together(tree: Node) -> bool:
    """Say whether two answers are compared with one another: which values count isn't known."""
    return any(
        isinstance(node, Compare)
        and not isinstance(node.left, Value)
        and not isinstance(node.right, Value)
        for node in walk(tree)
    )


def _literals(name: str, conditions: Iterable[Condition]) -> tuple[Literal, ...]:
    """Return every literal that a name, or the count of it, is held against."""
    found: dict[tuple[type, Literal], None] = {}
    for condition in conditions:
        for node in walk(condition.tree):
            for literal in _literals_at(node, name):
                found[type(literal), literal] = None
    return tuple(literal for _, literal in found)


def _literals_at(node: Node, name: str) -> tuple[Literal, ...]:
    match node:
        case Compare(_, Name(path) | Call(_, Name(path)), Value(value)) if path == name:
            pass
        case Compare(_, Value(value), Name(path) | Call(_, Name(path))) if path == name:
            pass
        case Call("any_in", Name(path), values) if path == name:
            value = values
        case _:
            return ()
    return value if isinstance(value, tuple) else (value,)


def list_values(question: Question | None, literals: tuple[Literal, ...]) -> Iterator[object]:
    """Yield the answers of a question that can make a difference, the literals first."""
    if question is None:
        yield from (*literals, *_around(literals), _SOMETHING, True, False, 1)
        yield from ((one,) for one in literals)
        yield from ((_SOMETHING,) * count for count in range(_most(literals) + 2))
    elif question.kind == "boolean":
        yield from (True, False)
    elif question.kind in {"integer", "number", "money"}:
        yield from _numbers(question, literals)
    elif question.kind == "choice":
        yield from _options(question, literals)
    elif question.kind in {"choices", "ranking", "weekdays"}:
        yield from _selections(question, literals)
    elif question.kind in {"group", "picks", "matrix"}:
        counts = range(max(1, question.limits.min_items or 1), _most(literals) + 3)
        yield from ((_SOMETHING,) * count for count in counts if _fits(question, count))
    else:
        yield from (*(one for one in literals if isinstance(one, str)), _SOMETHING)


def _most(literals: Iterable[Literal]) -> int:
    """Return the largest number that something is counted against."""
    return max((int(one) for one in literals if isinstance(one, int | float)), default=0)


def _around(literals: Iterable[Literal]) -> Iterator[float]:
    for one in literals:
        if isinstance(one, int | float) and not isinstance(one, bool):
            yield from (one - 1, one + 1)


def _numbers(question: Question, literals: tuple[Literal, ...]) -> Iterator[float]:
    low, high = question.limits.min, question.limits.max
    figures = [one for one in literals if isinstance(one, int | float)]
    step = 1 if question.kind == "integer" else 0.5
    points = {point for one in figures for point in (one - step, one, one + step)}
    points |= {bound for bound in (low, high) if bound is not None} or {1}
    for point in sorted(points):
        if (low is None or point >= low) and (high is None or point <= high):
            yield point


def _options(question: Question, literals: tuple[Literal, ...]) -> Iterator[str]:
    named, others = _split(question, literals)
    yield from (choice.value for choice in named)
    yield from (choice.value for choice in others if choice.when is not None)
    yield from [choice.value for choice in others if choice.when is None][:1]


def _selections(question: Question, literals: tuple[Literal, ...]) -> Iterator[tuple[str, ...]]:
    named, others = _split(question, literals)
    counts = [int(one) for one in literals if isinstance(one, int | float)]
    if len(named) > _MOST_OPTIONS:
        raise _TooManyError
    fill = [choice for choice in others if not choice.exclusive]
    alone = [(choice,) for choice in others if choice.exclusive]
    most = min(len(fill), max(counts, default=0) + 1)
    subsets = [one for size in range(len(named) + 1) for one in combinations(named, size)]
    for chosen in [*((*one, *fill[:more]) for one in subsets for more in range(most + 1)), *alone]:
        values = tuple(choice.value for choice in chosen)
        lonely = len(chosen) == 1 or not any(choice.exclusive for choice in chosen)
        if values and lonely and _fits(question, len(values)):
            yield values


def _split(question: Question, literals: tuple[Literal, ...]) -> tuple[list[Choice], list[Choice]]:
    named = [choice for choice in question.choices if choice.value in literals]
    return named, [choice for choice in question.choices if choice not in named]


def _fits(question: Question, count: int) -> bool:
    low, high = question.limits.min_items, question.limits.max_items
    return (low is None or count >= low) and (high is None or count <= high)
