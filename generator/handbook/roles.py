"""The roles of the handbook and the questions that say who fills them."""

from collections.abc import Mapping

ROLES: Mapping[str, tuple[str, ...]] = {
    "lead": ("lead_choice", "sponsor", "publisher"),
    "sponsor": ("sponsor",),
    "publisher": ("publisher",),
    "replier": ("replier",),
    "substitute": ("substitute",),
    "complaints_owner": ("complaints_owner",),
    "crisis_decider": ("crisis_decider",),
    "crisis_deputy": ("crisis_deputy",),
    "spokesperson": ("spokesperson",),
    "approver": ("approver",),
    "staff_contact": ("staff_contact",),
    "handbook_owner": ("handbook_owner",),
    "agency_counterpart": ("agencies",),
    "opening_approver": ("opening_approver",),
    "reviews_owner": ("reviews_owner",),
    "report_reader": ("report_reader",),
}
"""Role → the questions behind it. The lead is computed, and whoever directs the agencies stands in
their list; every other role is its question."""

LEAD = "lead"
