"""Who does what, with names."""

from dataclasses import replace

import pytest

from generator.advice.knowledge import RaciData
from generator.advice.ownership import decide_ownership
from generator.advice.raci import assign_roles
from generator.facts import Known, Person
from generator.library import load_library
from questionnaire.loader import load_questionnaire
from tests.unit.generator.advice.companies import (
    GORKA,
    JON,
    LUCIA,
    MARCOS,
    bakery,
    derive,
    service_company,
)
from tests.unit.generator.advice.shapes import list_faults

LIBRARY = load_library()
DATA = LIBRARY.knowledge["raci"]


def assign(facts):
    """Return the rows of a company by activity."""
    rows = assign_roles(facts, decide_ownership(facts, LIBRARY), LIBRARY)
    return {row.activity: row for row in rows}


def test_knowledge_has_the_promised_shape():
    """The file is what the code takes it for; it names roles, activities and questions that exist."""
    assert list(list_faults(RaciData, DATA)) == []
    activities = {activity["id"]: activity for activity in DATA["activities"]}
    assert len(activities) == 17
    assert sum(bool(activity.get("micro")) for activity in activities.values()) <= 8
    cells = [
        *activities.values(),
        *(cells for delta in DATA["deltas"] for cells in delta["rows"].values()),
    ]
    for delta in DATA["deltas"]:
        assert set(delta["rows"]) <= set(activities)
    for cell in cells:
        codes = {cell.get("accountable", "SL")}
        codes |= {
            code for key in ("responsible", "consulted", "informed") for code in cell.get(key, ())
        }
        assert codes <= set(DATA["roles"])
        assert cell.get("accountable") not in DATA["never_accountable"]
    tasks = next(one for one in load_questionnaire().by_id["agencies"].fields if one.id == "tasks")
    offered = {choice.value for choice in tasks.choices}
    assert set(DATA["agency"]["tasks"]) == offered


@pytest.mark.parametrize("make", [bakery, service_company, derive])
def test_every_row_has_one_who_answers_and_one_who_does(make):
    """Exactly one answers, somebody does it, and nobody has two letters but A with R."""
    for row in assign(make()).values():
        assert row.accountable
        assert row.responsible
        rest = (*row.responsible, *row.consulted, *row.informed)
        assert len(rest) == len(set(rest))
        assert row.accountable not in (*row.consulted, *row.informed)
        assert set(row.reads) <= set(load_questionnaire().by_id)


def test_a_bakery_gets_a_short_table():
    """Eight rows at most; the owner answers, the counter does."""
    rows = assign(bakery())
    assert len(rows) <= 8
    assert (rows["publishing"].accountable, rows["publishing"].responsible) == (
        "lucia",
        ("marcos",),
    )
    assert "role:CT" not in rows["strategy"].consulted


def test_nobody_named_is_a_vacant_role():
    """A role that nobody fills is printed as vacant, not given to somebody by guess."""
    row = assign(bakery(people=(LUCIA,), publisher=None))["publishing"]
    assert row.responsible == ("role:CM",)
    assert row.vacant == ("CM",)
    assert "vacant" in row.problems


def test_a_department_without_a_named_person_is_vacant_only_when_needed():
    """Human resources exist: they are asked as a department, but must be named to answer."""
    rows = assign(service_company())
    assert rows["training"].accountable == "role:HR"
    assert rows["training"].vacant == ("HR",)
    assert "role:HR" in rows["crisis"].consulted
    assert rows["crisis"].vacant == ()


def test_customer_service_answers_for_complaints_when_it_leads():
    """With care in the lead, marketing answers for publishing and care for replies."""
    rows = assign(service_company())
    assert rows["publishing"].accountable == "gorka"
    assert rows["replies"].accountable == "miren"


def test_a_person_named_for_it_goes_first():
    """The one who decides in a crisis is whom the company named."""
    assert assign(service_company(crisis_decider="jon"))["crisis"].accountable == "jon"


