"""What a file says after a save, reading only the entries that were written anew.

An entry stands on lines of its own, at the indent of its neighbours, so what it says doesn't
depend on them: what was read before still holds, moved up or down by some lines.
"""

from dataclasses import dataclass, field
from typing import Any, Final

from questionnaire.errors import AnswerProblems
from questionnaire.sources import Document, Steps, read_untrusted
from questionnaire.store.entries import Entry, Sheet
from questionnaire.store.splice import outdent

_MOST_NODES: Final = 6_000
"""Values from which the whole file is read again, so that no limit of the reader is passed."""
_LONGEST: Final = 256 << 10

Marks = dict[Steps, list[tuple[Steps, int, int]]]


def reread(sheet: Sheet, old: Document) -> Document | None:
    """Return the document of a sheet made from an old one; None when it must be read as a whole."""
    keys = [entry.key for entry in sheet.entries]
    if not keys or len(set(keys)) < len(keys) or len(old.lines) > _MOST_NODES:
        return None
    rereading = _Rereading(old, _sort_marks(old))
    try:
        rereading.take(sheet)
    except AnswerProblems:
        return None
    if len(rereading.lines) > _MOST_NODES or rereading.size > _LONGEST or rereading.odd:
        return None
    return Document(rereading.data, rereading.lines, rereading.columns, old.file)


def _sort_marks(old: Document) -> Marks:
    """Return the places of all values by the first two steps of the way to them."""
    marks: Marks = {}
    for path, line in old.lines.items():
        marks.setdefault(path[:1], []).append((path, line, old.columns[path]))
        if len(path) > 1:
            marks.setdefault(path[:2], []).append((path, line, old.columns[path]))
    return marks


@dataclass(slots=True)
class _Rereading:
    """The new document while it grows, entry by entry."""

    old: Document
    marks: Marks
    data: dict[str, Any] = field(default_factory=dict)
    lines: dict[Steps, int] = field(default_factory=dict)
    columns: dict[Steps, int] = field(default_factory=dict)
    line: int = 1
    size: int = 0
    odd: bool = False

    def take(self, sheet: Sheet) -> None:
        """Go through the lines of a sheet once."""
        for entry in sheet.entries:
            self._skip(entry.lead)
            self._mark((), 1)
            if entry.children:
                self._take_parent(entry)
            else:
                self.data[entry.key] = self._take_entry(entry, (entry.key,), self.old.data)
            self._skip(entry.tail)

    def _take_parent(self, entry: Entry) -> None:
        children: dict[str, Any] = {}
        self.data[entry.key] = children
        self._mark((entry.key,), 1)
        # A heading such as `answers:` and nothing else; what stands behind it was read as its own.
        self.odd |= len(entry.body) != 1 or not entry.body[0].startswith(f"{entry.key}:")
        self._skip(entry.body)
        before = self.old.data.get(entry.key)
        known = before if isinstance(before, dict) else {}
        for child in entry.children or ():
            self.odd |= child.key in children
            self._skip(child.lead)
            path = (entry.key, child.key)
            children[child.key] = self._take_entry(child, path, known)

    def _take_entry(self, entry: Entry, path: Steps, known: dict[str, Any]) -> Any:
        start = self.line
        self._skip(entry.body)
        if entry.body is entry.original:
            marks = self.marks[path]
            moved = start - marks[0][1]
            for inner, line, column in marks:
                self.lines[inner], self.columns[inner] = line + moved, column
            return known[entry.key]
        text = "\n".join(outdent(line, entry.indent) for line in entry.body) + "\n"
        document = read_untrusted(text.encode("utf-8"))
        self.odd |= list(document.data) != [entry.key]
        for inner, line in document.lines.items():
            if inner:
                whole = (*path[:-1], *inner)
                self.lines[whole] = start + line - 1
                self.columns[whole] = document.columns[inner] + entry.indent
        return document.data.get(entry.key)

    def _skip(self, lines: list[str]) -> None:
        self.line += len(lines)
        self.size += sum(map(len, lines))

    def _mark(self, path: Steps, column: int) -> None:
        self.lines.setdefault(path, self.line)
        self.columns.setdefault(path, column)
