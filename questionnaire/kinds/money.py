"""Amounts of money: a number and one currency of a list."""

import re
from collections.abc import Mapping
from typing import Final

from questionnaire.kinds.base import KindContext, OneValue, Parsed, shorten
from questionnaire.kinds.number import Number, read_number, show_number
from questionnaire.model import Question
from questionnaire.money import Money
from questionnaire.text import ENGLISH, LANGUAGES, Language, Text, closest, fold

CURRENCIES: Final[Mapping[str, Text]] = {
    code: Text({"es": spanish, "en": english})
    for code, spanish, english in (
        ("EUR", "euros", "euros"),
        ("USD", "dólares estadounidenses", "US dollars"),
        ("GBP", "libras esterlinas", "pounds sterling"),
        ("MXN", "pesos mexicanos", "Mexican pesos"),
        ("ARS", "pesos argentinos", "Argentine pesos"),
        ("COP", "pesos colombianos", "Colombian pesos"),
        ("CLP", "pesos chilenos", "Chilean pesos"),
        ("PEN", "soles", "Peruvian soles"),
        ("UYU", "pesos uruguayos", "Uruguayan pesos"),
        ("BOB", "bolivianos", "bolivianos"),
        ("PYG", "guaraníes", "guaranies"),
        ("BRL", "reales", "Brazilian reais"),
        ("CRC", "colones", "Costa Rican colones"),
        ("DOP", "pesos dominicanos", "Dominican pesos"),
        ("GTQ", "quetzales", "quetzales"),
        ("CAD", "dólares canadienses", "Canadian dollars"),
        ("AUD", "dólares australianos", "Australian dollars"),
        ("CHF", "francos suizos", "Swiss francs"),
    )
}
"""The currencies an amount can be in, by their code (ISO 4217)."""
SIGNS: Final[Mapping[str, str]] = {"€": "EUR", "£": "GBP", "US$": "USD", "S/": "PEN", "R$": "BRL"}
"""Signs that stand for one currency only; a lone $ is that of a dozen."""
_SHOWN: Final[Mapping[str, str]] = {"EUR": "€", "GBP": "£"}
_PARTS: Final = re.compile(
    r"(?P<before>[^\d\s.,+−-][^\d+−-]*?)?\s*(?P<number>[+−-]?\d[\d.,\s]*?)\s*(?P<after>[^\d.,+−-].*)?"
)
_NAMED: Final[Mapping[str, str]] = {
    **{fold(code): code for code in CURRENCIES},
    **{fold(sign): code for sign, code in SIGNS.items()},
    **{fold(text.read_in(one)): code for code, text in CURRENCIES.items() for one in LANGUAGES},
}


class MoneyKind(OneValue):
    """An amount and its currency; an amount alone is in the currency the company works in."""

    def parse(
        self, question: Question, raw: object, language: Language, context: KindContext
    ) -> Parsed:
        """Read one text, or an amount and a currency apart."""
        if isinstance(raw, Mapping) and set(raw) <= {"amount", "currency"}:
            if raw.get("amount") in (None, ""):
                return Parsed()
            raw = f"{raw['amount']} {raw.get('currency') or ''}"
        return super().parse(question, raw, language, context)

    def read(
        self, question: Question, text: str, language: Language, context: KindContext
    ) -> Parsed:
        """Read `1.500 €`, `€1,500`, `1500 EUR` and `1500`; a unit after it may stand."""
        found = _PARTS.fullmatch(_without_unit(question, text))
        number = read_number(found["number"], language) if found else None
        if found is None or number is None:
            return context.refuse("money", value=shorten(text))
        words = [one.strip() for one in (found["before"], found["after"]) if one and one.strip()]
        if len(words) > 1:
            return context.refuse("money", value=shorten(text))
        currency = self._currency(question, words[0] if words else "", context)
        if currency is None:
            return _refuse_currency(words[0] if words else "", text, context)
        checked = Number().check(question, number, context)
        return checked if checked.problems else Parsed(Money(number, currency))

    def show(
        self, question: Question, value: object, language: Language, context: KindContext
    ) -> str:
        """Return the amount as each language writes it: 1800 €, €1,800, 185 000 MXN."""
        del question, context
        return show_money(value, language) if isinstance(value, Money) else ""

    def _currency(self, question: Question, words: str, context: KindContext) -> str | None:
        if words:
            return _NAMED.get(fold(words))
        usual = context.read(question.currency) if question.currency else None
        return usual if isinstance(usual, str) and usual in CURRENCIES else None


def show_money(value: Money, language: Language) -> str:
    """Return an amount in words; a sign only where it can be no other currency's."""
    number = show_number(value.amount, language)
    sign = _SHOWN.get(value.currency)
    if sign is None:
        return f"{number}\u00a0{value.currency}"
    return f"{sign}{number}" if language == ENGLISH else f"{number}\u00a0{sign}"


def _without_unit(question: Question, text: str) -> str:
    for unit in question.unit.by_language.values() if question.unit else ():
        if fold(text).endswith(fold(unit)):
            return text.strip()[: -len(unit)].strip()
    return text.strip()


def _refuse_currency(words: str, text: str, context: KindContext) -> Parsed:
    allowed = tuple(CURRENCIES)
    if not words:
        return context.refuse("currency_missing", value=shorten(text), allowed=allowed)
    near = closest(words, _NAMED)
    hint = {"hint": _NAMED[near]} if near else {}
    return context.refuse("currency", value=shorten(words), allowed=allowed, **hint)
