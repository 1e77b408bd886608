"""The derived names that conditions and messages of checks may use: facts.* and advice.*.

Each name knows the questions it depends on: while one of them is an open decision the name is
unknown, and a check that reads it stays silent. `item.*` names are in `items.py`.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from generator.advice import readings
from generator.advice.channels import ranked_goals
from generator.advice.crew import CREW
from generator.advice.derived import Name, is_same_person
from generator.advice.targets import keepable_minutes
from generator.advice.workload import READS as LOADS
from generator.advice.workload import has_uneven_hours, most_posts

EU_CODES = frozenset({"ES", "EU_other"})
LARGE_EMPLOYEES = 250
"""Staff from which Spain's Ley 10/2025 covers any firm that serves consumers."""

SPAIN_LAW_ADAPTED = date(2026, 12, 28)
"""Day by which a covered company must have adapted to that act."""


HOURS = ("people", "posts_month", "inbound_volume")
SERVICE = ("service_days", "service_from", "service_to")
ROSTER = (*HOURS, *SERVICE)


def _has(question: str) -> Name:
    return Name(lambda situation: situation.named(question), (question, "people"))


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
        "facts.accounts_unowned": Name(
            lambda s: sum(1 for one in s.open_accounts() if one.owner is None), ("accounts",)
        ),
        "facts.accounts_unprotected": Name(
            lambda s: sum(1 for one in s.open_accounts() if one.two_factor is not True),
            ("accounts",),
        ),
        "facts.personal_mailboxes": Name(
            lambda s: sum(1 for one in s.open_accounts() if one.company_email is False),
            ("accounts",),
        ),
        "facts.feeds": Name(readings.feeds, ("accounts",)),
        "facts.posts_a_feed": Name(
            lambda s: s.parts.mix.posts_a_month / max(1, readings.feeds(s)),
            ("accounts", "posts_month"),
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
        "facts.hours_left": Name(readings.left, HOURS),
        "facts.hours_short": Name(
            lambda s: s.facts.capacity.needed - s.facts.capacity.available, HOURS
        ),
        "facts.hours_share": Name(lambda s: round(s.facts.capacity.share * 100), HOURS),
        "facts.hours_uneven": Name(lambda s: has_uneven_hours(s.facts), LOADS),
        "facts.service_hours": Name(lambda s: s.facts.service.hours_a_week, SERVICE),
        "facts.days_without_substitute": Name(
            readings.days_without_substitute, ("service_days", "people", "replier", "substitute")
        ),
        "facts.approver_gap": Name(
            readings.approver_gap, ("service_days", "people", "approver", "reply_hours")
        ),
        "facts.days_without_approver": Name(
            readings.days_without_approver, ("service_days", "people", "approver")
        ),
        "facts.languages_unserved": Name(
            readings.languages_unserved, ("customer_languages", "content_languages")
        ),
        "facts.publisher_hours": Name(readings.hours_of("publisher"), ("publisher", "people")),
        "facts.replier_hours": Name(readings.hours_of("replier"), ("replier", "people")),
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
            lambda s: is_same_person(s, "crisis_deputy", "crisis_decider"),
            ("crisis_deputy", "crisis_decider"),
        ),
        "facts.approver_publishes": Name(
            lambda s: is_same_person(s, "approver", "publisher"), ("approver", "publisher")
        ),
        "facts.approver_replies": Name(
            lambda s: is_same_person(s, "approver", "replier"), ("approver", "replier")
        ),
        "facts.publisher_replies": Name(
            lambda s: is_same_person(s, "publisher", "replier"), ("publisher", "replier")
        ),
        "facts.campaigns_ahead": Name(readings.campaigns_ahead, ("campaigns",)),
        "facts.crisis_phone": Name(
            lambda s: bool((found := s.person("crisis_decider")) and found.phone),
            ("crisis_decider", "people"),
        ),
        "facts.complaints_department": Name(
            readings.department_of("complaints_owner"), ("complaints_owner", "people")
        ),
        "facts.sponsor_department": Name(readings.department_of("sponsor"), ("sponsor", "people")),
        "facts.people_departments": Name(
            lambda s: len({person.department for person in s.facts.people}), ("people",)
        ),
        "facts.silent_departments": Name(readings.silent_departments, ("departments", "people")),
        "facts.goals_stop_short": Name(readings.goals_stop_short, ("goals",)),
        "facts.goals_unmeasured": Name(readings.goals_unmeasured, ("goals", "objectives")),
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
        "facts.pillar_share": Name(readings.pillar_total, ("pillars",)),
        "facts.eu": Name(
            lambda s: bool(EU_CODES & set(s.chosen("jurisdictions"))), ("jurisdictions",)
        ),
        "facts.large": Name(
            lambda s: (s.number("employees") or 0) >= LARGE_EMPLOYEES, ("employees",)
        ),
        "facts.regulated": Name(
            lambda s: tuple(one for one in s.chosen("regulated") if one != "none"), ("regulated",)
        ),
        "facts.spain_law_adapting": Name(lambda s: s.facts.today < SPAIN_LAW_ADAPTED),
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
        "advice.vacant": Name(readings.vacant, ("people",)),
        "advice.product_share": Name(
            lambda s: s.parts.mix.product_share, ("mix_preset", "pillars", "posts_month")
        ),
        "advice.posts_that_fit": Name(
            lambda s: most_posts(s.facts, s.library), (*HOURS, "formats")
        ),
        "advice.single_points": Name(
            lambda s: s.parts.coverage.single_points, (*SERVICE, "people", "crisis_decider")
        ),
        "advice.posts": Name(lambda s: s.parts.mix.posts_a_month, ("posts_month",)),
        "advice.promise": Name(readings.promise, ("reply_hours",)),
        "advice.promise_kept": Name(readings.promise_kept, ("reply_hours", "replier", *ROSTER)),
        "advice.promise_possible": Name(lambda s: keepable_minutes(s.facts), ROSTER),
        "advice.objectives_total": Name(lambda s: len(s.parts.objectives), ("objectives",)),
        "advice.objectives_of_result": Name(readings.result_objectives, ("objectives",)),
        "advice.objectives_of_vanity": Name(readings.vanity_objectives, ("objectives",)),
        "advice.blocked_starts": Name(readings.ready_blocked, ("wanted_platforms", "accounts")),
    }
)
