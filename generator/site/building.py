"""One language of a project, built in this process.

MkDocs shares plugin instances between the builds of a process, so builds never overlap: load,
start, build and stop of one language come before those of the next.
"""

import gc
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Final

# The theme prints a notice about its successor otherwise; it must be set before the import.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from generator.site.acceleration import speed_up
from generator.site.conversion import ConvertedPages
from generator.site.staging import config_name
from questionnaire.errors import BuildFailed, Place, Problem
from questionnaire.text import Language

_LOGGER: Final = logging.getLogger("mkdocs")


def build_language(
    staged: Path,
    language: Language,
    main: Language,
    target: Path,
    today: date,
    *,
    cache: Path | None = None,
) -> str:
    """Build one language into a folder of its own, and return the title of its site as HTML.

    Raises BuildFailed with every warning. `cache` is the file that keeps converted pages from one build to the next.
    """
    name = config_name(language, main)
    pages = ConvertedPages(cache)
    with _listen() as heard, _pin_time(today), _rest_collector(), pages.stand_in():
        try:
            title = _run(staged / name, target)
        except MkDocsException as error:
            _refuse(name, heard or [str(error)])
        if heard:
            _refuse(name, heard)
    pages.save()
    return title


def _run(config_path: Path, target: Path) -> str:
    config = load_config(config_file=str(config_path), site_dir=str(target), strict=True)
    speed_up(config.theme)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
    return str(config.site_name)


def _refuse(config: str, messages: list[str]) -> None:
    raise BuildFailed(
        Problem("site.warning", Place(config), {"message": message}) for message in messages
    ) from None


class _Listener(logging.Handler):
    """Keeps what the site tool warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


@contextmanager
def _listen() -> Iterator[list[str]]:
    """Collect warnings. The level stays at WARNING: quieter, and strict builds would pass."""
    listener, level, propagate = _Listener(), _LOGGER.level, _LOGGER.propagate
    _LOGGER.addHandler(listener)
    _LOGGER.setLevel(logging.WARNING)
    _LOGGER.propagate = False
    try:
        yield listener.heard
    finally:
        _LOGGER.removeHandler(listener)
        _LOGGER.setLevel(level)
        _LOGGER.propagate = propagate


@contextmanager
def _pin_time(today: date) -> Iterator[None]:
    """Give the site tool the request's date, so that the same input gives the same bytes."""
    midnight = datetime.combine(today, time(), tzinfo=UTC)
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(int(midnight.timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


@contextmanager
def _rest_collector() -> Iterator[None]:
    """Keep the garbage collector from walking what was there before again and again."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
