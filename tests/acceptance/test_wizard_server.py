"""The wizard's server over real sockets: only this computer's own pages get anything from it."""

import json
import os
import socket
import stat
from urllib.parse import quote_plus, urljoin, urlsplit

import pytest

from questionnaire.web import guard
from questionnaire.web.guard import COOKIE
from questionnaire.web.serving import find_link, find_running
from tests.quiet_consultant import QuietConsultant
from tests.unit.questionnaire.small import SMALL
from tests.wizard_server import run_wizard_server
from tests.wizard_visitor import FORM, Visitor


def visit(running):
    """Return somebody who hasn't opened the link."""
    return Visitor(running.wizard.folder, running.base, running.wizard.site_port)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """Serve one company for all tests of this file that change nothing."""
    folder = tmp_path_factory.mktemp("served") / "shop"
    with run_wizard_server(folder, QuietConsultant(), "en", SMALL) as running:
        yield running


@pytest.fixture
def visitor(server):
    """Give a person who has opened the link."""
    found = visit(server)
    found.open(server.fresh_url)
    return found


def test_the_link_opens_once(server):
    """It gives a cookie that scripts can't read and no other site can send; the token is gone."""
    stranger = visit(server)
    link = "/?" + urlsplit(server.fresh_url).query
    answer = stranger.ask("GET", link)
    assert (answer.status, answer.getheader("location")) == (303, "/")
    cookie = answer.getheader("set-cookie")
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    again = stranger.ask("GET", link)
    assert again.status == 403
    assert "<h1>" in again.text
    token = link.split("=")[1]
    for page in (answer, again):
        assert token not in page.text + str(page.getheaders())


@pytest.mark.parametrize(
    "cookie", [None, "", f"{COOKIE}=", f"{COOKIE}=wrong", "x=y", f"{COOKIE}=\xf1"]
)
def test_nobody_else_gets_in(server, cookie):
    """Without the cookie every address is the page that says how to open the wizard."""
    stranger = visit(server)
    for path in ("/", "/c/shop/", "/static/wizard.js", "/c/shop/download/answers", "/nothing"):
        answer = stranger.ask("GET", path, Cookie=cookie)
        assert answer.status == 403
        assert "<h1>" in answer.text
    assert stranger.save(Cookie=cookie).status == 403
    assert not stranger.saved


FOREIGN = [
    "evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:80", "127.0.0.1.:{port}",
    "localhost.:{port}", "[::1]:{port}", "0.0.0.0:{port}", "LOCALHOST:{port}", "127.1:{port}",
    "127.0.0.1:{port}.evil.example", "user@127.0.0.1:{port}", "localhost:{site}", "",
]  # fmt: skip


@pytest.mark.parametrize("host", FOREIGN)
def test_a_foreign_host_is_misdirected(visitor, host):
    """A name that leads here is not this server's name (DNS rebinding)."""
    named = host.format(port=visitor.port, site=visitor.site_port)
    assert visitor.ask("GET", "/c/shop/", Host=named).status == 421
    assert visitor.save(Host=named, Origin=f"http://{named}").status == 421
    site = "127.0.0.1:{port}" if host == "localhost:{site}" else host
    other = site.format(port=visitor.port, site=visitor.site_port)
    assert visitor.ask("GET", "/shop/", port=visitor.site_port, Host=other).status == 421
    assert not visitor.saved


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_both_of_its_names_work(visitor, host):
    """By number and by name."""
    named = f"{host}:{visitor.port}"
    assert visitor.ask("GET", "/c/shop/start", Host=named).status == 200
    stopped = visitor.ask(
        "POST", "/c/shop/draft/shop_name", b"", Host=named, Origin=f"http://{named}"
    )
    assert stopped.status == 204


STRANGE = [
    {"Origin": "http://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1:{site}"},
    {"Origin": "https://127.0.0.1:{port}"},
    {"Origin": "http://localhost:{port}"},
    {"Origin": None},
    {"Origin": None, "Sec_Fetch_Site": "cross-site"},
    {"Origin": None, "Sec_Fetch_Site": "same-site"},
    {"Origin": None, "Sec_Fetch_Site": "none"},
    {"Sec_Fetch_Site": "cross-site"},
    {"Sec_Fetch_Site": "same-site"},
    {"Sec_Fetch_Site": "none"},
    {"Origin": "http://evil.example", "Sec_Fetch_Site": "same-origin"},
]


