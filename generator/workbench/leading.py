"""The ownership decision as a page of the wizard shows it: from the sections of the book's view."""

from collections.abc import Mapping

from generator.drawings import draw
from generator.handbook.context import make_context
from generator.handbook.views import drawings, ownership
from generator.library import load_library
from generator.pipeline import Strategy
from questionnaire.text import Language
from questionnaire.web.consultant import Ownership

Section = Mapping[str, object]


def describe_ownership(strategy: Strategy, language: Language) -> Ownership:
    """Return who should lead, with the reasons and the picture."""
    facts, advice = strategy.facts, strategy.advice
    context = make_context(facts, advice, load_library(), language, "internal")
    cards = context.entry("governance", "cards")
    section = ownership.view(context)
    lead, topology = _step(section, "decision"), _step(section, "topology")
    return Ownership(
        decided=advice.ownership.override is not None
        or any(not one.assumed for one in advice.ownership.lead.reasons_for),
        lead=str(section["lead"]),
        meaning=context.text(cards.get(str(section["lead_code"]))),
        person=str(section["person"]) if section["person_known"] else "",
        recommended=str(section["recommended"]),
        overridden=bool(section["overridden"]),
        override_reason=str(section["override_reason"]),
        confidence=str(lead["confidence_text"]),
        reasons=_texts(lead, "reasons"),
        against=_texts(lead, "against"),
        assumed=_texts(lead, "assumed"),
        runner_up=str(lead["runner_up"]),
        runner_up_meaning=context.text(cards.get(str(lead["runner_up_code"]))),
        flip=str(lead["flip"]),
        topology=str(topology["winner"]),
        topology_meaning=str(topology["meaning"]),
        topology_reasons=_texts(topology, "reasons"),
        committee=str(section["committee"]),
        drawing=draw({"drawings": drawings.view(context)}, language)["org"],
        options=tuple(_list_options(lead)),
    )


def _step(section: Section, key: str) -> Section:
    found = section[key]
    return found if isinstance(found, Mapping) else {}


def _texts(section: Section, key: str) -> tuple[str, ...]:
    found = section[key]
    return tuple(str(one) for one in found) if isinstance(found, list) else ()


def _list_options(ranking: Section) -> list[tuple[str, int, bool]]:
    rows = ranking["options"]
    return [
        (str(row["option"]), int(row["points"]), bool(row["winner"]))
        for row in (rows if isinstance(rows, list) else ())
    ]
