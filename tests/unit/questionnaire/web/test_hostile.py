"""Whatever people type is text on every page that shows it, never markup."""

import pytest

from tests.properties.hostile import PAYLOADS
from tests.unit.questionnaire.small import SMALL
from tests.web_pages import open_browser

Q = "/c/shop/q"
PAGES = (
    "/c/shop/", "/c/shop/answers", "/c/shop/answers?show=pending", "/c/shop/check/shop",
    "/c/shop/check/team", "/c/shop/done", "/c/shop/health", "/c/shop/publish",
    f"{Q}/shop_name", f"{Q}/purpose", f"{Q}/website", f"{Q}/website/not-for-us", f"{Q}/workers",
    f"{Q}/workers/pending", f"{Q}/people", f"{Q}/people/item/x1", f"{Q}/people/item/x1/remove",
    f"{Q}/people/item/+", f"{Q}/boss", f"{Q}/boss/pending", f"{Q}/accounts", f"{Q}/starts",
    f"{Q}/shop_name/effects", "/c/shop/preview/shop_name",
)  # fmt: skip


def shape(page):
    """Return the elements of a page with the names of their attributes, without any text."""
    return [
        (one.tag, sorted(one.attrib), one.get("type"))
        for one in page.tree().iter()
        if isinstance(one.tag, str)
    ]


def fill(tmp_path, words):
    """Return a browser at a wizard where everything that takes words says the same."""
    browser = open_browser(tmp_path / "shop", SMALL)
    both = {"v": words, "v.es": words, "v.en": words}
    for name in ("shop_name", "purpose"):
        browser.post(f"{Q}/{name}", both)
    browser.post(f"{Q}/website/not-for-us", {"reason": words})
    browser.post(f"{Q}/workers/pending", {"reason": words})
    path = browser.wizard.folder / "answers.yml"
    browser.post(f"{Q}/people/item/+", {"f.name": "X1", "f.hours": "3"})
    if browser.wizard.find("shop").interview().items("people"):
        browser.post(
            f"{Q}/people/item/x1", {"f.name": words, "f.hours": "3", "shown": "name hours"}
        )
        browser.post(f"{Q}/accounts/item/+", {"f.handle": words})
    for name in ("starts", "shop_name", "people/+", "accounts/+"):
        draft = {**both, "f.name": words, "f.handle": words}
        browser.post(f"/c/shop/draft/{name}", draft)
    assert path.exists()
    return browser


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """Give the shapes of all pages with harmless words."""
    browser = fill(tmp_path_factory.mktemp("plain"), "harmless")
    return {address: shape(browser.get(address)) for address in PAGES}


@pytest.mark.parametrize("payload", ["script", "image handler", "svg handler", "closing figure",
    "attribute break", "open comment", "style", "base", "template value", "entity", "quotes",
    "template statement", "closing link", "frame", "ampersand", "unicode"])  # fmt: skip
def test_hostile_words_are_text(tmp_path, plain, payload):
    """Every page has the same elements and attributes as with harmless words."""
    words = PAYLOADS[payload]
    browser = fill(tmp_path, words)
    for address in PAGES:
        page = browser.get(address)
        assert page.status == 200, address
        assert shape(page) == plain[address], address
    assert " ".join(words.split()) in browser.get(f"{Q}/people").words()


@pytest.mark.parametrize("payload", sorted(PAYLOADS))
def test_a_refused_answer_comes_back_as_text(tmp_path, payload):
    """What can't be an answer is shown again letter by letter, in the field and in the fault."""
    browser = open_browser(tmp_path / "shop", SMALL)
    words = PAYLOADS[payload].splitlines()[0]
    for name in ("workers", "website", "colour", "opens"):
        page = browser.post(f"{Q}/{name}", {"v": words})
        if page.status == 422:
            assert page.form()["v"] == [words.strip()]
            scripts = [one.get("src") for one in page.tree().iter("script")]
            assert scripts == ["/static/wizard.js"]
    found = browser.get(f"/c/shop/answers?find={payload.replace(' ', '+')}")
    assert found.status == 200
