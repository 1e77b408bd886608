"""What differs between two versions of a page, marked in the HTML of the later one.

The page is read as a row of units: a paragraph, an item of a list, a row of a table, a heading,
a drawing. Two rows of units are laid side by side, and each unit that is new, changed or has
lost a neighbour gets `data-changed`. Only attributes are added, so no element can break.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Final

UNITS: Final = frozenset(
    ("p", "li", "tr", "dt", "dd", "summary", "h1", "h2", "h3", "h4", "h5", "h6", "figure", "pre")
)
_WHOLE: Final = frozenset(("figure", "pre"))
"""Units that are compared as they stand, whatever is inside."""
_ALONE: Final = frozenset(("br", "hr", "img", "input", "col", "wbr"))
_TAG: Final = re.compile(
    r"<(?P<end>/?)(?P<name>[A-Za-z][\w:-]*)(?P<rest>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>"
)
_BLANK: Final = re.compile(r"\s+")
_BOX: Final = re.compile(r"\bclass=\"[^\"]*\badmonition\b(?!-)")


@dataclass(slots=True)
class _Unit:
    """One unit while it is read."""

    name: str
    start: int
    box: int
    content: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of a page: what it holds, where its mark goes, and the box it stands in."""

    key: str
    start: int
    """Where an attribute of its element may begin."""
    box: int
    """The same of the outermost box around it; -1 outside of boxes."""


def read_units(html: str) -> tuple[Unit, ...]:
    """Return the units of a page in reading order; those that hold only other units are left out."""
    reader = _Reader()
    at = 0
    for tag in _TAG.finditer(html):
        reader.take(html[at : tag.start()])
        reader.open_or_close(tag)
        at = tag.end()
    return tuple(reader.list_units())


class _Reader:
    """Follows the tags of a page, which our converter has written and balanced."""

    def __init__(self) -> None:
        self._all: list[_Unit] = []
        self._open: list[tuple[str, _Unit | None]] = []
        """The open elements; the unit that each of them began."""
        self._current: list[_Unit] = []
        self._boxes: list[tuple[int, int]] = []
        """The open boxes: how deep, and where their mark goes."""

    def list_units(self) -> Iterator[Unit]:
        """Yield the finished units."""
        for one in self._all:
            content = _BLANK.sub(" ", "".join(one.content)).strip()
            if content:
                yield Unit(f"{one.name} {content}", one.start, one.box)

    def take(self, text: str) -> None:
        """Add text to the innermost unit."""
        if self._current and text:
            self._current[-1].content.append(text)

    def open_or_close(self, tag: re.Match[str]) -> None:
        """Follow one tag."""
        name = tag["name"].lower()
        if tag["end"]:
            self._close(tag)
        elif name in _ALONE or tag["rest"].endswith("/"):
            self.take(tag[0])
        else:
            self._begin(name, tag)

    def _begin(self, name: str, tag: re.Match[str]) -> None:
        whole = bool(self._current) and self._current[-1].name in _WHOLE
        unit = None
        if name in UNITS and not whole:
            box = self._boxes[0][1] if self._boxes else -1
            unit = _Unit(name, tag.end("name"), box)
            self._all.append(unit)
            self._current.append(unit)
        else:
            self.take(tag[0])
        self._open.append((name, unit))
        if name == "details" or (name == "div" and _BOX.search(tag["rest"])):
            self._boxes.append((len(self._open), tag.end("name")))

    def _close(self, tag: re.Match[str]) -> None:
        if self._boxes and self._boxes[-1][0] == len(self._open):
            self._boxes.pop()
        _, unit = self._open.pop() if self._open else ("", None)
        if unit is not None:
            self._current.pop()
        else:
            self.take(tag[0])


def mark_changes(html: str, units: Sequence[Unit], before: Sequence[Unit]) -> str:
    """Return a page whose units that differ from those of before say so.

    `data-changed` is `new`, `changed`, or `gone` for a unit beside which something was taken out.
    A box that differs as a whole is marked once.
    """
    marks = _compare([one.key for one in before], [one.key for one in units])
    places = {units[at].start: word for at, word in marks.items()}
    for box in {one.box for one in units if one.box >= 0}:
        inside = [at for at, one in enumerate(units) if one.box == box]
        words = {marks.get(at, "") for at in inside}
        if words <= {"new", "changed"}:
            for at in inside:
                del places[units[at].start]
            places[box] = "new" if words == {"new"} else "changed"
    pieces, at = [], 0
    for start in sorted(places):
        pieces += [html[at:start], f' data-changed="{places[start]}"']
        at = start
    return "".join((*pieces, html[at:]))


def _compare(before: Sequence[str], now: Sequence[str]) -> dict[int, str]:
    """Return the units of now that differ, by their number."""
    marks: dict[int, str] = {}
    if before == now:
        return marks
    for kind, _, _, start, end in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if kind in {"replace", "insert"}:
            word = "changed" if kind == "replace" else "new"
            marks.update(dict.fromkeys(range(start, end), word))
        elif kind == "delete" and now:
            marks.setdefault(max(start - 1, 0), "gone")
    return marks
