"""Who gets in: the state of each rule, the least permission, the moves and the agency's end."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.advice.model import Advice
from generator.facts.model import Facts
from generator.handbook.context import make_context
from generator.handbook.views import security
from generator.library import Library
from questionnaire.text import ENGLISH

Show = Callable[..., Any]
ANA = {"id": "ana", "name": "Ana Ruiz", "role": "owner", "department": "management", "hours": 3.0}
LEO = {**ANA, "id": "leo", "name": "Leo Paz"}
ACCOUNT = {
    "id": "insta", "platform": "instagram", "handle": "@taller", "owner": "ana", "backup": "leo",
    "status": "active", "replies": True, "company_email": True, "two_factor": True, "admins": 2,
}  # fmt: skip


@pytest.fixture
def show(derive: Callable[..., Facts], advice: Advice, library: Library) -> Show:
    """Return a function that builds the section for a company with some answers changed."""

    def build(**changes: object) -> Any:
        answers = {"people": (ANA, LEO), "accounts": (ACCOUNT,), **changes}
        return security.view(make_context(derive(**answers), advice, library, ENGLISH, "internal"))

    return build


def _states(found: Any) -> list[bool]:
    return [row["done"] for row in found["rules"]]


def test_what_is_in_place_has_no_date(show: Show) -> None:
    """Mailbox, administrators and second factor hold; nobody said the rest."""
    found = show()
    assert _states(found) == [True, True, True, False, False, False, False]
    assert found["open"] == 4
    assert [row["due"] == "–" for row in found["rules"]] == _states(found)


def test_an_account_that_fails_is_counted(show: Show) -> None:
    """One of two has no second factor, and one is administered by one person."""
    weak = {**ACCOUNT, "id": "x", "handle": "@x", "two_factor": False, "admins": 1}
    rules = show(accounts=(ACCOUNT, weak))["rules"]
    assert rules[1]["state"] == "a single one in 1 account"
    assert rules[2]["state"] == "missing in 1 account"


def test_what_nobody_said_is_to_be_checked(show: Show) -> None:
    """Silence about an account isn't a yes."""
    silent = {key: ACCOUNT[key] for key in ("id", "platform", "handle", "status", "replies")}
    assert show(accounts=(silent,))["rules"][0]["state"] == "to be checked"


def test_nobody_has_a_permission_twice(show: Show) -> None:
    """Ana administers, so she isn't listed again for posting and replying."""
    row = show(substitute="leo")["matrix"][0]
    assert (row["admins"], row["posts"], row["replies"]) == ("Ana Ruiz and Leo Paz", "–", "–")
    alone = show(accounts=({**ACCOUNT, "owner": "leo", "backup": None},))["matrix"][0]
    assert (alone["admins"], alone["posts"], alone["replies"]) == (
        "Leo Paz",
        "Ana Ruiz",
        "Ana Ruiz",
    )
    assert alone["admins_short"]


def test_accounts_with_the_same_people_share_a_row(show: Show) -> None:
    """One line for both."""
    other = {**ACCOUNT, "id": "face", "platform": "facebook", "handle": "Taller"}
    assert len(show(accounts=(ACCOUNT, other))["matrix"]) == 1


def test_agencies_get_the_permissions_of_their_tasks(show: Show) -> None:
    """Posting and ads, and nothing else."""
    one = {"id": "faro", "name": "Faro", "tasks": ("publishing", "strategy")}
    two = {"id": "mar", "name": "Mar", "tasks": ("ads",)}
    found = show(agency=True, agencies=(one, two))
    assert found["agency_role"] == [
        "posting, not administering",
        "advertiser in the ad account",
    ]
    assert show()["agency_role"] == []


def test_a_leaver_s_hours_are_the_company_s(show: Show) -> None:
    """The clock of the answers stands in the table and nothing is left to fill in."""
    found = show(leavers_hours=4)
    assert found["moves"][2]["clock"] == "4 hours"
    assert not any("{" in text for row in found["moves"] for text in row.values())
