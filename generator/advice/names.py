"""The derived names that conditions and messages of checks may use: facts.* and advice.*.

Each name knows the questions it depends on: while one of them is an open decision the name is
unknown, and a check that reads it stays silent. `item.*` names are in `items.py`.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from generator.advice.channels import ranked_goals
from generator.advice.crew import CREW
from generator.advice.derived import Name
from generator.advice.derived import is_same_person as _same_person
from generator.advice.objectives import find_goal, find_kpi
from generator.advice.situation import Situation
from generator.advice.targets import keepable_minutes

EU_CODES = frozenset({"ES", "EU_other"})
LARGE_EMPLOYEES = 250
"""Staff from which Spain's Ley 10/2025 covers any firm that serves consumers."""


HOURS = ("people", "posts_month", "inbound_volume")
SERVICE = ("service_days", "service_from", "service_to")
ROSTER = (*HOURS, *SERVICE)


def _vacant(situation: Situation) -> tuple[str, ...]:
    roles = [role for row in situation.parts.raci for role in row.vacant]
    return tuple(dict.fromkeys(roles))


def _silent_departments(situation: Situation) -> tuple[str, ...]:
    present = {person.department for person in situation.facts.people}
    wanted = (unit for unit in situation.chosen("departments") if unit != "none")
    return tuple(unit for unit in wanted if unit not in present)


def _goals_stop_short(situation: Situation) -> bool:
    rows = [find_goal(situation.library, goal) for goal in ranked_goals(situation.facts)]
    found = [row for row in rows if row is not None]
    return bool(found) and not any(row["reaches_result"] for row in found)


def _result_objectives(situation: Situation) -> int:
    rows = (find_kpi(situation.library, one.kpi) for one in situation.parts.objectives)
    return sum(1 for row in rows if row is not None and row["result"])


def _vanity_objectives(situation: Situation) -> int:
    rows = (find_kpi(situation.library, one.kpi) for one in situation.parts.objectives)
    return sum(1 for row in rows if row is not None and row["class"] == "vanity")


def _pillar_total(situation: Situation) -> float | None:
    shares = [item.get("share") for item in situation.items("pillars")]
    numbers = [share for share in shares if isinstance(share, int | float)]
    return float(sum(numbers)) if numbers and len(numbers) == len(shares) else None


def _promise(situation: Situation) -> float | None:
    found = next((one for one in situation.parts.targets if one.priority == "P3"), None)
    return None if found is None else float(found.acknowledge)


def _promise_kept(situation: Situation) -> bool | None:
    found = next((one for one in situation.parts.targets if one.priority == "P3"), None)
    return None if found is None else found.keepable


def _hours_of(question: str) -> Callable[[Situation], object]:
    def read(situation: Situation) -> object:
        person = situation.person(question)
        return None if person is None else person.hours

    return read


def _department_of(question: str) -> Callable[[Situation], object]:
    def read(situation: Situation) -> object:
        person = situation.person(question)
        return None if person is None else person.department

    return read


def _has(question: str) -> Name:
    return Name(lambda situation: situation.named(question), (question, "people"))


def _left(situation: Situation) -> float:
    capacity = situation.facts.capacity
    return max(0.0, capacity.available - capacity.publishing)


def _ready_blocked(situation: Situation) -> tuple[str, ...]:
    """Return the wanted or planned platforms that can't start yet."""
    planned = {one.id for one in situation.facts.accounts if one.status == "planned"}
    return tuple(
        one.platform
        for one in situation.parts.channels
        if one.decision == "park" and (one.account is None or one.account in planned)
    )


def _languages_unserved(situation: Situation) -> tuple[str, ...]:
    posted = situation.chosen("content_languages")
    wanted = situation.chosen("customer_languages")
    return tuple(one for one in wanted if one not in posted and one != "other")


def _goals_unmeasured(situation: Situation) -> tuple[str, ...]:
    measured = {one.goal for one in situation.parts.objectives}
    return tuple(goal for goal in ranked_goals(situation.facts) if goal not in measured)


