"""Drawings as accessible SVG: from the view of a handbook to HTML that Markdown leaves as it is.

The view's section `drawings` says what to draw, as plain data:

- `org`: `title`, `boxes` of `id`, `name`, `text`, `under` (id of the box above), `vacant`;
- `triage`: `title`, `decisions` of `question` and `action`, `otherwise`, `yes`, `no`;
- `mix`: `title`, `bars` of `label`, `share` (percent) and `text`.
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from generator.drawings.bars import draw_bars
from generator.drawings.flow import draw_flow
from generator.drawings.model import Bar, BarChart, Decision, FlowChart, OrgBox, OrgChart
from generator.drawings.org import draw_org
from questionnaire.text import Language

Data = Mapping[str, object]


def draw(view: Mapping[str, object], language: Language) -> dict[str, str]:  # noqa: ARG001
    """Return every drawing by name, as HTML; one that the view has no data for is empty.

    The words come with the view, already in the language; the language stays an argument
    because a script that is written from the right would be drawn mirrored.
    """
    wanted = view.get("drawings")
    said = wanted if isinstance(wanted, Mapping) else {}
    return {name: _draw_one(pen, said.get(name)) for name, pen in DRAWINGS.items()}


def _draw_one(pen: Callable[[Data], str], data: object) -> str:
    return pen(data) if isinstance(data, Mapping) and data else ""


def _draw_org(data: Data) -> str:
    boxes = (
        OrgBox(
            id=_text(one, "id"),
            name=_text(one, "name"),
            text=_text(one, "text"),
            under=_text(one, "under") or None,
            vacant=bool(one.get("vacant")),
        )
        for one in _rows(data, "boxes")
    )
    return draw_org(OrgChart(_text(data, "title"), tuple(boxes)))


def _draw_triage(data: Data) -> str:
    decisions = tuple(
        Decision(_text(one, "question"), _text(one, "action")) for one in _rows(data, "decisions")
    )
    otherwise, yes, no = (_text(data, key) for key in ("otherwise", "yes", "no"))
    # The words of the language stand in sentences elsewhere; here each begins a line.
    words = yes[:1].upper() + yes[1:], no[:1].upper() + no[1:]
    return draw_flow(FlowChart(_text(data, "title"), decisions, otherwise, *words))


def _draw_mix(data: Data) -> str:
    bars = (
        Bar(_text(one, "label"), _number(one, "share"), _text(one, "text"))
        for one in _rows(data, "bars")
    )
    return draw_bars(BarChart(_text(data, "title"), tuple(bars)))


DRAWINGS: Final[Mapping[str, Callable[[Data], str]]] = MappingProxyType(
    {"org": _draw_org, "triage": _draw_triage, "mix": _draw_mix}
)
"""Every drawing that prose may place, as `drawing.<name>`."""


def _rows(data: Data, key: str) -> Iterable[Data]:
    rows = data.get(key)
    return [one for one in rows if isinstance(one, Mapping)] if isinstance(rows, list) else []


def _text(data: Data, key: str) -> str:
    found = data.get(key)
    return "" if found is None else str(found)


def _number(data: Data, key: str) -> float:
    found = data.get(key)
    return float(found) if isinstance(found, int | float) else 0.0
