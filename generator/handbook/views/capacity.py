"""Section `capacity`: hours there are against hours the plan asks for, and whose they are."""

from generator.advice.workload import READS, TIGHT, has_uneven_hours, most_posts
from generator.facts.model import Facts
from generator.handbook.context import ViewContext, fill_once
from generator.handbook.views.workload import describe_loads


@fill_once
def view(context: ViewContext) -> dict[str, object]:
    """Return the hours in words and numbers, and whether the plan fits in them and in each person."""
    context.facts.note(READS)
    capacity = context.facts.capacity
    verdict = judge(context.facts.plain)
    pattern = context.pack.word("capacity", verdict)
    loads = describe_loads(context)
    short = [load for load in loads if not load["fits"]]
    available, needed = (
        context.pack.plural("hour", round(hours, 1))
        for hours in (capacity.available, capacity.needed)
    )
    fitting = most_posts(context.facts.plain, context.library)
    return {
        "available": available,
        "needed": needed,
        "publishing": context.pack.plural("hour", round(capacity.publishing, 1)),
        "replying": context.pack.plural("hour", round(capacity.replying, 1)),
        "lacking": context.pack.plural(
            "hour", round(max(capacity.needed - capacity.available, 0), 1)
        ),
        "available_number": round(capacity.available, 1),
        "needed_number": round(capacity.needed, 1),
        "share": context.pack.percent(capacity.share * 100, 0),
        "fits": verdict in ("fits", "tight"),
        "verdict_code": verdict,
        "verdict": pattern.format(
            available=available,
            needed=needed,
            short=context.pack.join_and([f"{load['who']} ({load['gap']})" for load in short]),
        ),
        "loads": loads,
        "short": short,
        "posts_that_fit": context.pack.plural("post", fitting) if fitting else "",
        "people": [
            {"name": context.name(one.id), "hours": context.pack.plural("hour", one.hours)}
            for one in context.facts.people
            if one.hours
        ],
    }


def judge(facts: Facts) -> str:
    """Return whether the plan fits, is tight, fits only if shared, is over, or has no hours."""
    capacity = facts.capacity
    if not capacity.available:
        return "none"
    if capacity.share > 1:
        return "over"
    if has_uneven_hours(facts):
        return "shared"
    return "tight" if capacity.share > TIGHT else "fits"
