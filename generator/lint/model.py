"""What linting found."""

from dataclasses import dataclass

from questionnaire.errors import Problem


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the things we promise are met by something that exists."""

    met: int
    total: int


@dataclass(frozen=True, slots=True)
class Report:
    """Every fault of the questionnaire and the content, and what they cover."""

    problems: tuple[Problem, ...]
    seeds: Coverage
    topics: Coverage
