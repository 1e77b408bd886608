"""What a condition means: a truth for every tree and every value, without exceptions."""

from collections.abc import Callable, Mapping
from datetime import date, time

from questionnaire.conditions.tree import Call, Compare, Literal, Logic, Name, Node, Value
from questionnaire.money import Money

Read = Callable[[str], object]


def evaluate(node: Node, read: Read) -> object:
    """Return the value of a tree; `read` gives the value of each name, None if unanswered."""
    match node:
        case Name(path):
            return read(path)
        case Value(value):
            return value
        case Compare(operator, left, right):
            return _compare(operator, evaluate(left, read), evaluate(right, read))
        case Logic(operator, parts):
            return _combine(operator, parts, read)
        case Call(function, name, values):
            return _call(function, read(name.path), values)


def _combine(operator: str, parts: tuple[Node, ...], read: Read) -> bool:
    truths = (truth(evaluate(part, read)) for part in parts)
    if operator == "and":
        return all(truths)
    return any(truths) if operator == "or" else not any(truths)


def _call(function: str, value: object, values: tuple[Literal, ...]) -> object:
    if function == "answered":
        return _is_answered(value)
    if function == "count":
        return len(value) if isinstance(value, tuple | list | set | frozenset | Mapping) else 0
    return any(_contains(value, wanted) for wanted in values)


def _is_answered(value: object) -> bool:
    return value is not None and value not in ("", (), [])


def truth(value: object) -> bool:
    """Say whether a value counts as yes: answered, and neither no nor zero."""
    return _is_answered(value) and bool(value)


def _compare(operator: str, left: object, right: object) -> bool:
    if left is None or right is None:
        return False
    left, right = _weigh(left, right)
    match operator:
        case "==":
            return _same(left, right)
        case "!=":
            return not _same(left, right)
        case "in":
            return _contains(right, left)
        case "not in":
            return not _contains(right, left)
        case _:
            return _ordered(operator, left, right)


def _weigh(left: object, right: object) -> tuple[object, object]:
    """Return amounts of money as numbers, unless two currencies meet: those can't be compared."""
    if isinstance(left, Money) and isinstance(right, Money) and left.currency != right.currency:
        return left, right
    return (
        left.amount if isinstance(left, Money) else left,
        right.amount if isinstance(right, Money) else right,
    )


def _same(left: object, right: object) -> bool:
    # Python holds True equal to 1; a yes and a number are never the same answer.
    return isinstance(left, bool) == isinstance(right, bool) and left == right


def _contains(values: object, wanted: object) -> bool:
    """Membership in lists and sets; a text has no members, so that 'food' isn't in 'food_shop'."""
    if not isinstance(values, tuple | list | set | frozenset | Mapping):
        return False
    return any(_same(value, wanted) for value in values)


def _ordered(operator: str, left: object, right: object) -> bool:
    sign = _order(left, right)
    if sign is None:
        return False
    match operator:
        case "<":
            return sign < 0
        case "<=":
            return sign <= 0
        case ">":
            return sign > 0
        case _:
            return sign >= 0


def _order(left: object, right: object) -> int | None:
    """Return -1, 0 or 1, or None for two values that have no order between them."""
    match left, right:
        case (bool(), _) | (_, bool()):
            return None
        case (int() | float(), int() | float()):
            # NaN is neither less nor more nor equal.
            return (left > right) - (left < right) if left == left and right == right else None  # noqa: PLR0124
        case (str(), str()):
            return (left > right) - (left < right)
        case ((date() | time()) as first_moment, (date() | time()) as second_moment):
            return _order_moments(first_moment, second_moment)
        case _:
            return None


def _order_moments(left: date | time, right: date | time) -> int | None:
    # A day, an hour and a moment can't be held against one another.
    if type(left) is not type(right):
        return None
    first, second = left.isoformat(), right.isoformat()
    return (first > second) - (first < second)
