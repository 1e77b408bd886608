"""Any brand colour gives colours that can be read."""

import pytest

from generator.project.brand import _read, choose_palette, contrast, read_colour, write_brand_css
from questionnaire.errors import AnswerProblems

_COLOURS = ["#0b6e4f", "#f2b705", "#00b5e2", "#ffffff", "#000000", "#777777", "#e4002b", "#7fff00"]


@pytest.mark.parametrize("colour", _COLOURS)
def test_everything_can_be_read(colour: str) -> None:
    """Text on the brand and links on both surfaces reach WCAG AA."""
    palette = choose_palette(colour)
    assert contrast(_read(palette.on_brand), _read(palette.brand)) >= 4.5
    assert contrast(_read(palette.link_light), _read("#f5f5f5")) >= 4.6
    assert contrast(_read(palette.link_dark), _read("#2b2e38")) >= 4.6


def test_known_ratios() -> None:
    """Black on white is 21 to 1, a colour on itself 1 to 1 (WCAG 2.2)."""
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((9, 9, 9), (9, 9, 9)) == pytest.approx(1)


@pytest.mark.parametrize(("written", "kept"), [("#ABC", "#aabbcc"), ("#1A73E8", "#1a73e8")])
def test_colour_is_kept_as_six_digits(written: str, kept: str) -> None:
    """Short and capital forms are the same colour."""
    assert read_colour(written) == kept


@pytest.mark.parametrize(
    "written",
    [
        "red;}body{display:none",
        "#fff/*",
        "rgb(1,2,3)",
        "var(--x)",
        "#12345678",
        "#１２３",
        "",
        "#fff\n",
    ],
)
def test_anything_else_is_refused(written: str) -> None:
    """What isn't a plain colour never reaches a style sheet."""
    with pytest.raises(AnswerProblems):
        read_colour(written)


def test_style_sheet_holds_the_palette() -> None:
    """The style sheet sets the brand colour for both schemes."""
    css = write_brand_css(choose_palette("#f2b705"))
    assert "--brand: #f2b705" in css
    assert "--on-brand: #000000" in css
