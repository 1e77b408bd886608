"""The wizard's pages without a socket: the application is called as a browser without scripts would."""

import asyncio
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlencode, urljoin, urlsplit

import html5lib

from questionnaire.answers import Answers
from questionnaire.model import Questionnaire
from questionnaire.store import load_answers
from questionnaire.text import Language
from questionnaire.web.app import create_app
from questionnaire.web.company import ANSWERS
from questionnaire.web.guard import COOKIE, Keys
from questionnaire.web.wizard import Wizard, holds_many
from tests.quiet_consultant import QuietConsultant

TODAY = date(2026, 11, 30)
PORT = 8123
SITE_PORT = 8124
ORIGIN = f"http://127.0.0.1:{PORT}"

Sent = Mapping[str, str | Sequence[str]]


@dataclass(frozen=True)
class Page:
    """What came back."""

    path: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode(errors="replace")

    @property
    def location(self) -> str:
        """Where a redirect leads."""
        return self.headers.get("location", "")

    def tree(self) -> ET.Element:
        """Return the page as a browser understands it."""
        return html5lib.parse(self.text, namespaceHTMLElements=False)

    def heading(self) -> str:
        """Return the words of the one h1."""
        (found,) = self.tree().iter("h1")
        return " ".join("".join(found.itertext()).split())

    def words(self) -> str:
        """Return all that can be read on the page."""
        body = self.tree().find("body")
        assert body is not None
        return " ".join("".join(body.itertext()).split())

    def form(self, form_id: str | None = "answer") -> dict[str, list[str]]:
        """Return what the form would send as the page stands, buttons left out."""
        tree = self.tree()
        (form,) = [
            one for one in tree.iter("main") for one in one.iter("form") if one.get("id") == form_id
        ]
        sent: dict[str, list[str]] = {}
        for control in form.iter():
            for value in _values(control):
                sent.setdefault(control.get("name", ""), []).append(value)
        sent.pop("", None)
        return sent


def _values(control: ET.Element) -> list[str]:
    """Return what a control contributes to its form."""
    kind = control.get("type", "text")
    if control.tag == "textarea":
        return ["".join(control.itertext())]
    if control.tag == "select":
        options = list(control.iter("option"))
        chosen = [one for one in options if "selected" in one.attrib] or options[:1]
        return [one.get("value", "") for one in chosen]
    if control.tag != "input" or kind in {"file", "submit"} or "disabled" in control.attrib:
        return []
    if kind in {"checkbox", "radio"}:
        return [control.get("value", "on")] if "checked" in control.attrib else []
    # Only the sample of a colour has no name.
    return [control.get("value", "")] if control.get("name") else []


@dataclass
class Browser:
    """One person at one wizard."""

    wizard: Wizard
    keys: Keys = field(default_factory=Keys)
    cookies: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Open the wizard as its link does."""
        self.wizard.site_port = SITE_PORT
        self.app = create_app(self.wizard, self.keys)
        self.cookies[COOKIE] = self.keys.cookie
        # A thread of its own: where browser tests have run, this one has a loop already.
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._runner = asyncio.Runner()

    def close(self) -> None:
        """Leave."""
        self._thread.submit(self._runner.close).result()
        self._thread.shutdown()
        self.wizard.close()

    def get(self, path: str, **headers: str) -> Page:
        """Ask for a page."""
        return self.ask("GET", path, headers=headers)

    def post(self, path: str, sent: Sent | None = None, **headers: str) -> Page:
        """Send a form."""
        body = urlencode(sent or {}, doseq=True).encode()
        kind = {"content-type": "application/x-www-form-urlencoded"}
        return self.ask("POST", path, body, {"origin": ORIGIN, **kind, **headers})

    def follow(self, page: Page) -> Page:
        """Go where a redirect leads, to the end."""
        for _ in range(5):
            if page.status not in {303, 307}:
                return page
            page = self.get(urljoin(page.path, page.location))
        raise AssertionError(page)

    def speak(self, language: str) -> None:
        """Choose the language of the interface."""
        self.cookies["playbook_language"] = language

    def ask(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        headers: Mapping[str, str] | None = None,
        *,
        port: int = PORT,
    ) -> Page:
        """Send any request and keep the cookies that come back."""
        sent = {
            "host": f"127.0.0.1:{port}",
            "cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "content-length": str(len(body)),
        } | {name.replace("_", "-"): value for name, value in (headers or {}).items()}
        asked = _call(self.app, method, path, body, sent, port)
        page = self._thread.submit(self._runner.run, asked).result()
        for name, morsel in SimpleCookie(page.headers.get("set-cookie", "")).items():
            self.cookies[name] = morsel.value
        return page


async def _call(  # noqa: PLR0917 - a request has that many parts
    app: Callable[..., Any],
    method: str,
    path: str,
    body: bytes,
    headers: Mapping[str, str],
    port: int,
) -> Page:
    parts = urlsplit(path)
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(parts.path),
        "raw_path": parts.path.encode(),
        "query_string": parts.query.encode(),
        "root_path": "",
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        "client": ("127.0.0.1", 50000),
        "server": ("127.0.0.1", port),
    }
    heard: list[Mapping[str, Any]] = []
    waiting = [{"type": "http.request", "body": body, "more_body": False}]
    answered = asyncio.Event()

    async def receive() -> Mapping[str, Any]:
        if waiting:
            return waiting.pop()
        # The browser stays until it has its answer.
        await answered.wait()
        return {"type": "http.disconnect"}

    async def send(message: Mapping[str, Any]) -> None:
        heard.append(message)
        if message["type"] == "http.response.body" and not message.get("more_body"):
            answered.set()

    await app(scope, receive, send)
    start = heard[0]
    return Page(
        path,
        start["status"],
        {name.decode("latin-1"): value.decode("latin-1") for name, value in start["headers"]},
        b"".join(one.get("body", b"") for one in heard[1:]),
    )


def open_browser(
    folder: Path,
    questionnaire: Questionnaire,
    language: str = "en",
    consultant: QuietConsultant | None = None,
) -> Browser:
    """Return a browser at a new wizard of a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    wizard = Wizard(
        folder,
        holds_many(folder),
        questionnaire,
        consultant or QuietConsultant(),
        Language(language),
        TODAY,
    )
    return Browser(wizard)


def read_saved(browser: Browser, name: str = "") -> Answers:
    """Return the answers of a company as its file has them."""
    folder = browser.wizard.folder / name if name else browser.wizard.folder
    return load_answers(folder / ANSWERS, browser.wizard.questionnaire)
