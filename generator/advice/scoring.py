"""Scored decisions as pure functions: rules give points, gates exclude, a tie-break settles."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.advice.knowledge import GateData, RuleData
from generator.facts import Sizing
from questionnaire.conditions import Condition, parse_condition

Families = Mapping[str, Sequence[str]]
MANY = 2
"""The weight from which a goal counts for its family (B.4, O11)."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, its condition already parsed."""

    id: str
    points: Mapping[str, int]
    condition: Condition | None
    goals: tuple[str, ...]

    def inputs(self) -> tuple[str, ...]:
        """Return the names of the inputs it reads, in a fixed order."""
        names = sorted(self.condition.names()) if self.condition else []
        return (*names, *(f"goals.{goal}" for goal in self.goals))


@dataclass(frozen=True, slots=True)
class Gate:
    """What an option needs to be allowed to win; without a condition it never is."""

    id: str
    option: str
    needs: Condition | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that held, with the points it gave to each option."""

    rule: Rule
    points: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Who wins among the options in order of points, and by which tie-break."""

    winner: str
    tie_break: str | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything one decision came to."""

    verdict: Verdict
    order: tuple[str, ...]
    """The options that passed the gates, the winner first, then by points."""
    scores: Mapping[str, int]
    excluded: Mapping[str, str]
    hits: tuple[Hit, ...]

    @property
    def runner_up(self) -> str | None:
        """The option that comes second."""
        return self.order[1] if len(self.order) > 1 else None

    @property
    def gap(self) -> int | None:
        """Points between the winner and the second; negative when a tie-break turned them."""
        if self.runner_up is None:
            return None
        return self.scores[self.verdict.winner] - self.scores[self.runner_up]


Settle = Callable[[Sequence[str], Mapping[str, int], Sizing], Verdict]
"""Chooses the winner among the options that passed, given in order of points; may get none."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One question to be decided by points."""

    options: tuple[str, ...]
    rules: tuple[Rule, ...]
    gates: tuple[Gate, ...]
    families: Families
    settle: Settle

    def decide(self, sizing: Sizing) -> Standing:
        """Return where the options stand for a company."""
        hits = tuple(_find_hits(self.rules, sizing, self.families))
        scores = {option: sum(hit.points.get(option, 0) for hit in hits) for option in self.options}
        excluded = _exclude(self, sizing)
        passed = [option for option in self.options if option not in excluded]
        passed.sort(key=lambda option: -scores[option])
        verdict = self.settle(passed, scores, sizing)
        order = (verdict.winner, *(option for option in passed if option != verdict.winner))
        return Standing(verdict, order, scores, excluded, hits)

    def inputs(self) -> frozenset[str]:
        """Return every input that any rule or gate reads."""
        read = {name for rule in self.rules for name in rule.inputs()}
        return frozenset(
            read | {name for gate in self.gates if gate.needs for name in gate.needs.names()}
        )


def compile_rules(rows: Sequence[RuleData]) -> tuple[Rule, ...]:
    """Return the rules of the data with their conditions parsed."""
    return tuple(
        Rule(
            row["id"],
            row["points"],
            compile_condition(row.get("when")),
            tuple(row.get("goals", ())),
        )
        for row in rows
    )


def compile_gates(rows: Sequence[GateData]) -> tuple[Gate, ...]:
    """Return the gates of the data with their conditions parsed."""
    return tuple(
        Gate(row["id"], row["option"], compile_condition(row.get("needs"))) for row in rows
    )


def compile_condition(source: str | None) -> Condition | None:
    """Return a parsed condition, or None where there is none to parse."""
    return parse_condition(source) if source else None


def read_input(sizing: Sizing, name: str, families: Families) -> object:
    """Return an input by the name rules use: `employees`, `goals.sales`, `has.it`, `families`."""
    group, _, key = name.partition(".")
    if name == "families":
        return count_families(sizing.goals, families)
    if group == "goals":
        return sizing.goals.get(key, 0)
    if group == "has":
        return sizing.has.get(key, False)
    return getattr(sizing, name, None)


def count_families(goals: Mapping[str, int], families: Families) -> int:
    """Count the kinds of goals of which at least one weighs two or more (B.4, O11)."""
    return sum(any(goals.get(goal, 0) >= MANY for goal in family) for family in families.values())


def _find_hits(rules: Sequence[Rule], sizing: Sizing, families: Families) -> list[Hit]:
    def read(name: str) -> object:
        return read_input(sizing, name, families)

    hits = []
    for rule in rules:
        if rule.condition is not None and not rule.condition.holds(read):
            continue
        times = max((sizing.goals.get(goal, 0) for goal in rule.goals), default=1)
        if times:
            hits.append(
                Hit(rule, {option: points * times for option, points in rule.points.items()})
            )
    return hits


def _exclude(decision: Decision, sizing: Sizing) -> Mapping[str, str]:
    excluded: dict[str, str] = {}
    for gate in decision.gates:

        def read(name: str, option: str = gate.option) -> object:
            if name == "others":
                return sum(other not in (*excluded, option) for other in decision.options)
            return read_input(sizing, name, decision.families)

        if gate.needs is None or not gate.needs.holds(read):
            excluded[gate.option] = gate.id
    return excluded
