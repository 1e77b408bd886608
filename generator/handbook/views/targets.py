"""Section `targets`: what is promised for each priority of message."""

from generator.advice.model import ResponseTarget
from generator.handbook.context import ViewContext, fill_once
from generator.handbook.views.service import minutes_a_day

READS = ("inbound_volume", "reply_hours", "complaints_owner", "replier", "substitute")


@fill_once
def view(context: ViewContext) -> dict[str, object]:
    """Return one row per priority, with clocks in words and the people who keep them."""
    context.facts.note(READS)
    rows = [_describe(context, one) for one in context.advice.targets]
    return {
        "rows": rows,
        "by": {str(row["priority_code"]): row for row in rows},
        "keepable": all(bool(row["keepable"]) for row in rows),
        "not_keepable": [row for row in rows if not row["keepable"]],
    }


def _describe(context: ViewContext, target: ResponseTarget) -> dict[str, object]:
    day = minutes_a_day(context)
    entry = context.entry("response", target.priority, "priorities", "levels")
    solve = context.pack.duration(target.solve, day) if target.solve is not None else ""
    return {
        "priority": context.find_label("response", target.priority, "priorities", "levels"),
        "priority_code": target.priority,
        "what": context.entry_text(entry, "what"),
        "route": context.entry_text(entry, "route"),
        "acknowledge": context.pack.duration(target.acknowledge, day),
        "acknowledge_minutes": target.acknowledge,
        "solve": solve,
        "solve_minutes": target.solve or 0,
        "owner": context.name(target.owner),
        "owner_known": context.facts.person(target.owner) is not None,
        "substitute": context.name(target.substitute),
        "substitute_known": context.facts.person(target.substitute) is not None,
        "keepable": target.keepable,
        "keepable_text": context.pack.word(
            "targets", "keepable" if target.keepable else "not_keepable"
        ),
    }
