"""A question of the browser wizard: how long its page takes in the server, and what it weighs."""

import asyncio
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from starlette.types import ASGIApp, Message

from benchmarks.measuring import time_call
from benchmarks.subjects import COMPANY, TODAY, Row, show
from generator.workbench import open_workbench
from questionnaire.loader import load_questionnaire
from questionnaire.preset import load_presets
from questionnaire.sources import data_folder
from questionnaire.text import SPANISH
from questionnaire.web.app import create_app
from questionnaire.web.guard import COOKIE, Keys
from questionnaire.web.wizard import Wizard

PAGE = 0.015
"""In the server, without the preview, which is a page of its own."""
WEIGHT = 10 * 1024
"""The page with its styles and scripts, as they are sent."""
_PORT = 8000
_QUESTION = "posts_month"


@dataclass(slots=True)
class _Server:
    """The application itself, asked without a network."""

    app: ASGIApp
    cookie: str
    body: bytearray = field(default_factory=bytearray)

    def ask(self, path: str) -> int:
        """Get a page; return how many bytes it has as it is sent."""
        asyncio.run(self._ask(path))
        return len(self.body)

    async def _ask(self, path: str) -> None:
        self.body.clear()
        headers = {
            "host": f"127.0.0.1:{_PORT}",
            "cookie": f"{COOKIE}={self.cookie}",
            "accept-encoding": "gzip",
        }
        scope = {
            "type": "http",
            "method": "GET",
            "path": path,
            "root_path": "",
            "scheme": "http",
            "http_version": "1.1",
            "query_string": b"",
            "server": ("127.0.0.1", _PORT),
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        }
        await self.app(scope, self._receive, self._send)

    async def _receive(self) -> Message:
        """Stand for a browser that has asked and now waits."""
        await asyncio.Event().wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] != 200:  # noqa: PLR2004
            raise ValueError(message)
        self.body += message.get("body", b"")


def measure_question(rounds: int) -> list[Row]:
    """Measure the page of a question of the larger sample: its time, and its weight."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as name:
        folder = Path(name) / COMPANY
        shutil.copytree(data_folder("questionnaire", "examples", COMPANY), folder)
        asked = load_questionnaire()
        wizard = Wizard(
            folder, False, asked, open_workbench(TODAY), SPANISH, TODAY, load_presets(asked)
        )
        keys = Keys()
        server = _Server(create_app(wizard, keys), keys.cookie)
        page = f"/c/{COMPANY}/q/{_QUESTION}"
        server.ask(page)
        took = median(time_call(lambda: server.ask(page)) for _ in range(rounds))
        parts = (page, "/static/wizard.css", "/static/wizard.js")
        weights = [server.ask(part) for part in parts]
        wizard.close()
    beside = " + ".join(f"{one / 1024:.1f}" for one in weights)
    return [
        Row(
            "wizard's question, in the server",
            show(took),
            "one page",
            f"≤ {show(PAGE)}",
            took <= PAGE,
        ),
        Row(
            "wizard's question, as sent",
            f"{sum(weights) / 1024:.1f} kB",
            f"page + styles + scripts: {beside}",
            f"≤ {WEIGHT // 1024} kB",
            sum(weights) <= WEIGHT,
        ),
    ]
