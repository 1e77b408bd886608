"""On the way through the browser wizard nothing is lost, sent twice or overwritten."""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from questionnaire.store import load_answers
from tests.browser.every_kind import ask_every_kind
from tests.browser.surfing import PATIENCE, Surfer, surf
from tests.quiet_consultant import QuietConsultant
from tests.wizard_server import run_wizard_server

pytestmark = pytest.mark.browser

ASKED = ask_every_kind()
SEND = """async () => {
    const form = document.querySelector("#answer");
    const body = new URLSearchParams([...new FormData(form), ["action", "save"]]);
    await fetch(form.action, {method: "POST", body});
}"""
"""What the first of two clicks does: the form is sent, and its answer never seen."""
PLAYBOOK = "import sys; from generator.cli.main import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give the folder of a running wizard."""
    folder = tmp_path_factory.mktemp("way") / "company"
    with run_wizard_server(folder, QuietConsultant(), "en", ASKED):
        yield folder


@pytest.fixture
def surfer(browser: Browser, served: Path) -> Iterator[Surfer]:
    """Give a browser of its own, with scripts, on a company that said nothing yet."""
    for name in ("answers.yml", ".playbook/drafts.json"):
        (served / name).unlink(missing_ok=True)
    with surf(browser, served) as found:
        yield found


@pytest.fixture
def plain(browser: Browser, surfer: Surfer) -> Iterator[Surfer]:
    """Give another browser on the same company, without scripts."""
    with surf(browser, surfer.folder, scripts=False) as found:
        yield found


def read(surfer: Surfer) -> Mapping[str, object]:
    """Return what the file holds now."""
    saved = load_answers(surfer.folder / "answers.yml", ASKED)
    return {name: answer.value for name, answer in saved.by_id.items()}


def type_slowly(surfer: Surfer, control: str, words: str) -> None:
    """Type as people do, until the page says that the draft is kept."""
    surfer.page.locator(control).press_sequentially(words, delay=5)
    expect(surfer.page.locator("#saved")).to_have_text("Draft kept")
    surfer.page.wait_for_load_state("networkidle")


def test_typing_is_kept_before_it_is_saved(surfer: Surfer, plain: Surfer) -> None:
    """Another page, another browser, a reload: what was typed is there, and marked as a draft."""
    page = surfer.open("q/long_text")
    type_slowly(surfer, "#v", "Half a sent")
    for reader in (surfer, plain):
        reader.open("q/long_text")
        assert reader.page.input_value("#v") == "Half a sent"
        expect(reader.page.locator(".inset-draft")).to_be_visible()
    page.reload()
    assert page.input_value("#v") == "Half a sent"
    surfer.press("discard")
    assert page.input_value("#v") == ""


