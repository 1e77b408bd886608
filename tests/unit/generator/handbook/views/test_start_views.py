"""The sections of the first pages: voice, guide, alignment, risks, roadmap, recommended."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.advice.model import Advice
from generator.facts.model import Facts, Known
from generator.handbook.context import ViewContext, make_context
from generator.handbook.views import VIEWS
from generator.handbook.views.alignment import judge_tension, name_account
from generator.handbook.views.roadmap import first_monday
from generator.handbook.views.roadmap import view as roadmap_view
from generator.library import Library
from questionnaire.text import ENGLISH, LANGUAGES, SPANISH, Language, Text

Section = Callable[..., Any]
Look = Callable[..., ViewContext]


@pytest.fixture
def section(facts: Facts, advice: Advice, library: Library) -> Section:
    """Return a function that builds one section, with some answers changed."""

    def build(
        name: str,
        language: Language = SPANISH,
        changed: dict[str, object] | None = None,
        known: Advice | None = None,
    ) -> Any:
        company = answer(facts, changed or {})
        return VIEWS[name](make_context(company, known or advice, library, language, "internal"))

    return build


def answer(facts: Facts, changed: dict[str, object]) -> Facts:
    """Return the same company with other answers."""
    by_id = {**facts.by_id, **{key: Known(key, value) for key, value in changed.items()}}
    return replace(facts, by_id=by_id)


@pytest.mark.parametrize(
    ("form", "word"), [("tu", "puedes"), ("usted", "puede"), ("vos", "podés"), ("none", "puedes")]
)
def test_words_follow_the_form_of_address(section: Section, form: str, word: str) -> None:
    """Whoever reads is addressed as the company decided; without a form, as tú."""
    found = section("voice", SPANISH, {"address_form": form})
    assert found["you_can"] == word
    assert found["cap"]["you_can"] == word.capitalize()


def test_every_form_of_address_has_the_same_words(library: Library) -> None:
    """A page can be read in every form and in both languages."""
    plain = {key: set(library.languages[key].words("voice", "plain")) for key in LANGUAGES}
    assert plain[SPANISH] == plain[ENGLISH]
    assert set(library.languages[SPANISH].words("voice", "usted")) == plain[SPANISH]
    assert set(library.languages[SPANISH].words("voice", "vos")) <= plain[SPANISH]


def test_the_guide_only_names_pages_that_the_book_has(section: Section, library: Library) -> None:
    """The small library of the tests has no page for a complaint, so none is promised."""
    guide = section("guide")
    pages = {row["page"].partition("#")[0] for row in guide["situations"]}
    assert pages <= {head.id for head in library.chapters}


def test_a_person_reads_four_pages_at_most(section: Section) -> None:
    """Even the one who holds every role."""
    assert all(len(path["pages"]) <= 4 for path in section("guide")["paths"])


@pytest.mark.parametrize(
    ("goals", "tension"),
    [
        ((), "none"),
        (("sales",), "sales_only"),
        (("service", "hiring"), "relations_only"),
        (("sales", "loyalty"), "sales_first"),
        (("loyalty", "leads"), "relations_first"),
    ],
)
def test_the_order_of_goals_settles_the_tension(goals: tuple[str, ...], tension: str) -> None:
    """The first goal of the company says whether the sale or the relation comes first."""
    assert judge_tension(goals) == tension


def test_each_goal_goes_from_the_business_to_a_number(section: Section) -> None:
    """Also without an objective: then the row says what is missing and proposes a KPI."""
    found = section("alignment")
    assert [row["code"] for row in found["rows"]] == ["sales", "loyalty"]
    for row in found["rows"]:
        assert all(row[key] for key in ("serves", "vague", "kpi", "horizon"))
        assert row["complete"] or row in found["incomplete"]


def test_three_goals_at_most_are_worked_on(section: Section) -> None:
    """A fourth would have to wait."""
    goals = ("sales", "loyalty", "service", "insight")
    assert len(section("alignment", SPANISH, {"goals": goals})["rows"]) == 3


def test_without_goals_nothing_is_invented(section: Section) -> None:
    """No rows, and the tension is none."""
    found = section("alignment", SPANISH, {"goals": ()})
    assert (found["known"], found["rows"], found["tension"]) == (False, [], "none")


@pytest.mark.parametrize(("days", "early"), [(30, True), (90, False), (150, False)])
def test_sales_before_ninety_days_are_called_early(
    section: Section, days: int, early: bool
) -> None:
    """The page warns instead of promising."""
    assert section("alignment", SPANISH, {"sales_expected_days": days})["sales_early"] is early


def test_an_account_that_names_its_network_is_not_doubled() -> None:
    """`WhatsApp 600` is enough; a bare handle needs its network."""

    class Words:
        """Names the platform as the questionnaire does."""

        def choice(self, *_asked: str) -> str:
            """Return the label."""
            return "WhatsApp"

    words: Any = Words()
    assert name_account(words, "whatsapp", "WhatsApp 600") == "WhatsApp 600"
    assert name_account(words, "whatsapp", "@pan") == "WhatsApp: @pan"
    assert name_account(words, "whatsapp", "") == "WhatsApp"


def test_every_goal_and_topic_of_the_questionnaire_has_its_texts(
    facts: Facts, library: Library
) -> None:
    """A goal or sensitive topic without an entry would leave a hole in the page."""
    tree: Any = library.knowledge["alignment"]
    for question, group in (("goals", "goals"), ("sensitive_topics", "topics")):
        codes = {choice.value for choice in facts.questionnaire.by_id[question].choices}
        assert {row["id"] for row in tree[group]} == codes - {"none"}


def test_every_finding_named_in_the_content_is_a_check(library: Library) -> None:
    """A check that changes its name must not drop silently from the roadmap or the risks."""
    ids = {row["id"] for row in library.checks}
    roadmap: Any = library.knowledge["roadmap"]
    alignment: Any = library.knowledge["alignment"]
    named = {one for row in roadmap["actions"] for one in row.get("findings", ())}
    named |= {one for found in alignment["pages"].values() for one in found}
    assert named <= ids


def test_the_year_goes_on_after_ninety_days(look: Look) -> None:
    """Each later step has a date and a page of its own; the small book stops at the 90 days."""
    found: Any = roadmap_view(look(employees=40))
    assert found["later"]
    assert not {row["id"] for row in found["later"]} & {row["id"] for row in found["rows"]}
    assert all(row["page"] and row["until"] for row in found["later"])
    assert "{" not in "".join(row["text"] for row in found["later"])
    assert roadmap_view(look(employees=4))["later"] == []


def test_the_roadmap_has_six_to_nine_actions_with_an_owner(section: Section) -> None:
    """Each with a date; the micro book has two a month."""
    found = section("roadmap")
    assert 6 <= found["total"] <= 9
    assert all(row["owner_known"] and row["text"] and row["until"] for row in found["rows"])
    assert all(len(phase["actions"]) == 2 for phase in found["phases"])
    assert "{" not in "".join(row["text"] for row in found["rows"])


@pytest.mark.parametrize(
    ("start", "months", "monday"),
    [
        (date(2027, 1, 8), 1, date(2027, 2, 1)),
        (date(2026, 12, 31), 1, date(2027, 1, 4)),
        (date(2026, 11, 22), 3, date(2027, 2, 1)),
    ],
)
def test_the_monthly_look_is_on_the_first_monday(start: date, months: int, monday: date) -> None:
    """Also across the end of a year."""
    assert first_monday(start, months) == monday


def test_recommended_answers_are_shown_with_their_reason(
    facts: Facts, advice: Advice, library: Library
) -> None:
    """Only ours; the count tells how much of the handbook rests on answers."""
    ours = Known("goal_horizon", "m6", True, Text({"es": "porque sí", "en": "because"}))
    changed = replace(facts, by_id={**facts.by_id, "goal_horizon": ours})
    found: Any = VIEWS["recommended"](make_context(changed, advice, library, SPANISH, "internal"))
    row = next(row for row in found["rows"] if row["id"] == "goal_horizon")
    assert row["because"] == "Porque sí"
    assert 0 < found["answered"] <= found["asked"]
