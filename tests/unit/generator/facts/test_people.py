"""People and accounts as objects."""

from datetime import date, time

from generator.facts.people import (
    COUNTERPART,
    find_holder,
    list_accounts,
    list_agencies,
    list_people,
    select_live,
    select_orphans,
)
from questionnaire.text import Text

ROLE = Text({"es": "Directora", "en": "Director"})


def test_people_keep_a_role_in_two_languages():
    """A role written per language stays so; what is missing has a plain default."""
    (person,) = list_people(({"id": "ana", "name": "Ana", "role": ROLE, "hours": 3},))
    assert (person.name, person.role, person.hours) == ("Ana", ROLE, 3.0)
    assert (person.department, person.email, person.phone) == ("other", None, None)


def test_an_account_is_active_until_said_otherwise():
    """Without a status an account counts as active; yes and no stay apart from unanswered."""
    (account,) = list_accounts(({"id": "a", "platform": "x", "handle": "@a", "two_factor": False},))
    assert (account.status, account.owner) == ("active", None)
    assert (account.two_factor, account.company_email) == (False, None)


def test_closing_accounts_are_neither_live_nor_orphans():
    """What is being closed needs no owner."""
    accounts = list_accounts(
        ({"id": "a", "owner": "ana"}, {"id": "b", "status": "closing"}, {"id": "c"})
    )
    assert [one.id for one in select_live(accounts)] == ["a", "c"]
    assert [one.id for one in select_orphans(accounts)] == ["c"]


def test_no_group_no_items():
    """An open question gives no people and no accounts."""
    assert list_people(None) == ()
    assert list_accounts("nobody") == ()


def test_a_person_carries_hours_substitute_and_languages():
    """What nobody said stays unsaid."""
    said = {"works_from": time(9), "substitute": "ben", "languages": ("es", "eu")}
    ana, ben = list_people(({"id": "ana", "name": "Ana", **said}, {"id": "ben", "name": "Ben"}))
    assert (ana.works_from, ana.works_to, ana.substitute) == (time(9), None, "ben")
    assert ana.languages == ("es", "eu")
    assert (ben.works_from, ben.substitute, ben.languages) == (None, None, ())


def test_agencies_come_with_what_is_known_of_them():
    """Tasks, counterpart, access and end are optional."""
    faro, mar = list_agencies(
        (
            {"id": "faro", "name": "Faro", "tasks": ("ads",), "ends": date(2027, 6, 30)},
            {"id": "mar", "name": "Mar", "counterpart": "ana", "access": "partner"},
        )
    )
    assert (faro.tasks, faro.counterpart, faro.ends) == (("ads",), None, date(2027, 6, 30))
    assert (mar.tasks, mar.counterpart, mar.access) == ((), "ana", "partner")


class _Said(dict[str, object]):
    """Answers by question."""

    def value(self, question: str, default: object = None) -> object:
        """Return an answer."""
        return self.get(question, default)


def test_whoever_directs_an_agency_stands_in_the_list():
    """The first agency that names somebody; other roles are questions of their own."""
    facts = _Said(agencies=({"id": "a"}, {"id": "b", "counterpart": "ana"}), sponsor="ben")
    assert find_holder(facts, COUNTERPART) == "ana"
    assert find_holder(facts, "sponsor") == "ben"
    assert find_holder(_Said(), COUNTERPART) is None
