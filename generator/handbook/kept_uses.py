"""Names that prose uses, kept beside the content as Python keeps compiled modules.

Reading the syntax of a whole book takes longer than writing it. What is kept is keyed by the prose
itself; a folder that can't be written only costs the time.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from questionnaire.sources import data_folder

_RECIPE: Final = "1"
"""Goes up when the same prose is read to other names."""

_MOST: Final = 8192
"""Clauses kept at most; authors who edit prose would let the file grow for ever."""

Found = tuple[tuple[tuple[str, ...], int], ...]
"""Each name as its steps, with its line."""


@dataclass(slots=True)
class KeptUses:
    """Names by the hash of their prose; `added` says whether there is more to keep."""

    file: Path
    by_prose: dict[str, Any] = field(default_factory=dict)
    added: bool = False

    def find(self, template: str, read: Callable[[str], Found]) -> Found:
        """Return the names of a template, reading it when it isn't known."""
        key = hashlib.sha256(template.encode()).hexdigest()
        kept = self.by_prose.get(key)
        if kept is not None:
            with suppress(TypeError, ValueError):
                return tuple((tuple(path), line) for path, line in kept)
        found = read(template)
        self.by_prose[key] = found
        self.added = True
        return found

    def keep(self) -> None:
        """Write what was read since the last time, if the folder lets us."""
        if not self.added or len(self.by_prose) > _MOST:
            return
        self.added = False
        with suppress(OSError):
            self.file.parent.mkdir(exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.file.parent)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(self.by_prose, file)
            Path(name).replace(self.file)


@cache
def open_uses() -> KeptUses:
    """Return what this installation knows already; a file that can't be read is begun again."""
    # Imported here: only its version counts.
    from jinja2 import __version__ as version

    name = f"names.jinja{version}-{_RECIPE}.json"
    store = KeptUses(data_folder("generator", "content") / "__pycache__" / name)
    with suppress(OSError, ValueError):
        kept = json.loads(store.file.read_text(encoding="utf-8"))
        if isinstance(kept, dict):
            store.by_prose.update(kept)
    return store
