"""A standing turned into advice: confidence, the rules for and against, and what would change it."""

from collections.abc import Iterator

from generator.advice.explanation import (
    explain_change,
    explain_rule,
    find_questions,
    is_assumed,
    list_reads,
)
from generator.advice.flips import find_turn
from generator.advice.knowledge import OwnershipData
from generator.advice.model import Confidence, Flip, Ranking, Reason
from generator.advice.scoring import Decision, Hit, Standing
from generator.facts import Sizing

REASONS_FOR = 3
REASONS_AGAINST = 2


def rank(
    decision: Decision, sizing: Sizing, data: OwnershipData, *, tie_percent: int = 0
) -> tuple[Ranking, Standing]:
    """Decide, and say why; a lead less than `tie_percent` of the top score is a close call too."""
    standing = decision.decide(sizing)
    verdict = standing.verdict
    reasons_for, reasons_against = _weigh_reasons(standing, sizing, data)
    ranking = Ranking(
        winner=verdict.winner,
        runner_up=standing.runner_up,
        scores=standing.scores,
        excluded=standing.excluded,
        confidence=_judge(standing, data, tie_percent),
        reasons_for=reasons_for,
        reasons_against=reasons_against,
        flip=_find_flip(decision, standing, sizing, data),
        tie_break=verdict.tie_break,
    )
    return ranking, standing


def _judge(standing: Standing, data: OwnershipData, tie_percent: int) -> Confidence:
    """B.4: 4 points or more is clear, 2 or 3 fairly clear, less a close call."""
    gap = standing.gap
    if gap is None:
        return "close" if standing.verdict.tie_break else "high"
    if gap * 100 <= standing.scores[standing.verdict.winner] * tie_percent:
        return "close"
    if gap >= data["confidence"]["high"]:
        return "high"
    return "medium" if gap >= data["confidence"]["medium"] else "close"


def _weigh_reasons(
    standing: Standing, sizing: Sizing, data: OwnershipData
) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    """Take the rules that gave the winner most; against it, those that cost it most.

    A rule costs the winner its own negative points, or what it gave the runner-up beyond it.
    Between rules that gave the same, the one that set the two further apart goes first.
    """
    winner, second = standing.order[0], standing.runner_up
    helped = sorted(
        ((hit.points.get(winner, 0), _lead(hit, winner, second), hit) for hit in standing.hits),
        key=lambda row: (-row[0], -row[1]),
    )
    hurt = sorted(
        (
            (min(hit.points.get(winner, 0), _lead(hit, winner, second)), hit)
            for hit in standing.hits
        ),
        key=lambda row: row[0],
    )
    good = [(points, hit) for points, _, hit in helped if points > 0][:REASONS_FOR]
    used = {hit.rule.id for _, hit in good}
    bad = [(points, hit) for points, hit in hurt if points < 0 and hit.rule.id not in used]
    return (
        tuple(_make_reasons(good, sizing, data)),
        tuple(_make_reasons(bad[:REASONS_AGAINST], sizing, data)),
    )


def _lead(hit: Hit, winner: str, second: str | None) -> int:
    """Return how many points more a rule gave the winner than the runner-up."""
    return hit.points.get(winner, 0) - hit.points.get(second, 0) if second else 0


def _make_reasons(
    weighed: list[tuple[int, Hit]], sizing: Sizing, data: OwnershipData
) -> Iterator[Reason]:
    for points, hit in weighed:
        yield Reason(
            rule=hit.rule.id,
            points=points,
            reads=list_reads(hit.rule, data),
            text=explain_rule(hit.rule, sizing, data),
            assumed=is_assumed(hit.rule, sizing),
        )


def _find_flip(
    decision: Decision, standing: Standing, sizing: Sizing, data: OwnershipData
) -> Flip | None:
    turn = find_turn(decision, standing, sizing, data)
    if turn is None:
        return None
    change = turn.change
    return Flip(
        input=change.input,
        value=change.value,
        outcome=turn.outcome,
        reads=find_questions(change.input, data),
        text=explain_change(change, data),
    )
