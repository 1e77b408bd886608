"""A whole company, entered as somebody does who has never seen the wizard: from start to site."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from generator.workbench import open_workbench
from questionnaire.web.serving import LOOPBACK
from tests.browser.surfing import Surfer, surf
from tests.wizard_server import TODAY, run_wizard_server

pytestmark = pytest.mark.browser

BUILDS = 60_000.0
"""Milliseconds for a build on a machine that does something else too."""
STEPS = 60
"""Pages after which an interview of the essential questions must have ended."""
LOOKS = """one => ["fontFamily", "fontSize", "fontWeight", "color", "lineHeight"]
    .map(name => getComputedStyle(one)[name])"""
NAME = "Panadería Ñandú"


def words(text: str) -> Callable[[Page], None]:
    """Return how somebody answers with a few words, a number or a time."""
    return lambda page: page.locator("#answer [name^=v]").first.fill(text)


def tick(*values: str) -> Callable[[Page], None]:
    """Return how somebody ticks options by the value they send."""

    def act(page: Page) -> None:
        for value in values:
            page.check(f"[name=v][value={value}]")

    return act


def rank(page: Page) -> None:
    """Put one goal before another, with scripts or without."""
    for place, value in enumerate(("sales", "service"), 1):
        row = page.locator(f"[data-value={value}]")
        if row.locator(".toggle").count():
            row.locator(".toggle").click()
        else:
            row.locator("select").select_option(str(place))


ESSENTIAL: Mapping[str, Callable[[Page], None]] = {
    "company_name": words(NAME),
    "jurisdictions": tick("ES"),
    "purpose": words("Que el barrio sepa qué pan hay hoy."),
    "goals": rank,
    "sponsor": tick("ana"),
    "publisher": tick("ana"),
    "replier": tick("bea"),
    "inbound_volume": words("30"),
    "posts_month": words("12"),
    "service_days": tick("mon", "tue", "wed", "thu", "fri"),
    "service_from": words("09:00"),
    "service_to": words("14:00"),
    "crisis_decider": tick("ana"),
}
ITEMS: Mapping[str, tuple[Mapping[str, str], ...]] = {
    "people": (
        {"name": "Ana", "role": "Dueña", "department": "management", "hours": "2"},
        {"name": "Bea", "role": "Dependienta", "department": "sales", "hours": "2"},
    ),
    "personas": (
        {
            "name": "Vecina",
            "who": "Compra a diario",
            "need": "Saber qué hay",
            "evidence": "assumption",
        },
    ),
    "accounts": ({"platform": "instagram", "handle": "@nandu", "owner": "ana"},),
}


@contextmanager
def begin(browser: Browser, folder: Path, language: str, *, scripts: bool) -> Iterator[Surfer]:
    """Give a new user's browser on the page after the first three questions."""
    with (
        # The program speaks one language; the person chooses the other on the first page.
        run_wizard_server(folder, open_workbench(TODAY), "en" if language == "es" else "es"),
        surf(browser, folder, scripts=scripts) as surfer,
    ):
        page = surfer.page
        surfer.speak(language)
        page.click("a.big")
        page.select_option("[name='f.sector']", "food_shop")
        page.fill("[name='f.employees']", "4")
        page.click("#answer .actions .button")
        page.check("[name=take] >> nth=0")
        page.click("button[value=some]")
        yield surfer


def fill_item(page: Page, values: Mapping[str, str]) -> None:
    """Fill the fields of a thing on a list, whatever control each has."""
    for name, value in values.items():
        control = page.locator(f"[name='f.{name}'], [name^='f.{name}.']").first
        kind = control.evaluate("one => one.type")
        if kind == "radio":
            page.check(f"[name='f.{name}'][value='{value}']")
        elif kind.startswith("select"):
            control.select_option(value)
        else:
            control.fill(value)


