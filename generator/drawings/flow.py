"""The triage chart: one question below another, each with its way out to the right."""

from typing import Final

from generator.drawings.model import FlowChart
from generator.drawings.svg import (
    LINE,
    MARGIN,
    PADDING,
    WIDTH,
    draw_box,
    draw_line,
    finish,
    measure,
    wrap,
    write_lines,
)

_TRUNK: Final = 24.0
_WAY_OUT: Final = 84.0
_GAP: Final = 12.0
_STEP: Final = 32.0
_FULL: Final = WIDTH - 2 * MARGIN


def draw_flow(chart: FlowChart) -> str:
    """Return the chart as HTML."""
    parts: list[str] = []
    y = float(MARGIN)
    for decision in chart.decisions:
        bottom = _draw_text_box(parts, decision.question, MARGIN, y)
        y = _draw_way_out(parts, chart.yes, decision.action, bottom)
        parts.append(draw_line((_TRUNK, bottom), (_TRUNK, y + _STEP), arrow=True))
        parts.append(write_lines([chart.no], _TRUNK + 8, y + 6, bold=True))
        y += _STEP
    bottom = _draw_text_box(parts, chart.otherwise, MARGIN, y, tinted=True)
    return finish("triage", chart.title, describe_flow(chart), bottom + MARGIN, parts)


def describe_flow(chart: FlowChart) -> str:
    """Return the chart in words, in the order in which it is drawn."""
    said = [
        f"{number}. {decision.question} {chart.yes}: {decision.action}"
        for number, decision in enumerate(chart.decisions, 1)
    ]
    return "; ".join((*said, f"{chart.no}: {chart.otherwise}"))


def _draw_text_box(
    parts: list[str], text: str, x: float, y: float, *, tinted: bool = False
) -> float:
    """Draw a box around a text and return where it ends."""
    width = WIDTH - MARGIN - x
    lines = wrap(text, width - 2 * PADDING)
    height = LINE * len(lines) + 2 * PADDING - 4
    parts.append(draw_box(x, y, width, height, tinted=tinted))
    parts.append(write_lines(lines, x + PADDING, y + PADDING - 2))
    return y + height


def _draw_way_out(parts: list[str], yes: str, action: str, y: float) -> float:
    top = y + _GAP
    bottom = _draw_text_box(parts, action, _WAY_OUT, top, tinted=True)
    middle = (top + bottom) / 2
    parts.append(draw_line((_TRUNK, middle), (_WAY_OUT, middle), arrow=True))
    room = (_TRUNK + _WAY_OUT) / 2 - measure(yes) / 2
    parts.append(write_lines([yes], max(room, _TRUNK + 4), middle - LINE - 2, bold=True))
    return bottom
