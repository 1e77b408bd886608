"""What a condition of the questionnaire may read, and how it may compare it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from questionnaire.conditions import Comparison, Condition
from questionnaire.loader.faults import Faults, Step
from questionnaire.model import Question
from questionnaire.sources import Document
from questionnaire.text import closest

_EQUAL: Final = frozenset({"==", "!=", "in", "not in"})
_ORDER: Final = frozenset({"<", "<=", ">", ">="})
_LIST: Final = frozenset({"has", "has not", "any_in"})
_OPERATORS: Final[Mapping[str, frozenset[str]]] = {
    "choice": _EQUAL, "text": _EQUAL, "long_text": _EQUAL, "email": _EQUAL, "url": _EQUAL,
    "colour": _EQUAL, "boolean": frozenset({"==", "!="}),
    "integer": _EQUAL | _ORDER, "number": _EQUAL | _ORDER,
    "money": _EQUAL | _ORDER, "choices": _LIST, "ranking": _LIST, "weekdays": _LIST,
}  # fmt: skip
"""How each kind can be held against literals; dates, picks and groups can't, only counted."""


@dataclass(slots=True)
class Scope:
    """What can be read at one point of the interview."""

    all_ids: frozenset[str]
    earlier: dict[str, Question] = field(default_factory=dict)
    unread: frozenset[str] | None = frozenset()
    """Ids of sections that couldn't be built; None when not even their ids are known."""
    fields: dict[str, Question] | None = None
    """The earlier fields of the group we are in."""
    group: Question | None = None
    """The group we are in: a field may pick another item of it."""

    def find(self, name: str) -> Question | None:
        """Return the earlier question or field of this name."""
        if name.startswith("item."):
            return (self.fields or {}).get(name.removeprefix("item."))
        return self.earlier.get(name)


def check_condition(
    when: Condition, path: tuple[Step, ...], document: Document, scope: Scope, faults: Faults
) -> None:
    """Report every name that isn't there yet and every comparison that can never be true."""
    for name in sorted(when.names()):
        fault = _name_fault(name, scope)
        if fault:
            code, data = fault
            faults.add(document, path, code, name=name, **data)
    for comparison in when.comparisons():
        question = scope.find(comparison.name)
        if question is not None:
            _check_comparison(comparison, question, path, document, faults)


def _name_fault(name: str, scope: Scope) -> tuple[str, dict[str, str]] | None:
    if scope.find(name) is not None or scope.unread is None or name in scope.unread:
        return None
    if name.startswith("item.") and scope.fields is None:
        return "condition.item_outside", {}
    if name in scope.all_ids:
        return "condition.looks_ahead", {}
    known = [*scope.earlier, *(f"item.{one}" for one in scope.fields or ())]
    near = closest(name, known)
    return "condition.unknown_name", {"hint": near} if near else {}


def _check_comparison(
    comparison: Comparison,
    question: Question,
    path: tuple[Step, ...],
    document: Document,
    faults: Faults,
) -> None:
    allowed = _OPERATORS.get(question.kind, frozenset())
    name = comparison.name
    if comparison.operator not in allowed:
        faults.add(document, path, "condition.operator", name=name, kind=question.kind)
        return
    for value in comparison.values:
        if not _is_possible(question, value):
            codes = tuple(choice.value for choice in question.choices)
            near = closest(str(value), codes)
            hint = {"hint": near} if near else {}
            listed = {"allowed": codes} if codes else {}
            faults.add(
                document, path, "condition.impossible", name=name, value=str(value),
                kind=question.kind, **listed, **hint,
            )  # fmt: skip


def _is_possible(question: Question, value: object) -> bool:
    if question.choices:
        return any(choice.value == value for choice in question.choices)
    if question.kind == "boolean":
        return isinstance(value, bool)
    if question.kind in {"integer", "number", "money"}:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, str)
