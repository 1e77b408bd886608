"""Every address of the wizard: a page or a redirect, safe headers, and no fault whatever comes."""

import asyncio
import re
from urllib.parse import quote

import pytest
from starlette.routing import Mount, Route

from questionnaire.loader import load_questionnaire
from questionnaire.web import guard
from tests.unit.questionnaire.kinds.test_every_kind import build
from tests.unit.questionnaire.small import SMALL
from tests.web_pages import ORIGIN, PORT, SITE_PORT, open_browser, read_saved

VALUES = {
    "company": ["shop", "nobody"],
    "question": ["shop_name", "people", "goals", "wants_web", "nothing"],
    "item": ["+", "ana", "nobody"],
    "section": ["shop", "nothing"],
    "what": ["site", "handbook", "answers", "nothing"],
    "name": ["main.css", "logo.svg", "nothing"],
    "path": ["wizard.css", "wizard.js", "nothing"],
}
SAFE = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


@pytest.fixture
def browser(tmp_path):
    """Open a wizard of the small questionnaire, in English, with a little said."""
    opened = open_browser(tmp_path / "shop", SMALL)
    opened.post("/c/shop/q/shop_name", {"v": "Luna"})
    opened.post("/c/shop/q/people/item/+", {"f.name": "Ana", "f.hours": "3"})
    yield opened
    opened.close()


def list_routes(routes, start=""):
    """Yield the path of every route."""
    for route in routes:
        if isinstance(route, Mount) and route.routes:
            yield from list_routes(route.routes, start + route.path)
        elif isinstance(route, Mount):
            yield f"{start}{route.path}/{{path}}"
        elif isinstance(route, Route):
            yield start + route.path


def list_addresses(browser):
    """Yield addresses of every route, with names that exist and names that don't."""
    app = browser.app._app._app  # the guard, then the fork between the ports
    for path in list_routes(app.routes):
        found = [path]
        for name, values in VALUES.items():
            found = [
                one.replace(f"{{{name}}}", value)
                for one in found
                for value in (values if f"{{{name}}}" in one else [""])
            ]
        for one in found:
            assert "{" not in one, path
            yield one


def test_every_address_is_safe(browser):
    """Asked for or sent to, in any state: never a fault, always the headers, a heading on a page."""
    addresses = [one for one in list_addresses(browser) if one != "/stop"]
    assert len(addresses) > 80
    for address in addresses:
        for page in (browser.get(address), browser.post(address, {"v": "1", "name": "Ñ"})):
            where = (address, page.status)
            assert page.status < 500, where
            assert {name: page.headers.get(name) for name in SAFE} == SAFE, where
            policy = page.headers["content-security-policy"]
            assert "default-src 'none'" in policy, where
            assert "unsafe-eval" not in policy, where
            assert page.headers["cache-control"] == "no-store" or "/preview-style/" in address
            assert page.location == "" or page.location.startswith(("/", f"{ORIGIN}/")), where
            _check_page(page, where)


def _check_page(page, where):
    """Want one heading and a language on a whole page; only the preview may be framed, by us."""
    ours = "script-src 'self'" in page.headers["content-security-policy"]
    if page.text.startswith("<!doctype html>") and ours:
        assert page.text.count("<h1") == 1, where
        assert re.search(r'<html lang="(es|en)">', page.text), where
        assert page.headers["x-frame-options"] == "DENY"
        assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
    elif where[0].endswith("/sheet") and page.status == 200:
        assert page.text.count("<h1") == 1, where
        assert "script" not in page.headers["content-security-policy"]
        assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
    elif not ours:
        assert "/preview/" in where[0]
        assert "frame-ancestors 'self'" in page.headers["content-security-policy"]
        assert page.headers["x-frame-options"] == "SAMEORIGIN"
        assert "script-src" not in page.headers["content-security-policy"]


