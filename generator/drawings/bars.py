"""The content mix: one bar a part, its words above it, so that no colour has to be told apart."""

from typing import Final

from generator.drawings.model import BarChart
from generator.drawings.svg import LINE, MARGIN, WIDTH, draw_mark, finish, wrap, write_lines

_THICK: Final = 12.0
_GAP: Final = 14.0
_FULL: Final = WIDTH - 2 * MARGIN


def draw_bars(chart: BarChart) -> str:
    """Return the chart as HTML; a bar as wide as the drawing is the whole."""
    parts: list[str] = []
    y = float(MARGIN)
    for bar in chart.bars:
        names = wrap(bar.label, _FULL)
        texts = wrap(bar.text, _FULL)
        parts.append(write_lines(names, MARGIN, y, bold=True))
        y += LINE * len(names)
        parts.append(write_lines(texts, MARGIN, y))
        y += LINE * len(texts) + 4
        parts.append(draw_mark(MARGIN, y, _FULL, _THICK, faint=True))
        parts.append(draw_mark(MARGIN, y, _FULL * min(max(bar.share, 0.0), 100.0) / 100, _THICK))
        y += _THICK + _GAP
    return finish("mix", chart.title, describe_bars(chart), y - _GAP + MARGIN, parts)


def describe_bars(chart: BarChart) -> str:
    """Return the chart in words."""
    return "; ".join(f"{bar.label}: {bar.text}" for bar in chart.bars) + "."
