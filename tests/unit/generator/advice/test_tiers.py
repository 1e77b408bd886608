"""How much care each account is given."""

import pytest

from generator.advice.tiers import rank_accounts
from generator.library import load_library
from tests.unit.generator.advice.companies import bakery, derive

LIBRARY = load_library()
GOOD = {
    "id": "a", "platform": "instagram", "handle": "@a", "status": "active",
    "goal": "sales", "replies": True, "evidence": "data",
}  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "tier"),
    [
        ({}, "A"),
        ({"goal": "loyalty"}, "B"),
        ({"evidence": "assumption"}, "B"),
        ({"goal": "hiring"}, "B"),
        ({"goal": None, "evidence": "none"}, "C"),
        ({"status": "dormant"}, "C"),
        ({"status": "closing"}, "C"),
    ],
)
def test_goal_replies_public_and_status_decide(changes, tier):
    """Three points for the first goal, two for another or for answering, one for a known public."""
    facts = bakery(accounts=({**GOOD, **changes},))
    assert rank_accounts(facts, LIBRARY)[0].tier == tier


def test_what_counted_is_kept():
    """The rules behind a level can be shown; an account with nothing says so."""
    facts = bakery(
        accounts=(GOOD, {**GOOD, "id": "b", "goal": None, "replies": False, "evidence": None})
    )
    ranked = rank_accounts(facts, LIBRARY)
    assert ranked[0].rules == ("first_goal", "replies", "evidence")
    assert (ranked[1].tier, ranked[1].points) == ("C", 0)


def test_no_accounts_have_no_levels():
    """Nothing to rank is not a fault."""
    assert rank_accounts(derive(), LIBRARY) == ()
