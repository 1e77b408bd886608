"""The browser wizard by keyboard alone, with pictures from anywhere, and on a slow line."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.workbench import open_workbench
from tests.browser.surfing import Surfer, surf
from tests.wizard_server import TODAY, run_wizard_server

pytestmark = pytest.mark.browser

FARTHEST = 80
"""Tabs after which a control counts as out of reach."""
WEIGHT = 10 * 1024
GOOD = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
SCRIPT = b"<script>alert(1)</script>"
HOSTILE = GOOD.replace(b"</svg>", b"<foreignObject><body/></foreignObject></svg>")
_FOCUS = """() => {
    const one = document.activeElement;
    const shown = [one, ...(one.labels || [])].map(each => getComputedStyle(each));
    // Within the preview the ring is drawn by what has the focus there.
    return one === document.body || one.id === "preview" || shown.some(style => style.outlineStyle !== 'none');
}"""


@pytest.fixture(scope="module")
def surfer(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Surfer]:
    """Give a new company in the real wizard."""
    folder = tmp_path_factory.mktemp("hands") / "nandu"
    with run_wizard_server(folder, open_workbench(TODAY), "en"), surf(browser, folder) as found:
        yield found


def reach(page: Page, target: str) -> None:
    """Press Tab until a control has the focus; it must be seen wherever it is."""
    for _ in range(FARTHEST):
        page.keyboard.press("Tab")
        assert page.evaluate(_FOCUS), page.evaluate("document.activeElement.outerHTML")
        if page.evaluate("target => document.activeElement.matches(target)", target):
            return
    pytest.fail(f"Tab doesn't lead to {target} on {page.url}")


def type_into(page: Page, target: str, text: str) -> None:
    """Go to a field and write, as fingers do."""
    reach(page, target)
    page.keyboard.type(text)


def enter(page: Page) -> None:
    """Press Enter and wait for the page it leads to."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_the_essential_interview_by_keyboard(surfer: Surfer) -> None:
    """Tab, Space, Enter and arrows are enough from the first page to the last."""
    page = surfer.page
    begin_by_keyboard(page)
    reach(page, "#v-0")
    page.keyboard.press("Space")
    enter(page)
    type_into(page, "[name^=v]", "So that the quarter knows")
    reach(page, "button[value=save]")
    enter(page)
    for goal in ("service", "sales"):
        reach(page, f"[data-value={goal}] .toggle")
        page.keyboard.press("Space")
    reach(page, "[data-value=service] .down")
    page.keyboard.press("Space")
    reach(page, "button[value=save]")
    enter(page)
    add_by_keyboard(page, {"name": "Neighbour", "who": "Buys daily", "need": "Bread"}, "evidence")
    add_by_keyboard(page, {"name": "Ana", "role": "Owner", "hours": "2"}, "department")
    asked = set()
    while "/done" not in page.url:
        address = page.url.split("?")[0]
        assert address not in asked, f"no way on from {address}"
        asked.add(address)
        answer_by_keyboard(page)
    expect(page.locator("h1")).to_be_visible()


def begin_by_keyboard(page: Page) -> None:
    """Go from the first page to the name of the company, and give it."""
    reach(page, "a.big")
    enter(page)
    type_into(page, "[name='f.sector']", "Food")
    type_into(page, "[name='f.employees']", "4")
    enter(page)
    reach(page, "[value=none]")
    enter(page)
    type_into(page, "#v", "Ñandú")
    enter(page)


def add_by_keyboard(page: Page, texts: dict[str, str], choice: str) -> None:
    """Add one thing to a list and go on."""
    reach(page, "#add")
    enter(page)
    for name, text in texts.items():
        type_into(page, f"[name='f.{name}'], [name^='f.{name}.']", text)
        if name == "role":
            pick(page, f"f.{choice}")
    if choice == "evidence":
        pick(page, f"f.{choice}")
    reach(page, "#answer .actions button")
    enter(page)
    reach(page, "#answer .actions button")
    enter(page)


def pick(page: Page, name: str) -> None:
    """Choose the first option of a field, and move to the second with an arrow and back."""
    reach(page, f"[name='{name}']")
    page.keyboard.press("Space" if page.locator(f"input[name='{name}']").count() else "ArrowDown")


