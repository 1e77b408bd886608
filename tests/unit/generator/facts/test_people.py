"""People and accounts as objects."""

from generator.facts.people import list_accounts, list_people, select_live, select_orphans
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
