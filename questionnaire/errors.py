"""The ground floor: what a problem is, and the family of errors that carry problems.

A problem never holds a sentence. It holds a code and plain data; the sentence is made by
the command line, in the language of the person who must mend it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Level = Literal["error", "warning"]
Datum = str | int | float | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was written: a file, its line and column (from 1), and the question path."""

    file: str | None = None
    line: int | None = None
    column: int | None = None
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, with all that a sentence about it needs."""

    code: str
    where: Place = field(default_factory=Place)
    data: Mapping[str, Datum] = field(default_factory=lambda: MappingProxyType({}))
    level: Level = "error"


class PlaybookError(Exception):
    """An answer to the user that is not success; carries every problem found, never only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order in which they were found."""
        self.problems = tuple(problems)
        super().__init__(", ".join(problem.code for problem in self.problems))


class ContentProblems(PlaybookError):
    """The questionnaire or the content is unsound: the author's fault."""


class AnswerProblems(PlaybookError):
    """The answers can't be read or break a rule of their question."""


class WorkspaceProblems(PlaybookError):
    """The workspace can't be used: missing, locked, not writable, or a folder that isn't ours."""


class Conflicts(PlaybookError):
    """A person and the generator changed the same clause; the person's text was kept."""


class BuildFailed(PlaybookError):
    """The site tool refused the project or warned about it."""


class ExportUnavailable(PlaybookError):
    """A document format needs something that isn't installed; the problem says what."""
