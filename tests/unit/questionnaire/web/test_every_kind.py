"""Every kind of question on its page: drawn, filled in, sent, saved, and drawn again the same."""

from datetime import date, time

import pytest

from questionnaire.kinds import KINDS, KindContext
from questionnaire.money import Money
from questionnaire.sources import data_folder
from questionnaire.text import LANGUAGES, Text
from questionnaire.web.forms import Setting, fill, take
from tests.unit.questionnaire.kinds.test_every_kind import build
from tests.web_pages import open_browser, read_saved

SENT = {
    "text": ({"v.es": "Pan", "v.en": "Bread"}, Text({"es": "Pan", "en": "Bread"})),
    "long_text": ({"v.es": "Pan\r\ny más"}, "Pan\ny más"),
    "email": ({"v": "a@b.example"}, "a@b.example"),
    "url": ({"v": "https://b.example"}, "https://b.example"),
    "date": ({"v": "2026-12-15"}, date(2026, 12, 15)),
    "time": ({"v": "09:30"}, time(9, 30)),
    "integer": ({"v": "12000"}, 12000),
    "number": ({"v": "2500.5"}, 2500.5),
    "money": ({"v.amount": "1500", "v.currency": "EUR"}, Money(1500, "EUR")),
    "boolean": ({"v": "no"}, False),
    "choice": ({"v": "service"}, "service"),
    "choices": ({"v": ["sales", "hiring"]}, ("sales", "hiring")),
    "ranking": ({"v.hiring": "1", "v.sales": "2", "v.service": ""}, ("hiring", "sales")),
    "weekdays": ({"v": ["mon", "sun"]}, ("mon", "sun")),
    "pick": ({"v": "ana"}, "ana"),
    "picks": ({"v": ["ana"]}, ("ana",)),
    "colour": ({"v": "#00BB66"}, "#00bb66"),
    "image": ({"v": "logo.svg"}, "logo.svg"),
    "matrix": ({"v.service.sales": "ana", "v.sales.sales": ""}, {"service": {"sales": "ana"}}),
}
"""What a form sends for each kind, and the value it becomes; lists have pages of their own."""
TRANSLATED = {"text", "long_text"}


def compose(kind):
    """Return a questionnaire with one question of a kind; its words are given in each language."""
    questionnaire = build(kind)
    object.__setattr__(questionnaire.by_id["asked"], "translatable", kind in TRANSLATED)
    return questionnaire


def ask(kind, tmp_path, language="en"):
    """Return a browser at a wizard that asks for people and one question of a kind."""
    questionnaire = compose(kind)
    browser = open_browser(tmp_path / "shop", questionnaire, language)
    sent = browser.post("/c/shop/q/people/item/+", {"f.name": "Ana", "f.name.es": "Ana"})
    assert sent.status == 303
    return browser


def test_every_kind_is_sent_here():
    """A new kind of question must be able to do in the browser what the others can."""
    assert set(SENT) | {"group"} == set(KINDS)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_has_a_template(kind):
    """Each kind is drawn by a file of its own name; a list is a page."""
    name = "list.html" if kind == "group" else f"fields/{kind}.html"
    assert data_folder("questionnaire", "web", "templates").joinpath(name).is_file()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(SENT))
def test_a_kind_is_saved_and_drawn_again(kind, language, tmp_path):
    """What is sent is saved; the page then holds it, and sending it unchanged changes nothing."""
    browser = ask(kind, tmp_path, language)
    sent, value = SENT[kind]
    if kind == "number":
        sent = {"v": "2500,5" if language == "es" else "2500.5"}
    empty = browser.get("/c/shop/q/asked")
    assert empty.status == 200
    assert empty.heading()
    kept = browser.post("/c/shop/q/asked", {**empty.form(), **sent, "action": "save"})
    assert kept.status == 303, kept.words()
    assert read_saved(browser).by_id["asked"].value == value
    file = browser.wizard.folder / "answers.yml"
    before = file.read_bytes()
    for code in LANGUAGES:
        browser.speak(code)
        page = browser.get("/c/shop/q/asked")
        again = browser.post("/c/shop/q/asked", {**page.form(), "action": "save"})
        assert again.status == 303, again.words()
        assert file.read_bytes() == before


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(SENT))
def test_fill_and_take_are_inverse(kind, language):
    """Filling the fields with a value and reading them again gives the value."""
    questionnaire = compose(kind)
    question, setting = questionnaire.by_id["asked"], Setting("v", language, LANGUAGES)
    _, value = SENT[kind]
    raw = take(question, setting, fill(question, setting, value)).raw
    items = {"people": ({"id": "ana", "name": "Ana"},)}
    parsed = KINDS[kind].parse(question, raw, language, KindContext(items))
    assert (parsed.value, parsed.problems) == (value, ())
    assert take(question, setting, {}).raw is None
    assert fill(question, setting, None) == {}


