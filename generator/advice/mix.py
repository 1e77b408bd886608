"""How a month of posts is split among classes, pillars and intents (E.6)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from generator.advice.knowledge import MixData, PresetData, read_mix_data
from generator.advice.model import NO_TEXT, Mix, MixShare
from generator.facts import Facts
from generator.facts.resolution import list_items
from generator.library import Library
from questionnaire.text import Text

GENERAL = "general_70_20_10"
"""The preset of a company about which nothing is known."""
SELLS = "product"
WHOLE = 100.0

PRESET_QUESTION = "mix_preset"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The preset that the questionnaire recommends, and why."""

    preset: str
    because: Text
    reads: tuple[str, ...]


def plan_mix(facts: Facts, library: Library) -> Mix:
    """Return the split of a month of posts; while their number is open, shares without posts."""
    data = read_mix_data(library)
    suggestion = suggest_preset(facts)
    preset = str(facts.value(PRESET_QUESTION, suggestion.preset))
    if preset not in data["presets"]:
        preset = suggestion.preset
    posts = _whole(facts.value("posts_month"))
    pillars = tuple(list_items(facts.value("pillars")))
    pillar_shares = _split(
        tuple(str(item.get("id", "")) for item in pillars), _weigh(pillars), posts
    )
    return Mix(
        preset=preset,
        posts_a_month=posts,
        classes=_split_classes(data["presets"][preset], posts),
        pillars=pillar_shares,
        intents=_sum_intents(pillars, pillar_shares),
        product_share=_share_of_product(pillars, pillar_shares, data["presets"][preset], data),
        recommended=suggestion.preset,
        because=suggestion.because,
        reads=(PRESET_QUESTION, "posts_month", "pillars", *suggestion.reads),
    )


def suggest_preset(facts: Facts) -> Suggestion:
    """Return the first preset whose condition in the questionnaire holds."""
    question = facts.questionnaire.by_id.get(PRESET_QUESTION)
    reads: list[str] = []
    for rule in question.recommend if question else ():
        reads += sorted(rule.when.names()) if rule.when else []
        if rule.when is None or rule.when.holds(facts.value):
            return Suggestion(str(rule.value), rule.because, tuple(dict.fromkeys(reads)))
    return Suggestion(GENERAL, NO_TEXT, ())


def allocate(total: int, shares: Sequence[float]) -> tuple[int, ...]:
    """Split whole posts by shares with largest remainders; the result always sums to the total.

    Nobody with a share above 0 gets nothing while there are posts enough for all; the post
    comes from whoever has most. Between equals the larger share, then the earlier, is served.
    """
    weights = [max(Fraction(share), Fraction(0)) for share in shares]
    whole = sum(weights)
    if total <= 0 or not whole:
        return (0,) * len(weights)
    exact = [total * weight / whole for weight in weights]
    counts = [floor(part) for part in exact]
    by_remainder = sorted(
        range(len(exact)), key=lambda at: (counts[at] - exact[at], -weights[at], at)
    )
    for at in by_remainder[: total - sum(counts)]:
        counts[at] += 1
    return tuple(_serve_all(counts, weights))


def _serve_all(counts: list[int], weights: Sequence[Fraction]) -> list[int]:
    served = [at for at, weight in enumerate(weights) if weight]
    if sum(counts) < len(served):
        return counts
    for at in served:
        if counts[at] == 0:
            # The smallest share among the richest gives, so that a larger share never ends with less.
            giver = min(served, key=lambda other: (-counts[other], weights[other], -other))
            counts[giver] -= 1
            counts[at] = 1
    return counts


def _split(names: Sequence[str], weights: Sequence[float], posts: int) -> tuple[MixShare, ...]:
    whole = sum(weights)
    counts = allocate(posts, weights)
    return tuple(
        MixShare(name, round(WHOLE * weight / whole, 1) if whole else 0.0, count)
        for name, weight, count in zip(names, weights, counts, strict=True)
    )


def _split_classes(preset: PresetData, posts: int) -> tuple[MixShare, ...]:
    return _split(tuple(preset["shares"]), tuple(preset["shares"].values()), posts)


def _weigh(pillars: Sequence[Mapping[str, object]]) -> tuple[float, ...]:
    """Return the shares of the pillars; those without one divide what is left, or all are equal."""
    shares = [_positive(item.get("share")) for item in pillars]
    open_ones = shares.count(None)
    left = max(WHOLE - sum(share or 0.0 for share in shares), 0.0)
    each = left / open_ones if open_ones and left else 1.0
    return tuple(each if share is None else share for share in shares)


def _sum_intents(
    pillars: Sequence[Mapping[str, object]], shares: Sequence[MixShare]
) -> tuple[MixShare, ...]:
    sums: dict[str, MixShare] = {}
    for intent, share in _pair(pillars, shares, "intent"):
        before = sums.get(intent, MixShare(intent, 0.0, 0))
        total = round(before.share + share.share, 1)
        sums[intent] = MixShare(intent, total, before.posts + share.posts)
    return tuple(sums.values())


def _share_of_product(
    pillars: Sequence[Mapping[str, object]],
    shares: Sequence[MixShare],
    preset: PresetData,
    data: MixData,
) -> float:
    classed = tuple(_pair(pillars, shares, "class"))
    if classed and len(classed) == len(pillars):
        return round(sum(share.share for name, share in classed if name == SELLS), 1)
    classes = data["classes"]
    return round(
        sum(share for name, share in preset["shares"].items() if classes[name].get("sells")), 1
    )


def _pair(
    pillars: Sequence[Mapping[str, object]], shares: Sequence[MixShare], field: str
) -> Iterator[tuple[str, MixShare]]:
    for item, share in zip(pillars, shares, strict=True):
        value = item.get(field)
        if isinstance(value, str) and value:
            yield value, share


def _positive(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and value >= 0 else None


def _whole(value: object) -> int:
    return max(int(value), 0) if isinstance(value, int | float) else 0
