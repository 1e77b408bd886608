"""The pen: narrow SVG that can be read on a phone, in light and dark, on paper and by ear.

Everything is 340 units wide, about the width of a phone, so that text keeps its size there.
Colours are the text's own; the site's style sheet adds the brand to the marked parts.
"""

from collections.abc import Sequence
from html import escape
from typing import Final

from questionnaire.sources import INVISIBLE

WIDTH: Final = 340
MARGIN: Final = 8
TEXT: Final = 14
LINE: Final = 18
"""Distance between two lines of text."""
PADDING: Final = 10

# Widths in parts of the font size, on the wide side: fonts differ and text may not leave its box.
_NARROW: Final = frozenset("iljtfrI.,:;'’!|()[]·- ")
_WIDE: Final = frozenset("mwMWÑ@%&—–…OQGDHNU")


def measure(text: str, size: float = TEXT) -> float:
    """Return about how wide a text will be."""
    return size * sum(_measure_character(character) for character in text)


def _measure_character(character: str) -> float:
    if character in _NARROW:
        return 0.36
    if character in _WIDE or ord(character) > 0x2E80:  # noqa: PLR2004 (ideographs and emoji)
        return 0.86 if ord(character) < 0x2E80 else 1.1  # noqa: PLR2004
    return 0.66 if character.isupper() else 0.57


def wrap(text: str, width: float, size: float = TEXT) -> list[str]:
    """Return the lines of a text in a given width; a word that is too long is cut."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and measure(joined, size) <= width:
            lines[-1] = joined
            continue
        *full, rest = _cut(word, width, size)
        lines += [*full, rest]
    return lines


def _cut(word: str, width: float, size: float) -> list[str]:
    pieces = [""]
    for character in word:
        if pieces[-1] and measure(pieces[-1] + character, size) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces


def quote(text: str) -> str:
    """Return a text for SVG inside Markdown; braces too, so that nothing looks like a template."""
    shown = " ".join(INVISIBLE.sub(" ", text).split())
    return escape(shown).replace("{", "&#123;").replace("}", "&#125;")


def write_lines(lines: Sequence[str], x: float, y: float, *, bold: bool = False) -> str:
    """Return lines of text below each other; `y` is the top of the first one."""
    weight = ' font-weight="700"' if bold else ""
    spans = "".join(
        f'<tspan x="{_figure(x)}" y="{_figure(y + LINE * index + TEXT)}">{quote(line)}</tspan>'
        for index, line in enumerate(lines)
    )
    return f"<text{weight}>{spans}</text>" if lines else ""


def draw_box(
    x: float, y: float, width: float, height: float, *, dashed: bool = False, tinted: bool = False
) -> str:
    """Return the outline of a box; dashed if what it shows is missing, tinted if it is an ending."""
    fill = 'fill="currentColor" fill-opacity="0.08"' if tinted else 'fill="none"'
    dashes = ' stroke-dasharray="5 4"' if dashed else ""
    return (
        f'<rect class="drawing-line" x="{_figure(x)}" y="{_figure(y)}" width="{_figure(width)}" '
        f'height="{_figure(height)}" rx="6" {fill} stroke="currentColor" stroke-width="1.5"{dashes}/>'
    )


def draw_line(*points: tuple[float, float], arrow: bool = False) -> str:
    """Return a line through some points, with a head at its end if it is an arrow."""
    path = "M" + "L".join(f"{_figure(x)} {_figure(y)}" for x, y in points)
    line = f'<path d="{path}" fill="none" stroke="currentColor" stroke-width="1.5"/>'
    return line + (_draw_head(points[-2], points[-1]) if arrow else "")


def _draw_head(before: tuple[float, float], tip: tuple[float, float]) -> str:
    x, y = tip
    sides = ((x - 4, y - 7), (x + 4, y - 7)) if before[0] == x else ((x - 7, y - 4), (x - 7, y + 4))
    corners = "L".join(
        f"{_figure(one)} {_figure(other)}" for one, other in (sides[0], tip, sides[1])
    )
    return f'<path d="M{corners}Z" fill="currentColor"/>'


def draw_mark(x: float, y: float, width: float, height: float, *, faint: bool = False) -> str:
    """Return a filled bar; the faint one shows the whole behind it."""
    look = 'fill-opacity="0.15"' if faint else 'class="drawing-mark"'
    return (
        f'<rect {look} x="{_figure(x)}" y="{_figure(y)}" width="{_figure(width)}" '
        f'height="{_figure(height)}" rx="3" fill="currentColor"/>'
    )


def finish(name: str, title: str, description: str, height: float, parts: Sequence[str]) -> str:
    """Return the whole drawing as one line of HTML that Markdown leaves as it is."""
    ids = f"drawing-{name}-title", f"drawing-{name}-text"
    return (
        '<figure class="drawing" data-search-exclude>'
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {_figure(height)}" '
        f'width="{WIDTH}" height="{_figure(height)}" role="img" '
        f'aria-labelledby="{ids[0]} {ids[1]}" font-family="sans-serif" font-size="{TEXT}" '
        f'fill="currentColor"><title id="{ids[0]}">{quote(title)}</title>'
        f'<desc id="{ids[1]}">{quote(description)}</desc>{"".join(parts)}</svg></figure>'
    )


def _figure(number: float) -> str:
    return f"{number:.1f}".rstrip("0").rstrip(".")
