"""Compiled prose, kept beside the content as Python keeps compiled modules.

Compiling the templates of a book takes several times as long as rendering them. What is kept is
keyed by the prose itself and by the versions that compiled it; a folder that can't be written
only costs the time.
"""

import hashlib
import marshal
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Final

from jinja2 import __version__ as jinja_version

from questionnaire.sources import data_folder

_RECIPE: Final = "1"
"""Goes up when the template environment compiles the same prose to other code."""

_MOST: Final = 8192
"""Templates kept at most; authors who edit prose would let the store grow for ever."""


@dataclass(slots=True)
class CompiledProse:
    """Code of templates by the hash of their source; `added` says whether there is more to keep."""

    file: Path
    code: dict[str, CodeType] = field(default_factory=dict)
    added: bool = False

    def find(self, template: str, source: str, make: Callable[[str, str], CodeType]) -> CodeType:
        """Return the code of a template, compiling it when it isn't known."""
        key = hashlib.sha256(f"{source}\0{template}".encode()).hexdigest()
        found = self.code.get(key)
        if found is None:
            found = self.code[key] = make(template, source)
            self.added = True
        return found

    def keep(self) -> None:
        """Write what was compiled since the last time, if the folder lets us."""
        if not self.added or len(self.code) > _MOST:
            return
        self.added = False
        with suppress(OSError):
            self.file.parent.mkdir(exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.file.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(marshal.dumps(self.code))
            Path(name).replace(self.file)


@cache
def open_store() -> CompiledProse:
    """Return the store of this installation, with what it already holds."""
    tag = f"{sys.implementation.cache_tag}-jinja{jinja_version}-{_RECIPE}"
    store = CompiledProse(data_folder("generator", "content") / "__pycache__" / f"prose.{tag}.bin")
    with suppress(OSError, ValueError, EOFError, TypeError):
        # As trusted as Python's own compiled modules, which lie in the same folder tree.
        kept = marshal.loads(store.file.read_bytes())  # noqa: S302
        store.code.update(kept)
    return store
