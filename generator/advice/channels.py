"""Which channels to keep, start, park or stop: one score of 0–100 each (domain E.5, simplified).

audience 40 + fit with the ranked goals 25 + formats 15 + people and hours 10 + safety 10.
The weights and the fit matrix are proposals of the reference, not findings of research; the
reference subtracts ten points for risk, here they are given for safety: the same order.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Literal

from generator.advice.model import ChannelAdvice
from generator.advice.shelf import Row, Shelf
from generator.facts.model import Account, Facts, Pending

Decision = Literal["keep", "start", "stop", "park"]

AUDIENCE, FIT, FORMATS, RESOURCES, SAFETY = 40, 25, 15, 10, 10
EVIDENCE = {"data": 1.0, "customers_told_us": 0.7, "assumption": 0.3, "none": 0.0}
RANK_WEIGHTS = (3, 2, 1)
KEEP, START, PARK = 50, 60, 35
"""Scores from which a channel is kept, may be started, or is at least parked and not stopped."""
SERVES = 2
"""Points of the fit matrix, of three, from which a channel serves a goal."""
SAFE_SHARE = 0.85
"""Part of the hours that a plan may use before new channels have to wait (E.5)."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A channel under judgement: an account there is, or a platform that is wanted."""

    platform: str
    account: Account | None
    status: str


def advise_channels(facts: Facts, library: Shelf) -> tuple[ChannelAdvice, ...]:
    """Return one piece of advice per account and per wanted platform, best score first."""
    judged = [_judge(facts, library, candidate) for candidate in _candidates(facts)]
    ordered = sorted(judged, key=lambda advice: (-advice.score, advice.platform))
    return tuple(_park_weakest(facts, library, ordered))


def goals_served(library: Shelf, platform: str, goals: Sequence[str]) -> tuple[str, ...]:
    """Return the ranked goals for which this platform fits at least 2 of 3."""
    row = _fit_row(library, platform)
    return tuple(goal for goal in goals if int(row.get(goal, 0)) >= SERVES)


def ranked_goals(facts: Facts) -> tuple[str, ...]:
    """Return the company's goals in order; none while they are pending."""
    goals = facts.value("goals")
    return tuple(str(goal) for goal in goals) if isinstance(goals, tuple) else ()


def _candidates(facts: Facts) -> list[Candidate]:
    found = [Candidate(account.platform, account, account.status) for account in facts.accounts]
    taken = {account.platform for account in facts.accounts}
    wanted = facts.value("wanted_platforms")
    platforms = wanted if isinstance(wanted, tuple) else ()
    return found + [
        Candidate(str(platform), None, "planned") for platform in platforms if platform not in taken
    ]


def _judge(facts: Facts, library: Shelf, candidate: Candidate) -> ChannelAdvice:
    account = candidate.account
    evidence = (account.evidence if account else None) or "none"
    goals = ranked_goals(facts)
    fit = _goal_fit(library, candidate.platform, goals)
    formats = _format_fit(facts, library, candidate.platform)
    score = round(
        AUDIENCE * EVIDENCE.get(evidence, 0.0)
        + FIT * fit
        + FORMATS * formats
        + RESOURCES * _resources(facts, account)
        + SAFETY * (1 - _risk(library, candidate))
    )
    reasons = [f"evidence_{evidence}", _grade("fit", fit), _grade("formats", formats)]
    reasons += _gates(facts, candidate)
    decision = _decide(facts, candidate, score, evidence)
    return ChannelAdvice(
        platform=candidate.platform,
        account=account.id if account else None,
        decision=decision,
        score=max(0, min(100, score)),
        goals=goals_served(library, candidate.platform, goals),
        reasons=tuple(reasons),
    )


