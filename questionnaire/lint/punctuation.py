"""Signs, spaces and quotes, the same way everywhere in each language."""

import re
from collections.abc import Iterator
from typing import Final

from questionnaire.lint.model import Finding, Rule, Survey, rule
from questionnaire.text import SPANISH

_SENTENCES: Final = ("help", "why_we_ask")
_LABELS: Final = ("short", "unit", "item_name")
_PLACEHOLDER: Final = re.compile(r"(?i)\b(?:todo:|tbd|fixme|xxx|lorem ipsum)|\?\?\?|\bPENDIENTE:")
_MARKUP: Final = re.compile(r"</?[a-z][^>]*>|\*\*|__|`|^#{1,6} |\{\{|\{%")
_QUOTES: Final = re.compile(r'"|(?<!\w)\'(?=\w)|(?<=\w)\'(?=[\s,.;:)]|$)(?<!s\')')


@rule("lint.opening_mark")
def opening_mark(survey: Survey) -> Iterator[Finding]:
    """Find Spanish questions and exclamations without their opening mark."""
    for subject in survey.subjects():
        for steps, language, words in subject.words():
            unequal = any(words.count(a) != words.count(b) for a, b in (("¿", "?"), ("¡", "!")))
            if language == SPANISH and unequal:
                yield subject.place(*steps), {"text": words}


@rule("lint.opening_mark_in_english")
def opening_mark_in_english(survey: Survey) -> Iterator[Finding]:
    """Find Spanish opening marks in English."""
    for subject in survey.subjects():
        for steps, language, words in subject.words():
            if language != SPANISH and ("¿" in words or "¡" in words):
                yield subject.place(*steps), {"text": words}


@rule("lint.spaces")
def spaces(survey: Survey) -> Iterator[Finding]:
    """Find spaces at the ends, double ones and those before a comma or a stop."""
    for subject in survey.subjects():
        for steps, _, words in subject.words():
            if words != words.strip() or "  " in words or re.search(r" [,.;:?!](?=\s|$)", words):
                yield subject.place(*steps), {"text": words}


@rule("lint.stop_missing")
def stop_missing(survey: Survey) -> Iterator[Finding]:
    """Find sentences of help and reasons that don't end."""
    for subject in survey.subjects():
        for steps, _, words in subject.words(*_SENTENCES):
            if steps[0] in _SENTENCES and not re.search(r"[.?!…)]$", words.rstrip("»”")):
                yield subject.place(*steps), {"text": words}


@rule("lint.stop_extra")
def stop_extra(survey: Survey) -> Iterator[Finding]:
    """Find labels and options that end as if they were sentences."""
    for subject in survey.subjects():
        for steps, _, words in subject.words(*_LABELS, "choices"):
            if words.endswith(".") and not words.endswith("etc."):
                yield subject.place(*steps), {"text": words}


@rule("lint.quotes")
def quotes(survey: Survey) -> Iterator[Finding]:
    """Find quotation marks of the typewriter, or of the other language."""
    for subject in survey.subjects():
        for steps, language, words in subject.words():
            foreign = "“”" if language == SPANISH else "«»"
            if _QUOTES.search(words) or any(sign in words for sign in foreign):
                yield subject.place(*steps), {"text": words}


@rule("lint.three_dots")
def three_dots(survey: Survey) -> Iterator[Finding]:
    """Find three stops where one sign (…) belongs."""
    for subject in survey.subjects():
        for steps, _, words in subject.words():
            if "..." in words:
                yield subject.place(*steps), {"text": words}


@rule("lint.placeholder")
def placeholder(survey: Survey) -> Iterator[Finding]:
    """Find texts that somebody meant to write later."""
    for subject in survey.subjects():
        for steps, _, words in subject.words():
            found = _PLACEHOLDER.search(words)
            if found:
                yield subject.place(*steps), {"text": found.group()}


@rule("lint.markup")
def markup(survey: Survey) -> Iterator[Finding]:
    """Find HTML, Markdown and templates: a terminal shows these texts as they are."""
    for subject in survey.subjects():
        for steps, _, words in subject.words():
            found = _MARKUP.search(words)
            if found:
                yield subject.place(*steps), {"text": found.group()}


@rule("lint.capital")
def capital(survey: Survey) -> Iterator[Finding]:
    """Find questions, labels and options that begin with a small letter."""
    for subject in survey.subjects():
        for steps, _, words in subject.words("text", "short", "help", "why_we_ask"):
            first = words.lstrip("¿¡«“(").lstrip()[:1]
            if first.islower():
                yield subject.place(*steps), {"text": words}


RULES: Final[tuple[Rule, ...]] = (
    opening_mark, opening_mark_in_english, spaces, stop_missing, stop_extra, quotes, three_dots,
    placeholder, markup, capital,
)  # fmt: skip
