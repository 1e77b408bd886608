"""One person at a wizard that serves over real sockets, and whoever else may try."""

import socket
import time
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

FORM = "application/x-www-form-urlencoded"
PATIENCE = 20


class Visitor:
    """Speaks HTTP to a running wizard, as the person at this computer unless told otherwise."""

    def __init__(self, folder: Path, base: str, site_port: int = 0) -> None:
        self.port = urlsplit(base).port
        self.site_port = site_port
        self.folder = folder
        self.cookie = ""

    def open(self, link: str):
        """Use a link, as a browser does."""
        answer = self.ask("GET", "/?" + urlsplit(link).query)
        assert answer.status == 303
        self.cookie = answer.getheader("set-cookie").split(";")[0]
        return answer

    def ask(self, method, path, body=b"", port=None, **headers):
        """Send a request; None leaves a header out."""
        connection = self.begin(path, body, method=method, port=port, **headers)
        answer = connection.getresponse()
        answer.text = answer.read().decode()
        connection.close()
        return answer

    def begin(self, path, body, *, method="POST", port=None, **headers):
        """Send a request without waiting for its answer."""
        usual = {
            "Host": f"127.0.0.1:{port or self.port}",
            "Cookie": self.cookie,
            "Origin": f"http://127.0.0.1:{self.port}" if method == "POST" else None,
            "Content-Type": FORM if method == "POST" else None,
            "Content-Length": str(len(body)) if method == "POST" else None,
        }
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        connection = HTTPConnection("127.0.0.1", port or self.port, timeout=PATIENCE)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in (usual | given).items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders(body)
        return connection

    def save(self, **headers):
        """Try to answer a question."""
        return self.ask("POST", "/c/shop/q/shop_name", b"v=Luna", **headers)

    @property
    def saved(self):
        """Whether anything was answered."""
        return (self.folder / "answers.yml").exists()

    def raw(self, sent, *, more=()):
        """Send bytes as they are, further ones after each pause, and return all that comes back."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as line:
            line.sendall(sent)
            heard = b""
            for part in more:
                time.sleep(0.02)
                try:
                    line.sendall(part)
                except OSError:
                    break
            try:
                while found := line.recv(65536):
                    heard += found
            except ConnectionError:
                pass
        return heard
