"""Whether questions are short, single and answerable, and help and reasons say something."""

import re
from collections.abc import Iterator
from typing import Final

from questionnaire.lint.model import Finding, Rule, Survey, rule
from questionnaire.text import LANGUAGES, fold

MOST_WORDS: Final = 15
MOST_LABEL_WORDS: Final = 4


_SENTENCE: Final = re.compile(r"(?<=[.!?…])\s+(?=[\"«“¿¡(]?[A-ZÁÉÍÓÚÑÜ0-9])")
_LINK: Final = re.compile(
    r"https?://|www\.|\]\(|\b[\w-]+\.(?:com|org|net|es|co\.uk)\b/?", re.IGNORECASE
)
_VAGUE: Final = {
    "es": ("es importante", "es util", "es bueno saber", "por si acaso", "es necesario saber",
           "para tener mas informacion", "para conocerte mejor", "nos ayuda a", "lo pide el manual"),
    "en": ("is important", "is useful", "good to know", "nice to know", "just in case",
           "for more information", "to know you better", "helps us", "the handbook asks for it"),
}  # fmt: skip
_FEWEST_REASON_WORDS: Final = 4


@rule("lint.question_too_long")
def question_too_long(survey: Survey) -> Iterator[Finding]:
    """Find questions that have to be read twice."""
    for subject in survey.subjects():
        for steps, _, words in subject.words("text"):
            count = len(words.split())
            if steps[0] == "text" and count > MOST_WORDS:
                yield subject.place(*steps), {"count": count, "limit": MOST_WORDS}


@rule("lint.no_question_mark")
def no_question_mark(survey: Survey) -> Iterator[Finding]:
    """Find questions that don't end as one."""
    for subject in survey.subjects():
        for steps, _, words in subject.words("text"):
            if steps[0] == "text" and not words.rstrip().endswith("?"):
                yield subject.place(*steps), {"text": words}


@rule("lint.two_questions")
def two_questions(survey: Survey) -> Iterator[Finding]:
    """Find two questions in one: an answer would be to only one of them."""
    for subject in survey.subjects():
        for steps, _, words in subject.words("text"):
            if steps[0] == "text" and words.count("?") > 1:
                yield subject.place(*steps), {"text": words}


@rule("lint.help_missing", "warning")
def help_missing(survey: Survey) -> Iterator[Finding]:
    """Find questions, not fields, without a sentence of help."""
    for subject in survey.questions():
        if subject.question.help is None:
            yield subject.place(), {}


@rule("lint.help_too_long")
def help_too_long(survey: Survey) -> Iterator[Finding]:
    """Find help of more than one sentence."""
    for subject in survey.subjects():
        for steps, _, words in subject.words("help"):
            if len(_SENTENCE.split(words)) > 1:
                yield subject.place(*steps), {"text": words}


@rule("lint.link")
def link(survey: Survey) -> Iterator[Finding]:
    """Find addresses in what is asked and explained: the interview works without a network."""
    for subject in survey.subjects():
        for steps, _, words in subject.words("text", "short", "help", "why_we_ask", "because"):
            found = _LINK.search(words)
            if found:
                yield subject.place(*steps), {"text": found.group()}


@rule("lint.help_repeats", "warning")
def help_repeats(survey: Survey) -> Iterator[Finding]:
    """Find help or reasons that only say the question again, or each other."""
    for subject in survey.subjects():
        seen: dict[tuple[str, str], str] = {}
        for steps, language, words in subject.words("text", "help", "why_we_ask"):
            if steps[0] not in {"text", "help", "why_we_ask"}:
                continue
            key = (str(language), fold(words).strip("¿?.! "))
            if key in seen:
                yield subject.place(*steps), {"key": str(steps[0]), "other": seen[key]}
            seen[key] = str(steps[0])


@rule("lint.label_too_long")
def label_too_long(survey: Survey) -> Iterator[Finding]:
    """Find short labels that don't fit a table."""
    for subject in survey.subjects():
        if subject.question.short == subject.question.text:
            continue
        for steps, _, words in subject.words("short"):
            count = len(words.split())
            if count > MOST_LABEL_WORDS:
                yield subject.place(*steps), {"count": count, "limit": MOST_LABEL_WORDS}


@rule("lint.label_missing")
def label_missing(survey: Survey) -> Iterator[Finding]:
    """Find fields without a short label: the whole question would head a column."""
    for subject in survey.subjects():
        if subject.question.short == subject.question.text:
            yield subject.place(), {}


@rule("lint.why_missing")
def why_missing(survey: Survey) -> Iterator[Finding]:
    """Find fields that don't say why they are asked."""
    for subject in survey.subjects():
        if subject.question.why_we_ask is None:
            yield subject.place(), {}


@rule("lint.why_vague")
def why_vague(survey: Survey) -> Iterator[Finding]:
    """Find reasons that would suit any question."""
    for subject in survey.subjects():
        for steps, language, words in subject.words("why_we_ask"):
            said = fold(words)
            vague = next((one for one in _VAGUE.get(language, ()) if one in said), None)
            if vague or len(words.split()) < _FEWEST_REASON_WORDS:
                yield subject.place(*steps), {"text": vague or words}


@rule("lint.example_missing")
def example_missing(survey: Survey) -> Iterator[Finding]:
    """Find questions without an example."""
    for subject in survey.subjects():
        if subject.question.example is None:
            yield subject.place(), {}


@rule("lint.text_twice")
def text_twice(survey: Survey) -> Iterator[Finding]:
    """Find questions that read like another one; fields only within their group."""
    seen: dict[tuple[str, str, str], str] = {}
    for subject in survey.subjects():
        for language in LANGUAGES:
            words = fold(subject.question.text.by_language.get(language, ""))
            key = (subject.group.id if subject.group else "", str(language), words)
            if key in seen:
                yield subject.place("text", language), {"other": seen[key]}
            seen[key] = subject.name


@rule("lint.label_twice")
def label_twice(survey: Survey) -> Iterator[Finding]:
    """Find short labels that another question of the section, or field of the group, has too."""
    seen: dict[tuple[str, str, str, str], str] = {}
    for subject in survey.subjects():
        for language in LANGUAGES:
            words = fold(subject.question.short.by_language.get(language, ""))
            group = subject.group.id if subject.group else ""
            key = (subject.section.id, group, str(language), words)
            if key in seen:
                yield subject.place("short", language), {"text": words, "other": seen[key]}
            seen[key] = subject.name


@rule("lint.because_form")
def because_form(survey: Survey) -> Iterator[Finding]:
    """Find reasons of recommendations that can't follow the value in one sentence."""
    for subject in survey.subjects():
        for steps, language, words in subject.words("because"):
            opening = "porque " if language == LANGUAGES[0] else "because "
            if not words.startswith(opening) or words.rstrip().endswith("."):
                yield subject.place(*steps), {"opening": opening.strip(), "text": words}


RULES: Final[tuple[Rule, ...]] = (
    question_too_long, no_question_mark, two_questions, help_missing, help_too_long, link,
    help_repeats, label_too_long, label_missing, why_missing, why_vague, example_missing,
    text_twice, label_twice, because_form,
)  # fmt: skip
