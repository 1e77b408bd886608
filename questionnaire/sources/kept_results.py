"""Whole results of reading our content, kept by all the files and all the code they came from."""

import pickle
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, TypeVar

from questionnaire.sources.kept import KeptEntries, hash_parts

_DAMAGED: Final = (
    pickle.UnpicklingError, AttributeError, ImportError, LookupError, TypeError, ValueError,
)  # fmt: skip
_MOST: Final = 8
Result = TypeVar("Result")


def find_result(
    store: tuple[Path, str],
    code: Sequence[Path],
    files: Iterable[Path],
    build: Callable[[], Result],
    parts: Iterable[str] = (),
) -> Result:
    """Return what was built before from the very same, building it when it isn't known.

    `store` is a folder of ours and a name, `code` the folders of the modules that read the files, `parts`
    whatever else the result depends on. A fault is raised by `build` each time.
    """
    try:
        key = _hash_all(code, files, parts)
    except OSError:
        return build()
    kept = KeptEntries(*store, most=_MOST)
    entry = kept.find(key)
    if entry is not None:
        # As trusted as Python's own compiled modules, which lie in the same folders.
        with suppress(*_DAMAGED):
            known: Result = pickle.loads(entry)  # noqa: S301
            return known
    built = build()
    kept.put(key, pickle.dumps(built, pickle.HIGHEST_PROTOCOL))
    kept.save()
    return built


def _hash_all(code: Sequence[Path], files: Iterable[Path], parts: Iterable[str]) -> str:
    """Return a key; of our own code, as Python itself does, only the time and the size count."""
    found: list[str | bytes] = [*parts, "files"]
    for path in files:
        found += [str(path), path.read_bytes()]
    for folder in code:
        for path in sorted(folder.glob("*.py")):
            state = path.stat()
            found.append(f"{path} {state.st_mtime_ns} {state.st_size}")
    return hash_parts(found)
