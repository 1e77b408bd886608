"""Section `lineup`: the channels as one system, each with its part, its clock and its end."""

from collections.abc import Mapping, Sequence
from datetime import date

from generator.advice.model import ChannelAdvice, Objective
from generator.facts.model import Account
from generator.handbook.context import ViewContext
from generator.handbook.views import targets
from generator.handbook.views.channel_hours import describe_hours
from generator.handbook.views.dates import add_months, effective_date
from generator.handbook.views.platform_name import name_channel, name_platform
from generator.handbook.views.reuse import list_reuse
from generator.handbook.views.who import describe_role

View = dict[str, object]
NOT_EVEN_LATER = 35
"""Score under which a wanted platform is refused: the threshold for parking a channel."""
STOP_MONTHS = 6
"""Months a channel has to move its indicator (`knowledge/channels.yml`): a starting value."""
NARROW = 10
"""Points above the threshold within which a channel only just stays: a starting value."""
OF_THE_LISTING = "review_score"
"""The KPI that reviews move: no sign of what a channel of posts brings."""
AGAINST = (
    "evidence_assumption", "evidence_none", "fit_low", "formats_low", "no_backup", "status_dormant",
)  # fmt: skip
"""Reasons that a channel which stays should get rid of."""
INBOX = "inbox"
SEPARATOR = "; "


def view(context: ViewContext) -> View:
    """Return the channels kept and closed, the platforms wanted, and how one feeds another."""
    context.facts.note(("accounts", "wanted_platforms", "goals", "formats", "people", "objectives"))
    ours = [one for one in context.advice.channels if one.account is not None]
    kept = [_describe(context, one) for one in ours if one.decision in ("keep", "start")]
    closing = [_describe_closing(context, one) for one in ours if one.decision in ("stop", "park")]
    return {
        "rows": kept,
        "known": bool(ours),
        "any": bool(kept),
        "total": context.pack.plural("channel", len(kept)),
        "kept": context.pack.join_and([str(row["label"]) for row in kept]),
        "one": len(kept) == 1,
        "closing": closing,
        "stopped": _join(context, [row for row in closing if row["code"] == "stop"]),
        "parked": _join(context, [row for row in closing if row["code"] == "park"]),
        "wanted": [_describe_wanted(context, one) for one in _list_wanted(context)],
        "silent": _join(context, [row for row in kept if not row["replies"]]),
        "talks": any(row["replies"] for row in kept),
        "rules": _group_rules(context, kept),
        "doubts": _list_doubts(context, kept),
        "write_to": _choose_inbox(kept),
        "messaging": _join(context, [row for row in kept if row["kind"] == INBOX]),
        "reuse": list_reuse(context),
        "hours": describe_hours(context),
        "limits": [_describe_limits(context, code) for code in _list_platforms(context)],
        "pilot_ends": _pilot_end(context),
    }


def _describe(context: ViewContext, advice: ChannelAdvice) -> View:
    account = _find_account(context, advice)
    role = context.entry("channel_roles", advice.platform, "platforms")
    purpose = context.text(account.purpose) if account else ""
    replies = account is not None and account.replies
    goal = account.goal if account else None
    return {
        "label": name_channel(context, advice),
        "platform_code": advice.platform,
        "kind": role.get("kind", "feed"),
        "for_whom": context.entry_text(role, "who"),
        "purpose": purpose.rstrip(". ") or context.pack.word("open_decision", "words"),
        "not_for": context.entry_text(role, "not_for"),
        "tone": context.entry_text(role, "tone"),
        "owner": context.name(account.owner if account else None),
        "backup": context.name(account.backup if account else None),
        "replies": replies,
        "reply": _reply_clock(context, role, replies),
        "goal": context.choice(goal, "goals") if goal else "–",
        "score": advice.score,
        "doubt": _say_doubt(context, advice),
        "stop": _write_stop_rule(context, str(role.get("kind", "feed")), account),
    }


def _say_doubt(context: ViewContext, advice: ChannelAdvice) -> str:
    """Return what speaks against a channel that stays; nothing if it stays with room to spare."""
    thresholds = context.entry("channels", "thresholds")
    narrow = advice.score < int(str(thresholds["keep"])) + NARROW
    against = [one for one in advice.reasons if one in AGAINST]
    found = [context.label("channel_roles", "reasons", one) for one in against]
    just = [context.label("channel_roles", "standing", "narrow")] if narrow else []
    return SEPARATOR.join(just + found)


def _list_doubts(context: ViewContext, kept: Sequence[View]) -> str:
    """Return the channels that stay with a doubt, each with its doubt."""
    return context.pack.join_and(
        [f"{row['label']} ({row['doubt']})" for row in kept if row["doubt"]]
    )


def _group_rules(context: ViewContext, kept: Sequence[View]) -> list[View]:
    """Return each rule of closing once, with all the channels it counts for."""
    rules = dict.fromkeys(str(row["stop"]) for row in kept)
    return [
        {"stop": rule, "labels": _join(context, [row for row in kept if row["stop"] == rule])}
        for rule in rules
    ]


def _reply_clock(context: ViewContext, role: Mapping[str, object], replies: bool) -> str:
    if not replies:
        return context.pack.word("ui", "no")
    found = targets.view(context)["by"]
    code = "P5" if role.get("kind") == "listing" else "P3"
    target = found.get(code) if isinstance(found, Mapping) else None
    if not isinstance(target, Mapping):
        return context.pack.word("open_decision", "words")
    return str(target["acknowledge"])


