"""Objectives as the company gave them, with what each still lacks (domain E.1, E.3)."""

from collections.abc import Mapping
from datetime import date

from generator.advice.model import Objective
from generator.advice.shelf import Row, Shelf
from generator.facts.model import Facts

MISSING_OUTCOME = "outcome"
"""In `missing`: the KPI counts an audience, not a result, so it can't stand as an objective."""


def list_objectives(facts: Facts, library: Shelf) -> tuple[Objective, ...]:
    """Return every objective; `missing` names baseline, target, due, owner, goal, kpi or outcome."""
    return tuple(_objective(facts, library, item) for item in group_items(facts, "objectives"))


def group_items(facts: Facts, question: str) -> tuple[Mapping[str, object], ...]:
    """Return the items of a group question; none while it is pending."""
    value = facts.value(question)
    return value if isinstance(value, tuple) else ()


def find_kpi(library: Shelf, code: str) -> Row | None:
    """Return the row of a KPI in `knowledge/kpis.yml`."""
    rows = library.knowledge["kpis"]["kpis"]
    return next((row for row in rows if row["id"] == code), None)


def find_goal(library: Shelf, code: str) -> Row | None:
    """Return the row of a goal in `knowledge/kpis.yml`: its horizon in months, intents, KPIs."""
    rows = library.knowledge["kpis"]["goals"]
    return next((row for row in rows if row["id"] == code), None)


def _objective(facts: Facts, library: Shelf, item: Mapping[str, object]) -> Objective:
    kpi = str(item.get("kpi") or "")
    row = find_kpi(library, kpi)
    owner = facts.person(item.get("owner"))
    due = item.get("due")
    given: dict[str, object] = {
        "goal": item.get("goal"),
        "kpi": kpi,
        "baseline": _number(item.get("baseline")),
        "target": _number(item.get("target")),
        "due": due if isinstance(due, date) else None,
        "owner": owner and owner.id,
    }
    missing = tuple(name for name, value in given.items() if value is None or value == "")
    if row is not None and row["class"] == "vanity":
        missing = (*missing, MISSING_OUTCOME)
    return Objective(
        id=str(item["id"]),
        goal=str(item.get("goal") or ""),
        kpi=kpi,
        baseline=_number(item.get("baseline")),
        target=_number(item.get("target")),
        due=due if isinstance(due, date) else None,
        owner=owner.id if owner else None,
        missing=missing,
    )


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
