"""Section `objectives`: what social media must achieve, in numbers, dates and names."""

from generator.advice.model import Objective
from generator.handbook.context import ViewContext


def view(context: ViewContext) -> dict[str, object]:
    """Return one row per objective, with what is still missing in it."""
    context.facts.note(("objectives", "goals"))
    rows = [_describe(context, one) for one in context.advice.objectives]
    goals = context.facts.value("goals", ())
    codes = goals if isinstance(goals, tuple) else ()
    return {
        "rows": rows,
        "total": len(rows),
        "complete": [row for row in rows if row["complete"]],
        "incomplete": [row for row in rows if not row["complete"]],
        "goals": [context.choice(code, "goals") for code in codes],
        "goal_codes": [str(code) for code in codes],
        "goals_text": context.pack.join_and([context.choice(code, "goals") for code in codes]),
        "first_goal": context.choice(codes[0], "goals")
        if codes
        else context.pack.word("open_decision", "words"),
    }


def _describe(context: ViewContext, objective: Objective) -> dict[str, object]:
    kpi = context.entry("kpis", objective.kpi, "kpis")
    missing = [context.pack.word("missing", one) for one in objective.missing]
    return {
        "id": objective.id,
        "goal": context.choice(objective.goal, "goals"),
        "goal_code": objective.goal,
        "kpi": context.choice(objective.kpi, "objectives", "kpi"),
        "kpi_code": objective.kpi,
        "formula": context.entry_text(kpi, "formula"),
        "source": context.entry_text(kpi, "where"),
        "vanity": kpi.get("class") == "vanity",
        "baseline": _number(context, objective.baseline),
        "target": _number(context, objective.target),
        "due": context.pack.long_date(objective.due)
        if objective.due is not None
        else context.pack.word("open_decision", "words"),
        "owner": context.name(objective.owner),
        "owner_known": context.facts.person(objective.owner) is not None,
        "complete": objective.complete,
        "missing": context.pack.join_and(missing),
    }


def _number(context: ViewContext, value: float | None) -> str:
    if value is None:
        return context.pack.word("open_decision", "words")
    return context.pack.number(value)
