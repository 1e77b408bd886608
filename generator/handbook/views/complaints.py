"""Section `complaints`: the groups of complaints this company gets, who solves each, with what."""

from collections.abc import Mapping

from generator.handbook.context import ViewContext

MOVES = "moves"


def view(context: ViewContext) -> dict[str, object]:
    """Return one row per group the company chose, or every group while nobody chose."""
    chosen = context.facts.value("complaint_types", ())
    context.facts.note(("complaints_owner", "complaint_channel"))
    groups = context.library.knowledge.get("complaints", {}).get("groups")
    rows = [
        _describe(context, group)
        for group in (groups if isinstance(groups, list) else ())
        if not chosen or (isinstance(chosen, tuple) and group.get("id") in chosen)
    ]
    moves = context.library.knowledge.get("complaints", {}).get(MOVES)
    return {
        "rows": rows,
        "total": len(rows),
        "chosen": bool(chosen),
        "gravest": [row for row in rows if row["severity"] == max(_severities(rows))],
        "moves": [
            context.text(one.get("text")) for one in (moves if isinstance(moves, list) else ())
        ],
    }


def _severities(rows: list[dict[str, object]]) -> list[int]:
    return [row["severity"] for row in rows if isinstance(row["severity"], int)] or [0]


def _describe(context: ViewContext, group: Mapping[str, object]) -> dict[str, object]:
    question = str(group.get("owner", "complaints_owner"))
    owner = context.facts.value(question)
    unit = str(group.get("unit", ""))
    severity = group.get("severity", 0)
    return {
        "code": str(group.get("id", "")),
        "number": str(group.get("code", "")),
        "name": context.text(group.get("name")),
        "examples": context.text(group.get("examples")),
        "facts": context.text(group.get("facts")),
        "owner": context.name(owner if isinstance(owner, str) else None),
        "owner_known": isinstance(owner, str),
        "unit": context.choice(unit, "people", "department"),
        "unit_code": unit,
        "severity": severity if isinstance(severity, int) else 0,
    }
