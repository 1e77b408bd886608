"""A page is read standing up: 350 words in a small business's book, 900 in a full one."""

import re
from datetime import date
from functools import cache

import pytest

from generator.advice import advise
from generator.facts import derive_facts
from generator.handbook import plan_handbook
from generator.library import load_library
from generator.project.render import render_pages
from questionnaire.loader import load_questionnaire
from questionnaire.sources import data_folder
from questionnaire.store import load_answers
from questionnaire.text import LANGUAGES

TODAY = date(2026, 11, 22)
SAMPLES = ("panaderia-nandu", "norte-energia")
MICRO, FULL = 350, 900
"""Words a page: the eighth of the ten rules of writing."""

FOLDED = re.compile(r"^\?\?\?.*\n(?:(?: {4}.*)?\n)*", re.MULTILINE)
DRAWING = re.compile(r"<figure.*?</figure>", re.DOTALL)
UNSPOKEN = re.compile(r"\{[:#][^}]*\}|\]\([^)]*\)|<[^>]+>")
"""Anchors, the addresses of links and tags: written, but never read."""


def count_words(markdown: str) -> int:
    """Count what a reader sees at once: no head, no folded box, no drawing, no footer."""
    body = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.DOTALL)
    body = body.split("{#about}")[0].rpartition("\n## ")[0]
    seen = UNSPOKEN.sub(" ", DRAWING.sub("", FOLDED.sub("", body)))
    return sum(any(one.isalnum() for one in word) for word in seen.split())


@cache
def write_pages(sample: str) -> tuple[int, dict[str, str]]:
    """Return the limit of a sample's book and its pages by path, in both languages."""
    questionnaire, library = load_questionnaire(), load_library()
    path = data_folder("questionnaire", "examples", sample) / "answers.yml"
    facts = derive_facts(questionnaire, load_answers(path, questionnaire), TODAY)
    advice = advise(facts, library)
    written = [
        one
        for language in LANGUAGES
        for one in render_pages(plan_handbook(facts, advice, library, language, "internal"))
    ]
    limit = MICRO if facts.book == "micro" else FULL
    return limit, {one.page.path: one.markdown for one in written}


@pytest.mark.parametrize("chapter", load_library().chapters, ids=lambda head: head.id)
@pytest.mark.parametrize("sample", SAMPLES)
def test_a_page_can_be_read_in_one_go(sample, chapter):
    """Every page keeps to its limit, in both languages; what is longer is folded or cut."""
    limit, pages = write_pages(sample)
    counts = {
        path: count_words(text)
        for path, text in pages.items()
        if f'page_id: "{chapter.id}"' in text
    }
    assert {path: words for path, words in counts.items() if words > limit} == {}


def test_what_is_folded_is_not_counted():
    """A folded box, the head and the footer leave the count of a page alone."""
    page = '---\ntitle: "T"\n---\n\n# One two\n\n??? note "X"\n    a b\n\n    c\n\n'
    page += "three [four](x.md) {: .y }\n\n## About {#about}\n\nfive\n"
    assert count_words(page) == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_small_book_reads_in_twenty_minutes(language):
    """At 250 words a minute, a careful adult's pace (starting value of ours).

    The house rules are a text for the public: it is published as it stands, not read by the team.
    """
    _, pages = write_pages("panaderia-nandu")
    own = [
        text
        for path, text in pages.items()
        if f"/{language}/" in path and 'page_id: "p.house_rules"' not in text
    ]
    assert sum(map(count_words, own)) <= 20 * 250


@pytest.mark.parametrize("sample", ["panaderia-nandu", "taller-sola"])
def test_the_house_rules_stay_short_when_little_was_answered(sample):
    """Open decisions take room on the page: what is left still fits on the notice board."""
    questionnaire, library = load_questionnaire(), load_library()
    answers = load_answers(
        data_folder("questionnaire", "examples", sample) / "answers.yml", questionnaire
    )
    for one in list(answers.by_id):
        if questionnaire.by_id[one].tier != "essential":
            answers = answers.without(one)
    facts = derive_facts(questionnaire, answers, TODAY)
    advice = advise(facts, library)
    for language in LANGUAGES:
        pages = render_pages(plan_handbook(facts, advice, library, language, "internal"))
        rules = next(one for one in pages if one.page.id == "p.house_rules")
        assert count_words(rules.markdown) <= MICRO
