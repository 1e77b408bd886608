"""Who is taught what before which access."""

from generator.advice.training import plan_training
from generator.library import load_library
from tests.unit.generator.advice.companies import bakery, derive, service_company

LIBRARY = load_library()
WELCOME = ("purpose", "commercial", "voice", "complaints")


def by_id(rows, key="id"):
    """Return rows by one of their fields."""
    return {getattr(one, key): one for one in rows}


def test_the_welcome_comes_first_and_every_editor_takes_it():
    """S3.2, S3.4, S3.23: purpose, commercial strategy, message and negative comments."""
    training = plan_training(service_company(), LIBRARY)
    assert tuple(one.id for one in training.modules[:4]) == WELCOME
    editors = [one for one in training.people if one.tier == "editor"]
    assert [one.person for one in editors] == ["gorka", "miren"]
    assert all(set(WELCOME) <= set(one.modules) for one in editors)


def test_nobody_without_a_part_is_taught():
    """Jon holds no role: the plan leaves him alone."""
    assert "jon" not in by_id(plan_training(service_company(), LIBRARY).people, "person")


def test_an_owner_of_an_account_is_an_editor():
    """Whoever has keys is taught what keys need."""
    account = {"id": "ig", "platform": "instagram", "handle": "@x", "owner": "jon"}
    people = by_id(plan_training(service_company(accounts=(account,)), LIBRARY).people, "person")
    assert people["jon"].tier == "editor"
    assert "security" in people["jon"].modules


def test_hard_questions_are_put_by_somebody_else():
    """The spokesperson who also runs accounts takes the module, and another person gives it."""
    facts = service_company(spokesperson="miren")
    camera = by_id(plan_training(facts, LIBRARY).modules)["camera"]
    assert "miren" in camera.people
    assert camera.teacher == "lucia"


def test_a_course_takes_longer_than_a_talk():
    """The answer decides the minutes; nothing answered counts as a talk."""
    talk, course = (
        plan_training(service_company(training=answer), LIBRARY)
        for answer in (None, "course_before_access")
    )
    assert talk.kind == ""
    assert 0 < talk.minutes < course.minutes


def test_whoever_approves_reads_newcomers():
    """The approver, or else whoever has the last word."""
    assert plan_training(bakery(), LIBRARY).reviewer == "lucia"
    assert plan_training(derive(), LIBRARY).reviewer is None


def test_an_empty_company_keeps_its_modules():
    """Nobody to teach: the modules stand, without people or teacher."""
    training = plan_training(derive(), LIBRARY)
    assert training.minutes == 0
    assert all(not one.people and one.teacher is None for one in training.modules)
