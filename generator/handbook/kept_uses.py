"""Names that prose uses, kept beside the content as Python keeps compiled modules.

Reading the syntax of a whole book takes longer than writing it. What is kept is keyed by the prose
itself.
"""

import marshal
from collections.abc import Callable
from functools import cache
from typing import Final

from questionnaire.sources import data_folder
from questionnaire.sources.kept import KeptEntries, hash_parts

_RECIPE: Final = "1"
"""Goes up when the same prose is read to other names."""

Found = tuple[tuple[tuple[str, ...], int], ...]
"""Each name as its steps, with its line."""


def find_kept(what: str, template: str, read: Callable[[str], Found]) -> Found:
    """Return the names of a template, reading it when it isn't known; `what` says which names."""
    # Imported here: only its version counts.
    from jinja2 import __version__ as version

    key = hash_parts((_RECIPE, version, what, template))
    entry = _open().find(key)
    if entry is not None:
        kept: Found = marshal.loads(entry)  # noqa: S302 (see `sources.kept`)
        return kept
    found = read(template)
    _open().put(key, marshal.dumps(found))
    return found


@cache
def _open() -> KeptEntries:
    return KeptEntries(data_folder("generator", "content"), "names", most=2048)
