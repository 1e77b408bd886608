"""What reading our own content came to, kept beside it as Python keeps compiled modules.

A key says all that an entry depends on, so an entry is never wrong, only unused. Nothing that
people wrote is ever kept here. A folder that can't be written, and a damaged file, only cost time.
"""

import atexit
import hashlib
import marshal
import os
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

_DIGEST: Final = hashlib.sha256().digest_size


class KeptEntries:
    """Bytes by key, read from a file of one Python version and written when the process ends."""

    def __init__(self, folder: Path, name: str, most: int = 1024) -> None:
        """Read what a file in the `__pycache__` of a folder holds; begin again if it is damaged.

        Beyond `most` entries only those of this process are kept: authors who edit content would
        let the file grow for ever.
        """
        self.file = folder / "__pycache__" / f"{name}.{sys.implementation.cache_tag}.bin"
        self._entries = _read(self.file)
        self._most = most
        self._used: set[str] = set()
        self._added = False

    def find(self, key: str) -> bytes | None:
        """Return what was kept under a key."""
        self._used.add(key)
        return self._entries.get(key)

    def put(self, key: str, entry: bytes) -> None:
        """Keep an entry, in this process at once and for the next ones at the end."""
        self._used.add(key)
        self._entries[key] = entry
        if not self._added:
            self._added = True
            atexit.register(self.save)

    def save(self) -> None:
        """Write the entries, if the folder lets us; readers see the old file or the new one."""
        if not self._added:
            return
        self._added = False
        atexit.unregister(self.save)
        if len(self._entries) > self._most:
            self._entries = {key: self._entries[key] for key in self._used & self._entries.keys()}
        content = marshal.dumps(self._entries)
        with suppress(OSError):
            self.file.parent.mkdir(exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.file.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(content).digest() + content)
            Path(name).chmod(0o644)
            Path(name).replace(self.file)


def hash_parts(parts: Iterable[str | bytes]) -> str:
    """Return a key for the things an entry depends on."""
    total = hashlib.sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        total.update(len(content).to_bytes(8, "big") + content)
    return total.hexdigest()


def _read(path: Path) -> dict[str, bytes]:
    with suppress(OSError, ValueError, EOFError, TypeError):
        found = path.read_bytes()
        if hashlib.sha256(found[_DIGEST:]).digest() == found[:_DIGEST]:
            # As trusted as Python's own compiled modules, which lie in the same folders.
            entries: dict[str, bytes] = marshal.loads(found[_DIGEST:])  # noqa: S302
            return entries
    return {}
