"""Section `personas`: the people the company talks to, the most important first."""

from generator.facts.model import Known
from generator.handbook.context import ViewContext
from generator.handbook.display import show_item

PRIORITIES = ("A", "B", "C")


def view(context: ViewContext) -> dict[str, object]:
    """Return one row per persona with every field in words, by priority."""
    group = context.question("personas")
    fact = context.facts.fact("personas")
    items = fact.value if isinstance(fact, Known) and isinstance(fact.value, tuple) else ()
    rows = [show_item(context, group, item) for item in items] if group is not None else []
    rows.sort(key=_rank)
    return {
        "rows": rows,
        "total": len(rows),
        "known": bool(rows),
        "first": rows[0] if rows else {},
        "names": context.pack.join_and([str(row.get("name", "")) for row in rows]),
        "assumed": [row for row in rows if row.get("evidence_code") == "assumption"],
    }


def _rank(row: dict[str, object]) -> int:
    code = row.get("priority_code")
    return PRIORITIES.index(str(code)) if code in PRIORITIES else len(PRIORITIES)
