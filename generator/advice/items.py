"""What a check may ask of one account, objective, persona, pillar, person, campaign or goal."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType

from generator.advice.channels import ranked_goals
from generator.advice.model import Objective
from generator.advice.objectives import find_goal, find_kpi
from generator.advice.offer import list_agency_items, list_event_items, list_product_items
from generator.advice.overrides import find_override
from generator.advice.shelf import read_text
from generator.advice.situation import Situation
from generator.advice.targets import find_own
from generator.advice.workload import Load, list_loads
from generator.facts.model import Account, Person
from questionnaire.kinds.weekdays import CODES

Item = Mapping[str, object]
"""The `item.*` names of one item; always with `id` and `label`."""

MONTH = 30.4
"""Days of a month, on average."""
HORIZONS = {"m3": 3, "m6": 6, "m12": 12, "m24": 24}
JUMP = 3.0
"""Times better than the baseline from which a target asks for a second look (E.1)."""


def list_items(situation: Situation, kind: str) -> Iterable[Item]:
    """Return the items of one kind as plain names and values."""
    return KINDS[kind][1](situation)


def _accounts(situation: Situation) -> Iterable[Item]:
    raw = {str(one["id"]): one for one in situation.items("accounts")}
    for account in situation.facts.accounts:
        yield _account(situation, account, raw.get(account.id, {}))


def _account(situation: Situation, account: Account, raw: Mapping[str, object]) -> Item:
    goals = ranked_goals(situation.facts)
    return {
        "id": account.id,
        "label": account.handle,
        "handle": account.handle,
        "platform": account.platform,
        "status": account.status,
        "evidence": account.evidence,
        "goal": account.goal,
        "owner": account.owner,
        "backup": account.backup,
        "open": account.status not in ("closing", "planned"),
        "replies": account.replies,
        "lacks_purpose": not account.purpose,
        "lacks_owner": account.owner is None,
        "lacks_backup": account.owner is not None and account.backup is None,
        "same_backup": account.owner is not None and account.owner == account.backup,
        "lacks_two_factor": account.two_factor is False,
        "personal_email": account.company_email is False,
        "lacks_goal": account.goal is None,
        "goal_outside": bool(goals) and account.goal is not None and account.goal not in goals,
        "admins": raw.get("admins"),
    }


def _objectives(situation: Situation) -> Iterable[Item]:
    raw = {str(one["id"]): one for one in situation.items("objectives")}
    for one in situation.parts.objectives:
        yield _objective(situation, one, raw.get(one.id, {}))


def _objective(situation: Situation, one: Objective, raw: Mapping[str, object]) -> Item:
    goal, kpi = find_goal(situation.library, one.goal), find_kpi(situation.library, one.kpi)
    least = goal["horizon_months"]["min"] if goal else None
    months = (one.due - situation.facts.today).days / MONTH if one.due else None
    goals = ranked_goals(situation.facts)
    return {
        "id": one.id,
        "label": f"{one.goal}:{one.kpi}",
        "goal": one.goal,
        "kpi": one.kpi,
        "missing": tuple(part for part in one.missing if part != "outcome"),
        "baseline": one.baseline,
        "target": one.target,
        "due": one.due,
        "owner": one.owner,
        "months": None if months is None else round(months, 1),
        "months_least": least,
        "overdue": months is not None and months < 0,
        "too_soon": months is not None and least is not None and 0 <= months < least,
        "jump": _jumps(one, str(kpi["better"]) if kpi else None),
        "backwards": _backwards(one, str(kpi["better"]) if kpi else None),
        "goal_outside": bool(goals) and one.goal not in goals,
        "vanity": kpi is not None and kpi["class"] == "vanity",
        "given": raw.get("goal"),
    }


def _jumps(one: Objective, better: str | None) -> bool:
    """Say whether the target improves the baseline more than a company is likely to."""
    if not one.baseline or not one.target:
        return False
    improvement = one.baseline / one.target if better == "down" else one.target / one.baseline
    return improvement > JUMP


def _backwards(one: Objective, better: str | None) -> bool:
    if one.baseline is None or one.target is None or better is None:
        return False
    return one.target < one.baseline if better == "up" else one.target > one.baseline


def _people(situation: Situation) -> Iterable[Item]:
    loads = {load.person.id: load for load in list_loads(situation.facts)}
    for person in situation.facts.people:
        yield _person(situation, person, loads.get(person.id, Load(person, 0.0, 0.0)))


def _person(situation: Situation, person: Person, load: Load) -> Item:
    kept = [one for one in situation.facts.accounts if one.owner == person.id]
    return {
        "id": person.id,
        "label": person.name,
        "department": person.department,
        "hours": person.hours,
        "accounts": len(kept),
        "idle_owner": bool(kept) and person.hours <= 0,
        "hours_needed": load.needed,
        "hours_short": load.short,
        "hours_uncovered": load.uncovered,
        "shares": load.shares,
        "substitute": person.substitute,
        "own_substitute": person.substitute == person.id,
        **_stand_in_days(situation, person),
    }


def _stand_in_days(situation: Situation, person: Person) -> Item:
    """Return the days on which a person works and the substitute they named doesn't."""
    facts = situation.facts
    other = facts.person(find_own(facts, person.id))
    if other is None or other.works_days is None:
        return {"days_uncovered": (), "never_covered": False}
    mine = facts.service.days if person.works_days is None else person.works_days
    served = [day for day in mine if day in facts.service.days]
    missing = tuple(CODES[day - 1] for day in served if day not in other.works_days)
    never = bool(served) and len(missing) == len(served)
    return {"days_uncovered": () if never else missing, "never_covered": never}


