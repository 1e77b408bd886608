"""The parts a condition is made of, and what can be learnt from them without any answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

Literal = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Name:
    """A question, a field of the item (`item.x`), or a fact (`facts.book`)."""

    path: str


@dataclass(frozen=True, slots=True)
class Value:
    """A literal, or a list of them."""

    value: Literal | tuple[Literal, ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """Two operands and an operator."""

    operator: str
    left: "Node"
    right: "Node"


@dataclass(frozen=True, slots=True)
class Logic:
    """`and` or `or` over several parts, or `not` over one."""

    operator: str
    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Call:
    """One of the functions over a name."""

    function: str
    name: Name
    values: tuple[Literal, ...] = ()


Node = Name | Value | Compare | Logic | Call


@dataclass(frozen=True, slots=True)
class Comparison:
    """A name held against literal values: what a checker needs to find a value that can't be."""

    name: str
    values: tuple[Literal, ...]
    operator: str


def walk(node: Node) -> Iterator[Node]:
    """Yield a node and all that is inside it."""
    yield node
    match node:
        case Compare():
            yield from walk(node.left)
            yield from walk(node.right)
        case Logic():
            for part in node.parts:
                yield from walk(part)
        case Call():
            yield node.name


def compared(node: Node) -> Comparison | None:
    """Return the comparison of a name with literals that a node is, if it is one."""
    match node:
        case Compare(operator, Name(path), Value(value)):
            return Comparison(path, value if isinstance(value, tuple) else (value,), operator)
        case Compare(operator, Value(value), Name(path)):
            values = value if isinstance(value, tuple) else (value,)
            return Comparison(path, values, _SEEN_FROM_NAME[operator])
        case Call("any_in", Name(path), values):
            return Comparison(path, values, "any_in")
        case _:
            return None


_SEEN_FROM_NAME: Final[Mapping[str, str]] = {
    "==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=",
    "in": "has", "not in": "has not",
}  # fmt: skip
"""The operator when the name stands on the right: `'x' in goals` says that goals has x."""
