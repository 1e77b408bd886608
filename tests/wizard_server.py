"""A running wizard for tests: the real server on loopback, in a thread of its own."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from questionnaire.loader import load_questionnaire
from questionnaire.model import Questionnaire
from questionnaire.preset import load_presets
from questionnaire.text import Language
from questionnaire.web.consultant import Consultant
from questionnaire.web.serving import find_link, serve
from questionnaire.web.wizard import Wizard, holds_many

TODAY = date(2026, 11, 30)
PATIENCE = 20.0
"""Seconds for a server to listen; a busy machine takes a while, a broken one for ever."""


@dataclass(frozen=True, slots=True)
class Running:
    """A wizard that serves now."""

    wizard: Wizard
    url: str
    """The link that opens it, once."""
    base: str
    """Its address without the token."""

    @property
    def fresh_url(self) -> str:
        """Return a link that hasn't been used yet."""
        link = find_link(self.wizard.folder)
        assert link is not None
        return link.url


@contextmanager
def run_wizard_server(
    folder: Path,
    consultant: Consultant,
    language: str = "es",
    questionnaire: Questionnaire | None = None,
) -> Iterator[Running]:
    """Serve a folder until the context ends."""
    folder.mkdir(parents=True, exist_ok=True)
    asked = questionnaire or load_questionnaire()
    presets = load_presets(asked) if questionnaire is None else ()
    wizard = Wizard(
        folder, holds_many(folder), asked, consultant, Language(language), TODAY, presets
    )
    links: list[str] = []
    ready = threading.Event()

    def hear(link: str) -> None:
        links.append(link)
        ready.set()

    thread = threading.Thread(target=serve, args=(wizard, 0, hear), daemon=True)
    thread.start()
    assert ready.wait(PATIENCE), "the server doesn't listen"
    try:
        yield Running(wizard, links[0], links[0].split("/?")[0])
    finally:
        wizard.stop()
        thread.join(PATIENCE)
        assert not thread.is_alive(), "the server doesn't end"
