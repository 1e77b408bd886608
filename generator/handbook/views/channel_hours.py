"""How many channels the hours allow: pieces a week there are, each channel's floor, what goes first.

The floor of one piece a week per channel is a starting value of the domain reference (E.7).
"""

from generator.advice.model import ChannelAdvice
from generator.advice.workload import (
    TIGHT,
    hours_a_channel,
    minutes_a_piece,
    most_pieces,
    pieces_a_week,
)
from generator.handbook.context import ViewContext
from generator.handbook.recording import CAPACITY_READS
from generator.handbook.views.platform_name import name_channel

View = dict[str, object]
FLOOR = 1.0
"""Pieces a week under which a channel that publishes counts as abandoned (E.7)."""


def describe_hours(context: ViewContext) -> View:
    """Return the pieces a week against the channels that publish, and which one to drop first."""
    context.facts.note(CAPACITY_READS)
    facts, library = context.facts.plain, context.library
    feeds = list_feeds(context)
    week = pieces_a_week(facts, library)
    each = week / len(feeds) if feeds else 0.0
    ceiling = most_pieces(facts, library)
    return {
        "known": bool(week and feeds),
        "feeds": context.pack.plural("channel", len(feeds)),
        "feeds_number": len(feeds),
        "several": len(feeds) > 1,
        "week": context.pack.number(round(week, 1)),
        "each": context.pack.number(round(each, 1)),
        "thin": bool(feeds) and each < FLOOR,
        "piece": context.pack.duration(minutes_a_piece(facts, library)),
        "most": context.pack.number(ceiling),
        "margin": context.pack.percent((1 - TIGHT) * 100, 0),
        "most_known": bool(facts.capacity.available),
        "drop": name_channel(context, feeds[-1]) if feeds[1:] else "",
        "drop_hours": context.pack.plural("hour", hours_a_channel(facts.capacity, len(feeds))),
    }


def list_feeds(context: ViewContext) -> list[ChannelAdvice]:
    """Return the channels we keep publishing on, best score first."""
    return [
        one
        for one in context.advice.channels
        if one.decision in ("keep", "start")
        and context.entry("platforms", one.platform, "platforms").get("publishes", True)
    ]
