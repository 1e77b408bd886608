"""Numbers with or without decimals, as people write them in Spanish and in English."""

import re
from typing import Final

from questionnaire.kinds.base import KindContext, OneValue, Parsed, shorten
from questionnaire.model import Question
from questionnaire.text import LANGUAGES, SPANISH, Language, fold

_SPACES: Final = re.compile("(?<=[0-9])[ \u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))")
_SIGNS: Final = re.compile(r"^[€$£]\s*|\s*[%€$£]$")
_PLAIN: Final = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,9})?")
_GROUPED: Final = {
    ".": re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]{1,9})?"),
    ",": re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,9})?"),
}
_DECIMAL_COMMA: Final = re.compile(r"-?[0-9]{1,15},[0-9]{1,9}")
_GROUPING_FROM: Final = {"es": 5, "en": 4}


class Number(OneValue):
    """A number; the whole ones stay int."""

    def read(
        self, question: Question, text: str, language: Language, context: KindContext
    ) -> Parsed:
        """Read `1.500,5` in Spanish and `1,500.5` in English; a unit after it may stand."""
        number = read_number(_without_unit(question, text), language)
        if number is None:
            return context.refuse("number", value=shorten(text))
        return self.check(question, number, context)

    def check(self, question: Question, number: float, context: KindContext) -> Parsed:
        """Hold a number against its limits."""
        limits = question.limits
        low, high = limits.min, limits.max
        if (low is not None and number < low) or (high is not None and number > high):
            bounds = {"min": _plain(low), "max": _plain(high)}
            given = {name: bound for name, bound in bounds.items() if bound is not None}
            return context.refuse("out_of_range", value=_plain(number) or 0, **given)
        return Parsed(number)

    def show(
        self, question: Question, value: object, language: Language, context: KindContext
    ) -> str:
        """Return the number with the decimal mark and the grouping of the language."""
        del question, context
        if not isinstance(value, int | float):
            return ""
        return show_number(value, language)


class Integer(Number):
    """A whole number."""

    def check(self, question: Question, number: float, context: KindContext) -> Parsed:
        """Refuse decimals, then hold it against its limits."""
        if number != int(number):
            return context.refuse("integer", value=number)
        return super().check(question, int(number), context)


def read_number(text: str, language: Language) -> float | None:
    """Return the number a text holds, int if it is whole, or None.

    `1.500` is one thousand five hundred in Spanish and one and a half elsewhere.
    """
    digits = _SPACES.sub("", text.strip()).replace("\N{MINUS SIGN}", "-").removeprefix("+")
    own_grouping = "." if language == SPANISH else ","
    if language in LANGUAGES and _GROUPED[own_grouping].fullmatch(digits):
        return _convert(digits, own_grouping)
    if _PLAIN.fullmatch(digits):
        return _convert(digits, ",")
    for grouping, pattern in _GROUPED.items():
        # Both marks at once can only be read one way, whatever the language.
        if "." in digits and "," in digits and pattern.fullmatch(digits):
            return _convert(digits, grouping)
    return _convert(digits, ".") if _DECIMAL_COMMA.fullmatch(digits) else None


def _convert(digits: str, grouping: str) -> float:
    plain = digits.replace(grouping, "").replace(",", ".")
    number = float(plain)
    return int(number) if number.is_integer() else number


def show_number(number: float, language: Language) -> str:
    """Return a number as it is printed; Spanish groups with a space from five digits on (RAE)."""
    whole, _, decimals = f"{number:.9f}".partition(".")
    decimals = decimals.rstrip("0")
    if len(whole.lstrip("-")) >= _GROUPING_FROM.get(language, 4):
        whole = f"{int(whole):,}"
        if language == SPANISH:
            whole = whole.replace(",", "\N{NO-BREAK SPACE}")
    mark = "," if language == SPANISH else "."
    return f"{whole}{mark}{decimals}" if decimals else whole


def _without_unit(question: Question, text: str) -> str:
    text = _SIGNS.sub("", text)
    for unit in question.unit.by_language.values() if question.unit else ():
        if fold(text).endswith(fold(unit)):
            return text[: -len(unit)].strip()
    return text


def _plain(number: float | None) -> float | None:
    return int(number) if number is not None and number == int(number) else number
