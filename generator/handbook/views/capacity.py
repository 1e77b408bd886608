"""Section `capacity`: hours there are against hours the plan asks for."""

from generator.facts.model import Capacity
from generator.handbook.context import ViewContext

TIGHT = 0.85
"""Part of the available hours above which a plan has no room for a bad week: a starting value."""


def view(context: ViewContext) -> dict[str, object]:
    """Return the hours in words and numbers, and whether the plan fits."""
    capacity = context.facts.capacity
    verdict = judge(capacity)
    pattern = context.pack.word("capacity", verdict)
    available, needed = (
        context.pack.plural("hour", round(hours, 1))
        for hours in (capacity.available, capacity.needed)
    )
    return {
        "available": available,
        "needed": needed,
        "publishing": context.pack.plural("hour", round(capacity.publishing, 1)),
        "replying": context.pack.plural("hour", round(capacity.replying, 1)),
        "available_number": round(capacity.available, 1),
        "needed_number": round(capacity.needed, 1),
        "share": context.pack.percent(capacity.share * 100, 0),
        "fits": verdict in ("fits", "tight"),
        "verdict_code": verdict,
        "verdict": pattern.format(available=available, needed=needed),
        "people": [
            {"name": context.name(one.id), "hours": context.pack.plural("hour", one.hours)}
            for one in context.facts.people
            if one.hours
        ],
    }


def judge(capacity: Capacity) -> str:
    """Return whether the plan fits, is tight, is over, or there are no hours at all."""
    if not capacity.available:
        return "none"
    if capacity.share > 1:
        return "over"
    return "tight" if capacity.share > TIGHT else "fits"
