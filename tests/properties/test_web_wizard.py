"""However somebody walks through the browser wizard: nothing said is lost, and every page is one."""

import re
import shutil
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from questionnaire.answers import PEOPLE, Status
from questionnaire.interview import Interview
from questionnaire.loader import load_questionnaire
from questionnaire.sources import data_folder
from questionnaire.store import load_answers
from tests.properties.hostile import PAYLOADS
from tests.web_pages import Browser, open_browser

WHOLE = load_questionnaire()
ASKED = [one for one in WHOLE.by_id.values() if one.kind != "group"]
GROUPS = [one for one in WHOLE.by_id.values() if one.kind == "group"]
EXAMPLE = data_folder("questionnaire", "examples", "panaderia-nandu", "answers.yml")
SAID = load_answers(EXAMPLE, WHOLE)
IDS = {one.id: [str(item["id"]) for item in SAID.items_of(one.id)] for one in GROUPS}
# A walk is long and each of its steps is shown: making it smaller takes minutes.
WALKS = settings(max_examples=15, phases=[Phase.generate])
STEPS = 14
_HIDDEN = re.compile(r'<input type="hidden" name="(seen|spoken|shown)" value="([^"]*)"')
_NUMBERS = ["0", "1", "3", "12", "1.500,5", "1,500.5", "1.500", "1,5", "-1", "1e9", "9" * 40, "½"]
_DAYS = ["2026-12-15", "2027-02-28", "31/02/2027", "hoy", "0000-00-00"]
_WORDS = st.one_of(
    st.sampled_from(["Luna", "Ñandú 🥐", "", " ", "no", "1.500", "a: b", "- x"]),
    st.sampled_from(sorted(PAYLOADS.values())),
    st.text(max_size=40),
)


def draw_fields(draw, question, name):  # noqa: C901, PLR0911 - one draw a kind
    """Return fields that a form of a question may send: sound, odd, or made up."""
    codes = [one.value for one in question.choices] or IDS[PEOPLE]
    some = st.one_of(st.sampled_from(codes), st.sampled_from([*codes, "", "nobody", "<b>"]))
    match question.kind:
        case "choices" | "picks" | "weekdays":
            return {name: draw(st.lists(some, max_size=4))}
        case "ranking":
            place = st.sampled_from(["", "1", "2", "3", "x", "9" * 50])
            return {f"{name}.{code}": draw(place) for code in codes}
        case "choice" | "pick":
            return {name: draw(some)}
        case "boolean":
            return {name: draw(st.sampled_from(["yes", "no", "", "perhaps"]))}
        case "money":
            currency = st.sampled_from(["EUR", "USD", "", "XXX"])
            amount = st.sampled_from(_NUMBERS)
            return {f"{name}.amount": draw(amount), f"{name}.currency": draw(currency)}
        case "matrix":
            cells = [(row, column) for row in question.rows[:3] for column in question.columns[:2]]
            return {f"{name}.{row.value}.{column.value}": draw(some) for row, column in cells}
        case "integer" | "number":
            return {name: draw(st.sampled_from(_NUMBERS))}
        case "date":
            return {name: draw(st.sampled_from(_DAYS))}
        case "time":
            return {name: draw(st.sampled_from(["09:30", "9", "25:00", "mañana"]))}
        case "email" | "url" | "colour" | "image":
            sound = {"email": "a@b.example", "url": "https://b.example", "colour": "#0b6e4f"}
            return {name: draw(st.one_of(st.just(sound.get(question.kind, "a.svg")), _WORDS))}
        case _:
            return {f"{name}{end}": draw(_WORDS) for end in ("", ".es", ".en")}


def draw_step(draw):
    """Return an address, what is sent to it (None: looked at), and which answer it may change."""
    question = draw(st.sampled_from(ASKED))
    there = f"/c/shop/q/{question.id}"
    action = draw(st.sampled_from(["save"] * 8 + ["later", "reopen", "keep", "discard", "effects"]))
    fields = draw_fields(draw, question, "v")
    group = draw(st.sampled_from(GROUPS))
    item = f"/c/shop/q/{group.id}/item/{draw(st.sampled_from(['+', 'nobody', *IDS[group.id]]))}"
    inside: dict[str, object] = {}
    for field in group.fields:
        inside |= draw_fields(draw, field, f"f.{field.id}")
    due, reason = draw(st.sampled_from([*_DAYS, ""])), draw(_WORDS)
    language = draw(st.sampled_from(["es", "en"]))
    back = draw(st.sampled_from(["", "?back=check/company", "?back=answers", "?back=//x"]))
    return draw(
        st.sampled_from(
            [
                (there + back, {**fields, "action": action}, question.id),
                (there + back, {**fields, "action": "save"}, question.id),
                (there, {**fields, "switch": language}, None),
                (f"/c/shop/draft/{question.id}", fields, None),
                (f"{there}/recommend", {}, question.id),
                (
                    f"{there}/pending",
                    {"owner": IDS[PEOPLE][0], "due": due, "reason": reason},
                    question.id,
                ),
                (f"{there}/not-for-us", {"reason": reason}, question.id),
                (item, {**inside, "action": "save"}, group.id),
                (item, {**inside, "switch": language}, None),
                (f"/c/shop/preview/{question.id}", fields, None),
                (f"/c/shop/effects/{question.id}", fields, None),
                ("/language", {"to": there, "switch": language}, None),
                ("/c/shop/depth", {"depth": draw(st.sampled_from(["quick", "all"]))}, None),
                ("/c/shop/", None, None),
                (
                    f"/c/shop/answers?show={draw(st.sampled_from(['open', 'pending', 'x']))}",
                    None,
                    None,
                ),
                (f"/c/shop/check/{draw(st.sampled_from(WHOLE.sections)).id}", None, None),
                ("/c/shop/done", None, None),
                ("/c/shop/health", None, None),
            ]
        )
    )


