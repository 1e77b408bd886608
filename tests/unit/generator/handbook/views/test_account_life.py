"""The life of an account: what stops an opening, who would receive what, and what waits for whom."""

from collections.abc import Callable, Mapping

from generator.handbook.context import ViewContext
from generator.handbook.views.access import view as access_view
from generator.handbook.views.account_life import view
from generator.library import load_library
from questionnaire.text import ENGLISH

Look = Callable[..., ViewContext]
ANA = {"id": "ana", "name": "Ana Ruiz", "role": "owner", "department": "management", "hours": 3.0}
LEO = {**ANA, "id": "leo", "name": "Leo Paz"}
USED = {
    "id": "insta",
    "platform": "instagram",
    "handle": "@shop",
    "owner": "ana",
    "status": "active",
}
LOST = {"id": "old", "platform": "x", "handle": "@old", "status": "unknown"}


def _show(look: Look, *accounts: Mapping[str, object], **changes: object) -> Mapping[str, object]:
    return view(look(ENGLISH, people=(ANA, LEO), accounts=accounts, **changes))


def _rows(found: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    rows = found[key]
    assert isinstance(rows, list)
    return rows


def test_a_lost_account_stops_every_opening(look: Look) -> None:
    """It is named with its network, with the day by which it is settled."""
    found = _show(look, USED, LOST)
    assert (found["frozen"], found["lost_names"]) == (True, "X (formerly Twitter): @old")
    assert found["recover_by"] == "6 December 2026"
    assert _show(look, USED)["frozen"] is False


def test_whoever_leaves_has_an_heir_or_the_page_says_so(look: Look) -> None:
    """A backup receives the account; without one, or with oneself, nobody does."""
    heirs = _rows(_show(look, {**USED, "backup": "leo"}), "holders")
    assert [(row["heirs"], row["open"]) for row in heirs] == [("Leo Paz", False)]
    bare = _rows(_show(look, {**USED, "backup": "ana"}), "holders")
    assert [row["heirs"] for row in bare] == ["nobody receives Instagram: @shop"]


def test_two_accounts_of_one_person_stand_together(look: Look) -> None:
    """One row a person, however many accounts."""
    second = {**USED, "id": "fb", "platform": "facebook", "handle": "Shop", "backup": "leo"}
    row = _rows(_show(look, USED, second), "holders")[0]
    assert row["accounts"] == "Instagram: @shop and Facebook: Shop"
    assert row["heirs"] == "Leo Paz; nobody receives Instagram: @shop"


def test_what_is_not_in_use_waits_with_a_person_and_a_day(look: Look) -> None:
    """Its owner, or whoever authorises; an account in use isn't in the table."""
    asleep = {**USED, "id": "pin", "platform": "pinterest", "status": "dormant", "owner": "leo"}
    rows = _rows(_show(look, USED, asleep, LOST, opening_approver="ana"), "waiting")
    assert [(row["state"], row["who"]) for row in rows] == [
        ("dormant", "Leo Paz"),
        ("nobody knows who runs it", "Ana Ruiz"),
    ]
    assert all(row["due"] for row in rows)


def test_the_badge_is_asked_for_only_where_it_is_missing(look: Look) -> None:
    """And each network in use says how it gives one."""
    assert _show(look, USED, verified_accounts="some")["badge_wanted"] is True
    assert _show(look, USED, verified_accounts="not_offered")["badge_wanted"] is False
    assert [row["network"] for row in _rows(_show(look, USED, LOST), "badges")] == ["Instagram"]


def test_the_texts_are_ready_to_send(look: Look) -> None:
    """Signed by name, with nothing of ours left to fill in."""
    found = _show(look, USED, opening_approver="leo")
    texts = [str(row["text"]) for row in _rows(found, "refusals")]
    assert "Leo Paz" in texts[0]
    assert not any("{" in one for one in texts)


def test_the_days_are_those_of_the_register(look: Look) -> None:
    """The register and this page may not give two dates for one lost account."""
    knowledge = load_library().knowledge
    gaps = knowledge["registry"]["gaps"]
    assert isinstance(gaps, list)
    days = {row["days"] for row in gaps if row["stops"]}
    assert days == {knowledge["account_life"]["recover_days"]}
    due = {row["due"] for row in _rows(access_view(look(ENGLISH, accounts=(LOST,))), "gaps")}
    assert _show(look, LOST)["recover_by"] in due
