"""Between a typed value and the fields of a form: one pair of functions a kind of question.

`fill` spreads a value over named fields, `take` gathers the fields into what the kind reads. Both
know nothing of pages. A form is a mapping of field name to all the values sent under that name.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from types import MappingProxyType
from typing import Final

from questionnaire.kinds.number import show_number
from questionnaire.model import Question
from questionnaire.money import Money
from questionnaire.text import Language, Text

_PLACE_DIGITS: Final = 3
WORDS: Final = frozenset({"text", "long_text"})
Form = Mapping[str, Sequence[str]]
Filled = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Setting:
    """What the fields of a form depend on besides their question."""

    name: str
    """The name of the field, or the start of the names where a question has several."""
    language: Language
    """The language in which the person reads and writes numbers."""
    documents: tuple[Language, ...]
    """The languages of the handbook, the main one first; wordings are asked for in each."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What was given: nothing (None), or what the kind of the question reads."""

    raw: object = None
    fault: str = ""
    """The key of a sentence, where the fields contradict each other before any kind reads them."""


def first(form: Form, name: str) -> str:
    """Return what was sent under a name, without the space around it; empty if nothing was."""
    sent = form.get(name) or ("",)
    return sent[0].strip()


def is_translated(question: Question, setting: Setting, form: Form) -> bool:
    """Say whether a wording is asked for in every language of the handbook.

    Also where nobody asked for it, but the form has it: a file may give any words in each language.
    """
    apart = (f"{setting.name}.{code}" in form for code in setting.documents)
    wanted = question.translatable or (question.kind in WORDS and any(apart))
    return wanted and len(setting.documents) > 1


def fill(question: Question, setting: Setting, value: object) -> Filled:
    """Return the fields of a value; none of a question that isn't answered."""
    if value is None:
        return {}
    return _PAIRS.get(question.kind, _ONE)[0](question, setting, value)


def take(question: Question, setting: Setting, form: Form) -> Taken:
    """Return what a form gives as the answer of a question."""
    return _PAIRS.get(question.kind, _ONE)[1](question, setting, form)


def keep_unshown(question: Question, setting: Setting, raw: object, before: object) -> object:
    """Return what was given, joined with what the answer held before and a form can't show.

    A form knows no order among people, and a file may name the most important first. Nor does it
    show the words of a language that the handbook doesn't speak now.
    """
    if question.kind == "picks" and isinstance(raw, list) and isinstance(before, tuple):
        return list(before) if sorted(before) == sorted(raw) else raw
    if not isinstance(before, Text) or raw is None:
        return raw
    shown = [str(one) for one in setting.documents]
    unshown = {code: words for code, words in before.by_language.items() if code not in shown}
    given = raw if isinstance(raw, Mapping) else {shown[0]: raw}
    return {**unshown, **given} if unshown else raw


def _fill_one(question: Question, setting: Setting, value: object) -> Filled:
    del question
    return {setting.name: [_write(value, setting.language)]}


def _take_one(question: Question, setting: Setting, form: Form) -> Taken:
    del question
    return Taken(first(form, setting.name) or None)


def _write(value: object, language: Language) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return show_number(value, language)
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("minutes")
        case Text():
            return value.read_in(language)
        case _:
            return str(value)


def _fill_many(question: Question, setting: Setting, value: object) -> Filled:
    del question
    return {setting.name: [str(one) for one in value]} if isinstance(value, tuple | list) else {}


def _take_many(question: Question, setting: Setting, form: Form) -> Taken:
    del question
    return Taken([one for one in form.get(setting.name, ()) if one] or None)


def _fill_words(question: Question, setting: Setting, value: object) -> Filled:
    several = isinstance(value, Text) and len(value.by_language) > 1
    if len(setting.documents) < 2 or not (question.translatable or several):  # noqa: PLR2004
        # The words of the handbook's one language, whatever the interface speaks.
        return _fill_one(question, replace(setting, language=setting.documents[0]), value)
    said = value.by_language if isinstance(value, Text) else {setting.documents[0]: str(value)}
    return {f"{setting.name}.{code}": [words] for code, words in said.items()}


def _take_words(question: Question, setting: Setting, form: Form) -> Taken:
    """Gather a wording; one in the main language alone is kept as plain text, as a file has it."""
    if not is_translated(question, setting, form):
        return _take_one(question, setting, form)
    given = {code: first(form, f"{setting.name}.{code}") for code in setting.documents}
    said = {str(code): words for code, words in given.items() if words}
    main = str(setting.documents[0])
    return Taken(said[main] if list(said) == [main] else (said or None))


def _fill_ranking(question: Question, setting: Setting, value: object) -> Filled:
    del question
    ranked = value if isinstance(value, tuple | list) else ()
    return {f"{setting.name}.{code}": [str(at)] for at, code in enumerate(ranked, 1)}


def _take_ranking(question: Question, setting: Setting, form: Form) -> Taken:
    places: dict[str, int] = {}
    for choice in question.choices:
        place = first(form, f"{setting.name}.{choice.value}")
        if place.isdecimal() and len(place) <= _PLACE_DIGITS:
            places[choice.value] = int(place)
    if len(set(places.values())) < len(places):
        return Taken(fault="fault_rank_twice")
    return Taken(sorted(places, key=lambda code: places[code]) or None)


def _fill_money(question: Question, setting: Setting, value: object) -> Filled:
    del question
    if not isinstance(value, Money):
        return {}
    amount = show_number(value.amount, setting.language)
    return {f"{setting.name}.amount": [amount], f"{setting.name}.currency": [value.currency]}


def _take_money(question: Question, setting: Setting, form: Form) -> Taken:
    del question
    amount = first(form, f"{setting.name}.amount")
    currency = first(form, f"{setting.name}.currency")
    # As one text: so the number is read as this language writes it.
    return Taken(f"{amount} {currency}".strip() if amount else None)


def _fill_matrix(question: Question, setting: Setting, value: object) -> Filled:
    del question
    rows = value if isinstance(value, Mapping) else {}
    return {
        f"{setting.name}.{row}.{column}": [str(cell)]
        for row, cells in rows.items()
        for column, cell in cells.items()
    }


def _take_matrix(question: Question, setting: Setting, form: Form) -> Taken:
    rows: dict[str, dict[str, str]] = {}
    for row in question.rows:
        for column in question.columns:
            cell = first(form, f"{setting.name}.{row.value}.{column.value}")
            if cell:
                rows.setdefault(row.value, {})[column.value] = cell
    return Taken(rows or None)


Fill = Callable[[Question, Setting, object], Filled]
Take = Callable[[Question, Setting, Form], Taken]

_ONE: Final[tuple[Fill, Take]] = (_fill_one, _take_one)
_MANY: Final[tuple[Fill, Take]] = (_fill_many, _take_many)
_WORDS: Final[tuple[Fill, Take]] = (_fill_words, _take_words)
_PAIRS: Final[Mapping[str, tuple[Fill, Take]]] = MappingProxyType(
    {
        "text": _WORDS,
        "long_text": _WORDS,
        "choices": _MANY,
        "picks": _MANY,
        "weekdays": _MANY,
        "ranking": (_fill_ranking, _take_ranking),
        "money": (_fill_money, _take_money),
        "matrix": (_fill_matrix, _take_matrix),
    }
)
"""The kinds with more than one field, or with a list in one; all others have one field."""