@pytest.mark.parametrize("headers", STRANGE, ids=str)
def test_a_change_from_another_page_is_refused(visitor, headers):
    """Whatever another site, or a built handbook, sends here changes nothing."""
    given = {
        name: value and value.format(port=visitor.port, site=visitor.site_port)
        for name, value in headers.items()
    }
    assert visitor.save(**given).status == 403
    assert not visitor.saved


def test_a_browser_without_origin_may_say_where_it_comes_from(visitor):
    """Same-origin by Sec-Fetch-Site alone is enough."""
    answer = visitor.ask(
        "POST", "/c/shop/draft/shop_name", b"", Origin=None, Sec_Fetch_Site="same-origin"
    )
    assert answer.status == 204


@pytest.mark.parametrize("method", ["PUT", "TRACE", "DELETE", "OPTIONS", "PATCH", "CONNECT", "X"])
def test_other_methods_are_refused(visitor, method):
    """Nothing is echoed and nothing changed."""
    answer = visitor.ask(method, "/c/shop/q/shop_name")
    assert answer.status == 405
    assert visitor.cookie not in answer.text


def request(visitor, *lines, start="GET /c/shop/start HTTP/1.1", host=True):
    """Return a request as bytes."""
    named = [f"Host: 127.0.0.1:{visitor.port}"] if host else []
    every = [start, *named, f"Cookie: {visitor.cookie}", "Connection: close", *lines, "", ""]
    return "\r\n".join(every).encode()


def status(answer):
    """Return the status of a raw answer; 0 when the line was just closed."""
    return int(answer.split()[1]) if answer else 0


def test_requests_that_are_none_are_refused(visitor):
    """Two hosts, none, a proxy's request line, too large a header, two lengths: 4xx each."""
    port = visitor.port
    assert 400 <= status(visitor.raw(request(visitor, "Host: evil.example"))) < 500
    assert 400 <= status(visitor.raw(request(visitor, f"Host: 127.0.0.1:{port}"))) < 500
    assert 400 <= status(visitor.raw(request(visitor, host=False))) < 500
    absolute = "GET http://evil.example/c/shop/start HTTP/1.1"
    assert 400 <= status(visitor.raw(request(visitor, start=absolute))) < 500
    own = f"GET http://127.0.0.1:{port}/c/shop/start HTTP/1.1"
    assert 400 <= status(visitor.raw(request(visitor, "Host: evil.example", start=own))) < 500
    assert 400 <= status(visitor.raw(request(visitor, "X: " + "a" * 70_000))) < 500
    lengths = request(visitor, "Content-Length: 1", "Content-Length: 2")
    assert 400 <= status(visitor.raw(lengths)) < 500
    assert status(visitor.raw(request(visitor))) == 200


def post(visitor, *lines, path="/c/shop/draft/shop_name"):
    """Return the head of a POST as bytes."""
    origin = f"Origin: http://127.0.0.1:{visitor.port}"
    start = f"POST {path} HTTP/1.1"
    return request(visitor, origin, f"Content-Type: {FORM}", *lines, start=start)


def test_a_body_too_large_is_not_read(visitor):
    """Declared or in pieces, it ends with 413 or a closed line long before its end."""
    declared = post(visitor, f"Content-Length: {10 << 30}")
    answer = visitor.raw(declared)
    assert status(answer) == 413
    assert b"<h1>" in answer
    piece = b"10000\r\n" + b"v" * 0x10000 + b"\r\n"
    answer = visitor.raw(post(visitor, "Transfer-Encoding: chunked"), more=[piece] * 40)
    assert status(answer) in {0, 413}
    path = "/c/shop/q/shop_name/upload"
    answer = visitor.raw(post(visitor, "Transfer-Encoding: chunked", path=path), more=[piece] * 60)
    assert status(answer) in {0, 404, 413}