def _decide(facts: Facts, candidate: Candidate, score: int, evidence: str) -> Decision:
    if candidate.status == "closing":
        return "stop"
    if candidate.status == "planned":
        ready = score >= START and evidence != "none" and not _gates(facts, candidate)
        return "start" if ready else "park"
    if score >= KEEP and candidate.status == "active" and _owned(candidate):
        return "keep"
    return "park" if score >= PARK else "stop"


def _owned(candidate: Candidate) -> bool:
    return candidate.account is not None and candidate.account.owner is not None


def _gates(facts: Facts, candidate: Candidate) -> list[str]:
    account = candidate.account
    reasons = [] if _owned(candidate) else ["no_owner"]
    if account is None or account.backup is None or account.backup == account.owner:
        reasons.append("no_backup")
    if _hours_known(facts) and facts.capacity.share > SAFE_SHARE:
        reasons.append("hours_short")
    if candidate.status in ("dormant", "closing", "unknown"):
        reasons.append(f"status_{candidate.status}")
    return reasons


def _hours_known(facts: Facts) -> bool:
    asked = ("people", "posts_month", "inbound_volume")
    return not any(isinstance(facts.by_id.get(question), Pending) for question in asked)


def _goal_fit(library: Shelf, platform: str, goals: Sequence[str]) -> float:
    row = _fit_row(library, platform)
    weighted = list(zip(goals, RANK_WEIGHTS, strict=False))
    total = sum(weight for _, weight in weighted)
    points = sum(int(row.get(goal, 0)) * weight for goal, weight in weighted)
    return points / (3 * total) if total else 0.0


def _fit_row(library: Shelf, platform: str) -> Row:
    rows: Row = library.knowledge["channels"]["fit"]
    row: Row = rows.get(platform, rows["other"])
    return row


def _card(library: Shelf, platform: str) -> Row:
    cards = library.knowledge["platforms"]["platforms"]
    return next((card for card in cards if card["id"] == platform), {})


def _format_fit(facts: Facts, library: Shelf, platform: str) -> float:
    made = facts.value("formats")
    if not isinstance(made, tuple):
        return 0.0
    card = _card(library, platform)
    if set(made) & set(card.get("formats_best", ())):
        return 1.0
    return 0.5 if set(made) & set(card.get("formats_also", ())) else 0.0


def _resources(facts: Facts, account: Account | None) -> float:
    owner = 0.4 if account and account.owner else 0.0
    backup = 0.3 if account and account.backup and account.backup != account.owner else 0.0
    hours = 0.3 if facts.capacity.available and facts.capacity.share <= SAFE_SHARE else 0.0
    return owner + backup + hours


def _risk(library: Shelf, candidate: Candidate) -> float:
    risk = float(_card(library, candidate.platform).get("risk", 0.5))
    account = candidate.account
    if account and account.company_email is False:
        risk += 0.25
    if account and account.two_factor is False:
        risk += 0.25
    return min(risk, 1.0)


def _grade(name: str, value: float) -> str:
    if value >= 2 / 3:
        return f"{name}_high"
    return f"{name}_middle" if value >= 1 / 3 else f"{name}_low"


def _park_weakest(
    facts: Facts, library: Shelf, ordered: list[ChannelAdvice]
) -> list[ChannelAdvice]:
    """Park the weakest publishing channels until the plan fits in the hours; one always stays."""
    publishing = [
        advice
        for advice in ordered
        if advice.decision == "keep" and _card(library, advice.platform).get("publishes", True)
    ]
    if not _hours_known(facts) or facts.capacity.share <= 1 or not publishing[1:]:
        return ordered
    over = facts.capacity.needed - facts.capacity.available
    # Each channel is taken to cost the same: closing one gives its part of the hours back.
    each = facts.capacity.publishing / len(publishing)
    many = min(ceil(over / each), len(publishing) - 1) if each else 1
    weakest = publishing[-many:]
    return [
        replace(advice, decision="park", reasons=(*advice.reasons, "weakest_of_plan"))
        if any(advice is one for one in weakest)
        else advice
        for advice in ordered
    ]