def answer_all(surfer: Surfer, visits: Mapping[str, Callable[[Surfer], bool]]) -> list[str]:
    """Answer page after page until the end; `visits` look around at a question first, and say whether they answered it."""
    page, seen = surfer.page, []
    for _ in range(STEPS):
        found = re.search(r"/q/([a-z_]+)\?|/q/([a-z_]+)$", page.url)
        if found is None:
            break
        name = found[1] or found[2]
        seen.append(name)
        if name in ITEMS:
            for values in ITEMS[name]:
                page.click("#add")
                fill_item(page, values)
                surfer.press("save")
            page.click("#answer .actions .button")
            continue
        if name in visits and visits[name](surfer):
            continue
        ESSENTIAL[name](page)
        surfer.press("save")
    return seen


def preview(page: Page) -> FrameLocator:
    """Return the handbook beside the question."""
    return page.frame_locator("#preview")


def watch_the_name(surfer: Surfer) -> bool:
    """While the name is typed, the page beside it shows it, in the clothes of the real site."""
    page = surfer.page
    page.locator("#v").press_sequentially(NAME, delay=5)
    expect(preview(page).locator("[data-changed]").first).to_contain_text(NAME)
    expect(page.locator("#preview-status")).not_to_be_empty()
    expect(preview(page).locator("article h1")).to_be_visible()
    return False


def promise_too_much(surfer: Surfer) -> bool:
    """Far too many posts for the hours: marked, in sight, told on the next page and its remedy."""
    page = surfer.page
    page.fill("#v", "200")
    marked = preview(page).locator("[data-changed]").first
    expect(marked).to_be_attached()
    expect(marked).to_be_in_viewport()
    page.click("[data-effects-button]")
    expect(page.locator("#effects")).to_be_focused()
    # The panel has the focus at once, and says what would change when it is worked out.
    expect(page.locator("#effects li").nth(1)).to_be_visible()
    expect(page.locator("#effects .tag", has_text="manual").first).to_be_attached()
    surfer.press("save")
    expect(page.locator(".news")).to_contain_text("200")
    page.click(".news-ways a >> nth=0")
    assert page.input_value("#v") == "200"
    return False


def test_a_bakery_in_spanish(browser: Browser, tmp_path: Path) -> None:
    """With scripts: the name appears while it is typed, a promise too large is told at once."""
    with begin(browser, tmp_path / "nandu", "es", scripts=True) as surfer:
        page = surfer.page
        visits = {"company_name": watch_the_name, "posts_month": promise_too_much}
        seen = answer_all(surfer, visits)
        assert {*ESSENTIAL, *ITEMS} >= set(seen)
        assert page.url.split("?")[0].endswith("/done")
        page.click("form[action$=recommend-rest] button")
        assert page.locator(".tag-recommended").count() > 10
        surfer.open("q/company_name")
        looks = preview(page).locator("article h1").evaluate(LOOKS)
        page.click(".tabs a >> nth=4")
        page.click("#build button.big")
        with page.expect_popup() as opened:
            page.locator(".advice a.button").click(timeout=BUILDS)
        look_at_site(opened.value, surfer, "es")
        assert opened.value.locator("article h1").evaluate(LOOKS) == looks


def test_a_bakery_in_english_without_scripts(browser: Browser, tmp_path: Path) -> None:
    """Without scripts: every page is a form; an answer can be left to us; the site opens."""

    def let_us(surfer: Surfer) -> bool:
        surfer.press("recommend")
        assert surfer.page.locator(".advice-value").inner_text()
        with surfer.page.expect_navigation():
            surfer.page.click("main form .button >> nth=0")
        return True

    with begin(browser, tmp_path / "nandu", "en", scripts=False) as surfer:
        page = surfer.page
        answer_all(surfer, {"posts_month": let_us})
        assert page.url.split("?")[0].endswith("/done")
        page.click("form[action$=recommend-rest] button")
        page.click(".tabs a >> nth=4")
        page.set_default_timeout(BUILDS)
        page.click("#build button.big")
        with page.expect_popup() as opened:
            page.click(".advice a.button")
        look_at_site(opened.value, surfer, "en")


def look_at_site(site: Page, surfer: Surfer, language: str) -> None:
    """See that the built site is there, from a port of its own, about this company, in this language."""
    site.wait_for_load_state()
    assert site.url.startswith(f"http://{LOOPBACK}:")
    assert not site.url.startswith(surfer.base)
    assert site.get_attribute("html", "lang") == language
    assert NAME in site.title()
    expect(site.locator("article h1")).to_be_visible()
