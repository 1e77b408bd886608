"""A small company in good order, made by hand; a test changes only what it is about."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from typing import Any

from generator.advice.channels import advise_channels
from generator.advice.escalation import escalation_steps
from generator.advice.model import Advice, Flip, Mix, MixShare, Ownership, RaciRow, Ranking, Reason
from generator.advice.objectives import list_objectives
from generator.advice.targets import response_targets
from generator.facts.model import (
    Account,
    Capacity,
    Facts,
    Known,
    NotAsked,
    Pending,
    Person,
    Service,
    Sizing,
)
from generator.library import Library
from questionnaire.model import Questionnaire
from questionnaire.money import Money

TODAY = date(2026, 11, 22)
PENDING = object()
NOT_ASKED = object()
REFUSED = object()
"""As an answer: the company says that the question doesn't apply to it."""

ANSWERS: Mapping[str, Any] = {
    "employees": 12,
    "jurisdictions": ("ES",),
    "sector": "retail",
    "business_model": "product",
    "purpose": "Que las familias del barrio elijan bien sus plantas y vuelvan.",
    "business_goal": "Vender un 10 % más de plantas de interior.",
    "goals": ("sales", "loyalty"),
    "goal_horizon": "m12",
    "acquire_or_retain": "both_retain_first",
    "sales_expected_days": 180,
    "values": ({"id": "calma", "name": "Calma", "behaviour": "Se explica sin prisa."},),
    "message_core": "Plantas que duran.",
    "message_proofs": ({"id": "garantia", "proof": "Un año de garantía", "source": "tienda"},),
    "maturity": ("written_policy", "trained_staff"),
    "personas": (
        {"id": "ana", "name": "Ana", "need": "que no se le muera", "evidence": "data", "priority": "A"},
        {"id": "luis", "name": "Luis", "need": "regalar", "evidence": "interviews", "priority": "B"},
    ),
    "sponsor": "eva",
    "publisher": "hugo",
    "replier": "sara",
    "substitute": "eva",
    "departments": ("marketing",),
    "publishing_units": 1,
    "expertise": "some",
    "lead_choice": "follow",
    "agency": False,
    "agencies": NOT_ASKED,
    "products": (),
    "events": (),
    "accounts_owned_by": "company",
    "orphan_accounts": False,
    "opening_approver": "eva",
    "website_role": "shop",
    "posts_month": 12,
    "formats": ("photo", "short_video"),
    "mix_preset": "general_70_20_10",
    "pillars": (
        {"id": "cuidar", "name": "Cuidar", "need": "aprenden", "class": "useful", "intent": "retain", "share": 70},
        {"id": "nuevas", "name": "Nuevas", "need": "eligen", "class": "product", "intent": "convert", "share": 30},
    ),
    "approver": "eva",
    "approval_hours": 2,
    "campaigns": (),
    "ai_use": "none",
    "paid": False,
    "paid_budget": NOT_ASKED,
    "influencers": False,
    "inbound_volume": 30,
    "reply_hours": 8,
    "complaint_share": "under_10",
    "complaints_owner": "sara",
    "complaint_channel": "hoja de reclamaciones",
    "reviews_owner": "sara",
    "out_of_hours": "auto_reply",
    "service_days": ("mon", "tue", "wed", "thu", "fri"),
    "service_from": time(9),
    "service_to": time(17),
    "crisis_decider": "eva",
    "crisis_deputy": "sara",
    "spokesperson": "eva",
    "recovery_email": "redes@vivero.example",
    "two_admins": True,
    "leavers_hours": 24,
    "staff_participation": "optional_sharing",
    "exec_minutes": 50,
    "staff_contact": "eva",
    "confidential_items": "Precios de compra",
    "photo_people": ("staff",),
    "training": "briefing",
    "worker_reps": False,
    "disconnection": "written",
    "regulated": ("none",),
    "es_customer_law": "no",
    "legal_reviewer": "Bufete Roble",
    "objectives": (
        {"id": "v", "goal": "sales", "kpi": "store_visits", "baseline": 100, "target": 120,
         "due": date(2027, 11, 30), "owner": "eva"},
        {"id": "f", "goal": "loyalty", "kpi": "repeat_rate", "baseline": 30, "target": 35,
         "due": date(2027, 11, 30), "owner": "sara"},
    ),
    "report_reader": "eva",
    "tools": ("native",),
    "existing_strategies": "one",
    "review_months": 12,
    "handbook_owner": "hugo",
    "customer_languages": ("es",),
    "content_languages": ("es",),
    "translation_checker": NOT_ASKED,
    "evergreen_place": "shared_folder",
    "brand_kit": "shared_folder",
    "ugc_permission": "message",
    "influencer_fee": NOT_ASKED,
    "partners": (),
    "on_call": NOT_ASKED,
    "connected_apps_owner": "hugo",
    "verified_accounts": "not_offered",
    "tragedy_days": 2,
    "gifts_limit": Money(30, "EUR"),
    "records_months": 36,
    "raci_overrides": NOT_ASKED,
    "accounts": (),
    "people": (),
    "wanted_platforms": (),
}  # fmt: skip

