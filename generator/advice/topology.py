"""How publishing power is spread: the five models of Altimeter, scored (B.4, T01-T18)."""

from collections.abc import Callable, Mapping, Sequence

from generator.advice.knowledge import OwnershipData
from generator.advice.model import Ranking
from generator.advice.ranking import rank
from generator.advice.scoring import (
    Decision,
    Families,
    Settle,
    Verdict,
    compile_condition,
    compile_gates,
    compile_rules,
    read_input,
)
from generator.facts import Sizing


def rank_topologies(sizing: Sizing, data: OwnershipData) -> tuple[Ranking, str | None]:
    """Return the ranking of models, and the one to aim at later when a tie says so."""
    topology = data["topology"]
    decision = Decision(
        options=tuple(topology["options"]),
        rules=compile_rules(topology["rules"]),
        gates=compile_gates(topology["gates"]),
        families=data["goals"]["families"],
        settle=_settle_pairs(data),
    )
    ranking, standing = rank(decision, sizing, data)
    return ranking, standing.verdict.target


def _settle_pairs(data: OwnershipData) -> Settle:
    ties = data["topology"]["ties"]
    families: Families = data["goals"]["families"]
    pairs = [(pair, compile_condition(pair.get("when"))) for pair in ties["pairs"]]

    def settle(passed: Sequence[str], scores: Mapping[str, int], sizing: Sizing) -> Verdict:
        first, *rest = passed
        if not rest or scores[first] - scores[rest[0]] > ties["gap"]:
            return Verdict(first)
        for pair, condition in pairs:
            level = set(pair["between"]) == {first, rest[0]}
            if level and (condition is None or condition.holds(_reader(sizing, families))):
                return Verdict(pair["winner"], pair["id"], pair.get("target"))
        return Verdict(first)

    return settle


def _reader(sizing: Sizing, families: Families) -> Callable[[str], object]:
    return lambda name: read_input(sizing, name, families)
