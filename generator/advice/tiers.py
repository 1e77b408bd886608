"""How much care each account is given, by its goal, its replies, its status and its public."""

from collections.abc import Iterator

from generator.advice.model import AccountTier, Tier
from generator.advice.shelf import Row, Shelf
from generator.facts.model import Account, Facts

RUNNING = ("active", "planned")
INACTIVE, NONE = "inactive", "none"


def rank_accounts(facts: Facts, library: Shelf) -> tuple[AccountTier, ...]:
    """Return the level of every account; one that isn't running is always the lowest."""
    data = library.knowledge["tiers"]
    return tuple(_rank(facts, account, data) for account in facts.accounts)


def _rank(facts: Facts, account: Account, data: Row) -> AccountTier:
    if account.status not in RUNNING:
        return AccountTier(account.id, "C", 0, (INACTIVE,))
    rules = tuple(_rules_of(facts, account, data))
    points = sum(data["points"][rule] for rule in rules)
    return AccountTier(account.id, _level(points, data["from"]), points, rules or (NONE,))


def _rules_of(facts: Facts, account: Account, data: Row) -> Iterator[str]:
    goals = facts.value("goals")
    ranked = goals if isinstance(goals, tuple) else ()
    if account.goal in ranked:
        yield "first_goal" if account.goal == ranked[0] else "other_goal"
    if account.replies:
        yield "replies"
    if account.evidence in data["evidence"]:
        yield "evidence"


def _level(points: int, limits: Row) -> Tier:
    if points >= limits["A"]:
        return "A"
    return "B" if points >= limits["B"] else "C"
