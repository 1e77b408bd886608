"""Collecting what is wrong with a questionnaire, each fault with its file, line and question."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from questionnaire.errors import ContentProblems, Datum, Problem
from questionnaire.sources import Document, read_content
from questionnaire.text import closest

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError

Step = str | int

_CODES: Final[Mapping[str, str]] = {"extra_forbidden": "unknown_key", "missing": "missing_key"}


class Faults:
    """The faults found so far, in the order in which they were found."""

    def __init__(self) -> None:
        """Start without any."""
        self.found: list[Problem] = []

    def add(self, document: Document, path: tuple[Step, ...], code: str, **data: Datum) -> None:
        """Add one, at the place of a path of a document."""
        where = document.place(*path, question=_question_of(document.data, path))
        self.found.append(Problem(code, where, data))

    def add_shape(
        self, document: Document, error: "ValidationError", shape: "type[BaseModel]"
    ) -> None:
        """Add all that pydantic found."""
        for fault in error.errors(include_url=False, include_context=False):
            path = tuple(fault["loc"])
            kind = _CODES.get(fault["type"], "wrong_value")
            data: dict[str, Datum] = {"key": ".".join(map(str, path))}
            if kind == "unknown_key":
                near = closest(str(path[-1]), _keys_at(shape, path[:-1]))
                data |= {"key": str(path[-1])} | ({"hint": near} if near else {})
            elif kind == "missing_key":
                data |= {"key": str(path[-1])}
            else:
                data |= {"value": str(fault["input"])[:60], "reason": fault["msg"]}
            self.add(document, path, f"questionnaire.{kind}", **data)


def _keys_at(shape: "type[BaseModel]", path: tuple[Step, ...]) -> list[str]:
    """Return the keys a shape knows at a path, by following the types of its fields."""
    current: Any = shape
    for step in path:
        if isinstance(step, str):
            info = current.model_fields.get(step)
            current = _shape_inside(info.annotation) if info else None
            if current is None:
                return []
    return list(current.model_fields)


def _shape_inside(annotation: Any) -> Any:
    """Return the shape that an annotation holds: itself, or inside a list or an optional."""
    if hasattr(annotation, "model_fields"):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        found = _shape_inside(part)
        if found is not None:
            return found
    return None


def _question_of(data: Any, path: tuple[Step, ...]) -> str | None:
    """Return the ids on the way down: people.email for a field of a group."""
    ids: list[str] = []
    current = data
    for step in path:
        try:
            current = current[step]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(step, int) and isinstance(current, dict):
            name = current.get("id")
            if isinstance(name, str):
                ids.append(name)
    return ".".join(ids) or None


def read_document(path: Path, faults: Faults) -> Document | None:
    """Read one of our files; what is wrong with it joins the other faults, and nothing comes back."""
    try:
        return read_content(path)
    except ContentProblems as error:
        faults.found.extend(error.problems)
        return None
