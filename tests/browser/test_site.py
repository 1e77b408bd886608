"""The built site as people open it: from a folder, by double click, on a screen and a phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

_PAGES = ("index.html", "emergency.html", "replies.html")
_WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


class _Watched:
    """A page with all that it asked of others and all that it complained about."""

    def __init__(self, page: Page, site: Path) -> None:
        self.page = page
        self.strangers: list[str] = []
        self.errors: list[str] = []
        self._site = site
        page.on("request", lambda request: self._note(request.url))
        page.on(
            "console", lambda said: self.errors.append(said.text) if said.type == "error" else None
        )
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _note(self, url: str) -> None:
        if not url.startswith(("file:", "data:", "blob:")):
            self.strangers.append(url)

    def open(self, path: str) -> Page:
        """Open a file of the site."""
        self.page.goto((self._site / path).as_uri())
        self.page.wait_for_load_state()
        return self.page


@pytest.fixture
def watched(browser: Browser, site: Path) -> Iterator[_Watched]:
    """Give a watched page on a screen."""
    context = browser.new_context(viewport={"width": 1360, "height": 900}, locale="es-ES")
    yield _Watched(context.new_page(), site)
    context.close()


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("name", _PAGES)
def test_page_is_alone_and_silent(watched: _Watched, language: str, name: str) -> None:
    """A page asks nothing of other hosts and has nothing to complain about."""
    page = watched.open(f"{language}/{name}")
    page.wait_for_timeout(300)
    assert page.get_attribute("html", "lang") == language
    assert (watched.strangers, watched.errors) == ([], [])


@pytest.mark.parametrize(("start", "twin"), [("es", "en"), ("en", "es")])
def test_language_switch_leads_to_the_same_page(watched: _Watched, start: str, twin: str) -> None:
    """Changing the language keeps the reader on the page."""
    page = watched.open(f"{start}/replies.html")
    page.hover(".md-select")
    page.click(f'.md-select__link[hreflang="{twin}"]')
    page.wait_for_load_state()
    assert page.url.endswith(f"/{twin}/replies.html")
    assert watched.errors == []


def test_first_page_chooses_and_remembers_the_language(watched: _Watched) -> None:
    """The browser's language comes first, then the language that was chosen last."""
    page = watched.open("index.html")
    page.wait_for_url("**/es/index.html")
    page.hover(".md-select")
    page.click('.md-select__link[hreflang="en"]')
    page.wait_for_url("**/en/index.html")
    watched.open("index.html")
    page.wait_for_url("**/en/index.html")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", "política"),
        ("es", "politica"),
        ("es", "políticas"),
        ("es", "reputacion"),
        ("es", "campaña"),
        ("en", "policies"),
        ("en", "policy"),
        ("en", "campaigns"),
        ("en", "reputation"),
    ],
)
def test_search_ignores_accents_and_plurals(watched: _Watched, language: str, words: str) -> None:
    """The search finds a word with or without its accents, in singular and plural."""
    page = watched.open(f"{language}/emergency.html")
    page.click(".md-search__input")
    page.locator(".md-search__input").press_sequentially(words, delay=10)
    page.wait_for_selector(".md-search-result__item", timeout=5000)
    found = page.get_attribute(".md-search-result__link >> nth=0", "href") or ""
    assert f"/{language}/index.html" in found
    assert (watched.strangers, watched.errors) == ([], [])


@pytest.mark.parametrize("mode", ["light", "dark", "phone", "menu", "search"])
@pytest.mark.parametrize("name", _PAGES)
def test_page_is_accessible(browser: Browser, site: Path, mode: str, name: str) -> None:
    """Axe finds no violation of WCAG 2.2 A or AA, whatever the reader has open."""
    context = browser.new_context(
        color_scheme="dark" if mode == "dark" else "light",
        viewport={"width": 390 if mode in {"phone", "menu"} else 1360, "height": 800},
        reduced_motion="reduce",
    )
    page = _Watched(context.new_page(), site).open(f"es/{name}")
    if mode == "menu":
        page.focus('.md-header__button[for="__drawer"]')
        page.keyboard.press("Enter")
    if mode == "search":
        page.click(".md-search__input")
        page.locator(".md-search__input").press_sequentially("politica", delay=10)
        page.wait_for_selector(".md-search-result__item")
    page.wait_for_timeout(400)
    found = Axe().run(page, options={"runOnly": _WCAG, "resultTypes": ["violations"]})
    context.close()
    broken = {
        one["id"]: [node["html"] for node in one["nodes"]] for one in found.response["violations"]
    }
    assert broken == {}


@pytest.mark.parametrize("name", _PAGES)
def test_phone_never_scrolls_sideways(browser: Browser, site: Path, name: str) -> None:
    """At 320 px the page itself stays in its width, and text in drawings keeps its size."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = _Watched(context.new_page(), site).open(f"es/{name}")
    page.wait_for_timeout(200)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
    sizes = page.evaluate(
        "[...document.querySelectorAll('figure.drawing svg')]"
        ".map(one => 14 * one.getBoundingClientRect().width / 340)"
    )
    context.close()
    assert all(size >= 11 for size in sizes)


def test_keyboard_opens_the_menu_and_letters_do_nothing(browser: Browser, site: Path) -> None:
    """The phone's menu can be reached with Tab; a single letter never leaves the page."""
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = _Watched(context.new_page(), site).open("es/replies.html")
    reached = ""
    for _ in range(8):
        page.keyboard.press("Tab")
        reached = page.evaluate("document.activeElement.getAttribute('for') || ''")
        if reached == "__drawer":
            break
    assert reached == "__drawer"
    page.keyboard.press("Enter")
    assert page.is_checked("#__drawer")
    page.keyboard.press("Enter")
    before = page.url
    page.keyboard.press("n")
    page.keyboard.press("p")
    page.wait_for_timeout(300)
    assert page.url == before
    context.close()


@pytest.mark.parametrize("language", ["es", "en"])
def test_emergency_is_one_click_away(watched: _Watched, language: str) -> None:
    """Every page leads to the emergency page directly."""
    page = watched.open(f"{language}/replies.html")
    page.click("a.emergency-link")
    page.wait_for_load_state()
    assert page.url.endswith(f"/{language}/emergency.html")
