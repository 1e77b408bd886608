"""The load of a person in words: what the plan asks, what they have, and who shares the rest."""

from generator.advice.workload import READS, Load, Share, list_loads
from generator.handbook.context import ViewContext

View = dict[str, object]


def describe_loads(context: ViewContext) -> list[View]:
    """Return the load of whoever posts and whoever answers, as the checks see it."""
    context.facts.note(READS)
    return [_describe(context, load) for load in list_loads(context.facts.plain)]


def _describe(context: ViewContext, load: Load) -> View:
    return {
        "id": load.person.id,
        "who": context.name(load.person.id),
        "needed": context.pack.plural("hour", load.needed),
        "has": context.pack.plural("hour", load.person.hours),
        "fits": not load.short,
        "gap": context.pack.plural("hour", load.short),
        "helpers": [context.name(one.person.id) for one in load.shares],
        "shares": context.pack.join_and([_say_share(context, one) for one in load.shares]),
        "covered": not load.uncovered,
        "answers": bool(load.replying),
    }


def _say_share(context: ViewContext, share: Share) -> str:
    return f"{context.name(share.person.id)} ({context.pack.plural('hour', share.hours)})"
