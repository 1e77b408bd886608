"""Every kind of page of the browser wizard, looked at as people with other eyes and hands do."""

import shutil
from collections.abc import Callable, Iterator, Mapping

import pytest
from playwright.sync_api import Browser

from generator.workbench import open_workbench
from questionnaire.kinds import KINDS
from tests.browser.every_kind import ask_every_kind
from tests.browser.surfing import Surfer, surf
from tests.built import ENERGY
from tests.quiet_consultant import QuietConsultant
from tests.wizard_server import TODAY, run_wizard_server

pytestmark = pytest.mark.browser

NARROW = {"width": 320, "height": 640}
WIDE = {"width": 1280, "height": 900}
FRESH = "empresa-nueva"


@pytest.fixture(scope="module")
def companies(
    browser: Browser, samples: Mapping[str, object], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Surfer]:
    """Give a browser on two companies: a large one that is built, and one that has just begun."""
    folder = tmp_path_factory.mktemp("pages") / "companies"
    shutil.copytree(samples[ENERGY].workspace, folder / ENERGY)
    with (
        run_wizard_server(folder, open_workbench(TODAY), "es"),
        surf(browser, folder) as surfer,
    ):
        surfer.page.fill("#name", "Empresa nueva")
        surfer.page.click("form[action='/new'] button")
        surfer.page.click("a.big")
        surfer.page.select_option("[name='f.sector']", "hotel")
        surfer.page.fill("[name='f.employees']", "30")
        surfer.page.click("#answer .button")
        yield surfer


@pytest.fixture(scope="module")
def kinds(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Surfer]:
    """Give a browser on a questionnaire with one question of each kind."""
    folder = tmp_path_factory.mktemp("pages") / "kinds"
    with (
        run_wizard_server(folder, QuietConsultant(), "es", ask_every_kind()),
        surf(browser, folder) as surfer,
    ):
        surfer.open("q/people/item/+").fill("#f-name", "Ana")
        surfer.press("save")
        yield surfer


def of(company: str, path: str) -> Callable[[Surfer], None]:
    """Return the way to a page that has an address."""
    return lambda surfer: surfer.visit(f"c/{company}/{path}")


def refuse(company: str, path: str, form: str = "#answer") -> Callable[[Surfer], None]:
    """Return the way to a page that was sent as it stood, and refused."""

    def go(surfer: Surfer) -> None:
        surfer.visit(f"c/{company}/{path}")
        surfer.page.locator(f"{form} .button").first.click()
        surfer.page.wait_for_selector("#faults")

    return go


def quarrel(path: str, field: str) -> Callable[[Surfer], None]:
    """Return the way to the page that shows two answers given at the same time."""

    def go(surfer: Surfer) -> None:
        surfer.visit(f"c/{ENERGY}/{path}")
        surfer.page.eval_on_selector("[name=seen]", "one => { one.value = 'before'; }")
        surfer.page.fill(field, "Otra cosa")
        surfer.press("save")

    return go


def empty(surfer: Surfer) -> None:
    """Go to a question whose field has been emptied, and refused."""
    surfer.visit(f"c/{FRESH}/q/purpose")
    surfer.press("save")


PAGES: Mapping[str, Callable[[Surfer], None]] = {
    "home": lambda surfer: surfer.visit(""),
    "copy": of(ENERGY, "copy"),
    "start": of(FRESH, "start"),
    "setup": of(FRESH, "setup"),
    "suggestions": of(FRESH, "suggestions"),
    "tasks": of(ENERGY, ""),
    "tasks, begun": of(FRESH, ""),
    "recommended": of(ENERGY, "q/autonomy"),
    "pending, said": of(ENERGY, "q/compensation_limit"),
    "long list": of(ENERGY, "q/sector"),
    "list": of(ENERGY, "q/accounts"),
    "list, empty": of(FRESH, "q/personas"),
    "item": of(ENERGY, "q/people/item/gorka"),
    "item, new": of(ENERGY, "q/accounts/item/+"),
    "removal": of(ENERGY, "q/people/item/gorka/remove"),
    "removal, refused": refuse(ENERGY, "q/people/item/gorka/remove", "main form"),
    "recommend": of(ENERGY, "q/posts_month/recommend"),
    "pending": of(ENERGY, "q/posts_month/pending"),
    "not for us": of(ENERGY, "q/paid/not-for-us"),
    "not for us, refused": refuse(ENERGY, "q/paid/not-for-us"),
    "effects": of(ENERGY, "q/posts_month/effects"),
    "check": of(ENERGY, "check/ownership"),
    "answers": of(ENERGY, "answers"),
    "answers, pending": of(ENERGY, "answers?show=pending"),
    "done": of(ENERGY, "done"),
    "health": of(ENERGY, "health"),
    "health, begun": of(FRESH, "health"),
    "ownership": of(ENERGY, "ownership"),
    "ownership, begun": of(FRESH, "ownership"),
    "publish": of(ENERGY, "publish"),
    "publish, never built": of(FRESH, "publish"),
    "logo": of(ENERGY, "q/logo"),
    "raci": of(ENERGY, "q/raci_overrides"),
    "conflict": quarrel("q/offer", "#v-es"),
    "conflict of an item": quarrel("q/people/item/gorka", "#f-name"),
    "refused": empty,
    "no such page": of(ENERGY, "q/nothing"),
    "no such address": of(ENERGY, "nothing/at/all"),
    "preview": of(ENERGY, "preview/posts_month"),
    "preview of people": of(ENERGY, "preview/people"),
}
"""A page of every kind → the way there."""


def look_at(surfer: Surfer, way: Callable[[Surfer], None], *, ours: bool = True) -> list[str]:
    """Return everything that shuts somebody out of a page, in both languages."""
    found = []
    for language in ("es", "en"):
        surfer.remember(language)
        way(surfer)
        surfer.page.set_viewport_size(NARROW)
        aside = surfer.find_sideways()
        if aside > 0:
            found.append(f"{language}: {aside} pixels sideways")
        if ours:
            found += [f"{language}: small {one}" for one in surfer.find_small_targets()]
        surfer.page.set_viewport_size(WIDE)
    return found + surfer.find_barriers()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_shuts_nobody_out(companies: Surfer, name: str) -> None:
    """No WCAG A or AA violation in light, dark and forced colours; nothing sideways at 320 px."""
    assert look_at(companies, PAGES[name], ours=not name.startswith("preview")) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_question_shuts_nobody_out(kinds: Surfer, kind: str) -> None:
    """The same for the control of every kind, as it is and as it looks when it was refused."""

    def ask(surfer: Surfer) -> None:
        surfer.open(f"q/{kind}")

    def refused(surfer: Surfer) -> None:
        surfer.open(f"q/{kind}")
        surfer.press("save")

    ways = [ask] if kind in {"group", "image"} else [ask, refused]
    assert [fault for way in ways for fault in look_at(kinds, way)] == []
