"""Who meets, what it costs, the shared tools and the audit."""

from collections.abc import Callable
from typing import Any

from generator.handbook.context import ViewContext
from generator.handbook.views import meetings
from tests.unit.generator.handbook.views.test_governance import LARGE

Look = Callable[..., ViewContext]


def account(handle: str, owner: str, goal: str = "sales") -> dict[str, object]:
    """Return one account in use."""
    return {
        "id": handle,
        "platform": "instagram",
        "handle": handle,
        "owner": owner,
        "status": "active",
        "goal": goal,
        "replies": True,
    }


ACCOUNTS = (account("uno", "noa"), account("dos", "pau", "service"), account("tres", "eva"))


def view(context: ViewContext) -> Any:
    """Return the section, of which tests read many keys."""
    return meetings.view(context)


def test_a_committee_comes_with_a_weekly_and_a_style_meeting(look: Look) -> None:
    """Several owners of accounts look at style every two weeks."""
    rows = view(look(**LARGE, accounts=ACCOUNTS))["rows"]
    ids = [row["id"] for row in rows]
    assert ids == ["content", "style", "figures", "committee", "quarter", "crisis"]
    style = rows[1]
    assert style["who"] == "Noa Gil, Pau Roca y Eva Sanz"
    assert not rows[-1]["regular"]


def test_without_a_committee_few_meet(look: Look) -> None:
    """A workshop of one has one meeting for content and style, on its first service day."""
    found = view(look())
    assert found["rows"][0]["id"] == "few"
    assert found["first"]["when"] == "cada dos semanas, lunes"


def test_the_cost_is_people_times_time(look: Look) -> None:
    """One person: half an hour twice a month, 45 minutes, and half an hour of the quarter."""
    found = view(look())
    assert found["cost"] == "2 horas"
    assert found["part"] == "18\u00a0%"


def test_the_account_of_the_first_goal_posts_first(look: Look) -> None:
    """Service is the first goal: its account leads although it isn't the first of the list."""
    assert view(look(**LARGE, accounts=ACCOUNTS))["main_account"] == "Instagram: dos"


def test_the_sample_is_spread_over_the_accounts(look: Look) -> None:
    """Twenty over three accounts are six or seven from each; judged by who doesn't write."""
    found = view(look(**LARGE, accounts=ACCOUNTS))
    assert found["split"] == "6 o 7"
    assert found["judge"] == "Iria Díaz"


def test_a_missing_inbox_is_asked_for_only_where_it_is_needed(look: Look) -> None:
    """380 messages a week need one; twenty don't."""
    assert "buzón" in view(look(**LARGE, accounts=ACCOUNTS, tools=("sheet",)))["wanted"]
    assert view(look(tools=("sheet",)))["wanted"] == ""


def test_nobody_named_leaves_open_rows(look: Look) -> None:
    """Without people the meetings stand and nobody is made up."""
    found = view(look(people=None, sponsor=None, publisher=None, replier=None))
    assert found["cost"] == found["judge"] == found["split"] == ""
    assert {row["who"] for row in found["rows"]} == {"decisión pendiente"}
