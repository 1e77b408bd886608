"""Dates and times of the day."""

import re
from collections.abc import Mapping
from datetime import date, time
from typing import Final

from questionnaire.kinds.base import KindContext, OneValue, Parsed, shorten
from questionnaire.model import Question
from questionnaire.text import ENGLISH, SPANISH, Language

_ISO: Final = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")
_DAY_FIRST: Final = re.compile(
    r"(?P<day>[0-9]{1,2})(?P<mark>[/.-])(?P<month>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4})"
)
_TIME: Final = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:[:.h](?P<minute>[0-9]{2}))?\s*(?:h|hs|hrs)?\.?\s*"
    r"(?P<half>[ap]\.?\s?m\.?)?",
    re.IGNORECASE,
)
_YEARS: Final = range(1900, 2200)
_MONTHS: Final[Mapping[str, tuple[str, ...]]] = {
    "es": (
        "enero", "febrero", "marzo", "abril", "mayo", "junio",
        "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip


class Date(OneValue):
    """A day of the calendar."""

    def read(
        self, question: Question, text: str, language: Language, context: KindContext
    ) -> Parsed:
        """Read `2026-12-15`, and in Spanish also `15/12/2026`.

        English speakers don't agree on which number is the day, so they give the ISO form.
        """
        del question
        found = _ISO.fullmatch(text)
        if found is None and language == SPANISH:
            found = _DAY_FIRST.fullmatch(text)
        if found is None:
            return context.refuse("date", value=shorten(text))
        year, month, day = (int(found[part]) for part in ("year", "month", "day"))
        try:
            value = date(year, month, day)
        except ValueError:
            return context.refuse("no_such_date", value=shorten(text))
        if year not in _YEARS:
            return context.refuse("no_such_date", value=shorten(text))
        return Parsed(value)

    def show(
        self, question: Question, value: object, language: Language, context: KindContext
    ) -> str:
        """Return the date in full: 15 de diciembre de 2026, 15 December 2026."""
        del question, context
        if not isinstance(value, date):
            return ""
        if language == SPANISH:
            return f"{value.day} de {_MONTHS[SPANISH][value.month - 1]} de {value.year}"
        return f"{value.day} {_MONTHS[ENGLISH][value.month - 1]} {value.year}"


class Time(OneValue):
    """A time of the day, to the minute."""

    def read(
        self, question: Question, text: str, language: Language, context: KindContext
    ) -> Parsed:
        """Read `8:00`, `08:00`, `8h`, `8.30` and `5 pm`."""
        del question, language
        found = _TIME.fullmatch(text)
        if found is None:
            return context.refuse("time", value=shorten(text))
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
        if found["half"]:
            if not 1 <= hour <= 12:  # noqa: PLR2004 a twelve-hour clock
                return context.refuse("time", value=shorten(text))
            hour = hour % 12 + (12 if found["half"][0] in "pP" else 0)
        try:
            return Parsed(time(hour, minute))
        except ValueError:
            return context.refuse("time", value=shorten(text))

    def show(
        self, question: Question, value: object, language: Language, context: KindContext
    ) -> str:
        """Return the hour without a leading zero: 8:00."""
        del question, language, context
        return f"{value.hour}:{value.minute:02d}" if isinstance(value, time) else ""