def answer_by_keyboard(page: Page) -> None:
    """Answer whatever is asked with what the page offers first."""
    if page.locator("#add").count():
        reach(page, "#answer .actions button, button[value=later]")
    elif page.locator("button[value=recommend]").count():
        reach(page, "button[value=recommend]")
        enter(page)
        reach(page, "main form .button")
    else:
        field = page.locator("#answer [name^=v]").first
        kind = field.evaluate("one => one.type")
        reach(page, "#answer [name^=v]")
        keys = {"radio": ["Space", "ArrowDown", "ArrowUp"], "checkbox": ["Space"]}
        for key in keys.get(kind, []):
            page.keyboard.press(key)
        if kind not in keys:
            # With the half of the day, for a browser that counts hours to twelve.
            hour = "0530PM" if page.url.split("?")[0].endswith("_to") else "0930AM"
            page.keyboard.type(hour if kind == "time" else "30")
        reach(page, "button[value=save]")
    enter(page)


def test_enter_saves_whatever_stands_above_the_field(surfer: Surfer) -> None:
    """Enter in a field never presses a language, nor the button that drops a draft."""
    page = surfer.open("q/company_name")
    page.fill("#v", "Ñandú & Co")
    expect(page.locator("#saved")).not_to_be_empty()
    surfer.open("q/company_name")
    expect(page.locator("[value=discard]")).to_be_visible()
    page.focus("#v")
    enter(page)
    assert page.get_attribute("html", "lang") == "en"
    surfer.open("q/company_name")
    assert page.input_value("#v") == "Ñandú & Co"
    assert page.locator("[value=discard]").count() == 0


def test_the_first_page_speaks_another_language(surfer: Surfer) -> None:
    """What is chosen there stays chosen; after that a reload asks nothing."""
    page = surfer.open("setup")
    page.fill("[name='f.employees']", "77")
    page.check("#depth-all")
    surfer.speak("es")
    assert page.get_attribute("html", "lang") == "es"
    page.reload()
    assert page.input_value("[name='f.employees']") == "77"
    assert page.is_checked("#depth-all")
    surfer.speak("en")


def upload(surfer: Surfer, name: str, content: bytes) -> Page:
    """Upload a picture as the logo."""
    page = surfer.open("q/logo")
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    page.set_input_files("#file", [file])
    with page.expect_navigation():
        page.click(".upload .button")
    return page


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("frame.svg", HOSTILE, "<foreignObject>"),
        ("moving.gif", b"GIF89a", "moving.gif"),
        ("nothing.png", b"no picture", "nothing.png"),
        ("photo.svg", GOOD + b" " * (2 << 20), "photo.svg"),
    ],
    ids=["hostile", "wrong type", "no picture", "too large"],
)
def test_a_picture_that_cannot_be_used_is_refused(
    surfer: Surfer, name: str, content: bytes, said: str
) -> None:
    """The page names what is wrong, and its link leads to where another is chosen."""
    page = upload(surfer, name, content)
    expect(page.locator("#faults")).to_contain_text(said)
    page.click("#faults a")
    expect(page.locator("#file")).to_be_focused()
    assert not list((surfer.folder / "brand").glob(f"{Path(name).stem}*"))


def test_a_photo_far_too_large_is_told(surfer: Surfer) -> None:
    """A picture from a phone's camera is refused in words, not with a broken line."""
    page = upload(surfer, "photo.jpg", bytes(6 << 20))
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("main")).to_contain_text("2 MB")


def test_a_good_logo_is_shown(surfer: Surfer) -> None:
    """A drawing is kept without its script, shown, and can be taken out again."""
    upload(surfer, "Nuestro logo.svg", GOOD.replace(b"</svg>", SCRIPT + b"</svg>"))
    kept = (surfer.folder / "brand" / "nuestro-logo.svg").read_bytes()
    assert b"path" in kept
    assert b"alert" not in kept
    page = surfer.open("q/logo")
    shown = page.locator(".picture img")
    expect(shown).to_be_visible()
    assert shown.evaluate("one => one.complete && one.naturalWidth > 0")
    page.uncheck("[name=v]")
    surfer.press("save")
    surfer.open("q/logo")
    expect(shown).to_have_count(0)


def test_a_question_weighs_little(surfer: Surfer) -> None:
    """A question with its styles and scripts, and without the preview, is ten kilobytes at most."""
    weights: dict[str, int] = {}
    page = surfer.page
    page.on(
        "requestfinished",
        lambda one: (
            weights.update({one.url: one.sizes()["responseBodySize"]})
            if one.frame == page.main_frame
            and one.resource_type in {"document", "script", "stylesheet"}
            else None
        ),
    )
    surfer.open("q/reply_hours")
    page.wait_for_load_state("networkidle")
    assert len(weights) == 3
    assert sum(weights.values()) <= WEIGHT, weights
