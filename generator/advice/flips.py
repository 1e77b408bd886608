"""What would change the answer: every input tried at every other value, the nearest kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from generator.advice.knowledge import OwnershipData
from generator.advice.scoring import Decision, Standing
from generator.facts import Sizing

HEAVIEST = 3
FAR = 2
"""Distance of a change that isn't a step on a scale: another business, a department founded."""


@dataclass(frozen=True, slots=True)
class Change:
    """One input set to another value, and how far that is from the present one."""

    input: str
    value: int | str
    code: int
    distance: int
    sizing: Sizing


@dataclass(frozen=True, slots=True)
class Turn:
    """A change that makes another option win."""

    change: Change
    outcome: str


def find_turn(
    decision: Decision, standing: Standing, sizing: Sizing, data: OwnershipData
) -> Turn | None:
    """Return the smallest single change that makes another option win.

    Among equals goes what the company can decide, then what makes the runner-up win.
    """
    inputs = decision.inputs()
    turns = [
        Turn(change, outcome)
        for change in _list_changes(sizing, data)
        if change.input in inputs
        and (outcome := decision.decide(change.sizing).verdict.winner) != standing.verdict.winner
    ]

    def order(turn: Turn) -> tuple[int, bool, bool]:
        entry = data["inputs"].get(turn.change.input)
        given = entry is not None and entry.get("given", False)
        return turn.change.distance, given, turn.outcome != standing.runner_up

    return min(turns, key=order, default=None)


def _list_changes(sizing: Sizing, data: OwnershipData) -> Iterator[Change]:
    for name, entry in data["inputs"].items():
        if name.startswith("has."):
            yield from _found_unit(sizing, name)
        elif name == "business":
            yield from _change_business(sizing, tuple(entry.get("codes", ())))
        else:
            yield from _change_code(sizing, name, len(entry["changed"]))
    for goal, weight in sizing.goals.items():
        for value in range(HEAVIEST + 1):
            if value != weight:
                goals: Mapping[str, int] = {**sizing.goals, goal: value}
                changed = replace(sizing, goals=goals)
                yield Change(f"goals.{goal}", value, value, abs(value - weight), changed)


def _change_code(sizing: Sizing, name: str, codes: int) -> Iterator[Change]:
    present = getattr(sizing, name)
    for value in range(codes):
        if value != present:
            changed = _set(sizing, name, value)
            yield Change(name, value, value, abs(value - present), changed)


def _set(sizing: Sizing, name: str, value: int | str) -> Sizing:
    # The name of the field is only known at run time, so its type can't be checked.
    changed: Sizing = replace(cast("Any", sizing), **{name: value})
    return changed


def _change_business(sizing: Sizing, codes: tuple[str, ...]) -> Iterator[Change]:
    for code, value in enumerate(codes):
        if value != sizing.business:
            yield Change("business", value, code, FAR, _set(sizing, "business", value))


def _found_unit(sizing: Sizing, name: str) -> Iterator[Change]:
    """Only founding a department is a change worth naming; closing one always changes the answer."""
    unit = name.removeprefix("has.")
    if not sizing.has.get(unit, False):
        yield Change(name, 1, 1, FAR, replace(sizing, has={**sizing.has, unit: True}))
