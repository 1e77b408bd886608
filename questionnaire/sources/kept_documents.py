"""Documents of ours as they were read before, by the bytes of their file.

Reading the YAML of all our content takes longer than making a handbook of it.
"""

import marshal
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from questionnaire.sources.document import Document, Steps
from questionnaire.sources.kept import KeptEntries, hash_parts

_RECIPE: Final = "1"
"""Goes up when the same bytes are read to another document."""

Marks = tuple[dict[Steps, int], dict[Steps, int]]


class _Positions(Mapping[Steps, int]):
    """Lines or columns, unpacked when somebody asks: only faults and a few places need them."""

    def __init__(self, packed: bytes, which: int) -> None:
        self._packed = packed
        self._which = which
        self._known: dict[Steps, int] | None = None

    def _unpack(self) -> dict[Steps, int]:
        if self._known is None:
            self._known = marshal.loads(self._packed)[self._which]  # noqa: S302 (see `kept`)
        return self._known

    def __getitem__(self, path: Steps) -> int:
        return self._unpack()[path]

    def __contains__(self, path: object) -> bool:
        return path in self._unpack()

    def __iter__(self) -> Iterator[Steps]:
        return iter(self._unpack())

    def __len__(self) -> int:
        return len(self._unpack())


def find_document(content: bytes, file: str) -> Document | None:
    """Return the document of a file of ours whose bytes were read before."""
    entry = _open().find(hash_parts((_RECIPE, content)))
    if entry is None:
        return None
    data, marks = marshal.loads(entry)  # noqa: S302 (see `kept`)
    return Document(data, _Positions(marks, 0), _Positions(marks, 1), file)


def keep_document(content: bytes, found: Document) -> None:
    """Keep a document of ours that has no faults."""
    marks: Marks = (dict(found.lines), dict(found.columns))
    entry = marshal.dumps((found.data, marshal.dumps(marks)))
    _open().put(hash_parts((_RECIPE, content)), entry)


@cache
def _open() -> KeptEntries:
    return KeptEntries(Path(__file__).parents[1], "documents")
