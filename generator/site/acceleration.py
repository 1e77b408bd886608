"""What a build needn't do twice in one process. The bytes of the site stay the same.

Only the theme object of one build is touched, nothing of MkDocs or Jinja itself.
"""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from jinja2.bccache import Bucket


class _CompiledTemplates(BytecodeCache):
    """Compiled templates of this process, by name and by the source they were compiled from."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], Any] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002
        """Return the name: the folder changes with every staged project, the source decides."""
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give back what was compiled from the very same source."""
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was just compiled."""
        self._kept[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _CompiledTemplates()


class _ThemeLoader(FileSystemLoader):
    """Lists the installed theme, with its 14,000 icons, once; the project's own files each time."""

    def list_templates(self) -> list[str]:
        """Return the names of all files of the theme, as the loader it stands in for does."""
        own, *installed = self.searchpath
        return sorted({*_walk(own), *(name for folder in installed for name in _list_once(folder))})


@cache
def _list_once(folder: str) -> tuple[str, ...]:
    # Names with a dot, such as the icons, are templates: MkDocs would sort them out each time.
    return tuple(name for name in _walk(folder) if not name.startswith("."))


def _walk(folder: str) -> Iterator[str]:
    root = Path(folder)
    return (path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def speed_up(theme: Any) -> None:
    """Let a theme make its template environment once, with compiled templates at hand."""
    create: Callable[[], Environment] = theme.get_env

    @cache
    def get_env() -> Environment:
        environment = create()
        environment.loader = _ThemeLoader(theme.dirs)
        environment.bytecode_cache = _COMPILED
        return environment

    theme.get_env = get_env
