"""Lists: an item is added, changed, removed; its fields open and close; somebody else was quicker."""

import pytest

from tests.unit.questionnaire.small import SMALL
from tests.web_pages import open_browser, read_saved

Q = "/c/shop/q"


@pytest.fixture
def browser(tmp_path):
    """Open a wizard of the small questionnaire, in English, with Ana on the list."""
    opened = open_browser(tmp_path / "shop", SMALL)
    add(opened, "people", name="Ana", hours="3")
    yield opened
    opened.close()


def add(browser, group, item="+", **fields):
    """Send the form of an item as its page stands, with some fields filled in."""
    page = browser.get(f"{Q}/{group}/item/{item}")
    typed = {f"f.{name}": value for name, value in fields.items()}
    return browser.post(f"{Q}/{group}/item/{item}", {**page.form(), **typed, "action": "save"})


def items(browser, group):
    """Return the items of a list as the file has them."""
    answer = read_saved(browser).by_id.get(group)
    return [dict(one) for one in answer.value] if answer else []


def fields(page):
    """Return the names of the controls of an item."""
    return {
        one.get("name", "").removeprefix("f.")
        for one in page.tree().iter()
        if one.get("name", "").startswith("f.")
    }


def test_an_item_goes_all_the_way(browser):
    """Added, shown, changed under the same id, removed after a question."""
    assert items(browser, "people") == [{"id": "ana", "name": "Ana", "hours": 3}]
    assert "Ana" in browser.get(f"{Q}/people").words()
    assert add(browser, "people", "ana", name="Ana María", hours="2.5").status == 303
    assert items(browser, "people") == [{"id": "ana", "name": "Ana María", "hours": 2.5}]
    assert "Ana María" in browser.get(f"{Q}/people/item/ana/remove").words()
    assert len(items(browser, "people")) == 1
    assert browser.post(f"{Q}/people/item/ana/remove").status == 303
    assert items(browser, "people") == []


def test_what_is_missing_is_told_at_its_field(browser):
    """Every wrong field has its own sentence, and the links lead to controls of the page."""
    told = add(browser, "people", name="", hours="many", email="nobody")
    assert told.status == 422
    tree = told.tree()
    (summary,) = [one for one in tree.iter("div") if one.get("id") == "faults"]
    targets = [one.get("href", "").removeprefix("#") for one in summary.iter("a")]
    assert targets == ["f-name", "f-hours", "f-email"]
    assert set(targets) <= {one.get("id") for one in tree.iter()}
    assert told.form()["f.hours"] == ["many"]
    assert len(items(browser, "people")) == 1


def test_a_field_that_a_condition_opens_is_asked_next(browser):
    """The page comes back for it, and the person is told why."""
    saved = add(browser, "accounts", handle="luna", status="active")
    assert items(browser, "accounts") == [{"id": "luna", "handle": "luna", "status": "active"}]
    page = browser.follow(saved)
    assert page.path.startswith(f"{Q}/accounts/item/luna?")
    assert "more" in page.words()
    assert "owner" in fields(page)
    assert add(browser, "accounts", "luna", owner="ana").location == f"{Q}/accounts?after=accounts"
    assert items(browser, "accounts")[0]["owner"] == "ana"


def test_a_draft_changes_nothing_about_that(browser):
    """With scripts a draft is there when the form is sent; the open fields are asked all the same."""
    typed = {"f.handle": "luna", "f.status": "active"}
    form = browser.get(f"{Q}/accounts/item/+").form() | typed
    browser.post("/c/shop/draft/accounts/+", form)
    page = browser.follow(browser.post(f"{Q}/accounts/item/+", form))
    assert "owner" in fields(page)


def test_a_field_that_was_not_on_the_page_keeps_its_value(browser):
    """Closing a condition and opening it again loses nothing."""
    add(browser, "accounts", handle="luna", status="active")
    add(browser, "accounts", "luna", owner="ana")
    add(browser, "accounts", "luna", status="closed")
    assert items(browser, "accounts")[0]["owner"] == "ana"
    assert "owner" not in fields(browser.get(f"{Q}/accounts/item/luna"))
    add(browser, "accounts", "luna", status="active")
    assert items(browser, "accounts")[0]["owner"] == "ana"


def test_the_quick_interview_asks_what_is_needed(browser):
    """Only essential fields, and those that already say something; the others keep what they say."""
    browser.post("/c/shop/depth", {"depth": "quick"})
    assert fields(browser.get(f"{Q}/people/item/+")) == {"name", "hours"}
    browser.post("/c/shop/depth", {"depth": "all"})
    add(browser, "people", "ana", email="ana@b.example")
    browser.post("/c/shop/depth", {"depth": "quick"})
    assert fields(browser.get(f"{Q}/people/item/ana")) == {"name", "hours", "email"}
    add(browser, "people", "ana", name="Ana M")
    assert items(browser, "people")[0]["email"] == "ana@b.example"


