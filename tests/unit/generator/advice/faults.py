"""One fault for every check: the answers of the company in order that must be changed."""

from dataclasses import replace
from datetime import date, time

from generator.advice.model import RaciRow
from generator.facts.model import Capacity, Service
from questionnaire.money import Money
from tests.unit.generator.advice.sound_company import ACCOUNT, ANSWERS, PENDING, PEOPLE, REFUSED


def objective(**changes):
    """Return one objective in order, with some parts changed."""
    return {**ANSWERS["objectives"][0], **changes}


AGENCY = {
    "id": "faro", "name": "Faro", "tasks": ("content",), "counterpart": "eva",
    "access": "partner", "ends": date(2027, 6, 30),
}  # fmt: skip
EVENT = {"id": "feria", "name": "Feria", "starts": date(2027, 5, 14), "owner": "hugo"}
PRODUCT = {"id": "kit", "name": "Kit", "need": "empezar", "claim": "Dura un año", "proof": "ficha"}

FAULTS = [
    ("r.purpose_is_not_fashion", {"purpose": "Hay que estar, como todo el mundo"}),
    ("r.goal_traceable_to_business_objective", {"business_goal": "Llegar a 10.000 seguidores"}),
    ("r.goal_links_to_money_or_mission", {"goals": ("awareness", "insight")}),
    ("r.horizon_realistic", {"sales_expected_days": 5}),
    ("r.goal_horizon_too_short", {"goal_horizon": "m3"}),
    ("r.acquire_or_retain", {"acquire_or_retain": "retain", "goals": ("awareness",)}),
    ("r.strategy_names_no_platform", {"purpose": "Estar en Instagram para los vecinos"}),
    ("r.objective_before_structure", {"goals": PENDING, "lead_choice": "marketing"}),
    ("r.single_strategy_document", {"existing_strategies": "several"}),
    ("r.value_without_behaviour", {"values": ({"id": "a", "name": "Audacia"},)}),
    ("r.message_consistency", {"message_proofs": ()}),
    ("r.needs_not_empty", {"personas": ({"id": "a", "name": "Ana", "evidence": "data"},)}),
    (
        "r.persona_only_assumed",
        {"personas": ({"id": "a", "name": "Ana", "need": "x", "evidence": "assumption"},)},
    ),
    (
        "r.no_priority_segment",
        {"personas": tuple({"id": i, "name": i, "need": "x", "priority": "B"} for i in "ab")},
    ),
    (
        "r.too_many_personas",
        {"personas": tuple({"id": i, "name": i, "need": "x"} for i in "abcde")},
    ),
    ("r.exec_sponsor_named", {"sponsor": REFUSED}),
    ("r.sponsor_outside_management", {"sponsor": "hugo", "book": "full"}),
    ("r.lone_cm_risk", {"replier": "hugo", "substitute": REFUSED}),
    ("r.lone_hands_micro", {"replier": "hugo", "substitute": REFUSED, "book": "micro"}),
    ("r.substitute_missing", {"substitute": REFUSED}),
    ("r.substitute_same_person", {"substitute": "sara"}),
    ("r.publisher_without_hours", {"people": (PEOPLE[0], replace(PEOPLE[1], hours=0), PEOPLE[2])}),
    ("r.replies_resourced", {"people": (*PEOPLE[:2], replace(PEOPLE[2], hours=0))}),
    ("r.owner_without_hours", {"people": (PEOPLE[0], replace(PEOPLE[1], hours=0), PEOPLE[2])}),
    ("r.area_without_voice", {"departments": ("marketing", "legal")}),
    (
        "r.agency_without_internal_lead",
        {"agency": True, "agencies": (AGENCY | {"counterpart": None},)},
    ),
    (
        "r.agency_decides",
        {"agency": True, "agencies": (AGENCY | {"tasks": ("content", "crisis")},)},
    ),
    ("r.agency_password", {"agency": True, "agencies": (AGENCY | {"access": "password"},)}),
    (
        "r.agency_contract_over",
        {"agency": True, "agencies": (AGENCY | {"ends": date(2026, 1, 31)},)},
    ),
    ("r.substitute_of_oneself", {"people": (*PEOPLE[:2], replace(PEOPLE[2], substitute="sara"))}),
    (
        "r.substitute_never_there",
        {
            "people": (
                PEOPLE[0],
                replace(PEOPLE[1], works_days=(4, 5)),
                replace(PEOPLE[2], works_days=(1, 2), substitute="hugo"),
            )
        },
    ),
    (
        "r.substitute_some_days",
        {
            "people": (
                PEOPLE[0],
                replace(PEOPLE[1], works_days=(1, 2, 3)),
                replace(PEOPLE[2], substitute="hugo"),
            )
        },
    ),
    (
        "r.service_hours_unmanned",
        {"people": tuple(replace(one, works_to=time(15)) for one in PEOPLE)},
    ),
    (
        "r.language_unspoken",
        {
            "customer_languages": ("es", "en"),
            "people": (*PEOPLE[:2], replace(PEOPLE[2], languages=("es",))),
        },
    ),
    ("r.event_dates", {"events": (EVENT | {"ends": date(2027, 5, 1)},)}),
    ("r.event_without_owner", {"events": (EVENT | {"owner": None},)}),
    ("r.event_owner_answers", {"events": (EVENT | {"owner": "sara"},), "substitute": REFUSED}),
    ("r.claim_without_proof", {"products": (PRODUCT | {"proof": None},)}),
    ("r.agency_owns_accounts", {"accounts_owned_by": "agency"}),
    ("r.person_owns_accounts", {"accounts_owned_by": "person"}),
    ("r.accounts_owner_unknown", {"accounts_owned_by": "unknown"}),
    (
        "r.multi_account_needs_manual",
        {
            "publishing_units": 3,
            "maturity": ("none",),
            "accounts": (ACCOUNT, replace(ACCOUNT, id="b")),
        },
    ),
    ("r.experts_missing", {"expertise": "much", "experts": REFUSED}),
    ("r.account_without_purpose", {"accounts": (replace(ACCOUNT, purpose=None),)}),
    ("r.register_complete", {"accounts": (replace(ACCOUNT, owner=None),)}),
    ("r.account_backup", {"accounts": (replace(ACCOUNT, backup=None),)}),
    ("r.account_backup_same", {"accounts": (replace(ACCOUNT, backup="hugo"),)}),
    ("r.unapproved_account", {"accounts": (replace(ACCOUNT, status="unknown"),)}),
    ("r.orphan_channel", {"orphan_accounts": True}),
    (
        "r.channel_has_audience_evidence",
        {"accounts": (replace(ACCOUNT, status="planned", evidence="none"),)},
    ),
    ("r.channel_without_evidence", {"accounts": (replace(ACCOUNT, evidence="none"),)}),
    ("r.channel_goal_link", {"accounts": (replace(ACCOUNT, goal=None),)}),
    ("r.channel_goal_outside", {"accounts": (replace(ACCOUNT, goal="hiring"),)}),
    ("r.account_dormant", {"accounts": (replace(ACCOUNT, status="dormant"),)}),
    ("r.account_without_replies", {"accounts": (replace(ACCOUNT, replies=False),)}),
    (
        "r.no_channel_without_plan",
        {"wanted_platforms": ("tiktok",), "capacity": Capacity(10, 6, 3.5)},
    ),
    ("r.account_opening_procedure", {"opening_approver": REFUSED}),
    ("r.no_home", {"website_role": "none"}),
    ("r.mix_context_note", {"mix_preset": "seed_60_40"}),
    ("r.promo_frequency_cap", {"mix_preset": "promo_season"}),
    ("r.pillar_has_audience_value", {"pillars": ({"id": "a", "name": "A", "class": "useful"},)}),
    ("r.pillar_shares", {"pillars": ({"id": "a", "name": "A", "need": "x", "share": 60},)}),
    ("r.pillars_count", {"pillars": tuple({"id": i, "name": i, "need": "x"} for i in "abcdef")}),
    ("r.self_promo_share", {"pillars": ({"id": "a", "need": "x", "class": "product"},)}),
    ("r.intent_balance", {"pillars": ({"id": "a", "need": "x", "intent": "recruit"},)}),
    (
        "r.campaign_dates",
        {
            "campaigns": (
                {"id": "a", "name": "A", "starts": date(2027, 2, 1), "ends": date(2027, 1, 1)},
            )
        },
    ),
    ("r.campaign_without_owner", {"campaigns": ({"id": "a", "name": "A"},)}),
    ("r.paid_without_budget", {"paid": True, "paid_budget": Money(0, "EUR")}),
    ("r.ai_without_reviewer", {"ai_use": "drafts", "approver": REFUSED}),
    ("r.ai_images_labelled", {"ai_use": "images"}),
    ("r.complaint_path_exists", {"complaints_owner": REFUSED}),
    (
        "r.complaints_in_marketing",
        {
            "complaint_share": "over_50",
            "complaints_owner": "hugo",
            "departments": ("marketing", "customer_service"),
        },
    ),
    (
        "r.legal_complaint_channel_named",
        {"es_customer_law": "yes", "complaint_channel": REFUSED},
    ),
    ("r.complaint_channel_missing", {"complaint_channel": REFUSED}),
    ("r.no_generic_resolution", {"es_customer_law": "yes"}),
    ("r.targets_match_staffing", {"reply_hours": 0.5, "capacity": Capacity(8, 6, 1)}),
    ("r.out_of_hours_gap", {"out_of_hours": "nothing"}),
    ("r.hours_vs_disconnection", {"out_of_hours": "on_call", "disconnection": "none"}),
    (
        "r.service_hours_one_person",
        {
            "service": Service((1, 2, 3, 4, 5, 6), ANSWERS["service_from"], ANSWERS["service_to"]),
            "substitute": REFUSED,
        },
    ),
    (
        "r.reviews_owner_missing",
        {"accounts": (replace(ACCOUNT, platform="google_business"),), "reviews_owner": REFUSED},
    ),
    ("r.law_scope_large", {"employees": 300}),
    ("r.law_scope_basic_service", {"sector": "telecom_utility"}),
    ("r.no_two_factor", {"accounts": (replace(ACCOUNT, two_factor=False),)}),
    ("r.single_administrator", {"admins": 1}),
    ("r.two_admins_rule", {"two_admins": False}),
    ("r.personal_mailbox", {"accounts": (replace(ACCOUNT, company_email=False),)}),
    ("r.recovery_mailbox", {"recovery_email": "vivero@gmail.com"}),
    ("r.leavers_slow", {"leavers_hours": 72}),
    ("r.crisis_decider_missing", {"crisis_decider": REFUSED}),
    ("r.crisis_deputy_same", {"crisis_deputy": "eva"}),
    ("r.crisis_deputy_missing", {"crisis_deputy": REFUSED}),
    ("r.crisis_phone_missing", {"crisis_decider": "sara"}),
    ("r.onboarding_before_access", {"training": "none", "book": "micro"}),
    ("r.onboarding_before_access_team", {"training": "none"}),
    ("r.no_advocacy_before_policy", {"staff_participation": "ambassadors", "maturity": ("none",)}),
    ("r.experts_before_training", {"staff_participation": "experts", "training": "none"}),
    ("r.exec_commitment_set", {"exec_minutes": 0}),
    ("r.staff_limits_lawful", {"confidential_items": "Precios\nSueldos"}),
    ("r.minors_without_consent", {"photo_people": ("minors",), "legal_reviewer": REFUSED}),
    ("r.minors_consent_reminder", {"photo_people": ("minors",)}),
    ("r.disconnection_missing", {"disconnection": "none"}),
    ("r.disconnection_spoken", {"disconnection": "spoken"}),
    ("r.worker_reps_consulted", {"worker_reps": True}),
    ("r.staff_contact_missing", {"staff_contact": REFUSED}),
    ("r.regulated_without_reviewer", {"regulated": ("health",), "legal_reviewer": REFUSED}),
    ("r.goal_without_objective", {"objectives": (objective(),)}),
    ("r.every_goal_has_kpi_target_date", {"objectives": (objective(target=None),)}),
    ("r.no_follower_only_goal", {"objectives": (objective(kpi="followers"),)}),
    ("r.vanity_kpi", {"objectives": (objective(kpi="followers"), ANSWERS["objectives"][1])}),
    ("r.business_kpi", {"objectives": (objective(kpi="engaged_reach"),)}),
    ("r.objective_too_soon", {"objectives": (objective(due=date(2026, 12, 20)),)}),
    ("r.objective_overdue", {"objectives": (objective(due=date(2026, 10, 1)),)}),
    ("r.objective_jump", {"objectives": (objective(target=900),)}),
    ("r.objective_backwards", {"objectives": (objective(target=50),)}),
    ("r.objective_outside_goals", {"objectives": (objective(goal="hiring"),)}),
    ("r.review_date_set", {"review_months": 24}),
    ("r.handbook_owner_missing", {"handbook_owner": REFUSED}),
    ("r.report_without_reader", {"report_reader": REFUSED}),
    ("r.three_functions_considered", {"tools": ("none",)}),
    ("r.plan_exceeds_hours", {"capacity": Capacity(5, 6, 3)}),
    ("r.plan_tight", {"capacity": Capacity(10, 6, 3.5)}),
    ("r.person_overloaded", {"capacity": Capacity(15, 6, 7)}),
    (
        "r.hours_per_account",
        {
            "accounts": tuple(replace(ACCOUNT, id=i) for i in "abcd"),
            "capacity": Capacity(3, 1, 1),
        },
    ),
    ("r.approval_slower_than_promise", {"approval_hours": 48}),
    ("r.approves_own_posts", {"approver": "hugo"}),
    ("r.posts_without_accounts", {"accounts": ()}),
    ("r.on_call_unnamed", {"out_of_hours": "on_call", "on_call": PENDING}),
    (
        "r.service_day_unmanned",
        {"people": tuple(replace(one, works_days=(1, 2, 3, 4)) for one in PEOPLE)},
    ),
    ("r.connected_apps_without_owner", {"connected_apps_owner": REFUSED}),
    ("r.no_verification", {"verified_accounts": "none", "book": "full"}),
    ("r.no_pause_after_tragedy", {"tragedy_days": 0}),
    ("r.content_language_missing", {"customer_languages": ("es", "ca")}),
    (
        "r.translation_unchecked",
        {"content_languages": ("es", "ca"), "translation_checker": REFUSED},
    ),
    ("r.no_evergreen_stock", {"evergreen_place": "none"}),
    ("r.brand_kit_missing", {"brand_kit": "own_device"}),
    ("r.brand_kit_outside", {"brand_kit": "agency", "agency": True}),
    ("r.ugc_without_permission", {"ugc_permission": "not_asked"}),
    (
        "r.fee_above_budget",
        {
            "paid": True,
            "paid_budget": Money(100, "EUR"),
            "influencer_fee": Money(250.5, "EUR"),
        },
    ),
    ("r.partner_without_consent", {"partners": ({"id": "a", "name": "Molino", "agreed": False},)}),
    (
        "r.gifts_in_public_body",
        {"regulated": ("public_sector",), "gifts_limit": Money(50, "EUR")},
    ),
    ("r.records_too_short", {"records_months": 6}),
    ("r.records_too_long", {"records_months": 120}),
    (
        "r.override_to_agency",
        {
            "people": (*PEOPLE, replace(PEOPLE[1], id="faro", department="agency")),
            "raci_overrides": {"publishing": {"accountable": "faro"}},
        },
    ),
    ("r.override_named_elsewhere", {"raci_overrides": {"crisis": {"accountable": "hugo"}}}),
    ("r.override_not_in_book", {"raci_overrides": {"hiring": {"accountable": "hugo"}}}),
    (
        "r.override_without_hours",
        {
            "people": (PEOPLE[0], replace(PEOPLE[1], hours=0), PEOPLE[2]),
            "raci_overrides": {"publishing": {"accountable": "hugo"}},
        },
    ),
]
OF_ADVICE = [
    ("r.mix_not_all_sales", {}, {"product_share": 75}),
    ("r.mix_product_heavy", {}, {"product_share": 50}),
    ("r.single_accountable_lead", {}, {"accountable": None}),
    (
        "r.vacant_role",
        {"book": "full"},
        {"raci": (RaciRow("legal", "role:LG", ("role:LG",), vacant=("LG",)),)},
    ),
    ("r.committee_when_needed", {"people": PEOPLE[1:2]}, {"committee": "full"}),
]
