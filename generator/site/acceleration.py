"""What a build needn't do twice in one process. The bytes of the site stay the same.

Only the theme object of one build is touched, nothing of MkDocs or Jinja itself.
"""

import marshal
import os
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any, Final

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from jinja2.bccache import Bucket

from generator.site.staging import list_versions
from questionnaire.sources import data_folder
from questionnaire.sources.kept import KeptEntries, hash_parts

_KNOWN: Final[dict[str, CodeType]] = {}
"""The compiled templates of this process, by the same keys as those on disk."""


class _CompiledTemplates(BytecodeCache):
    """Compiled templates, by name and by the source they were compiled from.

    Those of the installed theme and of our own are also kept for the next process, by the
    versions that compiled them; what a person put in `overrides/` only in this one.
    """

    def __init__(self, installed: Sequence[str]) -> None:
        self._installed = tuple(map(Path, installed))
        self._files: dict[str, str] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the name: the folder changes with every staged project, the source decides."""
        self._files[name] = filename or ""
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give back what was compiled from the very same source."""
        key = _name_entry(bucket)
        if key not in _KNOWN:
            kept = _open_kept().find(key)
            if kept is not None:
                _KNOWN[key] = marshal.loads(kept)  # noqa: S302 (see `sources.kept`)
        bucket.code = _KNOWN.get(key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was just compiled."""
        if bucket.code is None:
            return
        _KNOWN[_name_entry(bucket)] = bucket.code
        if self._is_installed(bucket) or bucket.checksum in self._list_own():
            _open_kept().put(_name_entry(bucket), marshal.dumps(bucket.code))

    def _is_installed(self, bucket: Bucket) -> bool:
        file = Path(self._files[bucket.key])
        return any(file.is_relative_to(folder) for folder in self._installed)

    def _list_own(self) -> frozenset[str]:
        """Return the checksums of our own templates."""
        files = data_folder("themes").rglob("*.html")
        return frozenset(self.get_source_checksum(file.read_text("utf-8")) for file in files)


def _name_entry(bucket: Bucket) -> str:
    """Return a key for a source and for all that decides what it is compiled to.

    A plugin that somebody adds may bring filters of its own, and what a filter takes is compiled in.
    """
    environment = bucket.environment
    taken = [
        (name, str(getattr(one, "jinja_pass_arg", "")))
        for name, one in (*environment.filters.items(), *environment.tests.items())
    ]
    settings = repr((sorted(taken), sorted(environment.extensions), environment.autoescape))
    return hash_parts((*list_versions(), settings, bucket.key, bucket.checksum))


@cache
def _open_kept() -> KeptEntries:
    return KeptEntries(data_folder("generator", "site"), "templates")


class _ThemeLoader(FileSystemLoader):
    """Lists the installed theme once, without its 14,000 icons; the project's files each time."""

    def list_templates(self) -> list[str]:
        """Return the names of the files of the theme that may be published."""
        own, *installed = self.searchpath
        return sorted({*_walk(own), *(name for folder in installed for name in _list_once(folder))})


@cache
def _list_once(folder: str) -> tuple[str, ...]:
    return tuple(_walk(folder))


def _walk(top: str) -> Iterator[str]:
    """Yield the files below a folder but not those in hidden folders: MkDocs leaves them out."""
    for folder, folders, names in os.walk(top):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inside = Path(folder).relative_to(top).as_posix()
        yield from (name if inside == "." else f"{inside}/{name}" for name in names)


def speed_up(theme: Any) -> None:
    """Let a theme make its template environment once, with compiled templates at hand."""
    create: Callable[[], Environment] = theme.get_env

    @cache
    def get_env() -> Environment:
        environment = create()
        environment.loader = _ThemeLoader(theme.dirs)
        environment.bytecode_cache = _CompiledTemplates(theme.dirs[1:])
        return environment

    theme.get_env = get_env