def test_half_typed_items_wait(browser):
    """A new item and a saved one each have their draft, in whichever language comes next."""
    page = browser.get(f"{Q}/people/item/+")
    typed = {**page.form(), "f.name": "Bea", "f.hours": "1500.5", "switch": "es"}
    assert browser.post(f"{Q}/people/item/+", typed).status == 303
    spanish = browser.get(f"{Q}/people/item/+").form()
    assert (spanish["f.name"], spanish["f.hours"]) == (["Bea"], ["1500,5"])
    assert "Tienes una a medias" in browser.get(f"{Q}/people").words()
    assert "sin guardarlo" in browser.get(f"{Q}/people/item/+").words()
    browser.post(f"{Q}/people/item/+", {"action": "discard"})
    assert browser.get(f"{Q}/people/item/+").form()["f.name"] == [""]


def test_a_draft_that_says_what_is_saved_is_none(browser):
    """A draft that arrives after its save doesn't claim that something is unsaved."""
    page = browser.get(f"{Q}/people/item/ana")
    browser.post("/c/shop/draft/people/ana", page.form())
    assert "without saving" not in browser.get(f"{Q}/people/item/ana").words()


def test_somebody_missing_is_added_on_the_way(browser):
    """What was chosen waits, and the way leads back to it."""
    page = browser.get(f"{Q}/accounts/item/+")
    there = browser.post(
        f"{Q}/accounts/item/+",
        {**page.form(), "f.handle": "luna", "f.status": "active", "action": "add:people"},
    )
    assert there.location.startswith(f"{Q}/people/item/+?back=")
    back = browser.post(there.location, {"f.name": "Bea", "f.hours": "1"})
    assert back.location.startswith(f"{Q}/accounts/item/+")
    assert browser.follow(back).form()["f.handle"] == ["luna"]
    assert browser.post(f"{Q}/accounts/item/+", {"action": "add:nobody"}).status < 500


def test_an_item_changed_meanwhile(browser):
    """Both are shown, nothing is overwritten; insisting keeps one's own."""
    page = browser.get(f"{Q}/people/item/ana")
    add(browser, "people", "ana", name="Ana Ruiz")
    told = browser.post(f"{Q}/people/item/ana", {**page.form(), "f.name": "Ana Gil"})
    assert told.status == 409
    assert "Ana Ruiz" in told.words()
    assert "Ana Gil" in told.words()
    assert items(browser, "people")[0]["name"] == "Ana Ruiz"
    browser.post(f"{Q}/people/item/ana", {**told.form(None), "action": "save"})
    assert items(browser, "people")[0]["name"] == "Ana Gil"


def test_another_item_changed_meanwhile(browser):
    """Two people at two items of a list don't notice each other."""
    page = browser.get(f"{Q}/people/item/ana")
    add(browser, "people", name="Bea", hours="1")
    assert browser.post(f"{Q}/people/item/ana", {**page.form(), "f.hours": "4"}).status == 303
    assert [(one["name"], one["hours"]) for one in items(browser, "people")] == [
        ("Ana", 4),
        ("Bea", 1),
    ]


def test_an_item_removed_meanwhile_waits_as_a_new_one(browser):
    """What was typed isn't lost; looking at the item that is gone says so."""
    page = browser.get(f"{Q}/people/item/ana")
    browser.post(f"{Q}/people/item/ana/remove")
    again = browser.follow(browser.post(f"{Q}/people/item/ana", {**page.form(), "f.name": "Ana M"}))
    assert again.path.startswith(f"{Q}/people/item/+")
    assert again.form()["f.name"] == ["Ana M"]
    for path in ("ana", "ana/remove"):
        gone = browser.get(f"{Q}/people/item/{path}")
        assert gone.status == 404
        assert gone.heading()
    assert browser.post(f"{Q}/people/item/ana/remove").status == 404


def test_somebody_who_is_named_elsewhere_stays(browser):
    """The page says which answers name them, with the way there."""
    browser.post(f"{Q}/boss", {"v": "ana"})
    told = browser.post(f"{Q}/people/item/ana/remove")
    assert told.status == 409
    assert [
        one.get("href") for one in told.tree().iter("a") if one.get("href", "").endswith("boss")
    ]
    assert len(items(browser, "people")) == 1


def test_a_change_from_the_answers_leads_back_to_them(browser):
    """Somebody who came to change one item of a list goes back where they came from."""
    browser.post(f"{Q}/boss", {"v": "ana"})
    browser.post(f"{Q}/helpers", {"v": ""})
    listed = browser.get(f"{Q}/people?back=check/team")
    hrefs = [one.get("href", "") for one in listed.tree().iter("a")]
    change = next(one for one in hrefs if "/people/item/ana?" in one)
    page = browser.get(change)
    (form,) = [one for one in page.tree().iter("form") if one.get("id") == "answer"]
    saved = browser.post(form.get("action"), {**page.form(), "f.hours": "5"})
    again = browser.follow(saved)
    assert again.path.startswith(f"{Q}/people?")
    (leave,) = [one for one in again.tree().iter("button") if "go-on" in one.get("formaction", "")]
    assert browser.post(leave.get("formaction")).location.startswith("/c/shop/check/team")


def test_an_empty_list_can_be_passed_when_it_is_optional(browser):
    """Having none is an answer there; a list that is needed says so."""
    assert browser.post(f"{Q}/accounts/go-on").status == 303
    browser.post(f"{Q}/people/item/ana/remove")
    told = browser.post(f"{Q}/people/go-on")
    assert told.status == 422
    assert told.heading()
