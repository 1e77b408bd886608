"""answers.yml as lines: which lines belong to which key, so that a save touches only what changed.

A whole-file round trip hangs each comment on the value before it and loses it with that value.
Here a comment belongs to the key that it stands above, as people mean it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

Path = tuple[str | int, ...]
Lines = Mapping[Path, int]


@dataclass(slots=True)
class Entry:
    """One key with the comments above it, its own lines and, in a block mapping, its children."""

    key: str
    indent: int = 0
    lead: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    children: "list[Entry] | None" = None
    tail: list[str] = field(default_factory=list)
    """Comments after the last child that stand no deeper than the children."""
    original: list[str] | None = None
    """The body as it was read: the same list until the entry is written anew."""

    def lines(self) -> Iterator[str]:
        """Give back every line in its order."""
        yield from self.lead
        yield from self.body
        for child in self.children or ():
            yield from child.lines()
        yield from self.tail


@dataclass(slots=True)
class Sheet:
    """A whole file: its entries and whatever follows the last of them."""

    entries: list[Entry]
    tail: list[str]

    def text(self) -> str:
        """Return the file as text."""
        lines = [line for entry in self.entries for line in entry.lines()] + self.tail
        return "\n".join(lines).rstrip("\n") + "\n"

    def find(self, key: str) -> Entry | None:
        """Return the entry of a top-level key."""
        return find_entry(self.entries, key)


def find_entry(entries: Sequence[Entry], key: str) -> Entry | None:
    """Return the entry of a key, if it is there."""
    return next((entry for entry in entries if entry.key == key), None)


def remove_entry(entries: list[Entry], gone: Entry, tail: list[str]) -> None:
    """Take an entry out; the comments that people wrote above it pass to what follows."""
    at = entries.index(gone)
    del entries[at]
    left = [line for line in gone.lead if line.strip()]
    if at < len(entries):
        entries[at].lead[:0] = left
    else:
        tail[:0] = left + gone.tail


def read_sheet(text: str, data: Mapping[str, object], positions: Lines) -> Sheet | None:
    """Split a file by its top-level keys and theirs; None when it isn't a block mapping."""
    lines = text.split("\n")
    split = _split(lines, range(len(lines)), list(data), (), positions)
    if split is None:
        return None
    before, entries, tail = split
    if entries:
        entries[0].lead[:0] = before
    start = 0
    for entry in entries:
        start += len(entry.lead)
        value = data[entry.key]
        if isinstance(value, Mapping) and value:
            _split_children(entry, lines, start, value, positions)
        start += sum(1 for _ in entry.lines()) - len(entry.lead)
    return Sheet(entries, tail)


def _split_children(
    entry: Entry, lines: list[str], start: int, value: Mapping[str, object], positions: Lines
) -> None:
    end = start + len(entry.body)
    split = _split(
        lines, range(start + 1, end), [str(key) for key in value], (entry.key,), positions
    )
    if split is None:
        return
    before, children, tail = split
    children[0].lead[:0] = before
    entry.body = lines[start : start + 1]
    entry.children = children
    entry.tail = tail


def _split(
    lines: list[str], within: range, keys: list[str], prefix: Path, positions: Lines
) -> tuple[list[str], list[Entry], list[str]] | None:
    """Cut a range of lines into entries: what stands before, the entries, what stands after."""
    start, end = within.start, within.stop
    starts = [positions[(*prefix, key)] - 1 for key in keys]
    in_order = all(a < b for a, b in zip([start - 1, *starts], starts, strict=False))
    if not starts or not in_order or starts[-1] >= end:
        return None
    indent = _indent(lines[starts[0]])
    for key, at in zip(keys, starts, strict=True):
        if _indent(lines[at]) != indent or not _opens_with(lines[at], key):
            return None
    entries = []
    lead: list[str] = []
    for key, at, until in zip(keys, starts, [*starts[1:], end], strict=True):
        body_end = until
        while body_end > at + 1 and _may_lead(lines[body_end - 1], indent):
            body_end -= 1
        body = lines[at:body_end]
        entries.append(Entry(key, indent, lead, body, original=body))
        lead = lines[body_end:until]
    return lines[start : starts[0]], entries, lead


def _opens_with(line: str, key: str) -> bool:
    rest = line.lstrip()
    return any(rest.startswith(f"{quote}{key}{quote}") for quote in ("", '"', "'"))


def _may_lead(line: str, indent: int) -> bool:
    """Say whether a line can stand above a key: empty, or a comment no deeper than the key."""
    rest = line.strip()
    return not rest or (rest.startswith("#") and _indent(line) <= indent)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
