"""The blank sheet: every question once, in both languages, sound as Markdown and as HTML."""

import re
from itertools import pairwise

import html5lib
import pytest

from questionnaire.loader import load_questionnaire
from questionnaire.sheet import lay_out_sheet, write_markdown, write_page
from questionnaire.sheet.document import _words
from questionnaire.text import LANGUAGES, Language
from tests.unit.questionnaire.small import SMALL

QUESTIONNAIRE = load_questionnaire()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_is_on_the_sheet_once(language: Language) -> None:
    """What the interview asks can be read beforehand, with its reason."""
    sheet = lay_out_sheet(QUESTIONNAIRE, language)
    boxes = [box for part in sheet.parts for box in part.boxes]
    questions = list(QUESTIONNAIRE.by_id.values())
    assert [box.text for box in boxes] == [one.text.read_in(language) for one in questions]
    assert all(box.why for box in boxes)
    assert len({box.number for box in boxes}) == len(boxes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_quick_sheet_has_the_essential_questions_and_fields(language: Language) -> None:
    """Ten minutes on paper are ten minutes in the interview."""
    sheet = lay_out_sheet(QUESTIONNAIRE, language, quick=True)
    boxes = [box for part in sheet.parts for box in part.boxes]
    essential = [one for one in QUESTIONNAIRE.by_id.values() if one.tier == "essential"]
    assert [box.text for box in boxes] == [one.text.read_in(language) for one in essential]
    people = next(box for box in boxes if box.cards)
    assert len(people.cards[0].boxes) < len(QUESTIONNAIRE.by_id["personas"].fields)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("quick", [True, False])
def test_the_markdown_holds_every_question_and_option(language: Language, quick: bool) -> None:
    """Each option has its box to tick, and no sentence is left unfilled."""
    sheet = lay_out_sheet(QUESTIONNAIRE, language, quick=quick)
    text = write_markdown(sheet)
    for part in sheet.parts:
        assert f"## {part.title}" in text
        for box in part.boxes:
            assert f"### {box.number} {box.text}" in text
            assert all(f"- [ ] {option}" in text for option in box.options)
    assert not re.search(r"\{[a-z_]+\}", text)
    assert text.startswith("# ")
    assert text.endswith("\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_sound_html(language: Language) -> None:
    """A strict reader finds no fault, headings go down by one, ids are unique, links lead on."""
    page = write_page(lay_out_sheet(QUESTIONNAIRE, language))
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    assert tree.get("lang") == language
    levels = [int(one.tag[1]) for one in tree.iter() if re.fullmatch("h[1-6]", str(one.tag))]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = [one.get("id") for one in tree.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    links = [str(one.get("href")) for one in tree.iter("a")]
    assert links
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_the_page_loads_nothing_and_runs_nothing() -> None:
    """It can be mailed, opened and printed anywhere."""
    page = write_page(lay_out_sheet(QUESTIONNAIRE, LANGUAGES[0]))
    assert not re.search(r"<script|<link|<img|\bsrc=|url\(|https?://(?!\S*\.example)", page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_conditions_are_told_in_words(language: Language) -> None:
    """Nobody has to read the condition language."""
    sheet = lay_out_sheet(QUESTIONNAIRE, language)
    boxes = {box.text: box for part in sheet.parts for box in part.boxes}
    agency = boxes[QUESTIONNAIRE.by_id["agencies"].text.read_in(language)]
    assert QUESTIONNAIRE.by_id["agency"].short.read_in(language) in agency.only_if
    told = [box.only_if for box in boxes.values() if box.only_if]
    assert told
    assert not [one for one in told if "==" in one or "_" in one]


def test_any_questionnaire_can_be_printed() -> None:
    """The sheet depends on no question of ours."""
    for language in LANGUAGES:
        sheet = lay_out_sheet(SMALL, language)
        assert write_markdown(sheet)
        assert write_page(sheet)


def test_texts_are_escaped_in_the_page() -> None:
    """A sign of HTML in a question stays a sign."""
    page = write_page(lay_out_sheet(QUESTIONNAIRE, LANGUAGES[1]))
    assert "Plumb & Level" not in page
    assert "Finch &amp; Moor" in page


def test_every_word_of_the_sheet_is_in_both_languages() -> None:
    """Neither language is a half."""
    assert all(set(texts) == set(LANGUAGES) for texts in _words().values())
