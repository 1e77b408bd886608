"""The inputs of the ownership rules, coded from answers (domain reference B.4)."""

from datetime import date, time

import pytest

from generator.facts import derive_facts
from questionnaire.answers import Answer, Answers, Status
from questionnaire.loader import load_questionnaire

ACCOUNT = {"id": "ig", "platform": "instagram", "handle": "@a"}


def derive(**values):
    """Return the facts of a company that gave these answers and no others."""
    questionnaire = load_questionnaire()
    by_id = {name: Answer(Status.ANSWERED, value) for name, value in values.items()}
    return derive_facts(questionnaire, Answers("q", "1", ("es",), by_id), date(2026, 11, 22))


def make_person(name, hours, department="other"):
    """Return one person of the list."""
    return {"id": name, "name": name, "role": "r", "department": department, "hours": hours}


@pytest.mark.parametrize(
    ("question", "value", "field", "code"),
    [
        ("employees", 9, "employees", 0),
        ("employees", 10, "employees", 1),
        ("employees", 249, "employees", 2),
        ("employees", 999, "employees", 3),
        ("employees", 1000, "employees", 4),
        ("publishing_units", 1, "units", 0),
        ("publishing_units", 3, "units", 1),
        ("publishing_units", 9, "units", 3),
        ("inbound_volume", 24, "volume", 0),
        ("inbound_volume", 149, "volume", 1),
        ("inbound_volume", 700, "volume", 3),
        ("openness", "closed", "openness", 0),
        ("openness", "very_open", "openness", 3),
        ("autonomy", "high", "autonomy", 2),
        ("expertise", "much", "expertise", 2),
        ("regulated", ("none",), "regulation", 0),
        ("regulated", ("food_claims", "alcohol"), "regulation", 1),
        ("regulated", ("food_claims", "health"), "regulation", 2),
        ("maturity", ("none",), "maturity", 0),
        ("maturity", ("written_policy", "crisis_plan"), "maturity", 2),
    ],
)
def test_answers_become_codes(question, value, field, code):
    """Every band begins and ends where the table of inputs says."""
    sizing = derive(**{question: value}).sizing
    assert getattr(sizing, field) == code
    assert field not in sizing.assumed


def test_open_questions_take_the_neutral_code():
    """Without an answer the base case of the golden tests holds, and it is marked as assumed."""
    sizing = derive().sizing
    assert (sizing.employees, sizing.maturity, sizing.openness, sizing.complaints) == (1, 1, 1, 1)
    assert sizing.business == "product"
    assert {"employees", "goals", "has.marketing", "regulation"} <= sizing.assumed


def test_a_sponsor_exists_only_when_named():
    """An open sponsor is not assumed: it is the thing asked."""
    assert derive().sizing.sponsor == 0
    assert derive(people=(make_person("ana", 1),), sponsor="ana").sizing.sponsor == 1


def test_goals_weigh_by_rank():
    """The first goal weighs 3, the second 2, the third 1, the rest nothing."""
    goals = derive(goals=("service", "sales", "hiring")).sizing.goals
    assert {name: weight for name, weight in goals.items() if weight} == {
        "service": 3,
        "sales": 2,
        "hiring": 1,
    }


def test_hours_become_posts():
    """Half of a week of 37.5 hours makes the first band, two weeks the second."""
    one = derive(people=(make_person("a", 18.75),)).sizing
    two = derive(people=(make_person("a", 37.5), make_person("b", 37.5))).sizing
    assert (one.staff, two.staff) == (1, 2)
    assert two.figures["staff"] == 75


def test_only_accounts_that_can_be_found_count():
    """Planned and closing accounts are not live."""
    accounts = tuple({**ACCOUNT, "id": str(n), "status": "active"} for n in range(4))
    closing = (
        {**ACCOUNT, "id": "x", "status": "closing"},
        {**ACCOUNT, "id": "y", "status": "planned"},
    )
    sizing = derive(accounts=accounts[:3] + closing).sizing
    assert (sizing.accounts, sizing.figures["accounts"]) == (0, 3)
    assert derive(accounts=accounts).sizing.accounts == 1


def test_orphans_are_told_from_a_skipped_field():
    """An account without owner among owned ones is an orphan; a list without any owner says nothing."""
    owned = {**ACCOUNT, "owner": "ana"}
    lost = {**ACCOUNT, "id": "x"}
    assert derive(accounts=(lost,)).sizing.orphans == 0
    assert derive(accounts=(owned, lost)).sizing.orphans == 1
    assert derive(accounts=({**ACCOUNT, "status": "unknown"},)).sizing.orphans == 1
    assert derive(accounts=(owned,), orphan_accounts=True).sizing.orphans == 1


def test_the_sector_speaks_while_regulation_is_open():
    """A bank is regulated until it says otherwise; its business is a service."""
    assert derive(sector="bank_insurance").sizing.regulation == 2
    assert derive(sector="bank_insurance").sizing.business == "service"
    assert derive(sector="bank_insurance", regulated=("none",)).sizing.regulation == 0


def test_departments_follow_people_until_answered():
    """A small shop has no departments unless somebody works in one; an answer decides."""
    people = (make_person("ana", 5, "marketing"),)
    assert derive(employees=4, people=people).sizing.has["marketing"]
    assert not derive(employees=4, people=people).sizing.has["communications"]
    assert derive(employees=60).sizing.has["communications"]
    assert not derive(employees=60, departments=("hr",)).sizing.has["communications"]


def test_capacity_is_arithmetic():
    """Eight photos a month and 20 messages a week, by the starting values of effort."""
    facts = derive(
        people=(make_person("a", 3), make_person("b", 2)),
        posts_month=8,
        formats=("photo",),
        inbound_volume=20,
        complaint_share="under_10",
    )
    assert facts.capacity.available == 5
    assert facts.capacity.publishing == pytest.approx(8 / 4.33 * 1.5 * 1.2)
    assert facts.capacity.replying == pytest.approx(20 * 6 * 1.25 / 60)
    assert facts.capacity.share == pytest.approx(facts.capacity.needed / 5)


def test_service_hours():
    """Days come as ISO numbers and the hours of the week add up."""
    service = derive(service_days=("mon", "sat"), service_from=time(8), service_to=time(15)).service
    assert (service.days, service.hours_a_week) == ((1, 6), 14)
    assert derive().service.hours_a_week == 0
