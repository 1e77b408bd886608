"""Many companies in one folder: listed, made, copied for another client, put aside."""

import pytest

from questionnaire.answers import Status
from questionnaire.loader import load_questionnaire
from questionnaire.sources import data_folder
from questionnaire.web.portfolio import copy_decisions
from tests.unit.questionnaire.small import SMALL, done, fill
from tests.web_pages import open_browser, read_saved

WHOLE = load_questionnaire()
BAKERY = data_folder("questionnaire", "examples", "panaderia-nandu", "answers.yml")


@pytest.fixture
def browser(tmp_path):
    """Open a wizard of a folder with two companies."""
    for name in ("luna", "sol"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "answers.yml").write_bytes(BAKERY.read_bytes())
    opened = open_browser(tmp_path, WHOLE)
    yield opened
    opened.close()


def test_companies_are_listed_with_their_state(browser):
    """By the name they give themselves; one that can't be read says so and the others stay."""
    browser.wizard.folder.joinpath("sol", "answers.yml").write_text("answers: [", encoding="utf-8")
    words = browser.get("/").words()
    assert "Panadería Ñandú" in words
    assert "sol Can't be read" in words
    assert browser.get("/c/luna/").status == 200
    assert browser.get("/c/sol/").status == 409


def test_a_new_company_begins_with_its_name(browser):
    """Its folder is made of the name; the first page follows."""
    made = browser.post("/new", {"name": "Café Índigo & Co."})
    assert made.location == "/c/cafe-indigo-co/start"
    assert browser.follow(made).status == 200
    kept = read_saved(browser, "cafe-indigo-co")
    assert kept.by_id["company_name"].value == "Café Índigo & Co."
    assert kept.languages == ("en", "es")


@pytest.mark.parametrize("name", ["", "   ", "🥐", "..", "/", "日本", "\x00", "luna", "LUNA"])
def test_a_name_that_is_none_or_taken_is_told(browser, name):
    """And what was typed is still there."""
    before = sorted(browser.wizard.folder.iterdir())
    told = browser.post("/new", {"name": name})
    assert told.status == 422
    assert told.heading()
    assert sorted(browser.wizard.folder.iterdir()) == before


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("../x", "x"),
        ("..\\x", "x"),
        ("/etc/passwd", "etc-passwd"),
        ("CON", "con-1"),
        ("aux", "aux-1"),
        ("COM1", "com1-1"),
        ("a" * 500, "a" * 60),
        ("<b>Luna</b>", "b-luna-b"),
        (".playbook", "playbook"),
        ("x\r\nSet-Cookie: a=b", "x-set-cookie-a-b"),
    ],
)
def test_a_hostile_name_makes_a_plain_folder_here(browser, name, folder):
    """Nothing is made outside, and no folder that a system can't have."""
    outside = sorted(browser.wizard.folder.parent.iterdir())
    made = browser.post("/new", {"name": name})
    assert made.location == f"/c/{folder}/start"
    assert browser.wizard.folder.joinpath(folder, "answers.yml").is_file()
    assert sorted(browser.wizard.folder.parent.iterdir()) == outside


@pytest.mark.parametrize("name", ["..", ".", "%2e%2e", "..%2f..", "a" * 400, "%00", "nobody"])
def test_only_companies_of_the_folder_are_opened(browser, name):
    """Any other name is not found, on a page, and makes nothing."""
    before = sorted(browser.wizard.folder.iterdir())
    told = browser.get(f"/c/{name}/")
    assert told.status == 404
    assert told.heading()
    assert sorted(browser.wizard.folder.iterdir()) == before


def test_a_link_to_elsewhere_is_no_company(browser, tmp_path_factory):
    """Only plain folders of this place are."""
    outside = tmp_path_factory.mktemp("outside")
    outside.joinpath("answers.yml").write_bytes(BAKERY.read_bytes())
    browser.wizard.folder.joinpath("linked").symlink_to(outside)
    assert browser.get("/c/linked/").status == 404


