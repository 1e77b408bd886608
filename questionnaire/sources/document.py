"""A YAML file once read: its data, and where each value stands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from questionnaire.errors import Place

Steps = tuple[str | int, ...]
"""The way to a value: keys and positions from the top of the document."""

INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Control, line-separating, text-direction and surrogate characters: they hide or forge text."""


@dataclass(frozen=True, slots=True)
class Document:
    """The data of one YAML file, with the line and column (from 1) of every value by its path."""

    data: Any
    lines: Mapping[Steps, int]
    columns: Mapping[Steps, int] = field(default_factory=dict)
    file: str | None = None

    def place(self, *path: str | int, question: str | None = None) -> Place:
        """Return where a value stands, or where the nearest thing around it stands."""
        for length in range(len(path), -1, -1):
            known = path[:length]
            if known in self.lines:
                return Place(self.file, self.lines[known], self.columns.get(known), question)
        return Place(self.file, None, None, question)
