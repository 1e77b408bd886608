"""The local server answers this computer's browser and nobody else."""

import threading
from http.client import HTTPConnection

import pytest

from generator.cli.main import WRONG_USE, main
from generator.cli.serve import LOOPBACK, open_server
from questionnaire.errors import WorkspaceProblems


@pytest.fixture
def port(tmp_path):
    """Serve a folder with one page on a free port of the loopback interface."""
    (tmp_path / "index.html").write_text("hello", encoding="utf-8")
    with open_server(tmp_path, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def fetch(port, host, method="GET"):
    """Return the status and body of a request that names a host."""
    connection = HTTPConnection(LOOPBACK, port, timeout=5)
    connection.putrequest(method, "/index.html", skip_host=True)
    connection.putheader("Host", host)
    connection.endheaders()
    answer = connection.getresponse()
    return answer.status, answer.read()


def test_it_serves_this_computer(port):
    """The address that is printed works, by number and by name."""
    assert fetch(port, f"{LOOPBACK}:{port}") == (200, b"hello")
    assert fetch(port, f"localhost:{port}", "HEAD") == (200, b"")


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_it_refuses_a_foreign_name(port, method):
    """A page of another site that leads its name here (DNS rebinding) reads nothing."""
    status, body = fetch(port, f"evil.example:{port}", method)
    assert status == 421
    assert b"hello" not in body


def test_a_taken_port_is_told(port, tmp_path):
    """A port that somebody uses is a problem with its number."""
    with pytest.raises(WorkspaceProblems) as caught:
        open_server(tmp_path, port)
    assert caught.value.problems[0].data["port"] == port


def test_nothing_to_serve_is_wrong_use(tmp_path, capsys):
    """Without a built site the command says how to build one."""
    assert main(["--language", "en", "serve", str(tmp_path)]) == WRONG_USE
    assert "playbook build" in capsys.readouterr().err