def test_the_scripts_and_styles_of_a_page_are_ours(browser):
    """Nothing on any page comes from elsewhere, and no script or style stands in the page."""
    for address in ("/c/shop/", "/c/shop/q/shop_name", "/c/shop/publish", "/c/shop/answers"):
        for one in browser.get(address).tree().iter():
            for name, value in one.attrib.items():
                assert not name.startswith("on"), address
                assert name != "style", address
                if name in {"src", "href"} and not value.startswith(
                    f"http://127.0.0.1:{SITE_PORT}"
                ):
                    assert value.startswith(("/", "#")), (address, value)
            if one.tag == "script":
                assert not (one.text or "").strip()
            assert one.tag != "style"


@pytest.mark.parametrize(
    "address", ["/c/shop/q/shop_name/upload", "/c/shop/depth", "/new", "/stop"]
)
def test_a_form_address_opened_again_leads_one_up(browser, address):
    """Reloading by hand, or switching the language there, isn't an error."""
    page = browser.follow(browser.get(address))
    assert page.status == 200


def upload(browser, name, content, field="file", *, start="/c/shop/q/asked"):
    """Send a file as a browser does."""
    edge = "edge"
    body = (
        f"--{edge}\r\nContent-Disposition: form-data; "
        f'name="{field}"; filename="{name}"\r\n\r\n'.encode()
        + content
        + f"\r\n--{edge}--\r\n".encode()
    )
    headers = {"origin": ORIGIN, "content-type": f"multipart/form-data; boundary={edge}"}
    return browser.ask("POST", f"{start}/upload", body, headers)


def test_a_picture_is_taken_in(tmp_path):
    """It is answered with, and shown by its address."""
    browser = open_browser(tmp_path / "shop", build("image"))
    assert upload(browser, "logo.svg", b"<svg/>").status == 303
    assert read_saved(browser).by_id["asked"].value == "logo.svg"
    shown = browser.get("/c/shop/picture/logo.svg")
    assert shown.headers["content-type"] == "image/svg+xml"
    assert shown.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("name", "content", "status"),
    [
        ("virus.exe", b"MZ", 422),
        ("", b"", 422),
        ("empty.svg", b"", 422),
        ("huge.svg", b"<svg>" + b" " * guard.UPLOAD_LIMIT, 413),
    ],
)
def test_a_picture_that_is_none_is_told(tmp_path, name, content, status):
    """The page says so and what is answered stays."""
    browser = open_browser(tmp_path / "shop", build("image"))
    told = upload(browser, name, content)
    assert told.status == status
    assert told.heading()
    assert not browser.wizard.folder.joinpath("answers.yml").exists()


def test_an_upload_that_is_none(tmp_path):
    """A form without a file, broken, of too many files, or for another question is no fault."""
    browser = open_browser(tmp_path / "shop", build("image"))
    headers = {"origin": ORIGIN, "content-type": "multipart/form-data; boundary=edge"}
    two = b'--edge\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nx\r\n' * 2
    for body in (b"", b"--edge", b"--edge\r\nbroken\r\n\r\n--edge--", two + b"--edge--"):
        told = browser.ask("POST", "/c/shop/q/asked/upload", body, headers)
        assert 400 <= told.status < 500
        assert told.heading()
        told = browser.ask("POST", "/c/shop/q/asked", body, headers)
        assert told.status < 500
    assert upload(browser, "logo.svg", b"<svg/>", start="/c/shop/q/people").status == 404


def test_a_bug_of_ours_is_a_page(browser, monkeypatch):
    """What was saved is whole, and the page says so."""
    monkeypatch.setattr(type(browser.wizard.consultant), "last_build", lambda *_: 1 / 0)
    told = browser.get("/c/shop/")
    assert told.status == 500
    assert "What was saved is untouched" in told.words() or told.heading()


