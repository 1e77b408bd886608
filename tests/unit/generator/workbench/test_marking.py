"""Two versions of a page laid side by side: what differs is marked and nothing breaks."""

import html5lib
import pytest

from generator.project.article import convert_page
from generator.workbench.links import lead_to_previews
from generator.workbench.marking import mark_changes, read_units
from tests.built import BAKERY, ENERGY
from tests.visible import read_texts


def mark(before: str, now: str) -> str:
    """Return a page with its changes marked."""
    return mark_changes(now, read_units(now), read_units(before))


TABLE = "<table><thead><tr><th>A</th></tr></thead><tbody>{}</tbody></table>"
BOX = '<div class="admonition note"><p class="admonition-title">T</p><p>{}</p></div>'


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("<p>one</p>", "<p>one</p>", "<p>one</p>"),
        ("<p>one</p>", "<p>two</p>", '<p data-changed="changed">two</p>'),
        ("<p>a</p>", "<p>a</p>\n<p>b</p>", '<p>a</p>\n<p data-changed="new">b</p>'),
        ("<p>a</p><p>b</p>", "<p>a</p>", '<p data-changed="gone">a</p>'),
        ("<p>z</p><p>b</p>", "<p>b</p>", '<p data-changed="gone">b</p>'),
        ("<p>a  b</p>", "<p>a\nb</p>", "<p>a\nb</p>"),
        ('<p class="x">a</p>', '<p class="y">a</p>', '<p class="y">a</p>'),
        ("<p>a <b>b</b></p>", "<p>a b</p>", '<p data-changed="changed">a b</p>'),
    ],
)
def test_paragraphs(before, now, expected):
    """Changed, new and gone; space and the element's own class make no difference."""
    assert mark(before, now) == expected


def test_only_the_row_of_a_table_is_marked():
    """The other rows and the table itself stay plain."""
    before = TABLE.format("<tr><td>1</td></tr><tr><td>2</td></tr>")
    found = mark(before, TABLE.format("<tr><td>1</td></tr><tr><td>3</td></tr>"))
    assert found == TABLE.format('<tr><td>1</td></tr><tr data-changed="changed"><td>3</td></tr>')


def test_an_item_and_its_inner_list_are_told_apart():
    """A change in an inner item doesn't mark the outer one, nor the other way round."""
    page = "<ul><li>{}<ul><li>{}</li></ul></li></ul>"
    inner = mark(page.format("a", "b"), page.format("a", "c"))
    assert inner == page.format("a", "{}").replace("<li>{}", '<li data-changed="changed">c')
    outer = mark(page.format("a", "b"), page.format("z", "b"))
    assert outer.startswith('<ul><li data-changed="changed">z<ul><li>b')


def test_a_box_that_is_new_is_marked_once():
    """The box as a whole where all of it is new; its paragraph where only that differs."""
    assert mark("<p>a</p>", "<p>a</p>" + BOX.format("x")) == (
        '<p>a</p><div data-changed="new" class="admonition note">'
        '<p class="admonition-title">T</p><p>x</p></div>'
    )
    found = mark(BOX.format("x"), BOX.format("y"))
    assert found.count("data-changed") == 1
    assert '<p data-changed="changed">y</p>' in found


def test_a_drawing_is_one_unit():
    """Whatever moves inside it, the figure is marked and nothing in it."""
    drawing = '<figure><svg viewBox="0 0 1 1"><path d="M{} 0"/></svg><p>x</p></figure>'
    found = mark(drawing.format(1), drawing.format(2))
    assert found == drawing.format(2).replace("<figure", '<figure data-changed="changed"')


def test_marking_changes_no_element(samples):
    """On every page of the samples, laid beside the same page of the other company."""
    one, other = (samples[company].result for company in (BAKERY, ENERGY))
    names = sorted(one.project.files.keys() & other.project.files.keys())
    pages = [name for name in names if name.startswith("docs/") and name.endswith(".md")]
    for name in pages[::4]:
        before, now = (
            lead_to_previews(convert_page(each.project.files[name].decode()))
            for each in (one, other)
        )
        found = mark(before, now)
        assert read_texts(found) == read_texts(now)
        assert _shape(found) == _shape(now)
        assert "data-changed" in found


def _shape(page):
    """Return the elements of a page in order, without the marks."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    return [
        (one.tag, {key: value for key, value in one.attrib.items() if key != "data-changed"})
        for one in tree.iter()
        if isinstance(one.tag, str)
    ]
