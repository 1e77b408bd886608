"""Section `products`: what the selling posts are about, who knows it, and what may be promised."""

from collections.abc import Mapping
from datetime import date

from generator.handbook.context import ViewContext, fill_once

Row = dict[str, object]


@fill_once
def view(context: ViewContext) -> Row:
    """Return one row per product, those that an expert answers for, and those without proof."""
    found = context.facts.value("products", ())
    items = [one for one in found if isinstance(one, Mapping)] if isinstance(found, tuple) else []
    rows = [_describe(context, one) for one in items]
    unproved = [row for row in rows if row["claim"] and not row["proof"]]
    return {
        "rows": rows,
        "any": bool(rows),
        "promised": [row for row in rows if row["claim"]],
        "known_by": [row for row in rows if row["expert"]],
        "launches": [row for row in rows if row["launch"]],
        "unproved": context.pack.join_and([str(row["name"]) for row in unproved]),
        "unproved_any": bool(unproved),
    }


def _describe(context: ViewContext, item: Mapping[str, object]) -> Row:
    launch, expert = item.get("launch"), item.get("expert")
    coming = isinstance(launch, date) and launch >= context.facts.today
    return {
        "name": context.text(item.get("name")),
        "need": context.text(item.get("need")).rstrip("."),
        "expert": context.name(str(expert)) if context.facts.person(expert) else "",
        "launch": context.pack.long_date(launch) if isinstance(launch, date) and coming else "",
        "claim": context.text(item.get("claim")).rstrip("."),
        "proof": context.text(item.get("proof")).rstrip("."),
    }
