"""Compiled prose, kept beside the content as Python keeps compiled modules.

Compiling the templates of a book takes several times as long as rendering them. What is kept is
keyed by the prose itself and by the versions that compiled it.
"""

import marshal
from collections.abc import Callable
from functools import cache
from types import CodeType
from typing import Final

from jinja2 import __version__ as jinja_version

from questionnaire.sources import data_folder
from questionnaire.sources.kept import KeptEntries, hash_parts

_RECIPE: Final = "1"
"""Goes up when the template environment compiles the same prose to other code."""

_KNOWN: Final[dict[str, CodeType]] = {}
"""The code that this process used, by key."""


def find_code(template: str, source: str, make: Callable[[str, str], CodeType]) -> CodeType:
    """Return the code of a template, compiling it when it isn't known."""
    key = hash_parts((_RECIPE, jinja_version, source, template))
    known = _KNOWN.get(key)
    if known is not None:
        return known
    entry = _open().find(key)
    if entry is not None:
        code: CodeType = marshal.loads(entry)  # noqa: S302 (see `sources.kept`)
    else:
        code = make(template, source)
        _open().put(key, marshal.dumps(code))
    _KNOWN[key] = code
    return code


@cache
def _open() -> KeptEntries:
    return KeptEntries(data_folder("generator", "content"), "prose", most=2048)
