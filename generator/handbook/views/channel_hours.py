"""How many channels the hours allow: pieces a week there are, each channel's floor, what goes first.

The floor of one piece a week per channel is a starting value of the domain reference (E.7).
"""

from math import floor

from generator.advice.model import ChannelAdvice
from generator.handbook.context import ViewContext
from generator.handbook.views.capacity import TIGHT
from generator.handbook.views.platform_name import name_platform

View = dict[str, object]
FLOOR = 1.0
"""Pieces a week under which a channel that publishes counts as abandoned (E.7)."""
HALF = 0.5


def describe_hours(context: ViewContext) -> View:
    """Return the pieces a week against the channels that publish, and which one to drop first."""
    feeds = list_feeds(context)
    week = pieces_a_week(context)
    each = week / len(feeds) if feeds else 0.0
    ceiling = most_pieces(context)
    return {
        "known": bool(week and feeds),
        "feeds": context.pack.plural("channel", len(feeds)),
        "feeds_number": len(feeds),
        "several": len(feeds) > 1,
        "week": context.pack.number(round(week, 1)),
        "each": context.pack.number(round(each, 1)),
        "thin": bool(feeds) and each < FLOOR,
        "piece": context.pack.duration(minutes_a_piece(context)),
        "most": context.pack.number(ceiling),
        "most_known": bool(context.facts.capacity.available),
        "over": bool(context.facts.capacity.available) and week > ceiling + HALF,
        "drop": name_platform(context, feeds[-1].platform) if feeds[1:] else "",
        "drop_score": feeds[-1].score if feeds else 0,
        "drop_hours": _saved(context, len(feeds)),
    }


def list_feeds(context: ViewContext) -> list[ChannelAdvice]:
    """Return the channels we keep publishing on, best score first."""
    return [
        one
        for one in context.advice.channels
        if one.decision in ("keep", "start")
        and context.entry("platforms", one.platform, "platforms").get("publishes", True)
    ]


def pieces_a_week(context: ViewContext) -> float:
    """Return the posts of a week; none while their number is open."""
    posts = context.facts.value("posts_month")
    return float(posts) / weeks_a_month(context) if isinstance(posts, (int, float)) else 0.0


def minutes_a_piece(context: ViewContext) -> int:
    """Return the minutes one piece takes, from the hours of publishing of the plan."""
    week = pieces_a_week(context)
    return round(context.facts.capacity.publishing / week * 60) if week else 0


def most_pieces(context: ViewContext) -> int:
    """Return the pieces a week that fit in the hours left after answering, with room to spare."""
    capacity = context.facts.capacity
    minutes = minutes_a_piece(context)
    left = capacity.available * TIGHT - capacity.replying
    return max(floor(left * 60 / minutes), 0) if minutes else 0


def weeks_a_month(context: ViewContext) -> float:
    """Return the weeks of a mean month."""
    found = context.library.knowledge["effort"]["weeks_a_month"]
    return float(found) if isinstance(found, (int, float)) else 4.33


def _saved(context: ViewContext, feeds: int) -> str:
    """Return the hours a week that closing one of the channels gives back."""
    saved = context.facts.capacity.publishing / feeds if feeds else 0.0
    return context.pack.plural("hour", round(saved, 1))
