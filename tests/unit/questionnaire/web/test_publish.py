"""What follows from answers: news, wordings that fell behind, the first pages, building, taking away."""

import json
from dataclasses import replace

import pytest

from questionnaire.loader import load_questionnaire
from questionnaire.preset import load_presets
from questionnaire.web.building import run_build
from questionnaire.web.consultant import ToldFinding
from questionnaire.web.wordings import find_stale
from tests.unit.questionnaire.small import SMALL
from tests.unit.questionnaire.web.test_every_kind import compose
from tests.web_pages import open_browser, read_saved

WHOLE = load_questionnaire()
Q = "/c/shop/q"
FOUND = ToldFinding("r.x", "error", "<b>12</b> posts", "Why.", "Fewer.", "5 min", ("posts",))


@pytest.fixture
def browser(tmp_path):
    """Open a wizard of the small questionnaire, in English."""
    opened = open_browser(tmp_path / "shop", SMALL)
    opened.post(f"{Q}/shop_name", {"v": "Luna"})
    yield opened
    opened.close()


class Noticing:
    """Finds something while there are twelve posts."""

    def __init__(self, other):
        self._other = other

    def examine(self, answers, language):
        """Return what is found."""
        health = self._other.examine(answers, language)
        posts = answers.by_id.get("posts")
        return replace(health, findings=(FOUND,) if posts and posts.value == 12 else ())

    def __getattr__(self, name):
        """Know all else as the other does."""
        return getattr(self._other, name)


def test_what_an_answer_brings_up_is_told_once(browser):
    """On the page that follows, with its remedy; then it stands on the health page only."""
    browser.wizard.consultant = Noticing(browser.wizard.consultant)
    sent = browser.post(f"{Q}/posts", {"v": "12"})
    told = browser.follow(sent)
    assert "<b>12</b> posts" in told.words()
    assert "Fewer." in told.words()
    assert "Fewer." not in browser.get(f"{Q}/opens").words()
    assert "Fewer." in browser.get("/c/shop/health").words()
    assert "Fewer." not in browser.follow(browser.post(f"{Q}/workers", {"v": "3"})).words()
    solved = browser.follow(browser.post(f"{Q}/posts", {"v": "11"}))
    assert "Solved" in solved.words()
    assert "<b>12</b> posts" in solved.words()


def wording_marks(browser):
    """Return what is said about the wordings of the question."""
    found = browser.get(f"{Q}/asked").tree().iter("span")
    return [one.text for one in found if "tag-warning" in one.get("class", "")]


def test_a_wording_that_fell_behind_is_marked(tmp_path):
    """Missing at first, older when its twin changes, as good as new once somebody says so."""
    browser = open_browser(tmp_path / "shop", compose("long_text"))

    def save(**more):
        page = browser.get(f"{Q}/asked")
        said = {name.replace("_", "."): value for name, value in more.items() if name != "still"}
        extra = {"still_right": "yes"} if "still" in more else {}
        assert browser.post(f"{Q}/asked", {**page.form(), **said, **extra}).status == 303

    save(v_es="Pan")
    assert wording_marks(browser) == ["missing"]
    save(v_en="Bread")
    assert wording_marks(browser) == []
    save(v_es="Pan y tartas")
    assert wording_marks(browser) == ["older than the other one"]
    save(still=True)
    assert wording_marks(browser) == []
    save(v_en="Bread and cake")
    save(v_es="Pan, tartas", v_en="Bread, cake")
    browser.wizard.folder.joinpath(".playbook", "wordings.json").write_text("[", encoding="utf-8")
    assert find_stale(browser.wizard.find("shop"), "asked", {"es": "Pan"}) == ()