def test_a_slow_body_ends(visitor, monkeypatch):
    """Somebody who sends a byte now and then doesn't hold the server."""
    monkeypatch.setattr(guard, "SLOWEST_BODY", 0.05)
    answer = visitor.raw(post(visitor, "Content-Length: 1000"), more=[b"v"] * 20)
    assert status(answer) in {0, 413}
    monkeypatch.undo()
    assert visitor.ask("GET", "/c/shop/start").status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/..%2f..%2fetc%2fpasswd", "/../../etc/passwd", "/static/../app.py", "/static/..%2fapp.py",
        "/static/%2e%2e/app.py", "/static//etc/passwd", "/c/../../etc/passwd", "/c/..%2f..%2fetc/",
        "/c/shop/../../etc", "/c/shop/download/..%2f..%2fanswers.yml", "/c/shop/download/%2e%2e",
        "/c/shop/picture/..%2f..%2fanswers.yml", "/c/shop/picture/%2fetc%2fpasswd",
        "/c/shop/preview-style/..%2f..%2fguard.py", "/static/..\\app.py", "/static/%00",
        "/c/shop/picture/%00", "/c/shop/picture/" + "a" * 300,
    ],
)  # fmt: skip
def test_no_path_leads_out(visitor, path):
    """Whatever the address says, only known pages and files of this folder are served."""
    answer = visitor.ask("GET", path)
    assert answer.status == 404
    assert "root:" not in answer.text
    assert "import" not in answer.text


@pytest.mark.parametrize(
    "to",
    [
        "//evil.example", "/\\evil.example", "https://evil.example", "\\\\evil.example", "",
        "/\t/evil.example", "/%09/evil.example", "javascript:alert(1)", "/c/\r\nX-Bad: 1",
        "http:/\\evil.example", " //evil.example", "/%0d%0aX-Bad:%201",
    ],
)  # fmt: skip
def test_no_redirect_leads_away(server, visitor, to):
    """The language switch and the way back stay on this server, on one line."""
    sent = f"to={quote_plus(to)}&back={quote_plus(to)}&switch=en&action=discard".encode()
    base = f"http://127.0.0.1:{visitor.port}"
    for path in ("/language", "/c/shop/q/shop_name", f"/c/shop/q/shop_name?back={quote_plus(to)}"):
        answer = visitor.ask("POST", path, sent)
        assert answer.status == 303
        location = answer.getheader("location")
        assert location.startswith("/")
        assert urljoin(f"{base}/x", location).startswith(f"{base}/")
        assert answer.getheader("x-bad") is None
    token = urlsplit(server.fresh_url).query
    answer = visit(server).ask("GET", f"//evil.example/%5Cx?{token}&a=%0d%0aX-Bad:1")
    assert answer.status == 303
    assert urljoin(f"{base}/x", answer.getheader("location")).startswith(f"{base}/")
    assert answer.getheader("x-bad") is None


def test_the_link_is_for_one_person_and_one_run(tmp_path):
    """Its file is readable by its owner alone, and gone when the wizard ends."""
    folder = tmp_path / "shop"
    with run_wizard_server(folder, QuietConsultant(), "en", SMALL) as running:
        path = folder / ".playbook" / "wizard-link.json"
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert find_running(folder) == find_link(folder)
        first = running.fresh_url
        visit(running).open(running.fresh_url)
        assert running.fresh_url != first
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not path.exists()
    assert find_running(folder) is None


def test_a_link_left_behind_says_nothing(tmp_path):
    """A file of a wizard that was killed, or of none at all, is no running wizard."""
    (tmp_path / ".playbook").mkdir()
    path = tmp_path / ".playbook" / "wizard-link.json"
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    texts = [json.dumps({"port": port, "token": "x"}), "", "[]", "{}", '{"port": "x", "token": 1}']
    for text in texts:
        path.write_text(text, encoding="utf-8")
        assert find_running(tmp_path) is None


def test_only_loopback_listens(visitor):
    """No other address of this machine answers."""
    own = socket.gethostbyname(socket.gethostname())
    if own.startswith("127.") or os.name == "nt":
        pytest.skip("this machine has no other address")
    for port in (visitor.port, visitor.site_port):
        with pytest.raises(OSError, match=r"."):
            socket.create_connection((own, port), timeout=5)
