"""Everything about a language: its words, dates, numbers, lists and plurals, read from data."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cache, cached_property
from math import ceil
from pathlib import Path
from types import MappingProxyType

from questionnaire.errors import ContentProblems, Place, Problem
from questionnaire.sources import data_folder, read_content
from questionnaire.text import Language

Tree = Mapping[str, object]

HOUR = 60
DAY = 24 * HOUR


class _Blanks(dict[str, object]):
    """Values of a message; a value nobody gave stays visible as its name in braces."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


@dataclass(frozen=True)
class LanguagePack:
    """One language file with the questions one asks of it. The words are data, the rules too."""

    code: Language
    tree: Tree

    @cached_property
    def messages(self) -> Mapping[str, str]:
        """Our own messages by code."""
        return {str(code): str(text) for code, text in self._table("messages").items()}

    @cached_property
    def ui(self) -> Mapping[str, str]:
        """The words pages print around the content, by key."""
        return {str(key): str(text) for key, text in self._table("ui").items()}

    def message(self, code: str, **data: object) -> str:
        """Return a message with its values filled in; an unknown code prints itself and its data."""
        shown = _Blanks({key: self._show(value) for key, value in data.items()})
        template = self.messages.get(code)
        if template is not None:
            return template.format_map(shown)
        values = ", ".join(f"{key}: {value}" for key, value in shown.items())
        return f"{code} ({values})" if values else code

    def word(self, *path: str) -> str:
        """Return one word of the file by its path; the last step itself when there is none."""
        found: object = self.tree
        for step in path:
            found = found.get(step) if isinstance(found, Mapping) else None
        return found if isinstance(found, str) else path[-1]

    def words(self, *path: str) -> Mapping[str, str]:
        """Return a table of words, such as the titles of the parts."""
        return {str(key): str(value) for key, value in self._table(*path).items()}

    def long_date(self, day: date) -> str:
        """Return a date with the month in words."""
        return self._date("long", day)

    def short_date(self, day: date) -> str:
        """Return a date in figures, in the order of this language."""
        return self._date("short", day)

    def month_year(self, day: date) -> str:
        """Return the month in words with its year."""
        return self._date("month_year", day)

    def number(self, value: float, decimals: int | None = None) -> str:
        """Return a number; without `decimals` it has two at most and no zeros at the end."""
        places = 2 if decimals is None else decimals
        whole, _, rest = f"{abs(value):.{places}f}".partition(".")
        rest = rest.rstrip("0") if decimals is None else rest
        shown = self._group(whole) + (self.word("numbers", "decimal") + rest if rest else "")
        negative = value < 0 and any(digit != "0" for digit in whole + rest)
        return self.word("numbers", "minus") + shown if negative else shown

    def percent(self, value: float, decimals: int | None = None) -> str:
        """Return a percentage, given as 60 for sixty per cent."""
        return self.word("numbers", "percent").format(number=self.number(value, decimals))

    def join_and(self, words: Sequence[str]) -> str:
        """Return "a, b and c"; Spanish says *e* before the sound of an i."""
        return self._join(words, "and")

    def join_or(self, words: Sequence[str]) -> str:
        """Return "a, b or c"; Spanish says *u* before the sound of an o."""
        return self._join(words, "or")

    def plural(self, key: str, n: float) -> str:
        """Return a counted noun with its number, such as "1 post" or "3 posts"."""
        return f"{self.number(n)} {self.noun(key, n)}"

    def noun(self, key: str, n: float) -> str:
        """Return the form of a counted noun that fits a number, without the number."""
        return self.word("plurals", key, "one" if n == 1 else "other")

    def duration(self, minutes: int, service_day: int | None = None) -> str:
        """Return "15 min", "1 h 30 min" or "2 days".

        With `service_day` (minutes of one day of service) a whole day of service is "the same
        day", and more than one is counted in working days.
        """
        if service_day and minutes >= service_day:
            days = ceil(minutes / service_day)
            return (
                self.word("durations", "same_day")
                if days == 1
                else self.plural("working_day", days)
            )
        if minutes >= 2 * DAY and minutes % DAY == 0:
            return self.plural("day", minutes // DAY)
        hours, rest = divmod(minutes, HOUR)
        shown = [self.word("durations", "hours").format(n=self.number(hours))] if hours else []
        if rest or not hours:
            shown.append(self.word("durations", "minutes").format(n=self.number(rest)))
        return " ".join(shown)

    def weekdays(self, days: Sequence[int]) -> str:
        """Return ISO weekdays in words, neighbours joined: "Monday to Friday and Sunday"."""
        ordered = sorted(set(days))
        if len(ordered) == 7:  # noqa: PLR2004 (days of a week)
            return self.word("weekdays", "every_day")
        return self.join_and([self._run(run) for run in _find_runs(ordered)])

    def weekday(self, day: int) -> str:
        """Return the name of one ISO weekday."""
        return self._names("weekdays", "full")[day - 1]

    def weekday_short(self, day: int) -> str:
        """Return the short name of one ISO weekday."""
        return self._names("weekdays", "short")[day - 1]

    def hours(self, moment: time) -> str:
        """Return the time of day on the 24-hour clock."""
        return self.word("times", "clock").format(hour=moment.hour, minute=f"{moment.minute:02d}")

    def hours_range(self, opens: time, closes: time) -> str:
        """Return "8:00–15:00" as this language says it."""
        pattern = self.word("times", "range")
        return pattern.format(opens=self.hours(opens), closes=self.hours(closes))

    def _table(self, *path: str) -> Tree:
        found: object = self.tree
        for step in path:
            found = found.get(step) if isinstance(found, Mapping) else None
        return found if isinstance(found, Mapping) else {}

    def _names(self, *path: str) -> Sequence[str]:
        found = self._table(*path[:-1]).get(path[-1])
        return found if isinstance(found, list) else []

    def _show(self, value: object) -> str:
        if isinstance(value, bool) or value is None:
            return self.word("ui", "yes" if value else "no")
        if isinstance(value, (int, float)):
            return self.number(value)
        if isinstance(value, date):
            return self.long_date(value)
        if isinstance(value, (list, tuple)):
            return ", ".join(str(one) for one in value)
        return str(value)

    def _date(self, pattern: str, day: date) -> str:
        month = self._names("dates", "months")[day.month - 1]
        return self.word("dates", pattern).format(
            day=day.day, month=month, year=day.year, month_number=day.month
        )

    def _group(self, digits: str) -> str:
        least = self._table("numbers").get("group_from")
        if not isinstance(least, int) or len(digits) < least:
            return digits
        mark = self.word("numbers", "thousands")
        return re.sub(r"(?<=\d)(?=(\d{3})+$)", mark, digits)

    def _join(self, words: Sequence[str], kind: str) -> str:
        shown = [word for word in words if word]
        if len(shown) < 2:  # noqa: PLR2004 (a list of one needs no word between)
            return "".join(shown)
        joiner = self.word("lists", kind)
        before = self._table("lists", f"{kind}_before")
        if before and re.match(str(before["pattern"]), shown[-1], re.IGNORECASE):
            joiner = str(before["word"])
        return f"{', '.join(shown[:-1])} {joiner} {shown[-1]}"

    def _run(self, run: Sequence[int]) -> str:
        if len(run) > 2:  # noqa: PLR2004 (two neighbours are named, not spanned)
            pattern = self.word("weekdays", "range")
            return pattern.format(first=self.weekday(run[0]), last=self.weekday(run[-1]))
        return self.join_and([self.weekday(day) for day in run])


@cache
def read_language(path: Path) -> LanguagePack:
    """Read one language file; raises ContentProblems."""
    data = read_content(path).data
    if not isinstance(data, Mapping):
        raise ContentProblems([Problem("language.not_a_mapping", Place(path.name, 1))])
    return LanguagePack(Language(path.stem), data)


def load_language(language: Language) -> LanguagePack:
    """Return one of our own languages, read once per process."""
    return read_language(data_folder("generator", "content", "languages") / f"{language}.yml")


def read_languages(folder: Path) -> Mapping[Language, LanguagePack]:
    """Read every language file of a folder by its language code; all faults at once."""
    packs: dict[Language, LanguagePack] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yml")):
        try:
            pack = read_language(path)
        except ContentProblems as fault:
            problems += fault.problems
        else:
            packs[pack.code] = pack
    if problems:
        raise ContentProblems(problems)
    return MappingProxyType(packs)


def _find_runs(days: Sequence[int]) -> list[list[int]]:
    """Return the days in runs of neighbours; fewer than three neighbours stand alone."""
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return [part for run in runs for part in ([run] if len(run) > 2 else [[day] for day in run])]  # noqa: PLR2004
