"""`playbook serve`: the built site on this computer only."""

from functools import partial
from http import HTTPStatus
from http.server import HTTPServer, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import click

from generator.cli.options import workspace_argument
from generator.cli.spoken import SpokenCommand
from generator.cli.voice import Voice
from questionnaire.errors import Place, Problem, WorkspaceProblems

LOOPBACK = "127.0.0.1"


class LocalPages(SimpleHTTPRequestHandler):
    """Serves files to this computer's browser and to nobody else."""

    def do_GET(self) -> None:
        """Serve a file, unless another site's name leads here (DNS rebinding)."""
        if self._is_ours():
            super().do_GET()

    def do_HEAD(self) -> None:
        """Answer like GET, without the body."""
        if self._is_ours():
            super().do_HEAD()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Keep quiet: a line per request helps nobody."""

    def _is_ours(self) -> bool:
        port = self.server.server_port if isinstance(self.server, HTTPServer) else 0
        hosts = self.headers.get_all("Host") or []
        if hosts in ([f"{LOOPBACK}:{port}"], [f"localhost:{port}"]):
            return True
        self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        return False


def command(voice: Voice) -> click.Command:
    """Return the verb, speaking the voice's language."""

    def act(workspace: Path, port: int) -> int:
        site = workspace / "site"
        if not (site / "index.html").is_file():
            raise WorkspaceProblems([Problem("site.missing", Place(str(site)))])
        with open_server(site, port) as server:
            url = f"http://{LOOPBACK}:{server.server_port}/"
            click.echo(voice.say("cli.serve.open", url=url))
            server.serve_forever()
        return 0

    port_option = click.Option(
        ["--port"], type=click.IntRange(0, 65535), default=0, help=voice.say("cli.serve.port_help")
    )
    return SpokenCommand(voice, "serve", callback=act, params=[workspace_argument(), port_option])


def open_server(site: Path, port: int) -> ThreadingHTTPServer:
    """Return a server of a folder bound to loopback; port 0 takes a free one."""
    handler = partial(LocalPages, directory=str(site))
    try:
        return ThreadingHTTPServer((LOOPBACK, port), handler)
    except OSError as error:
        raise WorkspaceProblems(
            [Problem("serve.port_taken", data={"port": port, "reason": str(error.strerror)})]
        ) from None