def test_a_copy_of_the_decisions_holds_nothing_of_the_client(browser):
    """Goals and habits, but no name, person, phone, account or text of the first one."""
    assert browser.get("/c/luna/copy").status == 200
    copied = browser.post("/c/luna/copy", {"name": "Mar", "what": "decisions"})
    assert copied.location == "/c/mar/"
    source, kept = read_saved(browser, "luna"), read_saved(browser, "mar")
    assert kept.by_id["company_name"].value == "Mar"
    assert kept.by_id["goals"].value == source.by_id["goals"].value
    text = browser.wizard.folder.joinpath("mar", "answers.yml").read_text("utf-8")
    for question, answer in source.by_id.items():
        asked = WHOLE.by_id[question]
        if asked.kind in {"text", "long_text", "email", "url", "group", "pick", "image"}:
            assert question == "company_name" or question not in kept.by_id
        for word in _words(answer.value):
            assert word not in text, question


def _words(value):
    """Return the strings of people in a value, names and the like."""
    if isinstance(value, tuple):
        for one in value:
            for key, part in getattr(one, "items", dict)():
                if key in {"name", "handle", "phone", "email"}:
                    yield str(part)


def test_a_copy_forgets_reasons_owners_and_notes():
    """They are words and people of the first client."""
    noted = done(fill(workers=3).annotate("workers", "Ana counts them"))
    kept = copy_decisions(done(noted.pend("goals", None, None, "Ana must say"))).by_id
    assert set(kept) == {"workers"}
    assert kept["workers"].note is None


def test_a_copy_of_everything_holds_everything(browser):
    """But its own name, and the pictures come along."""
    brand = browser.wizard.folder / "luna" / "brand"
    brand.mkdir()
    brand.joinpath("logo.svg").write_text("<svg/>", encoding="utf-8")
    browser.post("/c/luna/copy", {"name": "Mar", "what": "everything"})
    source, kept = read_saved(browser, "luna"), read_saved(browser, "mar")
    assert {**kept.by_id, "company_name": None} == {**source.by_id, "company_name": None}
    assert kept.by_id["company_name"].value == "Mar"
    assert browser.wizard.folder.joinpath("mar", "brand", "logo.svg").is_file()


def test_a_copy_needs_a_name_of_its_own(browser):
    """The page comes back with the choice that was made."""
    told = browser.post("/c/luna/copy", {"name": "Sol", "what": "everything"})
    assert told.status == 422
    checked = [one for one in told.tree().iter("input") if "checked" in one.attrib]
    assert [one.get("value") for one in checked] == ["everything"]


def test_a_company_is_put_aside_and_brought_back(browser):
    """Its folder stays where it is."""
    browser.post("/c/sol/archive", {"action": "archive"})
    assert "1 archived" in browser.get("/").words()
    assert browser.wizard.folder.joinpath("sol", "answers.yml").is_file()
    browser.post("/c/sol/archive", {"action": "restore"})
    assert "archived" not in browser.get("/").words()


def test_one_company_alone_has_no_list(tmp_path):
    """Making others belongs to a folder of many."""
    alone = open_browser(tmp_path / "shop", SMALL)
    assert alone.get("/").location == "/c/shop/"
    assert alone.post("/new", {"name": "Other"}).status == 404
    assert alone.post("/c/shop/copy", {"name": "Other"}).status == 404


@pytest.mark.parametrize(
    "name", ["social # 1", "100% pan?", "株式会社", "Panadería Ñandú", "a&b;c"]
)
def test_a_folder_may_be_called_anything(tmp_path, name):
    """Pages, language switch, site link and downloads work whatever people call their folder."""
    browser = open_browser(tmp_path / name, SMALL)
    home = browser.get("/").location
    browser.post(f"{home}q/shop_name", {"v": "Luna"})
    asked = browser.get(f"{home}q/shop_name")
    assert asked.status == 200
    switched = browser.post(f"{home}q/shop_name", {**asked.form(), "v": "Sol", "switch": "es"})
    assert browser.follow(switched).form()["v"] == ["Sol"]
    tasks = browser.get(home)
    current = [one for one in tasks.tree().iter("a") if one.get("aria-current")]
    assert [one.get("href") for one in current] == [home]
    browser.post(f"{home}publish")
    links = [one.get("href", "") for one in browser.get(f"{home}publish").tree().iter("a")]
    site, *_ = [one for one in links if one.startswith("http:")]
    shown = browser.ask("GET", site.split("8124", 1)[1], port=8124)
    assert "Built" in shown.text
    assert browser.get(f"{home}download/site").status == 200
    assert read_saved(browser).by_id["shop_name"].status is Status.ANSWERED
