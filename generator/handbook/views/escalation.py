"""Section `escalation`: who decides at each level of trouble, and within how long."""

from generator.advice.model import EscalationStep
from generator.handbook.context import ViewContext
from generator.handbook.views.who import describe_person

READS = ("crisis_decider", "crisis_deputy", "spokesperson", "sponsor", "complaints_owner")


def view(context: ViewContext) -> dict[str, object]:
    """Return one row per level, the lightest first."""
    context.facts.note(READS)
    rows = [_describe(context, step) for step in context.advice.escalation]
    return {
        "rows": rows,
        "by": {str(row["level_code"]): row for row in rows},
        "top": rows[-1] if rows else {},
        "complete": bool(rows) and all(row["decides_known"] for row in rows),
    }


def _describe(context: ViewContext, step: EscalationStep) -> dict[str, object]:
    entry = context.entry("escalation", step.level, "levels")
    return {
        "level": context.find_label("escalation", step.level, "levels"),
        "level_code": step.level,
        "sign": context.entry_text(entry, "sign"),
        "act": context.entry_text(entry, "act"),
        "minutes": step.minutes,
        "within": context.pack.duration(step.minutes),
        **_person(context, "decides", step.decides),
        **_person(context, "substitute", step.substitute),
        **_person(context, "speaks", step.speaks),
    }


def _person(context: ViewContext, key: str, person_id: str | None) -> dict[str, object]:
    person = context.facts.person(person_id)
    entry = describe_person(context, person) if person is not None else {}
    return {
        key: context.name(person_id),
        f"{key}_known": person is not None,
        f"{key}_phone": entry.get("phone", ""),
        f"{key}_phone_link": entry.get("phone_link", ""),
    }
