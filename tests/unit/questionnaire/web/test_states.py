"""Instead of an answer: a recommendation, an open decision, "doesn't apply"."""

from datetime import date

import pytest

from questionnaire.answers import Status
from tests.unit.questionnaire.small import SMALL
from tests.web_pages import open_browser, read_saved

Q = "/c/shop/q"


@pytest.fixture
def browser(tmp_path):
    """Open a wizard of the small questionnaire, in English, with Ana on the list."""
    opened = open_browser(tmp_path / "shop", SMALL)
    opened.post(f"{Q}/people/item/+", {"f.name": "Ana", "f.hours": "3"})
    yield opened
    opened.close()


def test_a_recommendation_shows_its_reason_and_the_runner_up(browser):
    """What we would say, why, and what came second; nothing is taken by looking."""
    browser.post(f"{Q}/workers", {"v": "60"})
    page = browser.get(f"{Q}/posts/recommend")
    for words in ("20", "There are hands enough.", "8", "Two a week fit."):
        assert words in page.words()
    assert "posts" not in read_saved(browser).by_id
    assert browser.post(f"{Q}/posts/recommend", {"seen": "-"}).status == 303
    assert read_saved(browser).by_id["posts"].status is Status.RECOMMENDED
    shown = browser.get(f"{Q}/posts")
    assert "There are hands enough." in shown.words()
    assert shown.form()["v"] == [""]


def test_what_we_cannot_recommend_has_no_page(browser):
    """There is neither a page to look at nor a form to send."""
    assert browser.get(f"{Q}/shop_name/recommend").status == 404
    assert browser.post(f"{Q}/shop_name/recommend").status == 404


def test_an_open_decision_has_its_owner_and_its_day(browser):
    """Who decides, by when and what is missing are kept and shown again."""
    sent = {"owner": "ana", "due": "2027-01-15", "reason": "Ask the bank"}
    assert browser.post(f"{Q}/workers/pending", sent).status == 303
    kept = read_saved(browser).by_id["workers"]
    assert (kept.status, kept.owner, kept.due) == (Status.PENDING, "ana", date(2027, 1, 15))
    form = browser.get(f"{Q}/workers/pending").form()
    assert (form["owner"], form["due"], form["reason"]) == (
        ["ana"],
        ["2027-01-15"],
        [sent["reason"]],
    )
    words = browser.get("/c/shop/answers?show=pending").words()
    assert "Ana" in words
    assert "Ask the bank" in words


@pytest.mark.parametrize("due", ["2026-11-29", "31/02/2027", "soon"])
def test_a_day_that_is_gone_or_none_is_told(browser, due):
    """The page comes back with what was typed and keeps nothing."""
    told = browser.post(f"{Q}/workers/pending", {"owner": "ana", "due": due, "reason": "Ask"})
    assert told.status == 422
    assert told.form()["reason"] == ["Ask"]
    assert any(one.get("id") == "due-fault" for one in told.tree().iter("p"))
    assert "workers" not in read_saved(browser).by_id


def test_an_owner_who_left_is_told_at_the_owners(browser):
    """Somebody removed meanwhile can't own a decision; the link leads to the people."""
    told = browser.post(f"{Q}/workers/pending", {"owner": "bea"})
    assert told.status == 422
    tree = told.tree()
    (summary,) = [one for one in tree.iter("div") if one.get("id") == "faults"]
    target = next(summary.iter("a")).get("href", "").removeprefix("#")
    assert target.startswith("owner")
    assert [one for one in tree.iter("input") if one.get("id") == target]


def test_doesnt_apply_needs_a_reason(browser):
    """Without one the page comes back; with one it is kept and shown."""
    assert browser.post(f"{Q}/website/not-for-us", {"reason": " "}).status == 422
    assert "website" not in read_saved(browser).by_id
    assert browser.post(f"{Q}/website/not-for-us", {"reason": "No internet"}).status == 303
    assert read_saved(browser).by_id["website"].reason == "No internet"
    assert "No internet" in browser.get(f"{Q}/website").words()