@contextmanager
def run_process(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Run the command as a person does, until it is killed."""
    command = (sys.executable, "-c", PLAYBOOK, "wizard", str(folder), "--no-browser")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert "http://127.0.0.1:" in process.stdout.readline()
        try:
            yield process
        finally:
            process.kill()


def test_a_killed_server_loses_no_key(browser: Browser, tmp_path: Path) -> None:
    """What was typed before `kill -9` stands in the field after the next start."""
    folder = tmp_path / "company"
    with run_process(folder), surf(browser, folder) as surfer:
        surfer.open("q/company_name")
        type_slowly(surfer, "#v", "Panadería Ñ")
    with run_process(folder), surf(browser, folder) as surfer:
        page = surfer.open("q/company_name")
        assert page.input_value("#v") == "Panadería Ñ"
        expect(page.locator(".inset-draft")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_another_language_keeps_what_is_typed(surfer: Surfer, plain: Surfer, scripts: bool) -> None:
    """On a question, a thing of a list and an open decision; numbers are written as people do."""
    reader = surfer if scripts else plain
    page = reader.open("q/number")
    page.fill("#v", "12,500.5")
    reader.speak("es")
    assert page.get_attribute("html", "lang") == "es"
    assert page.input_value("#v") == "12\N{NO-BREAK SPACE}500,5"
    reader.speak("en")
    assert page.input_value("#v") == "12,500.5"
    reader.open("q/people/item/+")
    page.fill("#f-name", "Zoë")
    reader.speak("es")
    assert page.input_value("#f-name") == "Zoë"
    reader.open("q/number/pending")
    page.fill("#reason", "We must ask")
    reader.speak("en")
    assert page.input_value("#reason") == "We must ask"


def test_back_and_reload_send_nothing_twice(surfer: Surfer) -> None:
    """The browser's Back shows the answer; saving it again is no quarrel with oneself."""
    page = surfer.open("q/email")
    page.fill("#v", "a@b.example")
    surfer.press("save")
    page.reload()
    assert "/q/url" in page.url
    page.fill("#v", "https://b.example")
    surfer.press("save")
    page.go_back()
    page.go_back()
    assert page.input_value("#v") == "a@b.example"
    page.fill("#v", "c@b.example")
    surfer.press("save")
    assert read(surfer) == {"email": "c@b.example", "url": "https://b.example"}


def test_a_button_pressed_twice_saves_once(surfer: Surfer) -> None:
    """Impatience makes neither a quarrel with oneself nor a person twice."""
    page = surfer.open("q/email")
    page.fill("#v", "a@b.example")
    page.evaluate(SEND)
    surfer.press("save")
    assert "/q/url?" in page.url
    surfer.open("q/people/item/+")
    page.fill("#f-name", "Ana")
    page.evaluate(SEND)
    surfer.press("save")
    assert [one["name"] for one in read(surfer)["people"]] == ["Ana"]
    surfer.open("q/people/item/+")
    assert page.input_value("#f-name") == ""


def test_two_tabs_never_overwrite_each_other(surfer: Surfer) -> None:
    """The second is shown both answers and chooses; the same answer twice is no question."""
    other = surfer.open_tab()
    for tab in (surfer, other):
        tab.open("q/email").fill("#v", "same@b.example")
    surfer.press("save")
    other.press("save")
    assert "/q/url" in other.page.url
    for tab, said in ((surfer, "one@b.example"), (other, "two@b.example")):
        tab.open("q/email").fill("#v", said)
    # Autosave writes what was typed last: both tabs show their own.
    surfer.press("save")
    other.press("save")
    expect(other.page.locator(".versus")).to_contain_text("one@b.example")
    expect(other.page.locator(".versus")).to_contain_text("two@b.example")
    assert read(surfer)["email"] == "one@b.example"
    with other.page.expect_navigation():
        other.page.click("button[value=save]")
    assert read(surfer)["email"] == "two@b.example"


def test_two_tabs_and_one_thing_of_a_list(surfer: Surfer) -> None:
    """A thing that was changed meanwhile is shown, and kept if one says so."""
    page = surfer.open("q/people/item/+")
    page.fill("#f-name", "Ana")
    surfer.press("save")
    other = surfer.open_tab()
    for tab, name in ((surfer, "Anna"), (other, "Anita")):
        tab.open("q/people/item/ana").fill("#f-name", name)
    surfer.press("save")
    other.press("save")
    expect(other.page.locator(".lines").first).to_contain_text("Anna")
    with other.page.expect_navigation():
        other.page.click("button[value=discard]")
    assert other.page.input_value("#f-name") == "Anna"
    assert [one["name"] for one in read(surfer)["people"]] == ["Anna"]


def test_no_draft_comes_after_its_answer(surfer: Surfer) -> None:
    """Once an answer is on its way, nothing half-typed follows it."""
    sent: list[str] = []
    held: list[Route] = []

    def hold(route: Route) -> None:
        sent.append(route.request.url)
        held.append(route)

    page = surfer.open("q/people/item/+")
    page.route("**/draft/**", hold)
    page.route("**/item/+", lambda route: held.append(route))  # noqa: PLW0108 - it is looked into
    page.locator("#f-name").press_sequentially("An", delay=5)
    page.click(".button[value=save]", no_wait_after=True)
    page.wait_for_timeout(50)
    held[0].fulfill(status=204)
    page.wait_for_timeout(150)
    assert len(sent) == 1
    held[-1].continue_()
    page.wait_for_url("**/q/people?*", timeout=PATIENCE)
