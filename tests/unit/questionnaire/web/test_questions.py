"""One question on its page: answered, put aside, left half-typed, changed by somebody else meanwhile."""

import pytest

from questionnaire.answers import Status
from questionnaire.text import LANGUAGES
from tests.unit.questionnaire.small import SMALL
from tests.web_pages import open_browser, read_saved

Q = "/c/shop/q"


@pytest.fixture
def browser(tmp_path):
    """Open a wizard of the small questionnaire, in English."""
    opened = open_browser(tmp_path / "shop", SMALL)
    yield opened
    opened.close()


def answer(browser, question, value, **more):
    """Answer a question as its page stands."""
    page = browser.get(f"{Q}/{question}")
    return browser.post(f"{Q}/{question}", {**page.form(), "v": value, **more})


def edit_file(browser, old, new):
    """Change answers.yml behind the wizard's back."""
    path = browser.wizard.folder / "answers.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_wrong_answer_comes_back_as_it_was_typed(browser):
    """The summary and the field say the same; what was typed is still there."""
    page = answer(browser, "workers", "a <b>dozen</b>")
    assert page.status == 422
    assert page.form()["v"] == ["a <b>dozen</b>"]
    told = [one for one in page.tree().iter("p") if one.get("id") == "v-fault"]
    assert len(told) == 1
    assert browser.wizard.folder.joinpath("answers.yml").exists() is False


def test_numbers_are_read_as_the_page_was_written(browser):
    """A page opened in Spanish reads Spanish numbers, whatever another tab speaks by now."""
    browser.speak("es")
    page = browser.get(f"{Q}/workers")
    browser.speak("en")
    browser.post(f"{Q}/workers", {**page.form(), "v": "1.500"})
    assert read_saved(browser).by_id["workers"].value == 1500


def test_a_refused_page_speaks_the_language_it_was_written_in(browser):
    """So what was typed in it means the same when it is sent again."""
    browser.speak("es")
    page = browser.get(f"{Q}/workers")
    browser.speak("en")
    refused = browser.post(f"{Q}/workers", {**page.form(), "v": "1.500.000"})
    assert refused.status == 422
    assert refused.headers["content-language"] == "es"


@pytest.mark.parametrize("language", LANGUAGES)
def test_later_keeps_an_answer_that_is_there(browser, language):
    """Skipping is no answer, and takes none away."""
    browser.speak(language)
    answer(browser, "shop_name", "Luna")
    answer(browser, "shop_name", "Sol", action="later")
    assert read_saved(browser).by_id["shop_name"].value == "Luna"
    assert browser.get(f"{Q}/shop_name").form()["v"] == ["Sol"]


def test_the_same_question_changed_meanwhile(browser):
    """Both answers are shown and nothing is overwritten; the person then decides."""
    answer(browser, "shop_name", "Luna")
    page = browser.get(f"{Q}/shop_name")
    edit_file(browser, "shop_name: Luna", "shop_name: Sol  # by hand")
    told = browser.post(f"{Q}/shop_name", {**page.form(), "v": "Mar", "action": "save"})
    assert told.status == 409
    assert "Sol" in told.words()
    assert "Mar" in told.words()
    assert read_saved(browser).by_id["shop_name"].value == "Sol"
    mine = browser.post(f"{Q}/shop_name", {**told.form(None), "action": "save"})
    assert mine.status == 303
    assert read_saved(browser).by_id["shop_name"].value == "Mar"
    assert "# by hand" in browser.wizard.folder.joinpath("answers.yml").read_text("utf-8")


def test_theirs_may_stay(browser):
    """Keeping what is there drops what was typed."""
    answer(browser, "shop_name", "Luna")
    page = browser.get(f"{Q}/shop_name")
    edit_file(browser, "shop_name: Luna", "shop_name: Sol")
    told = browser.post(f"{Q}/shop_name", {**page.form(), "v": "Mar"})
    assert browser.post(f"{Q}/shop_name", {**told.form(None), "action": "keep"}).status == 303
    assert browser.get(f"{Q}/shop_name").form()["v"] == ["Sol"]


def test_another_question_changed_meanwhile(browser):
    """Two people at two questions don't notice each other."""
    answer(browser, "shop_name", "Luna")
    answer(browser, "workers", "3")
    page = browser.get(f"{Q}/workers")
    edit_file(browser, "shop_name: Luna", "shop_name: Sol")
    assert browser.post(f"{Q}/workers", {**page.form(), "v": "4"}).status == 303
    saved = read_saved(browser).by_id
    assert (saved["shop_name"].value, saved["workers"].value) == ("Sol", 4)


