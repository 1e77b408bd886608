"""What social media costs a month: hours, ads, tools, what is kept aside and what is dropped first.

The lines and the starting split are those of the domain reference (E.9); limits are ours. No rate
is asked for, so hours stay hours: only the company knows what one of them costs.
"""

from collections.abc import Iterator

from generator.advice.model import Budget, BudgetShare, PersonHours
from generator.advice.objectives import find_kpi
from generator.advice.shelf import Shelf
from generator.advice.training import plan_training
from generator.advice.workload import weeks_a_month
from generator.facts.model import Facts
from questionnaire.money import Money

READS = (
    "people", "paid", "paid_budget", "currency", "tools", "agency", "posts_month", "formats",
    "inbound_volume", "goals", "objectives", "sponsor", "publisher",
)  # fmt: skip
NO_TOOL = "none"
MONTHS = 12
HOUR = 60


def plan_budget(facts: Facts, library: Shelf) -> Budget:
    """Return the monthly cost in hours and money, as far as the answers give it."""
    data, weeks = library.knowledge["budget"], weeks_a_month(library)
    people = tuple(
        PersonHours(one.id, round(one.hours * weeks, 1)) for one in facts.people if one.hours
    )
    hours = round(facts.capacity.available * weeks, 1)
    paid = paid_a_month(facts)
    return Budget(
        people=people,
        hours=hours,
        needed=round(facts.capacity.needed * weeks, 1),
        paid=paid,
        currency=currency_of(facts),
        single=round(paid * data["single"] / 100, 2) if paid else None,
        contingency=round(paid * data["contingency"] / 100, 2) if paid else None,
        tools=list_tools(facts),
        training=round(plan_training(facts, library).minutes / HOUR / MONTHS, 1),
        split=tuple(_split(data["split"], hours)),
        outcome=find_outcome(facts, library),
        reads=READS,
    )


def paid_a_month(facts: Facts) -> float | None:
    """Return the money for ads; zero when none are paid for, None while it is open."""
    if facts.value("paid") is False:
        return 0.0
    found = facts.value("paid_budget")
    amount = found.amount if isinstance(found, Money) else found
    return float(amount) if isinstance(amount, int | float) else None


def currency_of(facts: Facts) -> str:
    """Return the currency of the ads, or else the one the company works in."""
    found = facts.value("paid_budget")
    return found.currency if isinstance(found, Money) else str(facts.value("currency") or "")


def list_formats(facts: Facts, library: Shelf) -> tuple[str, ...]:
    """Return the formats in use, the one that takes most hours first."""
    found, hours = facts.value("formats"), library.knowledge["effort"]["hours_by_format"]
    used = [str(one) for one in found if one in hours] if isinstance(found, tuple) else []
    return tuple(sorted(used, key=lambda one: -float(hours[one])))


def list_tools(facts: Facts) -> tuple[str, ...]:
    """Return the tools that the team ticked."""
    found = facts.value("tools")
    return tuple(str(one) for one in found if one != NO_TOOL) if isinstance(found, tuple) else ()


def find_outcome(facts: Facts, library: Shelf) -> str:
    """Return the countable figure of the first goal; nothing where it counts no single results."""
    goals = facts.value("goals")
    if not isinstance(goals, tuple) or not goals:
        return ""
    return next(
        (code for code in _figures_of(facts, library, goals[0]) if _counts(library, code)), ""
    )


def _figures_of(facts: Facts, library: Shelf, goal: object) -> Iterator[str]:
    """Yield the figures the company chose for a goal, then those the catalogue gives it."""
    found = facts.value("objectives")
    for item in found if isinstance(found, tuple) else ():
        if item.get("goal") == goal:
            yield str(item.get("kpi") or "")
    rows = library.knowledge["kpis"]["goals"]
    yield from next((row["kpis"] for row in rows if row["id"] == goal), ())


def _counts(library: Shelf, code: str) -> bool:
    row = find_kpi(library, code)
    return row is not None and bool(row.get("result")) and row.get("unit") == "number"


def _split(rows: "list[dict[str, int]]", hours: float) -> Iterator[BudgetShare]:
    """Yield each share with what it comes to, said in hours of people's work."""
    percents = {str(row["id"]): int(row["percent"]) for row in rows}
    for code, percent in percents.items():
        worth = round(hours * percent / percents["people"], 1) if hours else 0.0
        yield BudgetShare(code, percent, worth)
