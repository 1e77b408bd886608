"""Which unit answers for social media: the candidates scored (B.4, O01-O15)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.advice.knowledge import OwnershipData
from generator.advice.model import Ranking
from generator.advice.ranking import rank
from generator.advice.scoring import (
    Decision,
    Settle,
    Verdict,
    compile_gates,
    compile_rules,
    count_families,
)
from generator.facts import Sizing

FALLBACK = "person"
"""Who leads meanwhile when no option meets what it needs: somebody must have a name (A.7, T2)."""


def rank_leads(sizing: Sizing, data: OwnershipData) -> Ranking:
    """Return the ranking of candidates; those that never can be are listed as excluded."""
    lead = data["lead"]
    decision = Decision(
        options=tuple(lead["options"]),
        rules=compile_rules(lead["rules"]),
        gates=compile_gates(lead["gates"]),
        families=data["goals"]["families"],
        settle=_settle_goals(data),
    )
    ranking, _ = rank(decision, sizing, data, tie_percent=lead["ties"]["percent"])
    never = {gate["option"]: gate["id"] for gate in lead["never"]}
    excluded = {
        option: gate for option, gate in ranking.excluded.items() if option != ranking.winner
    }
    return replace(ranking, excluded={**excluded, **never})


def _settle_goals(data: OwnershipData) -> Settle:
    ties = data["lead"]["ties"]

    def settle(passed: Sequence[str], scores: Mapping[str, int], sizing: Sizing) -> Verdict:
        if not passed:
            return Verdict(FALLBACK, "nobody_else")
        top = scores[passed[0]]
        level = [
            option for option in passed if (top - scores[option]) * 100 <= top * ties["percent"]
        ]
        if len(level) == 1:
            return Verdict(passed[0])
        several = count_families(sizing.goals, data["goals"]["families"]) >= ties["families"]
        if several and ties["families_winner"] in level:
            return Verdict(ties["families_winner"], "several_goal_families")
        return Verdict(_find_goal_owner(level, sizing.goals, data), "owner_of_first_goal")

    return settle


def _find_goal_owner(level: Sequence[str], goals: Mapping[str, int], data: OwnershipData) -> str:
    """Return the tied option that owns the heaviest goal; hiring has no owner among them."""
    owners = data["lead"]["ties"]["goal_owners"]
    for goal in sorted(goals, key=lambda name: -goals[name]):
        if not goals[goal]:
            break
        owner = next((option for option in level if option in owners.get(goal, ())), None)
        if owner:
            return owner
    return level[0]
