"""What is promised to people, who acts when it is serious, and when anybody can."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from questionnaire.text import Text


@dataclass(frozen=True, slots=True)
class ResponseTarget:
    """What is promised for one priority of message, in minutes inside service hours."""

    priority: str
    acknowledge: int
    solve: int | None
    owner: str | None
    substitute: str | None
    keepable: bool


@dataclass(frozen=True, slots=True)
class LegalClock:
    """One limit set by law: what, how many of which unit, and where it is written."""

    law: str
    """Id of the row in the law files."""
    code: str
    norm: Text
    article: str
    what: Text
    limit: float
    unit: str
    """working_days, days, hours or minutes."""


@dataclass(frozen=True, slots=True)
class LegalClocks:
    """The limits that bind the company, and the questions on which that depends."""

    rows: tuple[LegalClock, ...] = ()
    reads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EscalationStep:
    """One level of trouble: who decides, who substitutes, who speaks, within how many minutes."""

    level: str
    decides: str | None
    substitute: str | None
    speaks: str | None
    minutes: int


Cover = Literal["kept", "unwatched", "unanswered", "undecided", "unknown"]
"""What happens to trouble that starts in an hour: somebody acts within the clock; nobody is on
duty; somebody should be on duty but isn't there; nobody can decide; the hours aren't known."""


@dataclass(frozen=True, slots=True)
class CoverHour:
    """One hour of the week: ISO weekday, hour from 0 to 23, and what happens in it."""

    weekday: int
    hour: int
    cover: Cover
    """With everybody there."""
    without: Mapping[str, Cover]
    """With one person away, by that person's id."""

    @property
    def fragile(self) -> tuple[str, ...]:
        """The people whose absence alone breaks an hour that is kept with everybody there."""
        if self.cover != "kept":
            return ()
        return tuple(person for person, cover in self.without.items() if cover != "kept")


@dataclass(frozen=True, slots=True)
class Gap:
    """Hours in a row in which nobody acts in time, and who has to be away for it (None: nobody)."""

    absent: str | None
    cover: Cover
    weekday: int
    hour: int
    hours: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Whether somebody may act within the promise, in every hour and with each person away."""

    hours: tuple[CoverHour, ...] = ()
    gaps: tuple[Gap, ...] = ()
    single_points: tuple[str, ...] = ()
    """Ids of the people whose absence alone breaks a chain that holds with everybody there."""
    minutes: int = 0
    """The clock that is held against every hour: that of a crisis, in minutes."""

    def share(self, absent: str | None = None) -> float:
        """Return the part of the week that is kept, from 0 to 1, with one person away or nobody."""
        covers = [one.cover if absent is None else one.without[absent] for one in self.hours]
        return covers.count("kept") / len(covers) if covers else 0.0

    @property
    def longest(self) -> Gap | None:
        """The longest gap with everybody there."""
        found = (gap for gap in self.gaps if gap.absent is None)
        return max(found, key=lambda gap: gap.hours, default=None)
