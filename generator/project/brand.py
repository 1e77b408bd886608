"""The company's colour made readable: text on it, and links on a light and on a dark page.

Ratios follow WCAG 2.2, criterion 1.4.3 (4.5:1 for text), W3C, 2023; link colours aim a little
higher because the theme tints some of the surfaces they stand on.
"""

import re
from dataclasses import dataclass
from typing import Final

from generator.project.logo import Logo
from questionnaire.errors import AnswerProblems, Place, Problem

DEFAULT_COLOUR: Final = "#0b6e4f"
TEXT_CONTRAST: Final = 4.5
LINK_CONTRAST: Final = 4.6
LIGHT_SURFACE: Final = "#f5f5f5"
"""The darkest surface of the light scheme on which the theme prints links: code and tables."""
DARK_SURFACE: Final = "#2b2e38"
"""The lightest surface of the dark scheme on which the theme prints links."""

_COLOUR: Final = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.ASCII | re.IGNORECASE)
_STEP: Final = 0.02
_BLACK: Final = (0, 0, 0)
_WHITE: Final = (255, 255, 255)

Rgb = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Brand:
    """How a company looks. Without a logo its initial stands in for one."""

    name: str
    colour: str = DEFAULT_COLOUR
    logo: Logo | None = None


@dataclass(frozen=True, slots=True)
class Palette:
    """The brand colour with all that must be read on it or beside it, as `#rrggbb`."""

    brand: str
    brand_dark: str
    on_brand: str
    link_light: str
    link_dark: str


def read_colour(value: str, question: str = "brand_colour") -> str:
    """Return a colour as `#rrggbb`; anything but `#rgb` or `#rrggbb` is refused."""
    if not _COLOUR.fullmatch(value):
        problem = Problem("brand.colour", Place(question=question), {"value": value})
        raise AnswerProblems([problem])
    return _write(_read(value))


def choose_palette(colour: str) -> Palette:
    """Return the colours that go with a brand colour so that everything can be read."""
    brand = _read(colour)
    on_brand = _WHITE if contrast(_WHITE, brand) >= TEXT_CONTRAST else _BLACK
    return Palette(
        brand=_write(brand),
        brand_dark=_write(_mix(brand, _BLACK, 0.2)),
        on_brand=_write(on_brand),
        link_light=_write(_mix_until_read(brand, _BLACK, _read(LIGHT_SURFACE))),
        link_dark=_write(_mix_until_read(brand, _WHITE, _read(DARK_SURFACE))),
    )


def contrast(one: Rgb, other: Rgb) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def measure_text(palette: Palette) -> float:
    """Return the contrast of the text that is printed on the brand colour, from 1 to 21."""
    return contrast(_read(palette.brand), _read(palette.on_brand))


def _luminance(colour: Rgb) -> float:
    red, green, blue = (_linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 (sRGB)


def _mix_until_read(colour: Rgb, towards: Rgb, surface: Rgb) -> Rgb:
    part = 0.0
    while contrast(_mix(colour, towards, part), surface) < LINK_CONTRAST:
        part += _STEP
    return _mix(colour, towards, part)


def _mix(colour: Rgb, towards: Rgb, part: float) -> Rgb:
    red, green, blue = (
        round(channel + (aim - channel) * part)
        for channel, aim in zip(colour, towards, strict=True)
    )
    return red, green, blue


def _read(colour: str) -> Rgb:
    digits = colour.removeprefix("#")
    if len(digits) == 3:  # noqa: PLR2004 (the short form doubles each digit)
        digits = "".join(digit * 2 for digit in digits)
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def _write(colour: Rgb) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def write_brand_css(palette: Palette) -> str:
    """Return the style sheet of the brand: colours only, the rest of the look is the theme's."""
    return f"""\
/* Colours of the brand, chosen so that text on them and links beside them can be read. */
:root {{
  --brand: {palette.brand};
  --on-brand: {palette.on_brand};
}}
[data-md-color-primary="custom"] {{
  --md-primary-fg-color: {palette.brand};
  --md-primary-fg-color--light: {palette.brand};
  --md-primary-fg-color--dark: {palette.brand_dark};
  --md-primary-bg-color: {palette.on_brand};
  --md-primary-bg-color--light: {palette.on_brand};
}}
[data-md-color-scheme="default"] {{
  --brand-mark: {palette.link_light};
  --md-typeset-a-color: {palette.link_light};
  --md-accent-fg-color: {palette.link_light};
  --md-accent-fg-color--transparent: {palette.link_light}1a;
}}
[data-md-color-scheme="slate"] {{
  --brand-mark: {palette.link_dark};
  --md-typeset-a-color: {palette.link_dark};
  --md-accent-fg-color: {palette.link_dark};
  --md-accent-fg-color--transparent: {palette.link_dark}1a;
}}
"""