PEOPLE = (
    Person("eva", "Eva Ríos", "dueña", "management", 2, phone="600 000 001"),
    Person("hugo", "Hugo Paz", "vendedor", "marketing", 8),
    Person("sara", "Sara Gil", "tienda", "customer_service", 5),
)
ACCOUNT = Account(
    id="vivero",
    platform="instagram",
    handle="@vivero",
    purpose="Enseñar a cuidar plantas",
    status="active",
    owner="hugo",
    backup="sara",
    replies=True,
    evidence="data",
    company_email=True,
    two_factor=True,
    goal="sales",
)
SIZING = Sizing(
    employees=1, accounts=0, units=0, brands=0, autonomy=0, regulation=0, volume=1, complaints=0,
    maturity=2, openness=1, sponsor=1, staff=0, orphans=0, expertise=1, business="product",
    goals={"sales": 3, "loyalty": 2}, has={"marketing": True},
)  # fmt: skip


def make_facts(
    *,
    accounts: Any = (ACCOUNT,),
    people: Any = PEOPLE,
    capacity: Capacity | None = None,
    service: Service | None = None,
    book: str = "small",
    admins: int = 2,
    **changes: Any,
) -> Facts:
    """Return the facts of the company, with some answers changed."""
    answers = {**ANSWERS, **changes}
    answers["accounts"] = _items(accounts, admins=admins)
    answers["people"] = _items(people)
    return Facts(
        questionnaire=Questionnaire("test", "1", (), {}),
        by_id={question: _fact(question, value) for question, value in answers.items()},
        today=TODAY,
        people=people if isinstance(people, tuple) else (),
        accounts=accounts if isinstance(accounts, tuple) else (),
        sizing=SIZING,
        capacity=capacity or Capacity(available=15, publishing=6, replying=5),
        service=service or Service((1, 2, 3, 4, 5), time(9), time(17)),
        book=book,  # type: ignore[arg-type]
    )


def _items(found: Any, **fields: Any) -> Any:
    return tuple({"id": one.id, **fields} for one in found) if isinstance(found, tuple) else found


def make_advice(
    facts: Facts,
    library: Library,
    product_share: float = 30,
    raci: tuple[RaciRow, ...] = (),
    **changes: Any,
) -> Advice:
    """Return the advice before the findings; ownership and mix are given, not computed."""
    ranking = Ranking(
        winner="NP", runner_up=None, scores={"NP": 8}, excluded={}, confidence="high",
        reasons_for=(Reason("O13", 8, ("employees",)),), reasons_against=(),
        flip=Flip("employees", 2, "MK", ("employees",)),
    )  # fmt: skip
    ownership = Ownership(
        topology=replace(ranking, winner="C"), target_topology=None, lead=ranking, override=None,
        accountable="eva", committee="light", register_blocking=False, inbound_owner="sara",
        advocacy_allowed=True,
    )  # fmt: skip
    mix = Mix(
        preset="general_70_20_10", posts_a_month=12, classes=(MixShare("useful", 70, 8),),
        pillars=(), intents=(), product_share=product_share,
    )  # fmt: skip
    return Advice(
        ownership=replace(ownership, **changes),
        raci=raci,
        mix=mix,
        targets=response_targets(facts),
        escalation=escalation_steps(facts),
        objectives=list_objectives(facts, library),
        channels=advise_channels(facts, library),
        findings=(),
    )


def _fact(question: str, value: Any) -> Known | Pending | NotAsked:
    if value is PENDING:
        return Pending(question, owner="eva")
    if value is NOT_ASKED:
        return NotAsked(question)
    if value is REFUSED:
        return NotAsked(question, reason="no nos hace falta")
    return Known(question, value)
