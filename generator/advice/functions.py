"""How the team's time is shared among answering, publishing and analysing, and the jobs it takes.

Shares, factors and the formula are starting values of the domain reference (C.1, C.2, C.3, C.4).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.advice.model import Functions, FunctionShare
from generator.advice.shelf import Row, Shelf
from generator.facts.model import Facts, Person

INBOUND, OUTBOUND, ANALYSIS = "inbound", "outbound", "analysis"
INBOUND_ROLES = ("replier", "complaints_owner", "reviews_owner")
READS = (
    "sector", "goals", "people", "publisher", "replier", "inbound_volume", "complaint_share",
    "posts_month", "formats", "customer_languages", "service_days", "service_from", "service_to",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Need:
    """Hours a week of the plan and full-time jobs that they take."""

    hours: float
    jobs: float


def split_functions(facts: Facts, library: Shelf) -> Functions:
    """Return the share of each function, the jobs it takes and the people who are there for it."""
    data = library.knowledge["functions"]
    profile = choose_profile(facts, data["profiles"])
    percents, shifted = shift_shares(
        profile["shares"], facts.value("goals"), data["shifts"], data["floor"]
    )
    rules = data["staffing"]
    needs = _size_needs(facts, rules, library.knowledge["effort"]["weeks_a_month"])
    teams = {row["id"]: _team_of(facts, row) for row in data["functions"]}
    there = _share_hours(facts, teams, needs)
    job = rules["job_hours"]
    return Functions(
        profile=profile["id"],
        shifted=shifted,
        shares=tuple(
            FunctionShare(
                id=row["id"],
                percent=percents[row["id"]],
                needed=needs[row["id"]].hours,
                jobs=round(needs[row["id"]].jobs, 1),
                there=there[row["id"]],
                people=tuple(person.id for person in teams[row["id"]]),
                covered=there[row["id"]] / job >= needs[row["id"]].jobs * rules["covered"],
            )
            for row in data["functions"]
        ),
        languages=_extra_languages(facts),
        cover_jobs=round(_cover(facts, rules, library.knowledge["effort"]["weeks_a_month"]), 1),
        jobs_there=round(facts.capacity.available / job, 1),
        reads=READS,
    )


def choose_profile(facts: Facts, profiles: "list[Row]") -> Row:
    """Return the first profile of the sector and size; the last one when none fits."""
    sector = facts.value("sector")
    for profile in profiles:
        if sector in profile["sectors"] and facts.book in profile.get("books", (facts.book,)):
            return profile
    return profiles[-1]


def shift_shares(
    shares: Mapping[str, int], goals: object, shifts: "list[Row]", floor: int
) -> tuple[Mapping[str, int], bool]:
    """Return the shares after the first goal has moved its points, and whether it moved any."""
    first = goals[0] if isinstance(goals, tuple) and goals else None
    shift = next((row for row in shifts if first in row["goals"]), None)
    if shift is None or shares[shift["to"]] == max(shares.values()):
        return shares, False
    points = min(shift["points"], shares[shift["from"]] - floor)
    moved = {
        **shares,
        shift["to"]: shares[shift["to"]] + points,
        shift["from"]: shares[shift["from"]] - points,
    }
    return moved, points > 0


def _extra_languages(facts: Facts) -> int:
    spoken = facts.value("customer_languages")
    return max(len(spoken) - 1, 0) if isinstance(spoken, tuple) else 0


def _size_needs(facts: Facts, rules: Row, weeks: float) -> dict[str, _Need]:
    """Return hours and jobs of each function: work, or presence where that takes more (C.1)."""
    week, extra = rules["productive_month"] / weeks, _extra_languages(facts)
    capacity = facts.capacity
    answering = capacity.replying * (1 + rules["language_inbound"] * extra)
    work = answering / (week * rules["occupancy"])
    inbound = max(work, _cover(facts, rules, weeks)) if answering else 0.0
    outbound = capacity.publishing * (1 + rules["language_outbound"] * extra) / week
    analysis = _size_analysis(inbound + outbound, rules)
    return {
        INBOUND: _Need(round(capacity.replying, 1), inbound),
        OUTBOUND: _Need(round(capacity.publishing, 1), outbound),
        ANALYSIS: _Need(round(analysis * week, 1), analysis),
    }


def _cover(facts: Facts, rules: Row, weeks: float) -> float:
    """Return the jobs that presence alone takes in the service hours."""
    share: float = rules["presence"][facts.sizing.volume]
    week: float = rules["productive_month"] / weeks
    return facts.service.hours_a_week / week * share


def _size_analysis(others: float, rules: Row) -> float:
    """Return the jobs of analysis: a share of a small team, one for so many people of a large one."""
    if not others:
        return 0.0
    if others >= rules["analysis_from"]:
        return others / float(rules["analysis_each"])
    return max(others * float(rules["analysis_share"]), float(rules["analysis_floor"]))


def _team_of(facts: Facts, function: Row) -> tuple[Person, ...]:
    """Return the people with hours whose role or department puts them in a function."""
    leaders = [facts.value(role) for role in _roles_of(function["id"])]
    named = [facts.person(one) for one in leaders]
    near = [one for one in facts.people if one.department in function["departments"]]
    people = {one.id: one for one in (*named, *near) if one is not None and one.hours}
    return tuple(people.values())


def _roles_of(function: str) -> tuple[str, ...]:
    # Whoever publishes also notes the figures: the analysis of a company without an analyst.
    return INBOUND_ROLES if function == INBOUND else ("publisher",)


def _share_hours(
    facts: Facts, teams: Mapping[str, tuple[Person, ...]], needs: Mapping[str, _Need]
) -> dict[str, float]:
    """Return the hours there are for each function; who is in several shares theirs by the need."""
    there = dict.fromkeys(teams, 0.0)
    for person in facts.people:
        held = list(_functions_of(person, teams))
        total = sum(needs[one].hours for one in held)
        for one in held:
            part = needs[one].hours / total if total else 1 / len(held)
            there[one] += person.hours * part
    return {name: round(hours, 1) for name, hours in there.items()}


def _functions_of(person: Person, teams: Mapping[str, tuple[Person, ...]]) -> Iterator[str]:
    return (name for name, team in teams.items() if person in team)
