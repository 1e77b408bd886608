"""A server on loopback: two free ports, the link that opens it, the end when nobody is there."""

import asyncio
import contextlib
import json
import os
import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import uvicorn

from questionnaire.errors import Problem, WorkspaceProblems
from questionnaire.web.app import create_app
from questionnaire.web.guard import HEADER_LIMIT, TOKEN, Keys
from questionnaire.web.wizard import Wizard

LOOPBACK: Final = "127.0.0.1"
IDLE: Final = 12 * 3600.0
"""Seconds without a request after which the server ends by itself."""
_LOOK: Final = 30.0
_LINK: Final = "wizard-link.json"


@dataclass(frozen=True, slots=True)
class Link:
    """Where a running wizard is, and what opens it."""

    port: int
    token: str

    @property
    def url(self) -> str:
        """Return the address to open; it works once."""
        return f"http://{LOOPBACK}:{self.port}/?{TOKEN}={self.token}"


def serve(wizard: Wizard, port: int, tell: Callable[[str], None]) -> None:
    """Serve until the person ends it; `tell` gets the link once the server listens.

    Raises WorkspaceProblems when the port is taken.
    """
    with _listen(port) as pages, _listen(0) as sites:
        wizard.site_port = sites.getsockname()[1]
        number = pages.getsockname()[1]
        keys = Keys(lambda token: keep_link(wizard.folder, Link(number, token)))
        app = create_app(wizard, keys)
        config = uvicorn.Config(
            app,
            http="h11",
            ws="none",
            lifespan="off",
            log_level="warning",
            access_log=False,
            server_header=False,
            h11_max_incomplete_event_size=HEADER_LIMIT,
            timeout_graceful_shutdown=5,
        )
        server = uvicorn.Server(config)

        def stop() -> None:
            server.should_exit = True

        wizard.stop = stop
        link = Link(number, keys.token)
        keep_link(wizard.folder, link)
        try:
            asyncio.run(_run(server, [pages, sites], wizard, lambda: tell(link.url)))
        finally:
            forget_link(wizard.folder)
            wizard.close()


async def _run(
    server: uvicorn.Server, sockets: list[socket.socket], wizard: Wizard, ready: Callable[[], None]
) -> None:
    serving = asyncio.create_task(server.serve(sockets=sockets))
    while not server.started and not serving.done():  # noqa: ASYNC110 - it has no event to wait for
        await asyncio.sleep(0.01)
    if server.started:
        ready()
    while not serving.done():
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(asyncio.shield(serving), _LOOK)
        if time.monotonic() - wizard.used > IDLE:
            wizard.stop()
    await serving


@contextlib.contextmanager
def _listen(port: int) -> Iterator[socket.socket]:
    # The protocol is named because asyncio sends small answers at once only on TCP it knows as such:
    # without it, each page waits 40 ms for an acknowledgement.
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name != "nt":
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((LOOPBACK, port))
        found.listen(128)
        yield found
    except OSError as error:
        data: dict[str, str | int] = {"port": port, "reason": str(error.strerror)}
        raise WorkspaceProblems([Problem("serve.port_taken", data=data)]) from None
    finally:
        found.close()


def keep_link(folder: Path, link: Link) -> None:
    """Write the link where only this person can read it, so that a second start can open it again."""
    path = folder / ".playbook" / _LINK
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, exist_ok=True)
        with contextlib.suppress(FileNotFoundError):
            path.unlink()
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            json.dump({"port": link.port, "token": link.token}, stream)


def find_link(folder: Path) -> Link | None:
    """Return the link of a wizard that is open for a folder, if there is one."""
    try:
        data = json.loads((folder / ".playbook" / _LINK).read_text(encoding="utf-8"))
        return Link(int(data["port"]), str(data["token"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def find_running(folder: Path) -> Link | None:
    """Return the link of a wizard that is open for a folder and still listens."""
    link = find_link(folder)
    if link is None:
        return None
    try:
        with socket.create_connection((LOOPBACK, link.port), timeout=1):
            return link
    except OSError:
        return None


def forget_link(folder: Path) -> None:
    """Take the link away."""
    with contextlib.suppress(OSError):
        (folder / ".playbook" / _LINK).unlink()
