"""Channel scores, decisions and the data behind them."""

from dataclasses import replace

import pytest

from generator.advice.channels import advise_channels
from generator.facts.model import Capacity
from generator.library import load_library
from tests.unit.generator.advice.sound_company import ACCOUNT, PENDING, make_facts


def advise_one(account, **changes):
    """Return the advice on one account."""
    return advise_channels(make_facts(accounts=(account,), **changes), load_library())[0]


def test_a_channel_with_evidence_people_and_fit_is_kept():
    """The account in order scores high and its goals are told."""
    advice = advise_one(ACCOUNT)
    assert advice.decision == "keep"
    assert advice.score >= 85
    assert advice.goals == ("sales", "loyalty")
    assert "evidence_data" in advice.reasons


def test_evidence_weighs_most():
    """From data to nothing the same account loses forty points."""
    scores = [
        advise_one(replace(ACCOUNT, evidence=evidence)).score
        for evidence in ("data", "customers_told_us", "assumption", "none")
    ]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] - scores[-1] == 40


def test_an_account_without_owner_is_never_kept():
    """Somebody must answer for it first."""
    advice = advise_one(replace(ACCOUNT, owner=None, backup=None, status="unknown"))
    assert advice.decision == "park"
    assert {"no_owner", "no_backup", "status_unknown"} <= set(advice.reasons)


def test_a_wanted_platform_waits_for_evidence_and_people():
    """Wanting isn't a reason to open."""
    found = advise_channels(make_facts(wanted_platforms=("tiktok",)), load_library())
    tiktok = next(advice for advice in found if advice.platform == "tiktok")
    assert (tiktok.decision, tiktok.account) == ("park", None)


def test_a_planned_account_with_everything_may_start():
    """Evidence, two people and hours open the door."""
    assert advise_one(replace(ACCOUNT, status="planned")).decision == "start"
    tight = advise_one(replace(ACCOUNT, status="planned"), capacity=Capacity(10, 6, 3.5))
    assert tight.decision == "park"
    assert "hours_short" in tight.reasons


def test_the_weakest_publishing_channel_rests_when_the_plan_is_too_big():
    """More plan than hours: one channel rests, and never the inbox."""
    accounts = (
        ACCOUNT,
        replace(ACCOUNT, id="tt", platform="tiktok", handle="@tt", evidence="customers_told_us"),
        replace(ACCOUNT, id="wa", platform="whatsapp", handle="600"),
    )
    facts = make_facts(accounts=accounts, capacity=Capacity(5, 6, 3))
    found = {advice.account: advice for advice in advise_channels(facts, load_library())}
    assert found["tt"].decision == "park"
    assert "weakest_of_plan" in found["tt"].reasons
    assert found["wa"].decision == found["vivero"].decision == "keep"


def test_as_many_channels_rest_as_the_hours_ask_for():
    """The set that stays is the one that fits, and one channel always stays."""
    accounts = tuple(
        replace(ACCOUNT, id=one, platform=one, handle=f"@{one}", evidence=evidence)
        for one, evidence in (
            ("instagram", "data"),
            ("facebook", "data"),
            ("tiktok", "customers_told_us"),
        )
    )

    def count_kept(available):
        facts = make_facts(accounts=accounts, capacity=Capacity(available, 9, 3))
        return sum(one.decision == "keep" for one in advise_channels(facts, load_library()))

    assert [count_kept(hours) for hours in (12, 10, 7, 4, 1)] == [3, 2, 1, 1, 1]


def test_unknown_hours_accuse_nobody():
    """While the plan is an open decision no channel is short of hours."""
    advice = advise_one(ACCOUNT, capacity=Capacity(5, 6, 3), posts_month=PENDING)
    assert "hours_short" not in advice.reasons


def test_personal_mailbox_and_missing_second_factor_cost_points():
    """Risk lowers the score."""
    risky = replace(ACCOUNT, company_email=False, two_factor=False)
    assert advise_one(risky).score < advise_one(ACCOUNT).score


PLATFORMS = (
    "instagram", "facebook", "tiktok", "youtube", "linkedin", "x", "whatsapp", "threads",
    "bluesky", "pinterest", "telegram", "google_business", "other",
)  # fmt: skip


@pytest.mark.parametrize("platform", PLATFORMS)
def test_every_platform_has_a_fit_row_and_a_card(platform):
    """A choice of the questionnaire without data would be judged blindly."""
    knowledge = load_library().knowledge
    goals = {row["id"] for row in knowledge["kpis"]["goals"]}
    assert set(knowledge["channels"]["fit"][platform]) == goals
    card = next(card for card in knowledge["platforms"]["platforms"] if card["id"] == platform)
    assert card["checked_on"] == "2026-11-21"
    assert card["certainty"] in {"high", "medium", "low", "unverified"}


def test_every_reason_has_words():
    """Reason codes that advice can give are all in the data."""
    words = load_library().knowledge["channels"]["reasons"]
    for status in ("active", "dormant", "closing", "unknown", "planned"):
        for evidence in ("data", "customers_told_us", "assumption", "none"):
            account = replace(ACCOUNT, status=status, evidence=evidence, owner=None)
            found = advise_one(account, capacity=Capacity(5, 6, 3))
            assert set(found.reasons) <= set(words)