def test_the_end(browser):
    """The last page says that all is saved, and the server is told to end."""
    ended = []
    browser.wizard.stop = lambda: ended.append(1)
    assert browser.post("/stop").status == 200
    assert ended == [1]


def ask_site(browser, path, method="GET", **headers):
    """Ask the port of the built sites."""
    return browser.ask(method, path, headers=headers, port=SITE_PORT)


def test_the_site_port_serves_built_sites_and_nothing_else(browser, tmp_path):
    """Known companies, their site folder, with the cookie; no link out of it, no form, no wizard."""
    assert ask_site(browser, "/shop/index.html").status == 404
    browser.post("/c/shop/publish")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "shop" / "site" / "out.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "shop" / "site" / "up").symlink_to(tmp_path)
    page = ask_site(browser, "/shop/index.html")
    assert "Built" in page.text
    assert ask_site(browser, "/shop/").text == page.text
    assert ask_site(browser, "/shop").location == "/shop/index.html"
    for path in (
        "/shop/out.txt", "/shop/up/secret.txt", "/shop/../answers.yml", "/shop/..%2fanswers.yml",
        "/shop/%2e%2e/answers.yml", "/shop//etc/passwd", "/nobody/index.html", "/", "/c/shop/",
        "/../shop/answers.yml", "/shop/" + "a" * 400, "/" + "a" * 400 + "/", "/shop/%00",
    ):  # fmt: skip
        assert ask_site(browser, path).status == 404, path
    assert ask_site(browser, "/shop/index.html", cookie="").status == 403
    assert ask_site(browser, "/shop/index.html", host=f"127.0.0.1:{PORT}").status == 421
    own = f"http://127.0.0.1:{SITE_PORT}"
    assert ask_site(browser, "/shop/index.html", "POST", origin=own).status in {403, 404}
    for name, value in SAFE.items():
        assert page.headers[name] == value
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]


def test_a_site_that_is_a_link_is_not_served(browser, tmp_path):
    """A link in the place of the site could lead anywhere."""
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "index.html").write_text("other", encoding="utf-8")
    (tmp_path / "shop" / "site").symlink_to(tmp_path / "other")
    assert ask_site(browser, "/shop/index.html").status == 404


@pytest.mark.parametrize("token", ["", "x", "é", "%ff", "a" * 5000])
def test_a_guessed_token_opens_nothing(browser, token):
    """Nor does it appear on the page that says so."""
    told = browser.get(f"/?token={quote(token)}", cookie="")
    assert told.status == 403
    assert len(token) < 2 or token not in told.text


def test_the_token_leads_to_the_page_that_was_asked_for(browser):
    """With the rest of its query, and without the token."""
    page = browser.get(f"/c/shop/answers?show=open&token={browser.keys.token}", cookie="")
    assert page.location == "/c/shop/answers?show=open"
    assert browser.keys.knows(page.headers["set-cookie"].split("=")[1].split(";")[0])


def test_a_long_answer_is_not_cut(browser, monkeypatch):
    """The time limit of a body ends with it: who waits for the answer doesn't count as gone."""
    monkeypatch.setattr(guard, "SLOWEST_BODY", 0.01)
    seen = []

    async def slow(_scope, receive, send):
        await receive()
        gone = asyncio.create_task(receive())
        await asyncio.sleep(0.05)
        seen.append(gone.done())
        gone.cancel()
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body"})

    browser.app = guard.Guard(slow, browser.keys, lambda *_: "")
    assert browser.get("/").status == 204
    assert seen == [False]


def test_the_real_questionnaire_has_a_page_for_every_question(tmp_path):
    """Each is drawn in both languages, whatever else has been answered."""
    browser = open_browser(tmp_path / "shop", load_questionnaire())
    for language in ("es", "en"):
        browser.speak(language)
        for name in browser.wizard.questionnaire.by_id:
            page = browser.get(f"/c/shop/q/{name}")
            assert page.status in {200, 404}, name
            assert page.text.count("<h1") == 1