@pytest.mark.parametrize("action", ["later", "reopen", "keep", "discard"])
def test_buttons_that_keep_the_answer_meet_a_change(browser, action):
    """None of them fails, and none takes away what somebody else has said."""
    page = browser.get(f"{Q}/shop_name")
    answer(browser, "shop_name", "Sol")
    sent = browser.post(f"{Q}/shop_name", {**page.form(), "action": action})
    assert sent.status == 303
    assert read_saved(browser).by_id["shop_name"].value == "Sol"


def test_a_broken_file_is_shown_with_its_line(browser):
    """Every page says which line is wrong, and nothing touches the file until it is mended."""
    answer(browser, "shop_name", "Luna")
    page = browser.get(f"{Q}/workers")
    edit_file(browser, "shop_name: Luna", "shop_name: [Luna")
    path = browser.wizard.folder / "answers.yml"
    broken = path.read_bytes()
    for told in (
        browser.get(f"{Q}/workers"),
        browser.get("/c/shop/"),
        browser.post(f"{Q}/workers", {**page.form(), "v": "4"}),
    ):
        assert told.status == 409
        assert "line" in told.words()
    assert path.read_bytes() == broken
    edit_file(browser, "shop_name: [Luna", "shop_name: Luna")
    assert browser.post(f"{Q}/workers", {**page.form(), "v": "4"}).status == 303


def test_an_emptied_answer_stays_emptied_while_half_typed(browser):
    """Going to the other language and back doesn't put back what was just deleted."""
    answer(browser, "website", "https://luna.example")
    page = browser.get(f"{Q}/website")
    browser.post(f"{Q}/website", {**page.form(), "v": "", "switch": "es"})
    assert browser.get(f"{Q}/website").form()["v"] == [""]
    assert read_saved(browser).by_id["website"].value == "https://luna.example"


def test_an_optional_answer_can_be_taken_back(browser):
    """Saving an empty field takes the answer away."""
    answer(browser, "website", "https://luna.example")
    answer(browser, "website", "")
    assert read_saved(browser).by_id["website"].status is Status.LATER


def test_what_would_change_is_shown_without_saving(browser):
    """The page of effects tells of the half-typed answer and leads back to it."""
    told = browser.follow(answer(browser, "shop_name", "Luna", action="effects"))
    assert "Luna" in told.words()
    assert browser.get(f"{Q}/shop_name").form()["v"] == ["Luna"]
    assert not browser.wizard.folder.joinpath("answers.yml").exists()


def test_ranking_the_same_place_twice_is_told(browser):
    """And a place of a thousand digits is no place."""
    twice = answer(browser, "goals", "", **{"v.sales": "1", "v.hiring": "1"})
    assert twice.status == 422
    assert answer(browser, "goals", "", **{"v.sales": "9" * 5000}).status == 422


def test_a_hidden_question_has_no_page(browser):
    """A question that isn't asked now, or doesn't exist, is not found, with a page that says so."""
    for name in ("wants_web", "nothing", "%00", "a" * 400):
        for told in (browser.get(f"{Q}/{name}"), browser.post(f"{Q}/{name}", {"v": "yes"})):
            assert told.status == 404
            assert told.heading()


def test_an_open_decision_changed_meanwhile_is_not_reopened(browser):
    """Opening a question again doesn't undo what somebody else has decided since."""
    browser.post(f"{Q}/shop_name/pending", {"reason": "Not yet"})
    page = browser.get(f"{Q}/shop_name")
    browser.post(f"{Q}/shop_name/pending", {"reason": "The bank"})
    assert browser.post(f"{Q}/shop_name", {**page.form(), "action": "reopen"}).status == 303
    assert read_saved(browser).by_id["shop_name"].reason == "The bank"
    page = browser.get(f"{Q}/shop_name")
    browser.post(f"{Q}/shop_name", {**page.form(), "action": "reopen"})
    assert "shop_name" not in read_saved(browser).by_id


def test_ticking_nothing_else_keeps_the_order(browser):
    """People may have named the most important first; only a real change puts it in our order."""
    answer(browser, "workers", "3")
    for name in ("Ana", "Bea"):
        browser.post(f"{Q}/people/item/+", {"f.name": name, "f.hours": "3"})
    answer(browser, "helpers", ["bea", "ana"])
    browser.post(f"{Q}/helpers", browser.get(f"{Q}/helpers").form())
    assert read_saved(browser).by_id["helpers"].value == ("bea", "ana")