def test_the_first_pages(tmp_path):
    """Three answers come first; what is usual is offered, and nothing is taken by itself."""
    browser = open_browser(tmp_path / "shop", WHOLE)
    browser.wizard.presets = load_presets(WHOLE)
    assert browser.get("/c/shop/").location == "/c/shop/start"
    page = browser.get("/c/shop/setup")
    assert browser.post("/c/shop/setup", {**page.form(), "f.employees": "many"}).status == 422
    assert not browser.wizard.folder.joinpath("answers.yml").exists()
    sent = {**page.form(), "f.sector": "food_shop", "f.employees": "4", "main": "en"}
    offered = browser.post("/c/shop/setup", sent)
    assert offered.location == "/c/shop/suggestions"
    said = set(read_saved(browser).by_id)
    page = browser.get("/c/shop/suggestions")
    assert page.status == 200
    assert [one for one in page.tree().iter("input") if "checked" in one.attrib] == []
    browser.post("/c/shop/suggestions", {"action": "some"})
    assert set(read_saved(browser).by_id) == said
    browser.post("/c/shop/suggestions", {"action": "all"})
    assert set(read_saved(browser).by_id) > said
    assert read_saved(browser).languages == ("en", "es")


def test_a_draft_is_built_and_taken_away(browser):
    """The page tells what was made; the site, the answers and nothing else can be downloaded."""
    assert browser.get("/c/shop/download/site").status == 404
    told = browser.follow(browser.post("/c/shop/publish", {"state": "draft"}))
    assert told.status == 200
    assert browser.get("/c/shop/download/site").body.startswith(b"PK")
    answers = browser.get("/c/shop/download/answers")
    assert answers.body == browser.wizard.folder.joinpath("answers.yml").read_bytes()
    assert answers.headers["content-disposition"] == 'attachment; filename="answers.yml"'
    assert browser.get("/c/shop/download/.playbook").status == 404
    assert browser.post("/c/shop/open-folder", {"folder": "../.."}).location.endswith("opened=0")


def test_a_final_with_something_open_is_refused(browser):
    """With the reason, and the draft stays possible."""
    told = browser.follow(browser.post("/c/shop/publish", {"state": "final"}))
    assert [one for one in told.tree().iter("div") if one.get("id") == "faults"]
    progress = json.loads(browser.get("/c/shop/publish/progress").text)
    assert progress["running"] is False
    assert browser.post("/c/shop/publish", {"state": "draft"}).status == 303


def test_with_scripts_the_progress_is_asked(browser):
    """A second press while it runs starts nothing; the end is told."""
    assert json.loads(browser.get("/c/shop/publish/progress").text) == {
        "running": False,
        "steps": [],
    }
    started = browser.post("/c/shop/publish", {"state": "draft"}, accept="application/json")
    assert started.status == 202
    state = json.loads(browser.get("/c/shop/publish/progress").text)
    assert state["running"] is False
    assert "reading" in state["steps"]
    browser.wizard.progress["shop"].running = True
    assert browser.post("/c/shop/publish", {}).location == "/c/shop/publish"
    assert browser.post("/c/shop/publish", {}, accept="application/json").status == 202
    for language in ("es", "en"):
        browser.speak(language)
        assert json.loads(browser.get("/c/shop/publish/progress").text)["text"]


def test_a_build_that_fails_by_our_fault_ends(browser, monkeypatch):
    """It doesn't run for ever on the page."""
    browser.post("/c/shop/publish", {})
    progress = browser.wizard.progress["shop"]
    progress.running = True
    monkeypatch.setattr(browser.wizard.consultant, "build", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        run_build(browser.wizard.consultant, browser.wizard.folder, progress)
    assert (progress.running, progress.failed) == (False, True)
    assert browser.get("/c/shop/publish").status == 200


def test_the_questions_can_be_read_on_paper_first(tmp_path):
    """One page with all questions, or the essential ones, that loads nothing and runs nothing."""
    browser = open_browser(tmp_path / "shop", SMALL)
    page = browser.get("/c/shop/sheet")
    assert page.status == 200
    assert "script" not in page.headers["content-security-policy"]
    words = page.words()
    asked = [one for section in SMALL.sections for one in section.questions]
    for question in asked:
        assert question.text.read_in("en") in words
    quick = browser.get("/c/shop/sheet?quick=1").words()
    assert not any(one.text.read_in("en") in quick for one in asked if one.tier != "essential")
