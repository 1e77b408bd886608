"""The look of a preview is that of the site, in the company's colours."""

import pytest

from questionnaire.errors import AnswerProblems


def test_styles_come_in_the_order_of_the_site(bench, bakery, tmp_path):
    """The theme first, then the brand and our own sheets, each by its file name."""
    found = bench.preview_styles(tmp_path, bakery)
    assert list(found) == ["main.css", "palette.css", "brand.css", "look.css", "a11y.css"]
    assert all(found.values())


def test_the_brand_follows_the_answers(bench, nothing, answer, tmp_path):
    """Half a wizard has the usual colour; an answer changes it at once."""
    usual = bench.preview_styles(tmp_path, nothing)["brand.css"]
    shown = answer(nothing, "brand_colour", "#a12345")
    assert "#a12345" not in usual
    assert "#a12345" in bench.preview_styles(tmp_path, shown)["brand.css"]


@pytest.mark.parametrize("colour", ["#000000", "#ffffff", "#0b6e4f", "#f2b705", "#767676", "#abc"])
def test_a_palette_can_be_read(bench, colour):
    """Text on the colour reaches 4.5:1 whatever the colour, and the ratio says how much."""
    found = bench.choose_palette(colour)
    assert 4.5 <= found.ratio <= 21
    assert found.on_brand in {"#000000", "#ffffff"}


@pytest.mark.parametrize("colour", ["red", "#12", "", "#12345g", "#000;}"])
def test_what_is_no_colour_is_refused(bench, colour):
    """The wizard tells the problem; nothing reaches a style sheet."""
    with pytest.raises(AnswerProblems):
        bench.choose_palette(colour)