def test_the_agency_does_and_never_answers():
    """An agency appears only where it was given the task."""
    agency = {"id": "faro", "name": "Faro", "tasks": ("content", "ads")}
    rows = assign(service_company(agency=True, agencies=(agency,)))
    assert "role:AG" in rows["publishing"].responsible
    assert "role:AG" not in rows["replies"].responsible
    assert "role:AG" in rows["crisis"].informed
    assert all(row.accountable != "role:AG" for row in rows.values())
    assert not any("role:AG" in row.responsible for row in assign(service_company()).values())


def test_an_outside_reviewer_is_no_vacancy():
    """A firm that reviews law fills the role without a person of the company."""
    row = assign(service_company(legal_reviewer="Bufete Ría"))["legal"]
    assert row.accountable == "role:LG"
    assert row.vacant == ()


def test_rows_that_do_not_apply_are_left_out():
    """A company that pays for no promotion has no row for it."""
    assert "paid" not in assign(service_company(paid=False))
    assert "paid" in assign(service_company(paid=True))


def test_approving_one_s_own_posts_is_a_problem():
    """Somebody else approves, except in a company of one without special rules."""
    assert "approves_own" in assign(bakery(approver="marcos"))["approval"].problems
    assert "approves_own" not in assign(bakery())["approval"].problems
    alone = {"people": (LUCIA,), "publisher": "lucia", "replier": "lucia"}
    assert "approves_own" not in assign(bakery(**alone))["approval"].problems
    assert "approves_own" in assign(bakery(**alone, regulated=("health",)))["approval"].problems


def test_access_needs_two_people():
    """One single holder of the keys is a problem, a vacant second one too."""
    alone = bakery(people=(LUCIA,), publisher="lucia", replier="lucia")
    assert "single_admin" in assign(alone)["access"].problems
    assert "single_admin" not in assign(bakery(substitute="lucia"))["access"].problems


def test_accounts_of_several_departments_have_their_owners():
    """In a hub each account's owner answers for what it publishes."""
    accounts = tuple(
        {"id": one["id"], "platform": "x", "handle": "@a", "owner": one["id"]}
        for one in (JON, GORKA)
    )
    facts = service_company(
        employees=400, publishing_units=5, accounts=accounts, people=(LUCIA, JON, GORKA, MARCOS)
    )
    assert decide_ownership(facts, LIBRARY).topology.winner == "hub"
    assert assign(facts)["publishing"].accountable == "role:DE"


def test_an_owner_set_by_the_company_answers():
    """One cell a row, so nobody can name two; the person leaves the lower letters."""
    facts = service_company(raci_overrides={"paid": {"accountable": JON["id"]}}, paid=True)
    row = assign(facts)["paid"]
    assert row.accountable == JON["id"]
    assert JON["id"] not in (*row.responsible, *row.consulted, *row.informed)
    assert "raci_overrides" in row.reads


def test_an_owner_from_the_agency_is_not_followed():
    """An agency carries out; the proposed person stays."""
    outsider = Person("faro", "Faro", "agencia", "agency", 5)
    changed = {"raci_overrides": {"publishing": {"accountable": "faro"}}}
    facts = service_company()
    plain = assign(facts)["publishing"].accountable
    facts = replace(
        facts,
        people=(*facts.people, outsider),
        by_id={**facts.by_id, "raci_overrides": Known("raci_overrides", changed["raci_overrides"])},
    )
    assert assign(facts)["publishing"].accountable == plain


def test_the_rows_of_the_question_are_the_activities():
    """Each activity can be given to somebody else, and is called the same."""
    rows = load_questionnaire().by_id["raci_overrides"].rows
    assert [one.value for one in rows] == [one["id"] for one in DATA["activities"]]
    assert [dict(one.text.by_language) for one in rows] == [
        dict(one["label"]) for one in DATA["activities"]
    ]
