"""The page beside the question: the right one, word for word the built one, with its changes marked."""

from pathlib import Path

import pytest

from questionnaire.text import ENGLISH, LANGUAGES, SPANISH
from tests.built import BAKERY, ENERGY
from tests.visible import find_running, parse, read_article, read_texts

FOLDER = Path()
PAGES = (
    "p.home",
    "p.emergency",
    "p.raci",
    "p.triage",
    "p.ownership",
    "p.mix",
    "p.house_rules",
    "p.decisions",
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("company", [BAKERY, ENERGY])
def test_a_preview_reads_as_the_built_page(bench, samples, said, company, language):
    """Not a word more or less than the page of the site, drawings and boxes included."""
    answers, built = said[company], samples[company]
    files = {page.id: page.path for page in built.result.project.pages if page.language == language}
    pages = built.pages(language)
    for page in PAGES:
        found = bench.preview(FOLDER, answers, answers, "", language, page)
        name = Path(files[page]).with_suffix(".html").name
        assert read_texts(found.html) == read_article(pages[name])
        assert "data-changed" not in found.html
        assert not found.changed


def test_a_question_shows_the_page_it_is_meant_for(bench, bakery, answer):
    """The first page named in the question that really reads it; the others are told by title."""
    shown = answer(bakery, "posts_month", "20")
    found = bench.preview(FOLDER, bakery, shown, "posts_month", ENGLISH)
    assert found.page == "p.mix"
    assert found.title
    assert found.changed
    assert found.page not in dict(found.others)
    assert all(title for _, title in found.others)


def test_the_anchor_is_the_first_clause_that_differs(bench, bakery, answer):
    """Without a difference it is the first that reads the question."""
    shown = answer(bakery, "crisis_deputy", "marcos")
    changed = bench.preview(FOLDER, bakery, shown, "crisis_deputy", SPANISH, "p.raci")
    assert f'id="{changed.anchor}"' in changed.html
    same = bench.preview(FOLDER, bakery, bakery, "goals", SPANISH, "p.raci")
    assert same.anchor == "" or f'id="{same.anchor}"' in same.html
    assert not same.changed


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_what_differs_is_marked(bench, energy, answer, language):
    """A changed name marks the rows that print it, and most of the page stays plain."""
    shown = answer(energy, "crisis_deputy", "miren")
    found = bench.preview(FOLDER, energy, shown, "crisis_deputy", language)
    plain = bench.preview(FOLDER, shown, shown, "crisis_deputy", language, found.page)
    marks = found.html.count(" data-changed=")
    assert 0 < marks < plain.html.count("<tr>") + plain.html.count("<p>") + plain.html.count("<li>")
    assert read_texts(found.html) == read_texts(plain.html)


def test_links_stay_in_the_wizard(bench, bakery):
    """A link to another page asks for its preview; one to elsewhere opens beside; nothing runs."""
    found = bench.preview(FOLDER, bakery, bakery, "", SPANISH, "p.home")
    assert 'data-page="p.emergency"' in found.html
    assert 'href="?page=p.emergency' in found.html
    assert ".md" not in found.html
    assert find_running(parse(found.html)).scripts == ()
    inner = [one for one in found.html.split("<a ")[1:] if 'href="?page=' in one.split(">")[0]]
    assert all(one.startswith('data-page="p.') for one in inner)


def test_no_page_is_none(bench, bakery, nothing):
    """A question that no page reads, and a page that this book doesn't have."""
    assert bench.preview(FOLDER, bakery, bakery, "no_such_question", SPANISH) is None
    assert bench.preview(FOLDER, bakery, bakery, "sponsor", SPANISH, "p.nowhere") is None
    assert bench.preview(FOLDER, nothing, nothing, "company_name", SPANISH) is not None


def test_a_page_that_was_not_there_is_new_as_a_whole(bench, bakery, answer):
    """With an agency the book gains a page: all of it is new."""
    shown = answer(bakery, "agency", "yes")
    found = bench.preview(FOLDER, bakery, shown, "agency", ENGLISH, "p.agency")
    assert found.changed
    assert 'data-changed="new"' in found.html
    assert 'data-changed="changed"' not in found.html
