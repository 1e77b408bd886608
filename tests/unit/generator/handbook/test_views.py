"""The sections of the view: words, numbers and names ready to print."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.advice.model import Advice
from generator.facts.model import Facts
from generator.handbook.context import make_context
from generator.handbook.model import Edition
from generator.handbook.views import VIEWS
from generator.handbook.views.dates import add_months
from generator.handbook.views.laws import TOPICS
from generator.library import Library
from questionnaire.text import ENGLISH, LANGUAGES, SPANISH, Language

Section = Callable[..., Any]


@pytest.fixture
def section(facts: Facts, advice: Advice, library: Library) -> Section:
    """Return a function that builds one section."""

    def build(
        name: str,
        language: Language = SPANISH,
        edition: Edition = "internal",
        known: Facts | None = None,
    ) -> Any:
        return VIEWS[name](make_context(known or facts, advice, library, language, edition))

    return build


def test_a_known_answer_has_text_and_value(section: Section) -> None:
    """The text is localised, the value is the code."""
    found = section("a")["sector"]
    assert found["known"]
    assert found["value"] == "retail"
    assert found["text"] not in ("", "retail")


def test_an_open_answer_says_what_it_takes_to_decide(section: Section) -> None:
    """Who decides, until when, and what is at stake."""
    found = section("a")["flagship"]
    assert (found["known"], found["text"]) == (False, "decisión pendiente")
    assert found["pending"]["owner"] == "Ana Ruiz"
    assert found["pending"]["due"] == "22 de diciembre de 2026"
    assert found["pending"]["stake"]


def test_an_answer_that_does_not_apply_is_not_a_decision(section: Section) -> None:
    """No agency, so nobody deals with it."""
    assert section("a")["agencies"]["asked"] is False
    assert section("who")["agency_counterpart"]["name"] == "no se aplica"


def test_groups_become_rows_of_texts(section: Section) -> None:
    """Every field of every item, its code beside it."""
    row = section("a")["values"]["items"][0]
    assert (row["name"], row["behaviour"]) == ("Claro", "Decimos el precio")
    person = section("a", ENGLISH)["people"]["items"][0]
    assert person["department_code"] == "management"
    assert person["department"].startswith("Management")


def test_every_answer_has_the_same_keys(section: Section) -> None:
    """Prose may name any of them without asking first."""
    keys = {tuple(sorted(entry)) for entry in section("a").values()}
    assert len(keys) == 1


def test_the_public_edition_has_no_phone_numbers(section: Section) -> None:
    """Not in the roles, not in the team, not in the answers."""
    assert section("who")["sponsor"]["phone"] == "600 000 000"
    for name in ("a", "who", "team", "escalation"):
        assert "600 000 000" not in repr(section(name, SPANISH, "public"))


def test_decisions_come_essential_first_and_then_by_date(section: Section) -> None:
    """Each has an owner and a date."""
    found = section("decisions")
    tiers = [row["tier_code"] for row in found["rows"]]
    assert tiers == sorted(tiers, key=["essential", "standard", "deep"].index)
    assert found["total"] == len(tiers) == found["required"] + found["optional"]
    assert all(row["owner"] and row["due"] and row["stake"] for row in found["rows"])


def test_findings_are_filled_with_their_values(section: Section) -> None:
    """Numbers as the language writes them; the answers read stand in words."""
    row = section("findings", ENGLISH)["rows"][0]
    assert row["message"] == "3 posts too many"
    assert (row["level"], row["level_text"]) == ("warning", "better mended")
    assert len(row["answers"]) == 1


def test_ownership_says_who_why_and_what_would_change_it(section: Section) -> None:
    """The winner, the runner-up, the reasons and the flip, all in words."""
    found = section("ownership")
    assert found["person"] == "Ana Ruiz"
    assert found["decision"]["reasons"] == ["trabajan 4 personas"]
    assert found["decision"]["reasons_text"] == "trabajan 4 personas"
    assert found["decision"]["flip"].startswith("Las dirigiría marketing si trabajaran entre 50")
    assert found["topology"]["rejected"][0]["reason"]
    assert found["topology"]["options"][0]["winner"]


def test_raci_rows_have_names(section: Section) -> None:
    """A person by name, an activity by its label."""
    row = section("raci")["rows"][0]
    assert (row["accountable"], row["activity"]) == ("Ana Ruiz", "Crear y publicar")
    assert section("raci")["people"][0]["responsible"] == ["Crear y publicar"]


def test_clocks_are_said_in_words(section: Section) -> None:
    """Targets count service time, escalation the clock on the wall."""
    assert section("targets")["by"]["P1"]["acknowledge"] == "1 h"
    assert section("escalation")["by"]["L3"]["within"] == "30 min"


def test_an_objective_says_what_it_lacks(section: Section) -> None:
    """A missing figure is an open decision, not a blank."""
    row = section("objectives")["rows"][0]
    assert (row["target"], row["missing"]) == ("decisión pendiente", "la cifra")
    assert row["due"] == "1 de junio de 2027"


def test_channels_are_sorted_by_what_to_do(section: Section) -> None:
    """One list for each decision."""
    found = section("channels")
    assert [row["platform"] for row in found["keep"]] == ["Instagram"]
    assert found["park"][0]["reasons_text"].count(" y ") == 1


def test_service_without_hours_is_open(section: Section) -> None:
    """Days are known, hours are not: the sentence isn't made up."""
    found = section("service")
    assert found["days"] == "de lunes a sábado"
    assert (found["known"], found["text"]) == (False, "decisión pendiente")


def test_laws_are_those_of_the_company(section: Section) -> None:
    """Spain and the Union, nothing else; every topic can be asked for."""
    found = section("laws")
    assert {row["jurisdiction_code"] for row in found["rows"]} == {"ES", "EU"}
    assert set(found["by_topic"]) == set(TOPICS)
    assert all(row["checked"] and row["title"] and row["text"] for row in found["rows"])


def test_the_team_knows_its_roles(section: Section) -> None:
    """Role pages start from here."""
    row = section("team")["rows"][0]
    assert {"lead", "sponsor", "publisher", "replier"} <= set(row["role_codes"])
    assert section("team")["any_vacant"]


def test_the_chart_shows_one_box_per_person(section: Section) -> None:
    """Ana fills four roles and is one person."""
    boxes = section("drawings")["org"]["boxes"]
    assert [box["name"] for box in boxes].count("Ana Ruiz") == 1
    assert boxes[-1]["vacant"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", VIEWS)
def test_no_section_fails_when_nothing_is_known(
    section: Section, derive: Callable[..., Facts], name: str, language: Language
) -> None:
    """A draft always builds, even from an empty file."""
    blank = dict.fromkeys(
        ("company_name", "employees", "goals", "people", "jurisdictions", "service_days", "values")
    )
    assert section(name, language, "public", derive(**blank)) is not None


@pytest.mark.parametrize("name", VIEWS)
def test_both_languages_have_the_same_keys(section: Section, name: str) -> None:
    """Prose in one language may use whatever prose in the other does."""

    def keys(value: object) -> object:
        return {key: keys(one) for key, one in value.items()} if isinstance(value, dict) else None

    assert keys(section(name, SPANISH)) == keys(section(name, ENGLISH))


def test_a_month_later_is_never_past_the_end_of_the_month() -> None:
    """31 August and six months is the end of February."""
    assert add_months(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert add_months(date(2026, 11, 22), 12) == date(2027, 11, 22)
