"""Section `channels`: what to do with each channel, and why."""

from generator.advice.model import ChannelAdvice
from generator.handbook.context import ViewContext, fill_once

DECISIONS = ("keep", "start", "stop", "park")
OPENING = ("keep", "start")
"""Decisions that a good reason speaks for; a bad one speaks for the others."""


@fill_once
def view(context: ViewContext) -> dict[str, object]:
    """Return one row per account or wanted platform, together and by decision."""
    context.facts.note(("accounts", "wanted_platforms", "goals", "formats", "people"))
    rows = [_describe(context, one) for one in context.advice.channels]
    by_decision = {
        decision: [row for row in rows if row["decision_code"] == decision]
        for decision in DECISIONS
    }
    return {
        "rows": rows,
        **by_decision,
        "total": len(rows),
        "kept_text": context.pack.join_and([str(row["platform"]) for row in by_decision["keep"]]),
    }


def tell_reasons(context: ViewContext, advice: ChannelAdvice) -> list[str]:
    """Return the reasons that speak for the decision taken, or all if none of them does."""
    side = "for" if advice.decision in OPENING else "against"
    speaking = context.entry("channels", "speaks").get(side)
    wanted = speaking if isinstance(speaking, list) else []
    return [one for one in advice.reasons if one in wanted] or list(advice.reasons)


def _describe(context: ViewContext, advice: ChannelAdvice) -> dict[str, object]:
    account = next((one for one in context.facts.accounts if one.id == advice.account), None)
    goals = [context.choice(goal, "goals") for goal in advice.goals]
    telling = tell_reasons(context, advice)
    reasons = [context.find_label("channels", one, "reasons", "labels") for one in telling]
    owner = account.owner if account is not None else None
    return {
        "platform": context.choice(advice.platform, "accounts", "platform"),
        "platform_code": advice.platform,
        "account": context.text(account.handle) if account is not None else "",
        "account_id": advice.account or "",
        "purpose": context.text(account.purpose) if account is not None else "",
        "owner": context.name(owner),
        "owner_known": context.facts.person(owner) is not None,
        "decision": context.pack.word("channel_decisions", advice.decision),
        "decision_code": advice.decision,
        "score": advice.score,
        "goals": context.pack.join_and(goals),
        "goal_list": goals,
        "reasons": reasons,
        "reasons_text": context.pack.join_and(reasons),
        "reason_codes": list(advice.reasons),
    }
