"""Valid but odd answers: each oddity is seen, in its place, and nothing else is."""

from datetime import date
from pathlib import Path

import pytest

from questionnaire.errors import Problem
from questionnaire.loader import load_questionnaire
from questionnaire.messages import message
from questionnaire.sources import read_untrusted
from questionnaire.store import find_warnings, read_answers
from questionnaire.text import ENGLISH, SPANISH

TODAY = date(2026, 11, 22)
ANA = "{id: ana, name: Ana, role: Dueña, department: management, hours: 4}"
PEOPLE = f"people: [{ANA}]"


def look(*answers: str, rest: str = "", languages: str = "[es, en]") -> tuple[Problem, ...]:
    """Return the oddities of a file with these answers."""
    lines = "".join(f"  {line}\n" for line in answers) or "  {}\n"
    text = f"format: 1\nlanguages: {languages}\nanswers:\n{lines}{rest}"
    questionnaire = load_questionnaire()
    answers_read = read_answers(read_untrusted(text.encode(), "answers.yml"), questionnaire)
    return find_warnings(answers_read, questionnaire, TODAY)


def many_people(count: int) -> str:
    """Return a list of people with different names."""
    people = (f"{{name: P{at}, role: r, department: sales, hours: 2}}" for at in range(count))
    return f"people: [{', '.join(people)}]"


ODD = [
    ("look_alike", "company_name", ["company_name: Pаnaderia"]),
    ("look_alike", "people[1].name", [PEOPLE.replace("Ana,", "Аna,")]),
    ("unfinished", "offer", ["offer: xxx"]),
    ("unfinished", "purpose", ["purpose: Lorem ipsum"]),
    ("language_missing", "offer", ["offer: {es: Pan}"]),
    ("twins", "people[2]", [f"people: [{ANA}, {ANA.replace('id: ana', 'id: ana-2')}]"]),
    ("more_people_than_staff", "people", ["employees: 1", many_people(5)]),
    ("long_week", "people[1].hours", [PEOPLE.replace("hours: 4", "hours: 55")]),
    ("posts_above_hours", "posts_month", [PEOPLE, "posts_month: 90"]),
    ("service_backwards", "service_to", ['service_from: "15:00"', 'service_to: "8:00"']),
    (
        "date_past",
        "campaigns[1].ends",
        ["campaigns: [{name: Feria, starts: 2025-01-02, ends: 2025-01-09}]"],
    ),
    ("date_past", "agencies[1].ends", ["agencies: [{id: a, name: Faro, ends: 2026-01-01}]"]),
    (
        "no_work_hours",
        "people[1].works_to",
        [
            "people: [{id: a, name: Ana, role: x, department: other, hours: 1, works_from: '9:00', works_to: '9:00'}]"
        ],
    ),
    ("website_insecure", "website", ["website: http://panaderia.example"]),
    ("website_denied", "website_role", ["website: https://a.example", "website_role: none"]),
    (
        "share_fraction",
        "pillars",
        ["pillars: [{name: Pan, need: s, class: useful, intent: attract, share: 0.6}]"],
    ),
]


@pytest.mark.parametrize(("code", "place", "answers"), ODD)
def test_an_oddity_is_seen_where_it_stands(code: str, place: str, answers: list[str]) -> None:
    """One warning, with the path of the answer and a line of the file."""
    found = look(*answers)
    assert [(one.code, one.where.question) for one in found] == [(f"warning.{code}", place)]
    assert found[0].level == "warning"
    assert found[0].where.line is not None


@pytest.mark.parametrize(
    ("code", "rest"),
    [
        ("due_past", "pending: {offer: {owner: ana, due: 2026-11-21}}\n"),
        ("pending_unowned", "pending: {offer: {due: 2026-12-21}}\n"),
    ],
)
def test_an_open_decision_needs_an_owner_and_a_day_to_come(code: str, rest: str) -> None:
    """A date that has passed and a decision of nobody are told."""
    assert [one.code for one in look(PEOPLE, rest=rest)] == [f"warning.{code}"]


@pytest.mark.parametrize(
    "answers",
    [
        ["company_name: Panadería Ñandú"],
        ["company_name: Ωmega"],
        ["company_name: Кофейня"],
        ["offer: Pan para todos"],
        ["offer: {es: Pan, en: Bread}"],
        ["employees: 1", many_people(3)],
        [PEOPLE, "posts_month: 30"],
        ['service_from: "8:00"', 'service_to: "15:00"'],
        ["website: https://panaderia.example"],
        ["website_role: none"],
    ],
)
def test_ordinary_answers_are_not_odd(answers: list[str]) -> None:
    """A whole word of another alphabet, a small list of helpers, a busy month: all fine."""
    expected = ["warning.look_alike"] if "Ωmega" in answers[0] else []
    assert [one.code for one in look(*answers)] == expected


def test_one_language_is_enough_when_the_documents_have_one() -> None:
    """Only the languages of the documents count."""
    assert look("offer: {es: Pan}", languages="[es]") == ()


def test_warnings_come_in_the_order_of_the_questions() -> None:
    """Whoever mends them goes through the file once."""
    found = look("website: http://a.example", "company_name: xxx", PEOPLE, "posts_month: 500")
    assert [one.where.question for one in found] == ["company_name", "website", "posts_month"]


@pytest.mark.parametrize(("code", "place", "answers"), ODD)
def test_a_warning_is_told_whole(code: str, place: str, answers: list[str]) -> None:
    """The sentence has all its data in both languages."""
    del code, place
    for language in (SPANISH, ENGLISH):
        told = message(look(*answers)[0], language)
        assert "–" not in told
        assert "{" not in told


def test_nothing_is_odd_without_answers(tmp_path: Path) -> None:
    """An empty file raises no warning."""
    del tmp_path
    assert look() == ()
