"""The week as hours by day: what the three questions about days, beginning and end say together."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from typing import Final

from questionnaire.interview import Interview
from questionnaire.kinds.weekdays import DAYS, show_days
from questionnaire.model import Question
from questionnaire.web.words import Words

_PARTS: Final = ("days", "from", "to")
_MINUTES: Final = 60
_DAY: Final = 24
"""Hours of a day: the width of a row."""


@dataclass(frozen=True, slots=True)
class Day:
    """One row: its day, whether it is chosen, and where its hours begin and end (from 0 to 24)."""

    code: str
    label: str
    chosen: bool
    spans: tuple[tuple[float, float], ...]
    """Begin and length; hours over midnight are two spans."""


@dataclass(frozen=True, slots=True)
class Week:
    """Seven rows and the sentence that says the same."""

    days: tuple[Day, ...]
    text: str


def draw_week(
    question: Question, interview: Interview, item: Mapping[str, object], words: Words
) -> Week | None:
    """Return the week that a question belongs to: `x_days`, `x_from` and `x_to` make one."""
    base, _, part = question.id.rpartition("_")
    if part not in _PARTS:
        return None
    days, begin, end = (
        item.get(f"{base}_{one}", interview.value(f"{base}_{one}")) for one in _PARTS
    )
    if not isinstance(begin, time) or not isinstance(end, time) or begin == end:
        return None
    chosen = tuple(str(one) for one in days) if isinstance(days, tuple | list) else ()
    spans = _spans(begin, end)
    hours = sum(length for _, length in spans) * len(chosen)
    return Week(
        tuple(Day(day.value, words.read(day.text)[:2], day.value in chosen, spans) for day in DAYS),
        words.say(
            "week_text",
            days=show_days(chosen, words.language),
            begin=f"{begin:%H:%M}",
            end=f"{end:%H:%M}",
            hours=f"{hours:g}",
        )
        if chosen
        else words.say("week_no_days"),
    )


def _spans(begin: time, end: time) -> tuple[tuple[float, float], ...]:
    first, last = (one.hour + one.minute / _MINUTES for one in (begin, end))
    if first < last:
        return ((first, last - first),)
    # Over midnight: the evening of a day and the small hours, drawn in the same row.
    return ((first, _DAY - first), (0.0, last)) if last else ((first, _DAY - first),)
