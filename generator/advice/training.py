"""Who is taught what, by level of access, and who reads what newcomers write (domain F.7, F.21)."""

from collections.abc import Iterator, Mapping

from generator.advice.model import Trainee, Training, TrainingModule
from generator.advice.shelf import Row, Shelf
from generator.facts.model import Facts, Person
from generator.facts.people import COUNTERPART, find_holder

READS = (
    "people", "accounts", "training", "publisher", "replier", "substitute", "reviews_owner",
    "spokesperson", "crisis_decider", "crisis_deputy", "approver", "sponsor", "complaints_owner",
    "agencies", "opening_approver", "staff_contact", "handbook_owner", "experts",
)  # fmt: skip
COURSE = "course_before_access"
REVIEWERS = ("approver", "sponsor", "publisher")


def plan_training(facts: Facts, library: Shelf) -> Training:
    """Return the modules with their people and teachers, and each person with what they take."""
    data = library.knowledge["training"]
    answer = facts.value("training")
    length = "course" if answer == COURSE else "briefing"
    tiers = {one.id: _tier_of(facts, one.id, data["tiers"]) for one in facts.people}
    taught = {person: tier for person, tier in tiers.items() if tier}
    modules = tuple(_plan_module(facts, row, taught, length) for row in data["modules"])
    return Training(
        kind=str(answer or ""),
        modules=modules,
        people=tuple(_plan_person(person, tier, modules) for person, tier in taught.items()),
        reviewer=_first_held(facts, REVIEWERS, ""),
        reads=READS,
    )


def _tier_of(facts: Facts, person: str, tiers: "list[Row]") -> str:
    """Return the first level whose roles a person holds; nothing for whoever holds none."""
    for tier in tiers:
        if person in _holders(facts, tier):
            return str(tier["id"])
    return ""


def _holders(facts: Facts, tier: Row) -> Iterator[str]:
    for role in tier["roles"]:
        found = find_holder(facts, role)
        yield from (found if isinstance(found, tuple) else (str(found or ""),))
    if tier.get("accounts"):
        for account in facts.accounts:
            yield from (one for one in (account.owner, account.backup) if one)


def _plan_module(facts: Facts, row: Row, tiers: Mapping[str, str], length: str) -> TrainingModule:
    people = tuple(
        person
        for person, tier in tiers.items()
        if tier in row["tiers"] or _named(facts, row, person)
    )
    # The hard questions are never put by whoever has to answer them.
    avoid = str(facts.value("spokesperson") or "") if row.get("outside") else ""
    return TrainingModule(
        id=row["id"],
        minutes=row["minutes"][length],
        people=people,
        teacher=_first_held(facts, row["teacher"], avoid),
    )


def _named(facts: Facts, row: Row, person: str) -> bool:
    """Whether a module is for somebody whose other role has put them in a level above."""
    return "spokesperson" in row["tiers"] and person == facts.value("spokesperson")


def _first_held(facts: Facts, roles: "list[str] | tuple[str, ...]", avoid: str) -> str | None:
    """Return whoever holds the first filled role or works in that department."""
    for role in roles:
        named = role in facts.by_id or role == COUNTERPART
        found = facts.person(find_holder(facts, role)) if named else _works_in(facts, role)
        if found is not None and found.id != avoid:
            return found.id
    return None


def _works_in(facts: Facts, department: str) -> Person | None:
    return next((one for one in facts.people if one.department == department), None)


def _plan_person(person: str, tier: str, modules: tuple[TrainingModule, ...]) -> Trainee:
    taken = [one for one in modules if person in one.people]
    return Trainee(person, tier, tuple(one.id for one in taken), sum(one.minutes for one in taken))
