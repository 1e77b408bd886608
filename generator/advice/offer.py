"""What a check may ask of one agency, product or event."""

from collections.abc import Iterable, Mapping
from datetime import date

from generator.advice.situation import Situation
from generator.advice.targets import find_own
from generator.facts.people import list_agencies

NEVER_DELEGATED = ("strategy", "crisis")
"""Tasks that the company answers for itself (B.2.9)."""


def list_agency_items(situation: Situation) -> Iterable[Mapping[str, object]]:
    """Yield each agency with what is wrong about its contract or its access."""
    facts = situation.facts
    for one in list_agencies(facts.value("agencies")):
        kept = tuple(task for task in one.tasks if task in NEVER_DELEGATED)
        yield {
            "id": one.id,
            "label": one.name,
            "tasks": one.tasks,
            "kept": kept,
            "decides": bool(kept),
            "lacks_counterpart": facts.person(one.counterpart) is None,
            "access": one.access,
            "ends": one.ends,
            "over": one.ends is not None and one.ends < facts.today,
        }


def list_product_items(situation: Situation) -> Iterable[Mapping[str, object]]:
    """Yield each product with its promise and whether anything proves it."""
    for one in situation.items("products"):
        yield {
            "id": one["id"],
            "label": one.get("name"),
            "claim": one.get("claim"),
            "unproved": bool(one.get("claim")) and not one.get("proof"),
            "launch": one.get("launch"),
        }


def list_event_items(situation: Situation) -> Iterable[Mapping[str, object]]:
    """Yield each event with its days and whether whoever posts from there is free to."""
    facts = situation.facts
    replier = situation.person("replier")
    uncovered = replier is not None and not situation.named("substitute")
    for one in situation.items("events"):
        starts, ends, owner = one.get("starts"), one.get("ends"), one.get("owner")
        last = ends if isinstance(ends, date) else starts
        backwards = isinstance(starts, date) and isinstance(ends, date) and ends < starts
        alone = uncovered and replier is not None and find_own(facts, replier.id) is None
        yield {
            "id": one["id"],
            "label": one.get("name"),
            "starts": starts,
            "backwards": backwards,
            "over": isinstance(last, date) and last < facts.today,
            "owner": owner,
            "lacks_owner": facts.person(owner) is None,
            "owner_answers": alone and replier is not None and owner == replier.id,
        }
