"""The ownership chart: an indented tree, because side by side it can't be read on a phone."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from generator.drawings.model import OrgBox, OrgChart
from generator.drawings.svg import (
    LINE,
    MARGIN,
    PADDING,
    WIDTH,
    draw_box,
    draw_line,
    finish,
    wrap,
    write_lines,
)

_INDENT: Final = 22
_DEEPEST: Final = 5
_GAP: Final = 12


def draw_org(chart: OrgChart) -> str:
    """Return the chart as HTML."""
    parts: list[str] = []
    tops: dict[str, tuple[float, float]] = {}
    y = float(MARGIN)
    for box, depth in _walk(chart.boxes):
        x = MARGIN + _INDENT * min(depth, _DEEPEST)
        width = WIDTH - MARGIN - x
        names, texts = wrap(box.name, width - 2 * PADDING), wrap(box.text, width - 2 * PADDING)
        height = LINE * (len(names) + len(texts)) + 2 * PADDING - 4
        above = tops.get(box.under or "")
        if above is not None:
            middle = y + height / 2
            parts.append(draw_line(above, (above[0], middle), (x, middle)))
        parts.append(draw_box(x, y, width, height, dashed=box.vacant))
        parts.append(write_lines(names, x + PADDING, y + PADDING - 2, bold=True))
        parts.append(write_lines(texts, x + PADDING, y + PADDING - 2 + LINE * len(names)))
        tops[box.id] = (x + _INDENT / 2, y + height)
        y += height + _GAP
    return finish("org", chart.title, describe_org(chart), y - _GAP + MARGIN, parts)


def describe_org(chart: OrgChart) -> str:
    """Return the chart in words, in the order in which it is drawn."""
    names = {box.id: box.name for box in chart.boxes}
    said = []
    for box, _ in _walk(chart.boxes):
        whole = f"{box.name}: {box.text}" if box.text else box.name
        above = names.get(box.under or "")
        said.append(f"{above} → {whole}" if above else whole)
    return ". ".join(said) + "."


def _walk(boxes: Sequence[OrgBox]) -> Iterator[tuple[OrgBox, int]]:
    """Yield every box once with its depth, a box whose superior is unknown or circular as a top."""
    below: dict[str | None, list[OrgBox]] = {}
    known = {box.id for box in boxes}
    for box in boxes:
        below.setdefault(box.under if box.under in known else None, []).append(box)
    seen: set[str] = set()
    yield from _descend(below, None, 0, seen)
    for box in boxes:
        if box.id not in seen:
            seen.add(box.id)
            yield box, 0


def _descend(
    below: Mapping[str | None, Sequence[OrgBox]], under: str | None, depth: int, seen: set[str]
) -> Iterator[tuple[OrgBox, int]]:
    for box in below.get(under, ()):
        if box.id not in seen:
            seen.add(box.id)
            yield box, depth
            yield from _descend(below, box.id, depth + 1, seen)
