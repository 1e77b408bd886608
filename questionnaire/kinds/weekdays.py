"""Days of the week."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from questionnaire.errors import Problem
from questionnaire.kinds.base import KindContext, Parsed, list_choices, shorten
from questionnaire.kinds.choices import check_count
from questionnaire.model import Choice, Question
from questionnaire.text import SPANISH, Language, Text, closest, fold

DAYS: Final[tuple[Choice, ...]] = tuple(
    Choice(code, Text({"es": spanish, "en": english}))
    for code, spanish, english in (
        ("mon", "Lunes", "Monday"),
        ("tue", "Martes", "Tuesday"),
        ("wed", "Miércoles", "Wednesday"),
        ("thu", "Jueves", "Thursday"),
        ("fri", "Viernes", "Friday"),
        ("sat", "Sábado", "Saturday"),
        ("sun", "Domingo", "Sunday"),
    )
)
"""The week from Monday on; the loader gives them to every question of this kind as its options."""
CODES: Final = tuple(one.value for one in DAYS)
_SHORT: Final[Mapping[str, str]] = {
    "l": "mon", "m": "tue", "x": "wed", "j": "thu", "v": "fri", "s": "sat", "d": "sun",
    "lu": "mon", "ma": "tue", "mi": "wed", "ju": "thu", "vi": "fri", "sa": "sat", "do": "sun",
    "mo": "mon", "tu": "tue", "we": "wed", "th": "thu", "fr": "fri", "su": "sun",
    "tues": "tue", "weds": "wed", "thur": "thu", "thurs": "thu",
}  # fmt: skip
_SETS: Final[Mapping[str, Sequence[str]]] = {
    **dict.fromkeys(("todos los dias", "todos", "every day", "daily", "all"), CODES),
    **dict.fromkeys(("laborables", "entre semana", "weekdays", "working days"), CODES[:5]),
    **dict.fromkeys(("fin de semana", "weekend", "weekends"), CODES[5:]),
}
_RANGE: Final = re.compile(r"\s*[-–—]\s*|\s+(?:a|al|to|till|until|through)\s+")
_BETWEEN: Final = re.compile(r"[,;\n/]|\s+(?:y|e|and|&)\s+")
_LEAD: Final = re.compile(r"^(?:de|del|desde|from|los|el|on)\s+(?:el\s+)?")
_RUN: Final = 3
"""Days in a row from which they read better as a range."""


class Weekdays:
    """Some days of the week, in their order."""

    def parse(
        self, question: Question, raw: object, language: Language, context: KindContext
    ) -> Parsed:
        """Read a list of days, or `lun-vie`, `Monday to Friday`, `mon, tue` and `todos los días`."""
        del language
        if isinstance(raw, Mapping):
            return context.refuse("list")
        chosen: list[str] = []
        problems: list[Problem] = []
        for position, part in enumerate(_split(raw)):
            found = _read_part(part)
            chosen.extend(found)
            if not found:
                problems.append(_refuse(part, context.inside(position)))
        if problems:
            return Parsed(None, tuple(problems))
        ordered = tuple(code for code in CODES if code in chosen)
        return check_count(question, ordered, context) if ordered else Parsed()

    def show(
        self, question: Question, value: object, language: Language, context: KindContext
    ) -> str:
        """Return the days with ranges: de lunes a viernes y domingo; Monday to Friday and Sunday."""
        del question, context
        return show_days(value, language) if isinstance(value, tuple | list) else ""


def show_days(codes: Iterable[object], language: Language) -> str:
    """Return some days in words; three or more in a row as a range."""
    chosen = set(codes)
    parts: list[str] = []
    run: list[str] = []
    for choice in (*DAYS, None):
        if choice is not None and choice.value in chosen:
            name = choice.text.read_in(language)
            run.append(name.lower() if language == SPANISH else name)
            continue
        parts.extend(_say_run(run, language))
        run = []
    last = f" {'y' if language == SPANISH else 'and'} "
    return last.join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def _say_run(run: list[str], language: Language) -> list[str]:
    if len(run) < _RUN:
        return list(run)
    pattern = "de {} a {}" if language == SPANISH else "{} to {}"
    return [pattern.format(run[0], run[-1])]


def _split(raw: object) -> list[str]:
    if isinstance(raw, list | tuple | set | frozenset):
        return [str(one).strip() for one in raw if one not in (None, "")]
    if raw is None:
        return []
    return [part.strip() for part in _BETWEEN.split(str(raw)) if part.strip()]


def _read_part(part: str) -> tuple[str, ...]:
    """Return the days of one part: a day, a range, or a word for several; none if it's neither."""
    folded = fold(part)
    if folded in _SETS:
        return tuple(_SETS[folded])
    ends = [_find_day(one) for one in _RANGE.split(_LEAD.sub("", folded))]
    if len(ends) == 1 and ends[0] is not None:
        return (ends[0],)
    if len(ends) == len(("from", "to")) and ends[0] is not None and ends[1] is not None:
        first, last = CODES.index(ends[0]), CODES.index(ends[1])
        span = (last - first) % len(CODES)
        return tuple(CODES[(first + step) % len(CODES)] for step in range(span + 1))
    return ()


def _find_day(word: str) -> str | None:
    """Return the day a word names: a code, a name in either language, or the start of one."""
    plain = fold(_LEAD.sub("", word)).rstrip(".")
    if plain in _SHORT:
        return _SHORT[plain]
    names = {fold(name): one.value for one in DAYS for name in one.text.by_language.values()}
    found = {code for name, code in names.items() if name == plain or name == plain.rstrip("s")}
    if not found and len(plain) >= len("lun"):
        found = {code for name, code in names.items() if name.startswith(plain)}
    return found.pop() if len(found) == 1 else None


def _refuse(part: str, context: KindContext) -> Problem:
    names = {name: one.value for one in DAYS for name in one.text.by_language.values()}
    near = closest(part, names)
    hint = {"hint": names[near]} if near else {}
    return context.problem("choice", value=shorten(part), **list_choices(DAYS), **hint)