@pytest.mark.parametrize("page", ["pending", "not-for-us"])
def test_the_language_changes_without_losing_what_is_typed(browser, page):
    """A reason that is half-typed waits on the same page in the other language."""
    there = f"{Q}/website/{page}"
    browser.post(there, {"reason": "La red", "owner": "ana", "switch": "es"})
    spanish = browser.get(there)
    assert spanish.headers["content-language"] == "es"
    assert spanish.form()["reason"] == ["La red"]
    assert browser.get(f"{Q}/website").form()["v"] == [""]
    browser.post(there, {**spanish.form()})
    assert read_saved(browser).by_id["website"].reason == "La red"
    assert browser.wizard.companies["shop"].drafts.read() == {}


STATES = {
    "recommend": ({}, Status.RECOMMENDED),
    "pending": ({"owner": "ana", "due": "", "reason": "The <bank>"}, Status.PENDING),
    "not-for-us": ({"reason": "No <i>posts</i>"}, Status.NOT_APPLICABLE),
}


@pytest.mark.parametrize("page", sorted(STATES))
@pytest.mark.parametrize("theirs", ["answer", "open"])
def test_answered_meanwhile(browser, page, theirs):
    """The other answer stays until the person insists; insisting keeps what was asked for."""
    there, (sent, status) = f"{Q}/posts/{page}", STATES[page]
    if theirs == "open":
        browser.post(f"{Q}/posts", {"v": "5"})
    shown = browser.get(there)
    browser.post(f"{Q}/posts", {"v": "12"})
    seen = next(one.get("value") for one in shown.tree().iter("input") if one.get("name") == "seen")
    told = browser.post(there, {**sent, "seen": seen})
    assert told.status == 409
    assert "12" in told.words()
    assert sent.get("reason", "") in told.words()
    assert read_saved(browser).by_id["posts"].value == 12
    assert browser.get(f"{Q}/posts").form()["v"] == ["12"]
    forms = [one for one in told.tree().iter("form") if "/posts" in one.get("action", "")]
    assert browser.post(forms[0].get("action"), {**told.form(None), "action": "save"}).status == 303
    kept = read_saved(browser).by_id["posts"]
    assert kept.status is status
    assert (kept.reason or "") == sent.get("reason", "")


@pytest.mark.parametrize("page", sorted(STATES))
def test_their_answer_may_stay(browser, page):
    """Keeping what is there leaves no half-typed reason behind."""
    there, (sent, _) = f"{Q}/posts/{page}", STATES[page]
    browser.post(f"{Q}/posts", {"v": "12"})
    told = browser.post(there, {**sent, "seen": "-"})
    assert told.status == 409
    browser.post(f"{Q}/posts", {**told.form(None), "action": "keep"})
    assert read_saved(browser).by_id["posts"].value == 12
    assert browser.wizard.companies["shop"].drafts.read() == {}


def test_a_list_may_wait_too(browser):
    """An empty list can be left open; items added meanwhile are not taken away by insisting."""
    browser.post(f"{Q}/accounts/item/+", {"f.handle": "luna"})
    told = browser.post(f"{Q}/accounts/pending", {"seen": "-", "reason": "Later"})
    assert told.status == 409
    assert "luna" in told.words()
    assert [one["handle"] for one in read_saved(browser).by_id["accounts"].value] == ["luna"]
    for sent in ({"action": "save"}, {}, {"v": "x"}, {"action": "nothing"}):
        browser.post(f"{Q}/accounts", sent)
        assert [one["handle"] for one in read_saved(browser).by_id["accounts"].value] == ["luna"]


def test_no_state_takes_away_what_a_list_holds(browser):
    """A list with somebody on it is an answer: there is no page that would empty it."""
    for page in ("pending", "not-for-us"):
        assert browser.get(f"{Q}/people/{page}").status == 404
        for _ in range(2):
            told = browser.post(f"{Q}/people/{page}", {"reason": "x"})
            assert told.status == 409
            assert "Ana" in told.words()
    assert [one["name"] for one in read_saved(browser).items_of("people")] == ["Ana"]
