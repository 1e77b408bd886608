"""The questions we ask: complete in both languages, each with its reason, few enough to finish."""

from collections.abc import Iterator

import pytest

from questionnaire.loader import load_questionnaire
from questionnaire.model import Question
from questionnaire.text import LANGUAGES, Text

QUESTIONS = tuple(load_questionnaire().by_id.values())
CHAPTERS = {
    "p.home", "p.strategy", "p.purpose", "p.objectives", "p.audience", "p.channels", "p.mix",
    "p.voice", "p.staff_images",
    "p.ownership", "p.raci", "p.accounts", "p.staff_policy", "p.triage", "p.emergency",
    "p.budget", "p.training",
    "p.calendar", "p.newsjacking", "p.security", "p.house_rules", "p.coverage",
    "p.agency", "p.decisions", "p.functions", "p.metrics", "p.meetings", "p.change", "p.experiments",
    "p.account_life", "p.collaborations", "p.user_content", "p.style", "p.listening", "p.leavers",
}  # fmt: skip


def _with_fields() -> Iterator[tuple[str, Question]]:
    for question in QUESTIONS:
        yield question.id, question
        for one in question.fields:
            yield f"{question.id}.{one.id}", one


EVERY = dict(_with_fields())


def _texts(question: Question) -> Iterator[Text]:
    yield question.text
    yield question.short
    for one in (question.help, question.why_we_ask, question.example, question.unit):
        if one is not None:
            yield one
    yield from (choice.text for choice in question.choices)
    yield from (rule.because for rule in question.recommend)
    if question.item_name is not None:
        yield question.item_name


def test_the_essential_questions_fit_in_ten_minutes() -> None:
    """There are 18 essential questions; the fields of their groups come on top."""
    assert sum(question.tier == "essential" for question in QUESTIONS) == 18


def test_the_standard_questions_are_enough_for_a_full_book() -> None:
    """At least 45 questions go deeper than the essential ones."""
    assert sum(question.tier == "standard" for question in QUESTIONS) >= 45


@pytest.mark.parametrize("name", EVERY)
def test_every_text_exists_in_both_languages(name: str) -> None:
    """A text that lacks a language, or is blank in one, would leave a hole on a screen."""
    for text in _texts(EVERY[name]):
        for language in LANGUAGES:
            assert text.by_language.get(language, "").strip()


@pytest.mark.parametrize("name", EVERY)
def test_every_question_says_why_and_gives_an_example(name: str) -> None:
    """Nobody should have to guess what a question is for or what an answer looks like."""
    assert EVERY[name].why_we_ask is not None
    assert EVERY[name].example is not None


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_every_question_helps_and_is_used_by_a_chapter(question: Question) -> None:
    """An answer that no chapter uses is a minute stolen from the reader."""
    assert question.help is not None
    assert question.used_in
    assert set(question.used_in) <= CHAPTERS


@pytest.mark.parametrize("name", EVERY)
def test_questions_are_short(name: str) -> None:
    """A question of more than 15 words has to be read twice."""
    for language in LANGUAGES:
        assert len(EVERY[name].text.read_in(language).split()) <= 15


@pytest.mark.parametrize("name", EVERY)
def test_reasons_of_recommendations_continue_a_sentence(name: str) -> None:
    """Reasons are joined with others, so each begins with its because and ends without a stop."""
    for rule in EVERY[name].recommend:
        for language, opening in (("es", "porque "), ("en", "because ")):
            because = rule.because.by_language[language]
            assert because.startswith(opening)
            assert not because.endswith(".")


def test_what_belongs_to_a_person_is_marked_as_personal() -> None:
    """Phones and personal mailboxes must never reach a public edition."""
    assert EVERY["people.phone"].sensitivity == "personal"
    assert EVERY["people.email"].sensitivity == "personal"


def test_spanish_addresses_one_person() -> None:
    """The Spanish reader is «tú» everywhere; plural forms of Spain would exclude most of them."""
    plural = {"os", "vosotros", "vuestra", "vuestro", "vuestras", "vuestros", "sois", "tenéis"}
    for name, question in EVERY.items():
        for text in _texts(question):
            words = {word.strip(".,;:¿?¡!«»()").lower() for word in text.by_language["es"].split()}
            assert not words & plural, name
