"""Every kind of question in the browser wizard: answered, saved and shown again with its value."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from questionnaire.kinds import KINDS
from questionnaire.store import load_answers
from tests.browser.every_kind import ANSWERS, ELSEWHERE, ask_every_kind
from tests.browser.surfing import Surfer, surf
from tests.quiet_consultant import QuietConsultant
from tests.wizard_server import run_wizard_server

pytestmark = pytest.mark.browser

ASKED = ask_every_kind()
EMPTY = """document.querySelectorAll("#answer [name^=v]").forEach(one => {
    one.checked = false;
    if (!/radio|checkbox/.test(one.type)) one.value = "";
})"""
GREEN, WHITE = "#0b6e4f", "#ffffff"


@pytest.fixture(scope="module", params=["scripts", "plain"])
def surfer(
    request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Surfer]:
    """Give a company where Ana works, once in a browser with scripts and once without."""
    folder = tmp_path_factory.mktemp(request.param) / "kinds"
    with (
        run_wizard_server(folder, QuietConsultant(), "en", ASKED),
        surf(browser, folder, scripts=request.param == "scripts") as found,
    ):
        add(found, "people", "Ana")
        yield found


def add(surfer: Surfer, group: str, *names: str) -> None:
    """Add things to a list by their names."""
    for name in names:
        page = surfer.open(f"q/{group}/item/+")
        page.fill("#f-name", name)
        surfer.press("save")


def read(surfer: Surfer) -> Mapping[str, object]:
    """Return what the file holds now."""
    saved = load_answers(surfer.folder / "answers.yml", ASKED)
    return {name: answer.value for name, answer in saved.by_id.items()}


def test_every_kind_is_answered_here() -> None:
    """A new kind of question must work in the browser too."""
    assert ANSWERS.keys() | ELSEWHERE == set(KINDS)


@pytest.mark.parametrize("kind", sorted(ANSWERS))
def test_a_kind_is_saved_and_shown_again(surfer: Surfer, kind: str) -> None:
    """What a person gives becomes the typed value, and the page shows it when they come back."""
    give, value = ANSWERS[kind]
    page = surfer.open(f"q/{kind}")
    give(page)
    typed = surfer.read_form()
    surfer.press("save")
    assert f"/q/{kind}?" not in page.url
    assert read(surfer)[kind] == value
    surfer.open(f"q/{kind}")
    assert surfer.read_form() == typed
    assert page.locator(".inset-draft").count() == 0


def test_nothing_is_not_an_answer(surfer: Surfer) -> None:
    """The error summary has the focus, and its link leads to a control that can be seen."""
    # Without scripts the pages are the same: one of each make is enough.
    for kind in sorted(ANSWERS) if surfer.scripted else ("choice", "ranking", "text"):
        page = surfer.open(f"q/{kind}")
        held = read(surfer).get(kind)
        page.evaluate(EMPTY)
        surfer.press("save")
        expect(page.locator("#faults")).to_be_focused()
        assert page.title().startswith("Error: ")
        page.click("#faults a")
        control = page.locator("#answer :focus")
        expect(control).to_be_visible()
        assert read(surfer).get(kind) == held


def test_a_list_is_filled_changed_and_emptied(surfer: Surfer) -> None:
    """Things are added, renamed and removed, each on a page of its own."""
    add(surfer, "group", "First", "Second")
    page = surfer.open("q/group")
    page.click("text=Change Second")
    page.fill("#f-name", "Third")
    surfer.press("save")
    assert [one["name"] for one in read(surfer)["group"]] == ["First", "Third"]
    page.click("text=Remove First")
    page.click("button.danger")
    assert [one["name"] for one in read(surfer)["group"]] == ["Third"]
    assert page.locator(".things li").count() == 1


def test_a_person_who_is_missing_is_added_on_the_way(surfer: Surfer) -> None:
    """Adding somebody from a question leads back to it, with what was chosen still chosen."""
    page = surfer.open("q/picks")
    page.get_by_label("Ana", exact=True).check()
    surfer.press("add:people")
    page.fill("#f-name", "Bea")
    surfer.press("save")
    assert page.url.split("?")[0].endswith("/q/picks")
    assert page.get_by_label("Ana", exact=True).is_checked()
    page.get_by_label("Bea", exact=True).check()
    surfer.press("save")
    assert read(surfer)["picks"] == ("ana", "bea")


def test_none_of_these_stands_alone(surfer: Surfer) -> None:
    """With scripts the others go out at once; without, the page says what contradicts itself."""
    page = surfer.open("q/choices")
    page.get_by_label("Press", exact=True).check()
    page.get_by_label("None of these", exact=True).check()
    if page.get_by_label("Press", exact=True).is_checked():
        surfer.press("save")
        expect(page.locator("#faults")).to_be_visible()
    else:
        surfer.press("save")
        assert read(surfer)["choices"] == ("none",)
        surfer.open("q/choices")
        page.get_by_label("Sales", exact=True).check()
        assert not page.get_by_label("None of these", exact=True).is_checked()


def test_a_table_fits_a_phone(surfer: Surfer) -> None:
    """Every cell of the table is in sight at 360 pixels, wide enough to read a name."""
    page = surfer.open("q/matrix")
    page.set_viewport_size({"width": 360, "height": 740})
    boxes = [one.bounding_box() for one in page.locator(".matrix select").all()]
    page.set_viewport_size({"width": 1280, "height": 900})
    assert len(boxes) == 8
    assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= 360 for box in boxes)
    assert all(box and box["width"] >= 200 and box["height"] >= 24 for box in boxes)


def test_a_colour_shows_how_it_reads(surfer: Surfer) -> None:
    """A saved colour comes with a sample; with scripts the sample follows the typing."""
    page = surfer.open("q/colour")
    page.fill("#v", GREEN)
    surfer.press("save")
    surfer.open("q/colour")
    sample = page.locator("#palette rect").first
    assert sample.get_attribute("fill") == GREEN
    expect(page.locator("#palette")).to_contain_text("5.2 to 1")
    picker = page.locator("input[type=color]")
    if picker.is_visible():
        page.fill("#v", WHITE)
        expect(sample).to_have_attribute("fill", WHITE)
        assert picker.input_value() == WHITE
        page.fill("#v", "#f")
        expect(page.locator("#palette svg")).to_have_count(0)


@pytest.fixture
def ranking(browser: Browser, tmp_path: Path) -> Iterator[tuple[Surfer, Page]]:
    """Give a ranking that nobody has touched, with scripts."""
    with (
        run_wizard_server(tmp_path / "kinds", QuietConsultant(), "en", ASKED),
        surf(browser, tmp_path / "kinds") as surfer,
    ):
        yield surfer, surfer.open("q/ranking")


def test_order_by_keyboard(ranking: tuple[Surfer, Page]) -> None:
    """Tab and Space put things in order; each step is said, and the focus stays with the thing."""
    surfer, page = ranking
    for name in ("sales", "service", "hiring"):
        page.focus(f"[data-value={name}] .toggle")
        page.keyboard.press("Space")
    page.focus("[data-value=hiring] .up")
    page.keyboard.press("Enter")
    expect(page.locator("[data-ranking-status]")).to_have_text("Hiring: place 2 of 3")
    page.keyboard.press("Enter")
    # It is on top now: there is no way up, so the focus goes to what is left to do with it.
    expect(page.locator("[data-value=hiring] .down")).to_be_focused()
    page.focus("[data-value=service] .toggle")
    page.keyboard.press("Space")
    surfer.press("save")
    assert read(surfer)["ranking"] == ("hiring", "sales")


def test_order_by_dragging(ranking: tuple[Surfer, Page]) -> None:
    """A thing that is dragged above another stands above it, on the page and in the file."""
    surfer, page = ranking
    for name in ("sales", "service", "hiring"):
        page.click(f"[data-value={name}] .toggle")
    grip = page.locator("[data-value=hiring] .grip").bounding_box()
    target = page.locator("[data-value=sales]").bounding_box()
    assert grip is not None
    assert target is not None
    page.mouse.move(grip["x"] + 8, grip["y"] + 8)
    page.mouse.down()
    page.mouse.move(grip["x"] + 8, target["y"] + target["height"], steps=4)
    page.mouse.move(grip["x"] + 8, target["y"] + 3, steps=4)
    page.mouse.up()
    expect(page.locator(".ranking li .place").first).to_have_text("1")
    surfer.press("save")
    assert read(surfer)["ranking"] == ("hiring", "sales", "service")


def test_looking_at_a_ranking_types_nothing(ranking: tuple[Surfer, Page]) -> None:
    """Only what a person does is a draft."""
    surfer, page = ranking
    page.click("[data-value=sales] .toggle")
    surfer.press("save")
    with page.expect_response("**/static/wizard.js"):
        surfer.open("q/ranking")
    page.wait_for_load_state("networkidle")
    assert "ranking" not in surfer.read_drafts()