def open_example(folder, language):
    """Return a browser at a wizard of a company that has answered everything."""
    path = Path(folder) / "shop"
    path.mkdir()
    shutil.copyfile(EXAMPLE, path / "answers.yml")
    return open_browser(path, WHOLE, language)


def hidden_fields(page):
    """Return what the form of a page sends unseen."""
    return dict(_HIDDEN.findall(page.text))


def check_page(page):
    """Whatever was asked: no fault, and one heading on every whole page."""
    assert page.status < 500, page.path
    assert page.status in {200, 204, 303, 404, 409, 422}, page.path
    if page.text.startswith("<!doctype html>"):
        assert page.text.count("<h1") == 1, page.path


@WALKS
@given(st.data())
def test_any_walk_keeps_what_was_said(data):
    """In any order, sound or not, in two languages: only the answer that was given changes."""
    with TemporaryDirectory() as folder:
        browser = open_example(folder, "es")
        said = load(browser)
        for _ in range(STEPS):
            address, sent, mine = draw_step(data.draw)
            said = walk(browser, address, sent, mine, said)
        browser.close()


def walk(browser: Browser, address, sent, mine, said):
    """Take one step, look at where it leads, and return what is said then."""
    page = browser.get(address)
    if sent is not None and page.status != 303:
        check_page(page)
        page = browser.post(address, {**hidden_fields(page), **sent})
    elif sent is not None:
        page = browser.post(address, sent)
    check_page(page)
    check_page(browser.follow(page))
    now = load(browser)
    for name, answer in said.items():
        assert name == mine or now.get(name) == answer, (address, name)
    assert set(now) <= {*said, mine}
    if page.status in {404, 409, 422}:
        assert now == said
    return now


def load(browser: Browser):
    """Return what the file says; it can always be read."""
    path = browser.wizard.folder / "answers.yml"
    return dict(load_answers(path, WHOLE).by_id) if path.exists() else {}


@WALKS
@given(st.data())
def test_forward_and_back_is_the_same_way(data):
    """From any answers, next and back of the pages are inverse, in the full interview and the quick."""
    with TemporaryDirectory() as folder:
        browser = open_example(folder, "en")
        browser.post("/c/shop/depth", {"depth": data.draw(st.sampled_from(["quick", "all"]))})
        for _ in range(6):
            address, sent, _ = draw_step(data.draw)
            browser.post(address, sent or {})
        company = browser.wizard.find("shop")
        quick = bool(company.place.read().get("quick"))
        asked = company.interview().visible_questions(quick=quick)
        for before, after in pairwise(asked):
            page = browser.get(f"/c/shop/q/{after.id}")
            assert f'<a class="back" href="/c/shop/q/{before.id}"' in page.text
        browser.close()


@WALKS
@given(st.data())
def test_a_page_sent_back_unchanged_changes_nothing(data):
    """Saving any answered question as its page stands, in either language, keeps the file as it is."""
    with TemporaryDirectory() as folder:
        browser = open_example(folder, "es")
        touched = data.draw(st.lists(st.sampled_from(ASKED), min_size=8, max_size=8))
        for question in touched:
            fields = draw_fields(data.draw, question, "v")
            browser.post(f"/c/shop/q/{question.id}", {**fields, "spoken": "es"})
        before = load(browser)
        interview: Interview = browser.wizard.find("shop").interview()
        for name in dict.fromkeys(one.id for one in touched):
            answer = interview.answers.by_id.get(name)
            answered = answer is not None and answer.status is Status.ANSWERED
            if answered and interview.is_visible(name) and interview.value(name) is not None:
                browser.speak(data.draw(st.sampled_from(["es", "en"])))
                page = browser.get(f"/c/shop/q/{name}")
                sent = browser.post(f"/c/shop/q/{name}", page.form())
                assert sent.status == 303, (name, sent.words())
        assert load(browser) == before
        browser.close()