def _personas(situation: Situation) -> Iterable[Item]:
    for one in situation.items("personas"):
        yield {
            "id": one["id"],
            "label": one.get("name"),
            "evidence": one.get("evidence"),
            "priority": one.get("priority"),
            "lacks_need": not one.get("need"),
        }


def _pillars(situation: Situation) -> Iterable[Item]:
    for one in situation.items("pillars"):
        yield {
            "id": one["id"],
            "label": one.get("name"),
            "class": one.get("class"),
            "intent": one.get("intent"),
            "share": one.get("share"),
            "lacks_need": not one.get("need"),
        }


def _values(situation: Situation) -> Iterable[Item]:
    for one in situation.items("values"):
        yield {
            "id": one["id"],
            "label": one.get("name"),
            "lacks_behaviour": not one.get("behaviour"),
        }


def _campaigns(situation: Situation) -> Iterable[Item]:
    for one in situation.items("campaigns"):
        starts, ends = one.get("starts"), one.get("ends")
        backwards = isinstance(starts, date) and isinstance(ends, date) and ends < starts
        yield {
            "id": one["id"],
            "label": one.get("name"),
            "starts": starts,
            "ends": ends,
            "backwards": backwards,
            "over": isinstance(ends, date) and ends < situation.facts.today,
            "lacks_owner": situation.facts.person(one.get("owner")) is None,
        }


def _partners(situation: Situation) -> Iterable[Item]:
    for one in situation.items("partners"):
        yield {
            "id": one["id"],
            "label": one.get("name"),
            "relation": one.get("relation"),
            "lacks_consent": one.get("agreed") is False,
        }


def _overrides(situation: Situation) -> Iterable[Item]:
    """Yield the owners that the company set itself; activities that a small book lacks as unused."""
    shown = {row.activity for row in situation.parts.raci}
    for activity in situation.library.knowledge["raci"]["activities"]:
        found = find_override(situation.facts, activity)
        if found is None:
            continue
        person = situation.facts.person(found.person)
        yield {
            "id": found.activity,
            "label": read_text(activity["label"]),
            "person": found.person,
            "agency": found.outside,
            "named": found.named,
            "named_elsewhere": found.named is not None and not found.outside,
            "idle": found.counts and person is not None and person.hours <= 0,
            "unused": found.activity not in shown,
        }


def _goals(situation: Situation) -> Iterable[Item]:
    intents = {one.get("intent") for one in situation.items("pillars")} - {None}
    horizon = HORIZONS.get(str(situation.facts.value("goal_horizon")))
    for rank, goal in enumerate(ranked_goals(situation.facts), start=1):
        row = find_goal(situation.library, goal)
        least = row["horizon_months"]["min"] if row else None
        wanted = set(row["intents"]) if row else set()
        yield {
            "id": goal,
            "label": goal,
            "goal": goal,
            "rank": rank,
            "months": horizon,
            "months_least": least,
            "too_soon": horizon is not None and least is not None and horizon < least,
            "unserved": bool(wanted) and bool(intents) and not wanted & intents,
        }


KINDS: Mapping[str, tuple[str, Callable[[Situation], Iterable[Item]]]] = MappingProxyType(
    {
        "accounts": ("accounts", _accounts),
        "objectives": ("objectives", _objectives),
        "people": ("people", _people),
        "personas": ("personas", _personas),
        "pillars": ("pillars", _pillars),
        "values": ("values", _values),
        "campaigns": ("campaigns", _campaigns),
        "goals": ("goals", _goals),
        "partners": ("partners", _partners),
        "overrides": ("raci_overrides", _overrides),
        "agencies": ("agencies", list_agency_items),
        "products": ("products", list_product_items),
        "events": ("events", list_event_items),
    }
)
"""What `for_each` may name: the question it depends on, and how its items are read."""
