"""Whether the people named have the hours the plan asks of them, who can share, and what fits.

The sum of the hours may cover a plan while the one person who posts and answers cannot: both
verdicts come from here, so that the checks and the pages read the same numbers.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import floor

from generator.advice.shelf import Shelf
from generator.advice.targets import find_own
from generator.facts.model import Capacity, Facts, Person

READS = ("people", "posts_month", "formats", "inbound_volume", "publisher", "replier", "substitute")
"""The questions behind a load."""
TIGHT = 0.85
"""Part of the available hours above which a plan has no room for a bad week: a starting value."""
HOUR = 60


@dataclass(frozen=True, slots=True)
class Share:
    """Hours a week that one colleague takes over."""

    person: Person
    hours: float


@dataclass(frozen=True, slots=True)
class Load:
    """Hours a week asked of one person, to a tenth, and the colleagues who could share them."""

    person: Person
    publishing: float
    replying: float
    shares: tuple[Share, ...] = ()

    @property
    def needed(self) -> float:
        """Hours a week that the plan asks of this person."""
        return round(self.publishing + self.replying, 1)

    @property
    def short(self) -> float:
        """Hours a week that this person lacks."""
        return round(max(self.needed - self.person.hours, 0.0), 1)

    @property
    def uncovered(self) -> float:
        """Hours a week that nobody has, even if everybody shares."""
        return round(max(self.short - sum(one.hours for one in self.shares), 0.0), 1)


def list_loads(facts: Facts) -> tuple[Load, ...]:
    """Return the load of whoever posts and whoever answers, with who could share what is over."""
    plain = {load.person.id: load for load in _add_up(facts)}
    spare = {
        one.id: round(one.hours - (plain[one.id].needed if one.id in plain else 0.0), 1)
        for one in facts.people
    }
    return tuple(_share_out(facts, load, spare) for load in plain.values())


def has_uneven_hours(facts: Facts) -> bool:
    """Say whether the plan fits in the sum of the hours and somebody is short all the same."""
    fits = 0 < facts.capacity.share <= 1
    return fits and any(load.short for load in list_loads(facts))


def pieces_a_week(facts: Facts, library: Shelf) -> float:
    """Return the posts of a week; none while their number is open."""
    posts = facts.value("posts_month")
    return float(posts) / weeks_a_month(library) if isinstance(posts, int | float) else 0.0


def minutes_a_piece(facts: Facts, library: Shelf) -> int:
    """Return the minutes one piece takes, from the hours of publishing of the plan."""
    week = pieces_a_week(facts, library)
    return round(facts.capacity.publishing / week * HOUR) if week else 0


def most_pieces(facts: Facts, library: Shelf) -> float:
    """Return the pieces a week that fit in the hours left after answering, with room to spare."""
    minutes = minutes_a_piece(facts, library)
    left = facts.capacity.available * TIGHT - facts.capacity.replying
    return max(floor(left * HOUR / minutes * 10), 0) / 10 if minutes else 0.0


def most_posts(facts: Facts, library: Shelf) -> int:
    """Return the posts a month behind that same ceiling."""
    return floor(most_pieces(facts, library) * weeks_a_month(library))


def hours_a_channel(capacity: Capacity, channels: int) -> float:
    """Return the hours a week that closing one of the channels gives back."""
    return round(capacity.publishing / channels, 1) if channels else 0.0


def weeks_a_month(library: Shelf) -> float:
    """Return the weeks of a mean month."""
    return float(library.knowledge["effort"]["weeks_a_month"])


def _add_up(facts: Facts) -> Iterator[Load]:
    publisher = facts.person(facts.value("publisher"))
    replier = facts.person(facts.value("replier"))
    publishing, replying = facts.capacity.publishing, facts.capacity.replying
    if publisher is not None and publisher == replier:
        yield Load(publisher, publishing, replying)
        return
    if publisher is not None:
        yield Load(publisher, publishing, 0.0)
    if replier is not None:
        yield Load(replier, 0.0, replying)


def _share_out(facts: Facts, load: Load, spare: dict[str, float]) -> Load:
    """Give what is over to the colleagues nearest to the work, as far as their hours reach."""
    left, shares = load.short, []
    for one in _list_colleagues(facts, load.person, spare):
        taken = round(min(left, spare[one.id]), 1)
        if taken > 0:
            shares.append(Share(one, taken))
            spare[one.id] = round(spare[one.id] - taken, 1)
            left = round(left - taken, 1)
    return Load(load.person, load.publishing, load.replying, tuple(shares))


def _list_colleagues(facts: Facts, person: Person, spare: Mapping[str, float]) -> list[Person]:
    """Return the substitute, then the same area, then whoever has most hours to spare."""
    substitute = find_own(facts, person.id) or facts.value("substitute")
    others = [one for one in facts.people if one.id != person.id]
    return sorted(
        others,
        key=lambda one: (
            one.id != substitute,
            one.department != person.department,
            -spare[one.id],
        ),
    )
