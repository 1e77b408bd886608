"""Who leads social media and how publishing power is spread, with all that goes with it (B.4)."""

from collections.abc import Mapping

from generator.advice.knowledge import OwnershipData, read_ownership_data
from generator.advice.lead import rank_leads
from generator.advice.model import Ownership
from generator.advice.scoring import read_input
from generator.advice.topology import rank_topologies
from generator.facts import Facts, Person, Sizing
from generator.library import Library
from questionnaire.conditions import parse_condition

FOLLOW = "follow"
MATURITY_FOR_ADVOCACY = 2


def decide_ownership(facts: Facts, library: Library) -> Ownership:
    """Return the decision on ownership; the company's own choice of lead goes before ours."""
    data = read_ownership_data(library)
    sizing = facts.sizing
    topology, target = rank_topologies(sizing, data)
    lead = rank_leads(sizing, data)
    override = _read_override(facts, lead.winner)
    overlays = find_overlays(sizing, data)
    return Ownership(
        topology=topology,
        target_topology=target,
        lead=lead,
        override=override,
        accountable=find_accountable(facts, override or lead.winner),
        committee="full" if overlays["committee"] else "light",
        register_blocking=overlays["register_blocking"],
        inbound_owner="customer_service" if overlays["inbound_customer_service"] else "replier",
        advocacy_allowed=_allows_advocacy(facts),
        spokes=("hr",) if overlays["hr_spoke"] else (),
        external_review=overlays["external_review"],
        looks_decentralised=overlays["looks_decentralised"],
    )


def find_overlays(sizing: Sizing, data: OwnershipData) -> Mapping[str, bool]:
    """Return what goes with any pair of model and lead: committee, register, inbound and so on."""
    families = data["goals"]["families"]
    return {
        name: parse_condition(source).holds(lambda asked: read_input(sizing, asked, families))
        for name, source in data["overlays"].items()
    }


def find_accountable(facts: Facts, lead: str) -> str | None:
    """Return the one person who answers for social media.

    With a named person in the lead it is the sponsor, not whoever posts (B.3). Otherwise the
    first person listed in the lead department, or the one with most hours for a department of
    its own; the sponsor while there is none.
    """
    sponsor = facts.person(facts.value("sponsor"))
    sponsor_id = sponsor.id if sponsor else None
    if lead == "person" or facts.book == "micro":
        return sponsor_id
    if lead == "department":
        head = max(facts.people, key=_count_hours, default=None)
        return head.id if head and head.hours else sponsor_id
    head = next((person for person in facts.people if person.department == lead), None)
    return head.id if head else sponsor_id


def _count_hours(person: Person) -> float:
    return person.hours


def _read_override(facts: Facts, winner: str) -> str | None:
    choice = facts.value("lead_choice")
    if not isinstance(choice, str) or choice in (FOLLOW, winner):
        return None
    return choice


def _allows_advocacy(facts: Facts) -> bool:
    """Staff speak for the company only where two basics exist, a written policy among them."""
    maturity = facts.value("maturity", ())
    written = isinstance(maturity, tuple) and "written_policy" in maturity
    return written and facts.sizing.maturity >= MATURITY_FOR_ADVOCACY
