"""Whether each text is in its language, and both languages say the same."""

import re
from collections.abc import Iterator
from typing import Final

from questionnaire.lint.model import Finding, Rule, Survey, rule
from questionnaire.text import ENGLISH, LANGUAGES, SPANISH, Text

_SPANISH_WORDS: Final = (
    "el la los las un una de del que y en con por para su sus tu es se lo si al como más "
    "este esta pero cuando porque quien cada ya hay qué cómo cuál cuánto quién"
)
_ENGLISH_WORDS: Final = (
    "the of and to is are was with for your their it this that which what who how when from "
    "have has by be or on we you they an if not than because do does"
)
_STOP_WORDS: Final = {
    "es": frozenset(_SPANISH_WORDS.split()),
    "en": frozenset(_ENGLISH_WORDS.split()),
}
"""Frequent words that the other language doesn't have."""

_PLURAL_WORDS: Final = (
    "os vosotros vosotras vuestro vuestra vuestros vuestras sois tenéis queréis podéis hacéis "
    "usáis estáis publicáis contestáis vendéis"
)
_PLURAL_YOU: Final = frozenset(_PLURAL_WORDS.split())
_AMERICAN: Final = re.compile(
    r"(?i)\b(?:colors?|behaviors?|organiz\w+|centers?|favorites?|labor|catalogs?|analyz\w+|"
    r"recogniz\w+|specializ\w+|prioritiz\w+|honors?|neighbors?|canceled|traveled|gray)\b"
)
_WORD: Final = re.compile(r"[a-záéíóúñü]+", re.IGNORECASE)
_FIGURE: Final = re.compile(r"\d+(?:[.,:]\d+)*")
_FEWEST_FOREIGN: Final = 2
_FEWEST_WORDS: Final = 3


def _count(words: str, language: str) -> int:
    return sum(word in _STOP_WORDS[language] for word in _WORD.findall(words.casefold()))


@rule("lint.wrong_language")
def wrong_language(survey: Survey) -> Iterator[Finding]:
    """Find Spanish texts that look English, and the reverse: more of its small words than of ours."""
    for subject in survey.subjects():
        for steps, language, words in subject.words():
            other = ENGLISH if language == SPANISH else SPANISH
            foreign = _count(words, other)
            if foreign >= _FEWEST_FOREIGN and foreign > _count(words, language):
                yield subject.place(*steps), {"text": words}


@rule("lint.same_in_both")
def same_in_both(survey: Survey) -> Iterator[Finding]:
    """Find sentences that are the same in both languages: one was never written."""
    for subject in survey.subjects():
        for steps, text in subject.texts():
            first, second = _in_both(text)
            if first == second and _is_sentence(first):
                yield subject.place(*steps), {"text": first}


def _in_both(text: Text) -> tuple[str, str]:
    first, second = (text.by_language.get(language, "") for language in LANGUAGES)
    return first.strip(), second.strip()


def _is_sentence(words: str) -> bool:
    """Tell words to translate from a name, a code or a figure."""
    small = any(_count(words, language) for language in _STOP_WORDS)
    lower = [word for word in _WORD.findall(words) if word.islower()]
    return small or len(lower) >= _FEWEST_WORDS


@rule("lint.figures_differ")
def figures_differ(survey: Survey) -> Iterator[Finding]:
    """Find figures that only one language tells, outside examples, which may differ."""
    for subject in survey.subjects():
        for steps, text in subject.texts():
            if steps[0] == "example":
                continue
            first, second = (
                sorted(re.sub(r"[.,]", "", one) for one in _FIGURE.findall(words))
                for words in _in_both(text)
            )
            if first != second:
                yield subject.place(*steps), {"first": _list(first), "second": _list(second)}


def _list(figures: list[str]) -> str:
    """Return the figures as one text, a dash for none."""
    return ", ".join(figures) or "–"


@rule("lint.plural_address")
def plural_address(survey: Survey) -> Iterator[Finding]:
    """Find Spanish that speaks to several people of Spain: the reader is «tú» everywhere."""
    for subject in survey.subjects():
        for steps, language, words in subject.words():
            found = _PLURAL_YOU.intersection(_WORD.findall(words.casefold()))
            if language == SPANISH and found:
                yield subject.place(*steps), {"text": min(found)}


@rule("lint.american_spelling")
def american_spelling(survey: Survey) -> Iterator[Finding]:
    """Find American spellings; our English is British."""
    for subject in survey.subjects():
        for steps, language, words in subject.words():
            found = _AMERICAN.search(words)
            if language == ENGLISH and found:
                yield subject.place(*steps), {"text": found.group()}


RULES: Final[tuple[Rule, ...]] = (
    wrong_language, same_in_both, figures_differ, plural_address, american_spelling,
)  # fmt: skip
