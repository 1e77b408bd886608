"""Who answers, does, is asked and is told, activity by activity, with names (B.3)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.advice.casting import Casting, Filled
from generator.advice.knowledge import (
    ActivityData,
    AgencyData,
    CellsData,
    RaciData,
    read_raci_data,
)
from generator.advice.model import Ownership, RaciRow
from generator.advice.overrides import QUESTION, find_override
from generator.advice.scoring import compile_condition
from generator.facts import Facts
from generator.facts.model import Agency
from generator.facts.people import list_agencies, select_live
from generator.library import Library

ADMINS = 2
"""No account hangs on one person (B.3, row 12)."""
HIGH_REGULATION = 2

Changes = Mapping[str, CellsData]


def assign_roles(facts: Facts, ownership: Ownership, library: Library) -> tuple[RaciRow, ...]:
    """Return the matrix of this company: the base, changed by its ownership, with its people."""
    data = read_raci_data(library)
    changes = _merge_changes(facts, ownership, data)
    return tuple(
        _make_row(
            activity,
            changes.get(activity["id"], {}),
            Casting(facts, ownership, data["roles"]),
            data,
        )
        for activity in data["activities"]
        if _applies(activity, facts)
    )


def has_several_owners(facts: Facts) -> bool:
    """Say whether accounts belong to people of two departments or more (B.2.10)."""
    owners = (facts.person(account.owner) for account in select_live(facts.accounts))
    departments = {owner.department for owner in owners if owner}
    return facts.sizing.units > 0 and len(departments) > 1


def _applies(activity: ActivityData, facts: Facts) -> bool:
    if facts.book == "micro" and not activity.get("micro"):
        return False
    condition = compile_condition(activity.get("when"))
    return condition is None or condition.holds(facts.value)


def _merge_changes(facts: Facts, ownership: Ownership, data: RaciData) -> Changes:
    """Return the changed cells by activity; a later delta goes over an earlier one."""
    names: dict[str, object] = {
        "topology": ownership.topology.winner,
        "lead": ownership.chosen,
        "regulation": facts.sizing.regulation,
        "several_owners": has_several_owners(facts),
    }
    merged: dict[str, CellsData] = {}
    for delta in data["deltas"]:
        condition = compile_condition(delta["when"])
        if condition is not None and condition.holds(names.get):
            for activity, cells in delta["rows"].items():
                merged[activity] = {**merged.get(activity, {}), **cells}
    return merged


def _make_row(
    activity: ActivityData, cells: CellsData, casting: Casting, data: RaciData
) -> RaciRow:
    """Fill the letters one after another: a person keeps only the highest of them."""
    answers = _fill_accountable(
        activity, cells.get("accountable", activity["accountable"]), casting
    )
    codes = cells.get("responsible", activity["responsible"])
    doers = [casting.fill(code, needed=True) for code in codes]
    agency_does, agency_told = _place_agency(activity["id"], casting, data)
    accountable = answers.names[0]
    responsible = _pick_new((*_list_names(doers), *agency_does), (accountable,)) or (accountable,)
    taken = (accountable, *responsible)
    asked = cells.get("consulted", activity.get("consulted", ()))
    consulted = _pick_new(_list_names(casting.fill(code, needed=False) for code in asked), taken)
    told = cells.get("informed", activity.get("informed", ()))
    informed = (*_list_names(casting.fill(code, needed=False) for code in told), *agency_told)
    vacant = tuple(dict.fromkeys(one.vacant for one in (answers, *doers) if one.vacant))
    return RaciRow(
        activity=activity["id"],
        accountable=accountable,
        responsible=responsible,
        consulted=consulted,
        informed=_pick_new(informed, (*taken, *consulted)),
        vacant=vacant,
        problems=tuple(_find_problems(activity["id"], taken, vacant, casting)),
        reads=tuple(dict.fromkeys(casting.reads)),
    )


def _fill_accountable(activity: ActivityData, code: str, casting: Casting) -> Filled:
    """Return the one who answers: whom the company named for it, or else the role's person."""
    casting.reads.append(QUESTION)
    override = find_override(casting.facts, activity)
    if override is not None and override.counts:
        return Filled((override.person,))
    named = casting.find_named(activity["named_by"]) if "named_by" in activity else None
    if named:
        return Filled((named,))
    filled = casting.fill(code, needed=True)
    return filled if filled.names else Filled((f"role:{code}",), code)


def _place_agency(
    activity: str, casting: Casting, data: RaciData
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the agency among those who do it and those who are told, where it belongs."""
    party = casting.fill("AG", needed=False).names
    if not party:
        return (), ()
    agency = data["agency"]
    agencies = list_agencies(casting.ask("agencies"))
    does = {place for one in agencies for place in find_places(one, agency)}
    if not agencies:
        does = set(agency["unknown"])
    return party if activity in does else (), party if activity in agency["informed"] else ()


def find_places(one: Agency, data: AgencyData) -> frozenset[str]:
    """Return the activities in which an agency does the work; without known tasks it makes content."""
    if not one.tasks:
        return frozenset(data["unknown"])
    return frozenset(place for task in one.tasks for place in data["tasks"].get(task, ()))


def _list_names(filled: Iterable[Filled]) -> tuple[str, ...]:
    return tuple(name for one in filled for name in one.names)


def _pick_new(names: Iterable[str], taken: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys(names) if name not in taken)


def _find_problems(
    activity: str, taken: tuple[str, ...], vacant: tuple[str, ...], casting: Casting
) -> Iterator[str]:
    if vacant:
        yield "vacant"
    if activity == "approval" and _approves_own(taken[0], casting):
        yield "approves_own"
    if (
        activity == "access"
        and len({name for name in taken if not _is_vacant(name, vacant)}) < ADMINS
    ):
        yield "single_admin"


def _approves_own(approver: str, casting: Casting) -> bool:
    """Alone in a company one can't do otherwise, unless a slip can be fined (B.3, row 4)."""
    facts = casting.facts
    alone = len(facts.people) < ADMINS and facts.sizing.regulation < HIGH_REGULATION
    return not alone and approver == casting.find_named("publisher")


def _is_vacant(name: str, vacant: Sequence[str]) -> bool:
    return name.removeprefix("role:") in vacant