def _write_stop_rule(context: ViewContext, kind: str, account: Account | None) -> str:
    """Return when a channel is closed: a figure of its objective where there is one, and a day."""
    day = add_months(effective_date(context), STOP_MONTHS)
    objective = _find_objective(context, account) if kind == "feed" else None
    if objective is None:
        return _fill(context, kind, date=context.pack.long_date(day))
    kpi = context.entry("kpis", objective.kpi, "kpis")
    falls = kpi.get("better") == "down"
    begins = objective.baseline
    return _fill(
        context,
        ("falls" if falls else "rises") + ("" if begins is None else "_from"),
        date=context.pack.long_date(min(day, objective.due or day)),
        kpi=context.choice(objective.kpi, "objectives", "kpi"),
        number=context.pack.number(_expected_by(objective, day)),
        baseline="" if begins is None else context.pack.number(begins),
    )


def _find_objective(context: ViewContext, account: Account | None) -> Objective | None:
    """Return the objective that posts can move: not reviews, nor answering where nobody does."""
    goal = account.goal if account is not None else None
    silent = account is None or not account.replies
    return next(
        (
            one
            for one in context.advice.objectives
            if one.goal == goal
            and one.target is not None
            and one.kpi != OF_THE_LISTING
            and not (silent and one.kpi in ("response_time", "csat"))
        ),
        None,
    )


def _expected_by(objective: Objective, day: date) -> float:
    """Return half of the way to the target, or the target where it falls due before that day."""
    target, begins = objective.target or 0.0, objective.baseline
    if begins is None or (objective.due is not None and objective.due <= day):
        return target
    return round((begins + target) / 2, 1)


def _fill(context: ViewContext, rule: str, **words: str) -> str:
    return context.label("channel_roles", "stop_rules", rule).format(**words)


def _describe_closing(context: ViewContext, advice: ChannelAdvice) -> View:
    account = _find_account(context, advice)
    owner = context.facts.person(account.owner) if account else None
    approver = describe_role(context, "opening_approver")
    return {
        "label": name_channel(context, advice),
        "code": advice.decision,
        "decision": context.pack.word("channel_decisions", advice.decision),
        "score": advice.score,
        "reasons": _list_reasons(context, advice),
        "act": context.label("channel_roles", "closing", advice.decision),
        "who": context.name(owner.id) if owner is not None else approver["name"],
    }


def _list_wanted(context: ViewContext) -> list[ChannelAdvice]:
    return [one for one in context.advice.channels if one.account is None]


def _describe_wanted(context: ViewContext, advice: ChannelAdvice) -> View:
    needs = [
        context.find_label("channel_roles", one, "unblock") for one in _blocks(context, advice)
    ]
    return {
        "label": name_channel(context, advice),
        "score": advice.score,
        "answer_code": _answer(advice),
        "answer": context.label("channel_roles", "answers", _answer(advice)),
        "reasons": _list_reasons(context, advice),
        "needs": context.pack.join_and(needs) or "–",
    }


def _answer(advice: ChannelAdvice) -> str:
    if advice.decision == "start":
        return "now"
    return "later" if advice.score >= NOT_EVEN_LATER else "never"


def _blocks(context: ViewContext, advice: ChannelAdvice) -> list[str]:
    known = context.entry("channel_roles", "unblock")
    return [one for one in advice.reasons if one in known]


def _choose_inbox(kept: Sequence[View]) -> str:
    """Return where people may write to us: a messaging channel, else the best that answers."""
    answering = [row for row in kept if row["replies"]]
    found = [row for row in answering if row["kind"] == INBOX] or answering
    return str(found[0]["label"]) if found else ""


def _list_reasons(context: ViewContext, advice: ChannelAdvice) -> str:
    """Return how we know that the public is there, and whatever speaks against the channel."""
    telling = [one for one in advice.reasons if not one.endswith(("_high", "_middle"))]
    found = [context.label("channel_roles", "reasons", one) for one in telling]
    return SEPARATOR.join(found)


def _list_platforms(context: ViewContext) -> Sequence[str]:
    used = (one.platform for one in context.advice.channels if one.decision in ("keep", "start"))
    return tuple(dict.fromkeys(used))


def _describe_limits(context: ViewContext, platform: str) -> View:
    card = context.entry("platforms", platform, "platforms")
    checked = card.get("checked_on")
    day = checked if isinstance(checked, date) else date.fromisoformat(str(checked))
    return {
        "platform": name_platform(context, platform),
        "limits": context.entry_text(card, "limits"),
        "checked": context.pack.short_date(day),
        "certainty": context.label(
            "channel_roles", "limit_certainty", str(card.get("certainty", "unverified"))
        ),
    }


def _pilot_end(context: ViewContext) -> str:
    """Return the day on which a trial of eight weeks begun with the handbook ends."""
    start = effective_date(context)
    return context.pack.long_date(date.fromordinal(start.toordinal() + 56))


def _find_account(context: ViewContext, advice: ChannelAdvice) -> Account | None:
    return next((one for one in context.facts.accounts if one.id == advice.account), None)


def _join(context: ViewContext, rows: Sequence[View]) -> str:
    return context.pack.join_and([str(row["label"]) for row in rows])
