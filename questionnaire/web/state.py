"""What a wizard remembers beside the answers, in `.playbook/`: never an answer, only the way there.

Half-typed fields, the place where somebody stopped, which wording is older than its twin. All of
it may be lost without losing an answer, so a file that can't be read counts as empty.
"""

import contextlib
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_FOLDER = ".playbook"


class StateFile:
    """One small JSON file of a workspace, readable by its owner only."""

    def __init__(self, folder: Path, name: str) -> None:
        """Say where it is; it is read when something is asked and made when something is kept."""
        self._path = folder / _FOLDER / name
        self._data: dict[str, Any] | None = None

    def read(self) -> Mapping[str, Any]:
        """Return all that is kept."""
        if self._data is None:
            self._data = {}
            with contextlib.suppress(OSError, ValueError):
                found = json.loads(self._path.read_text(encoding="utf-8"))
                self._data = found if isinstance(found, dict) else {}
        return self._data

    def keep(self, key: str, value: Any) -> None:
        """Keep one value; None forgets it."""
        data = {**self.read(), key: value}
        if value is None:
            data.pop(key)
        if data != self._data:
            self._data = data
            self._write(data)

    def _write(self, data: Mapping[str, Any]) -> None:
        # A crash of this process loses nothing without fsync; only the system's own would.
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(mode=0o700, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=f".{self._path.name}.", dir=self._path.parent)
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                json.dump(data, stream, ensure_ascii=False)
            Path(name).replace(self._path)