NAMES: Mapping[str, Name] = MappingProxyType(
    {
        **CREW,
        "facts.book": Name(lambda s: s.facts.book, ("employees",)),
        "facts.people_total": Name(lambda s: len(s.facts.people), ("people",)),
        "facts.accounts_total": Name(lambda s: len(s.facts.accounts), ("accounts",)),
        "facts.accounts_active": Name(
            lambda s: sum(1 for one in s.facts.accounts if one.status == "active"), ("accounts",)
        ),
        "facts.accounts_unknown": Name(
            lambda s: sum(1 for one in s.facts.accounts if one.status == "unknown"), ("accounts",)
        ),
        "facts.single_admins": Name(
            lambda s: sum(1 for one in s.items("accounts") if one.get("admins") == 1), ("accounts",)
        ),
        "facts.accounts_hours": Name(
            lambda s: s.facts.capacity.available / max(1, len(s.open_accounts())),
            ("accounts", "people"),
        ),
        "facts.has_reviews_account": Name(
            lambda s: any(one.platform == "google_business" for one in s.open_accounts()),
            ("accounts",),
        ),
        "facts.hours_available": Name(lambda s: s.facts.capacity.available, ("people",)),
        "facts.hours_publishing": Name(lambda s: s.facts.capacity.publishing, HOURS),
        "facts.hours_replying": Name(lambda s: s.facts.capacity.replying, HOURS),
        "facts.hours_needed": Name(lambda s: s.facts.capacity.needed, HOURS),
        "facts.hours_left": Name(_left, HOURS),
        "facts.hours_short": Name(
            lambda s: s.facts.capacity.needed - s.facts.capacity.available, HOURS
        ),
        "facts.hours_share": Name(lambda s: round(s.facts.capacity.share * 100), HOURS),
        "facts.service_hours": Name(lambda s: s.facts.service.hours_a_week, SERVICE),
        "facts.languages_unserved": Name(
            _languages_unserved, ("customer_languages", "content_languages")
        ),
        "facts.publisher_hours": Name(_hours_of("publisher"), ("publisher", "people")),
        "facts.replier_hours": Name(_hours_of("replier"), ("replier", "people")),
        "facts.sponsor_named": _has("sponsor"),
        "facts.publisher_named": _has("publisher"),
        "facts.replier_named": _has("replier"),
        "facts.approver_named": _has("approver"),
        "facts.complaints_owner_named": _has("complaints_owner"),
        "facts.reviews_owner_named": _has("reviews_owner"),
        "facts.crisis_decider_named": _has("crisis_decider"),
        "facts.crisis_deputy_named": _has("crisis_deputy"),
        "facts.spokesperson_named": _has("spokesperson"),
        "facts.opening_approver_named": _has("opening_approver"),
        "facts.report_reader_named": _has("report_reader"),
        "facts.staff_contact_named": _has("staff_contact"),
        "facts.handbook_owner_named": _has("handbook_owner"),
        "facts.deputy_same": Name(
            lambda s: _same_person(s, "crisis_deputy", "crisis_decider"),
            ("crisis_deputy", "crisis_decider"),
        ),
        "facts.approver_publishes": Name(
            lambda s: _same_person(s, "approver", "publisher"), ("approver", "publisher")
        ),
        "facts.crisis_phone": Name(
            lambda s: bool((found := s.person("crisis_decider")) and found.phone),
            ("crisis_decider", "people"),
        ),
        "facts.complaints_department": Name(
            _department_of("complaints_owner"), ("complaints_owner", "people")
        ),
        "facts.sponsor_department": Name(_department_of("sponsor"), ("sponsor", "people")),
        "facts.people_departments": Name(
            lambda s: len({person.department for person in s.facts.people}), ("people",)
        ),
        "facts.silent_departments": Name(_silent_departments, ("departments", "people")),
        "facts.goals_stop_short": Name(_goals_stop_short, ("goals",)),
        "facts.goals_unmeasured": Name(_goals_unmeasured, ("goals", "objectives")),
        "facts.goals_known": Name(lambda s: bool(ranked_goals(s.facts))),
        "facts.first_goal": Name(lambda s: next(iter(ranked_goals(s.facts)), None), ("goals",)),
        "facts.personas_total": Name(lambda s: len(s.items("personas")), ("personas",)),
        "facts.personas_assumed": Name(
            lambda s: sum(1 for one in s.items("personas") if one.get("evidence") == "assumption"),
            ("personas",),
        ),
        "facts.personas_first": Name(
            lambda s: sum(1 for one in s.items("personas") if one.get("priority") == "A"),
            ("personas",),
        ),
        "facts.pillars_total": Name(lambda s: len(s.items("pillars")), ("pillars",)),
        "facts.pillars_of_product": Name(
            lambda s: sum(1 for one in s.items("pillars") if one.get("class") == "product"),
            ("pillars",),
        ),
        "facts.pillar_share": Name(_pillar_total, ("pillars",)),
        "facts.eu": Name(
            lambda s: bool(EU_CODES & set(s.chosen("jurisdictions"))), ("jurisdictions",)
        ),
        "facts.large": Name(
            lambda s: (s.number("employees") or 0) >= LARGE_EMPLOYEES, ("employees",)
        ),
        "facts.regulated": Name(
            lambda s: tuple(one for one in s.chosen("regulated") if one != "none"), ("regulated",)
        ),
        "facts.spain_law": Name(lambda s: s.facts.value("es_customer_law") == "yes"),
        "facts.data_contact_given": Name(lambda s: bool(s.facts.value("data_contact"))),
        "facts.approval_minutes": Name(
            lambda s: (s.number("approval_hours") or 0) * 60, ("approval_hours",)
        ),
        "advice.accountable": Name(
            lambda s: s.parts.ownership.accountable, ("sponsor", "publisher", "people")
        ),
        "advice.lead": Name(lambda s: s.parts.ownership.lead.winner),
        "advice.topology": Name(lambda s: s.parts.ownership.topology.winner),
        "advice.committee": Name(lambda s: s.parts.ownership.committee),
        "advice.advocacy_allowed": Name(
            lambda s: s.parts.ownership.advocacy_allowed, ("maturity", "openness")
        ),
        "advice.vacant": Name(_vacant, ("people",)),
        "advice.product_share": Name(
            lambda s: s.parts.mix.product_share, ("mix_preset", "pillars", "posts_month")
        ),
        "advice.posts": Name(lambda s: s.parts.mix.posts_a_month, ("posts_month",)),
        "advice.promise": Name(_promise, ("reply_hours",)),
        "advice.promise_kept": Name(_promise_kept, ("reply_hours", "replier", *ROSTER)),
        "advice.promise_possible": Name(lambda s: keepable_minutes(s.facts), ROSTER),
        "advice.objectives_total": Name(lambda s: len(s.parts.objectives), ("objectives",)),
        "advice.objectives_of_result": Name(_result_objectives, ("objectives",)),
        "advice.objectives_of_vanity": Name(_vanity_objectives, ("objectives",)),
        "advice.blocked_starts": Name(_ready_blocked, ("wanted_platforms", "accounts")),
    }
)