@pytest.mark.parametrize("kind", sorted(SENT))
def test_nothing_sent_is_told_and_keeps_nothing(kind, tmp_path):
    """A required question without an answer comes back with a summary that leads to the control."""
    browser = ask(kind, tmp_path)
    page = browser.get("/c/shop/q/asked")
    empty = {name: "" for name in page.form() if name.startswith("v")}
    refused = browser.post("/c/shop/q/asked", {**page.form(), **empty})
    assert refused.status == 422
    tree = refused.tree()
    (summary,) = [one for one in tree.iter("div") if one.get("id") == "faults"]
    (link,) = summary.iter("a")
    ids = {one.get("id") for one in tree.iter() if one.get("id")}
    assert link.get("href", "").removeprefix("#") in ids
    assert "asked" not in read_saved(browser).by_id
    title = tree.find(".//title")
    assert title.text.startswith("Error: ")


@pytest.mark.parametrize("kind", sorted(SENT))
def test_a_draft_survives_and_speaks_the_other_language(kind, tmp_path):
    """Switching the language keeps what is half-typed; saving it then gives the same value."""
    browser = ask(kind, tmp_path, "en")
    sent, value = SENT[kind]
    page = browser.get("/c/shop/q/asked")
    switched = browser.post("/c/shop/q/asked", {**page.form(), **sent, "switch": "es"})
    assert switched.status == 303
    assert "asked" not in read_saved(browser).by_id
    spanish = browser.follow(switched)
    assert spanish.headers["content-language"] == "es"
    kept = browser.post("/c/shop/q/asked", {**spanish.form(), "action": "save"})
    assert kept.status == 303, kept.words()
    assert read_saved(browser).by_id["asked"].value == value
    assert browser.wizard.companies["shop"].drafts.read() == {}


def test_words_in_two_languages_stay_so(tmp_path):
    """A file may give any words in each language: the page shows both and drops none."""
    browser = open_browser(tmp_path / "shop", build("text"))
    path = browser.wizard.folder / "answers.yml"
    browser.post("/c/shop/q/asked", {"v": "Pan"})
    text = path.read_text("utf-8").replace("asked: Pan", "asked: {es: Pan, en: Bread}")
    path.write_text(text, encoding="utf-8")
    page = browser.get("/c/shop/q/asked")
    assert (page.form()["v.es"], page.form()["v.en"]) == (["Pan"], ["Bread"])
    browser.post("/c/shop/q/asked", page.form())
    assert path.read_text("utf-8") == text
    browser.post("/c/shop/q/asked", {**page.form(), "v.es": "Panes", "seen": ""})
    assert read_saved(browser).by_id["asked"].value == Text({"es": "Panes", "en": "Bread"})


def test_a_handbook_in_one_language_shows_the_words_of_that_language(tmp_path):
    """Whatever the interface speaks: they are not those of a language that isn't published."""
    browser = open_browser(tmp_path / "shop", build("text"))
    path = browser.wizard.folder / "answers.yml"
    browser.post("/c/shop/q/asked", {"v": "Pan"})
    text = path.read_text("utf-8").replace("asked: Pan", "asked: {es: Pan, en: Bread}")
    path.write_text(text.replace("[es, en]", "[es]"), encoding="utf-8")
    assert browser.get("/c/shop/q/asked").form()["v"] == ["Pan"]
    page = browser.get("/c/shop/q/asked")
    browser.post("/c/shop/q/asked", {**page.form(), "v": "Panes"})
    assert read_saved(browser).by_id["asked"].value == Text({"es": "Panes", "en": "Bread"})
