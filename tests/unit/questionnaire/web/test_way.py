"""The way through the questions: on, back, to the check page and what a change has opened."""

from urllib.parse import quote

import pytest

from questionnaire.answers import Status
from tests.unit.questionnaire.small import SMALL
from tests.web_pages import open_browser, read_saved

Q = "/c/shop/q"


@pytest.fixture
def browser(tmp_path):
    """Open a wizard of the small questionnaire, in English."""
    opened = open_browser(tmp_path / "shop", SMALL)
    yield opened
    opened.close()


def answer(browser, question, value, back=""):
    """Answer a question as its page stands and return where that leads."""
    address = f"{Q}/{question}" + (f"?back={back}" if back else "")
    page = browser.get(address)
    return browser.post(address, {**page.form(), "v": value}).location


def step_back(browser, address):
    """Return where Back leads from a page."""
    (link,) = [one for one in browser.get(address).tree().iter("a") if one.get("class") == "back"]
    return link.get("href")


def test_on_and_back(browser):
    """Each answer leads to the next question asked; Back goes the same way."""
    assert answer(browser, "shop_name", "Luna").startswith(f"{Q}/workers")
    assert answer(browser, "workers", "3").startswith(f"{Q}/places")
    assert answer(browser, "places", "nowhere").startswith(f"{Q}/goals")
    browser.post(f"{Q}/goals", {"v.sales": "1"})
    assert step_back(browser, f"{Q}/purpose") == f"{Q}/goals"
    answer(browser, "places", "street")
    assert step_back(browser, f"{Q}/purpose") == f"{Q}/wants_web"
    assert step_back(browser, f"{Q}/shop_name") == "/c/shop/"


def test_a_section_ends_with_its_answers(browser):
    """In the full interview; the quick one goes straight on and to the end."""
    assert answer(browser, "website", "").startswith("/c/shop/check/shop")
    browser.post("/c/shop/depth", {"depth": "quick"})
    browser.post(f"{Q}/goals", {"v.sales": "1"})
    assert browser.post(f"{Q}/goals", {"v.sales": "1"}).location.startswith(f"{Q}/people")
    assert answer(browser, "posts", "12").startswith("/c/shop/done")


def test_a_change_leads_back_to_the_check_page(browser):
    """After the question that the change has opened, and with what came of it."""
    answer(browser, "places", "nowhere")
    for name in ("shop_name", "workers", "goals", "purpose"):
        browser.post(f"{Q}/{name}/not-for-us", {"reason": "Test"})
    back = "check/shop"
    assert answer(browser, "places", "street", back).startswith(f"{Q}/wants_web?back=check%2Fshop")
    assert answer(browser, "wants_web", "yes", back).startswith("/c/shop/check/shop?after=")
    assert answer(browser, "shop_name", "Sol", back).startswith("/c/shop/check/shop?after=")
    assert step_back(browser, f"{Q}/shop_name?back={back}") == "/c/shop/check/shop"


def test_what_was_open_before_waits(browser):
    """Changing one answer doesn't lead to another question that nobody has answered yet."""
    answer(browser, "shop_name", "Luna")
    assert answer(browser, "shop_name", "Sol", "check/shop").startswith("/c/shop/check/shop")


@pytest.mark.parametrize(
    "back", ["//evil.example", "https://e", "../..", "q/x?y", "Q/x", "a\nb", "%2f"]
)
def test_a_way_back_that_is_none_is_forgotten(browser, back):
    """The interview goes on as if there were none."""
    there = browser.post(f"{Q}/shop_name?back={quote(back)}", {"v": "Luna", "back": back})
    assert there.location == f"{Q}/workers?after=shop_name"


def test_every_page_that_names_a_question_leads_there_and_back(browser):
    """From the answers, the health page and the check pages."""
    for page in ("answers", "check/shop"):
        links = [one.get("href", "") for one in browser.get(f"/c/shop/{page}").tree().iter("a")]
        change = next(one for one in links if f"{Q}/workers?" in one)
        assert browser.post(change, {"v": "3"}).location.startswith(f"/c/shop/{page}?")


def test_going_on_where_one_stopped(browser):
    """The start page leads to the question one was at, while it waits for an answer."""
    answer(browser, "shop_name", "Luna")
    browser.get(f"{Q}/posts")
    assert go_on(browser) == f"{Q}/posts"
    answer(browser, "posts", "12")
    assert go_on(browser) == f"{Q}/workers"
    browser.get(f"{Q}/many")
    answer(browser, "posts", "3")
    assert go_on(browser) == f"{Q}/workers"


def go_on(browser):
    """Return where the start page's great button leads."""
    links = browser.get("/c/shop/").tree().iter("a")
    return next(one.get("href") for one in links if "big" in one.get("class", ""))


def test_hidden_answers_wait(browser):
    """An answer whose question isn't asked any more is there when it is asked again."""
    answer(browser, "posts", "12")
    answer(browser, "many", "boss")
    answer(browser, "posts", "3")
    assert browser.get(f"{Q}/many").status == 404
    assert read_saved(browser).by_id["many"].value == "boss"
    answer(browser, "posts", "12")
    assert browser.get(f"{Q}/many").form()["v"] == ["boss"]


def test_recommending_the_rest(browser):
    """All that we can recommend is marked so and shown; what was answered stays."""
    answer(browser, "posts", "12")
    shown = browser.follow(browser.post("/c/shop/recommend-rest"))
    saved = read_saved(browser).by_id
    assert saved["colour"].status is Status.RECOMMENDED
    assert saved["posts"].value == 12
    assert "It reads well." in shown.words()
    assert "Posts" not in [one.text for one in shown.tree().iter("dt")]


def test_answers_are_found(browser):
    """By any word of question or answer, without accents, in the state asked for."""
    answer(browser, "shop_name", "Panadería Ñandú")
    for wanted, total in (("panaderia nandu", 1), ("many people", 1), ("zzz", 0), ("<b>", 0)):
        page = browser.get(f"/c/shop/answers?find={wanted.replace(' ', '+')}")
        assert f"{total} question" in page.words()
    assert (
        "Panadería" not in browser.get("/c/shop/answers?show=open").words().split("question", 1)[1]
    )
    assert browser.get("/c/shop/answers?show=nothing").status == 200
