"""How a preview looks: the theme's style sheets with the colours of a company."""

from collections.abc import Mapping

from generator.project.brand import (
    DEFAULT_COLOUR,
    choose_palette,
    measure_text,
    read_colour,
    write_brand_css,
)
from generator.project.theme import load_theme
from generator.site.styles import keep_home, read_theme_styles
from questionnaire.web.consultant import Palette

BRAND_STYLE = "assets/brand/brand.css"
"""Where the site has the colours of the brand; the theme says when they apply."""


def read_styles(colour: object) -> Mapping[str, str]:
    """Return every style sheet of the site by its name, in the order in which they apply."""
    theme = load_theme()
    written = read_colour(colour) if isinstance(colour, str) else DEFAULT_COLOUR
    brand = write_brand_css(choose_palette(written))
    ours = {
        path.rpartition("/")[2]: brand
        if path == BRAND_STYLE
        else keep_home(_read(theme.files[path]))
        for path in theme.styles
    }
    return {**read_theme_styles(), **ours}


def describe_palette(colour: str) -> Palette:
    """Return what goes with a colour; raises AnswerProblems for what is no colour."""
    palette = choose_palette(read_colour(colour))
    return Palette(
        brand=palette.brand,
        on_brand=palette.on_brand,
        link_light=palette.link_light,
        link_dark=palette.link_dark,
        ratio=round(measure_text(palette), 2),
    )


def _read(content: bytes) -> str:
    return content.decode("utf-8")
