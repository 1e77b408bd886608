"""The last look before a public site: no page may hold what only the internal edition may print.

The public edition is made from filtered answers, so our own pages are clean; a page that a
person wrote by hand may not be.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.facts.model import Facts, Known
from questionnaire.errors import Place, Problem
from questionnaire.model import Question

_SHORTEST_NUMBER = 7
"""Digits from which a number can be somebody's telephone; shorter ones are everywhere."""

_DIGITS = re.compile(r"\D+")
_NUMBERS = re.compile(r"\+?\d[\d\s().\-]{5,}\d")


def find_leaks(pages: Mapping[str, str], facts: Facts) -> tuple[Problem, ...]:
    """Return a problem for each page that prints a personal value; the value itself isn't told."""
    private = _normalise(_list_values(facts, personal=True))
    open_to_all = _normalise(_list_values(facts, personal=False))
    secret = private - open_to_all
    return tuple(
        Problem("public.personal", Place(path))
        for path, text in pages.items()
        if secret and _holds(text, secret)
    )


def _holds(text: str, secret: set[str]) -> bool:
    numbers = {_DIGITS.sub("", found.group()) for found in _NUMBERS.finditer(text)}
    lowered = text.replace("\\", "").lower()
    return any(
        any(number.endswith(one) for number in numbers) if one.isdigit() else one in lowered
        for one in secret
    )


def _list_values(facts: Facts, *, personal: bool) -> Iterator[str]:
    for question in facts.questionnaire.by_id.values():
        fact = facts.by_id.get(question.id)
        if isinstance(fact, Known):
            yield from _values_of(question, fact.value, personal=personal)


def _values_of(question: Question, value: object, *, personal: bool) -> Iterator[str]:
    if isinstance(value, str) and (question.sensitivity == "personal") is personal:
        yield value
    if question.fields and isinstance(value, Iterable):
        for item in value:
            for field in question.fields:
                if isinstance(item, Mapping):
                    yield from _values_of(field, item.get(field.id), personal=personal)


def _normalise(values: Iterable[str]) -> set[str]:
    """Return what is searched for: digits of a telephone, else the text in small letters."""
    found = set()
    for value in values:
        digits = _DIGITS.sub("", value)
        if "@" in value:
            found.add(value.strip().lower())
        elif len(digits) >= _SHORTEST_NUMBER:
            # Without the country's prefix: people write the same number with and without it.
            found.add(digits[-9:])
    return found
