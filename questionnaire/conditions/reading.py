"""From the text of a condition to its tree; everything that isn't allowed is refused here."""

import ast
import re
from collections.abc import Mapping
from typing import Final

from questionnaire.conditions.tree import Call, Compare, Literal, Logic, Name, Node, Value
from questionnaire.errors import Datum, PlaybookError, Problem

MAX_LENGTH: Final = 500
MAX_NODES: Final = 100

_OPERATORS: Final[Mapping[type[ast.cmpop], str]] = {
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
    ast.In: "in", ast.NotIn: "not in",
}  # fmt: skip
_ARGUMENTS: Final[Mapping[str, tuple[int, int]]] = {
    "count": (1, 1), "answered": (1, 1), "any_in": (2, MAX_NODES),
}  # fmt: skip
_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_WORDS: Final[Mapping[str, bool]] = {"true": True, "false": False}


class ConditionError(PlaybookError):
    """A condition can't be read; the problem's code says why."""

    def __init__(self, code: str, **data: Datum) -> None:
        """Keep the one problem."""
        super().__init__([Problem(f"condition.{code}", data=data)])


def read_condition(source: str) -> tuple[str, Node]:
    """Return the tidy text and the tree, or say with a ConditionError why there is none."""
    if len(source) > MAX_LENGTH:
        raise ConditionError("too_long", limit=MAX_LENGTH)
    text = source.strip()
    if not text:
        raise ConditionError("empty")
    # A backslash or a line break would only serve to hide something in a literal.
    if any(character in text for character in "\\\n\r\x00"):
        raise ConditionError("syntax", source=text)
    try:
        tree = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise ConditionError("syntax", source=text) from None
    if sum(1 for _ in ast.walk(tree)) > MAX_NODES:
        raise ConditionError("too_complex", limit=MAX_NODES)
    return text, _convert(tree)


def _convert(node: ast.expr) -> Node:
    match node:
        case ast.BoolOp() | ast.UnaryOp(op=ast.Not()):
            return _convert_logic(node)
        case ast.Compare():
            return _convert_comparison(node)
        case ast.Call():
            return _convert_call(node)
        case ast.List() | ast.Tuple():
            return Value(tuple(_literal(element) for element in node.elts))
        case ast.Name() | ast.Attribute():
            return _convert_name(node)
        case _:
            return Value(_literal(node))


def _convert_logic(node: ast.BoolOp | ast.UnaryOp) -> Logic:
    if isinstance(node, ast.UnaryOp):
        return Logic("not", (_convert(node.operand),))
    operator = "and" if isinstance(node.op, ast.And) else "or"
    return Logic(operator, tuple(_convert(part) for part in node.values))


def _convert_comparison(node: ast.Compare) -> Compare:
    if len(node.ops) != 1:
        raise ConditionError("chained", source=ast.unparse(node))
    operator = _OPERATORS.get(type(node.ops[0]))
    if operator is None:
        raise ConditionError("not_allowed", source=ast.unparse(node))
    return Compare(operator, _convert(node.left), _convert(node.comparators[0]))


def _convert_call(node: ast.Call) -> Call:
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    if name not in _ARGUMENTS:
        raise ConditionError("unknown_function", source=ast.unparse(node), allowed=(*_ARGUMENTS,))
    fewest, most = _ARGUMENTS[name]
    if node.keywords or not fewest <= len(node.args) <= most:
        raise ConditionError("arguments", source=ast.unparse(node))
    subject = _convert(node.args[0])
    if not isinstance(subject, Name):
        raise ConditionError("arguments", source=ast.unparse(node))
    return Call(name, subject, tuple(_literal(argument) for argument in node.args[1:]))


def _convert_name(node: ast.Name | ast.Attribute) -> Name | Value:
    parts: list[str] = []
    part: ast.expr = node
    while isinstance(part, ast.Attribute):
        parts.append(part.attr)
        part = part.value
    if not isinstance(part, ast.Name):
        raise ConditionError("not_allowed", source=ast.unparse(node))
    parts.append(part.id)
    path = ".".join(reversed(parts))
    if path in _WORDS:
        return Value(_WORDS[path])
    if path == "none" or not all(_NAME.fullmatch(name) for name in parts):
        raise ConditionError("name", name=path)
    return Name(path)


def _literal(node: ast.expr) -> Literal:
    match node:
        case ast.Constant(value=bool() | str() | int() | float() as value):
            return value
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as number)):
            return -number
        case ast.Name(id="true" | "false" as word):
            return _WORDS[word]
        case _:
            raise ConditionError("not_allowed", source=ast.unparse(node))
