"""Section `ownership`: who leads and how publishing power is spread, with the reasons in words."""

from generator.advice.model import Ranking
from generator.handbook.context import ViewContext
from generator.handbook.views.who import describe_person
from generator.handbook.wording import capitalise

View = dict[str, object]
NEVER = ("it", "agency")
READS = ("goals", "people", "departments", "employees", "inbound_volume", "business_model")


def view(context: ViewContext) -> View:
    """Return the two rankings in words, the accountable person and what goes with them."""
    ownership = context.advice.ownership
    context.facts.note((*READS, "lead_choice", "publishing_units", "maturity"))
    lead = ownership.chosen
    person = context.facts.person(ownership.accountable)
    none = context.pack.word("open_decision", "words")
    target = ownership.target_topology
    inbound = ownership.inbound_owner
    return {
        "lead": _name(context, "lead", lead),
        "lead_code": lead,
        "recommended": _name(context, "lead", ownership.lead.winner),
        "recommended_code": ownership.lead.winner,
        "overridden": ownership.override is not None,
        "override_reason": _override_reason(context),
        "decision": _describe(context, "lead", ownership.lead),
        "topology": _describe(context, "topology", ownership.topology),
        "target_topology": _name(context, "topology", target) if target else "",
        "target_topology_code": target or "",
        "person_known": person is not None,
        "person": describe_person(context, person)["name"] if person is not None else none,
        "person_role": context.text(person.role) if person is not None else "",
        "committee": context.pack.word("ownership", ownership.committee),
        "committee_code": ownership.committee,
        "register_blocking": ownership.register_blocking,
        "inbound_owner": _inbound(context, inbound) if inbound else none,
        "inbound_owner_code": inbound or "",
        "advocacy_allowed": ownership.advocacy_allowed,
        "spokes": [context.choice(one, "people", "department") for one in ownership.spokes],
        "external_review": ownership.external_review,
        "looks_decentralised": ownership.looks_decentralised,
    }


def _describe(context: ViewContext, kind: str, ranking: Ranking) -> View:
    """Return one ranking: the winner, the runner-up, why, why not, and what would change it."""
    for reason in (*ranking.reasons_for, *ranking.reasons_against):
        context.facts.note(reason.reads)
    reasons = [context.text(one.text) for one in ranking.reasons_for]
    against = [context.text(one.text) for one in ranking.reasons_against]
    assumed = [context.text(one.text) for one in ranking.reasons_for if one.assumed]
    runner = ranking.runner_up
    return {
        "winner": _name(context, kind, ranking.winner),
        "winner_code": ranking.winner,
        "meaning": _meaning(context, kind, ranking.winner),
        "runner_up": _name(context, kind, runner) if runner else "",
        "runner_up_code": runner or "",
        "runner_up_meaning": _meaning(context, kind, runner) if runner else "",
        "confidence": context.label("ownership", "confidence", "labels", ranking.confidence),
        "confidence_code": ranking.confidence,
        "confidence_text": context.pack.word("confidence_sentence", ranking.confidence),
        "reasons": list(dict.fromkeys(filter(None, reasons))),
        "reasons_text": context.pack.join_and(list(dict.fromkeys(filter(None, reasons)))),
        "against": list(dict.fromkeys(filter(None, against))),
        "against_text": context.pack.join_and(list(dict.fromkeys(filter(None, against)))),
        "assumed": [one for one in dict.fromkeys(assumed) if one],
        "flip": _flip(context, kind, ranking),
        "rejected": _rejected(context, kind, ranking),
        "options": _options(context, kind, ranking),
        "tie": _tie(context, kind, ranking.tie_break),
    }


def _name(context: ViewContext, kind: str, code: str) -> str:
    """Return the label of an option; those that can never win have theirs in the language file."""
    if code in NEVER:
        return context.pack.word("ownership", code)
    return context.label("ownership", kind, "labels", code)


def _meaning(context: ViewContext, kind: str, code: str) -> str:
    found = context.entry("ownership", "meaning", kind).get(code)
    return context.text(found) if found else ""


def _flip(context: ViewContext, kind: str, ranking: Ranking) -> str:
    """Return "It would become a … if …", or nothing when no single change flips it."""
    flip = ranking.flip
    if flip is None:
        return ""
    context.facts.note(flip.reads)
    pattern = context.pack.word("ownership", f"flip_{kind}")
    outcome = _name(context, kind, flip.outcome)
    return capitalise(pattern.format(outcome=outcome, change=context.text(flip.text)))


def _rejected(context: ViewContext, kind: str, ranking: Ranking) -> list[View]:
    """Return the options that could not win, each with the gate that excluded it."""
    return [
        {
            "code": code,
            "option": _name(context, kind, code),
            "reason": _gate(context, kind, code, gate),
        }
        for code, gate in ranking.excluded.items()
    ]


def _gate(context: ViewContext, kind: str, option: str, gate: str) -> str:
    entry = context.entry("ownership", kind)
    for name in ("gates", "never"):
        rows = entry.get(name)
        for row in rows if isinstance(rows, list) else ():
            if row.get("id") == gate and row.get("option", option) == option:
                return context.text(row.get("text"))
    return ""


def _options(context: ViewContext, kind: str, ranking: Ranking) -> list[View]:
    """Return every option with its points, the best first; the excluded ones last."""
    ordered = sorted(
        ranking.scores, key=lambda code: (code in ranking.excluded, -ranking.scores[code])
    )
    return [
        {
            "code": code,
            "option": _name(context, kind, code),
            "points": ranking.scores[code],
            "excluded": code in ranking.excluded,
            "winner": code == ranking.winner,
            "reason": _gate(context, kind, code, ranking.excluded.get(code, "")),
        }
        for code in ordered
    ]


def _tie(context: ViewContext, kind: str, tie: str | None) -> str:
    """Return how a tie was decided, or nothing when there was none."""
    if not tie:
        return ""
    ties = context.entry("ownership", "ties", kind) or context.entry("ownership", kind).get("ties")
    pairs = ties.get("pairs", []) if isinstance(ties, dict) else []
    texts = ties.get("texts", {}) if isinstance(ties, dict) else {}
    row: dict[str, object] = next((one for one in pairs if one.get("id") == tie), {})
    return context.text(texts.get(tie) or row.get("text"))


def _override_reason(context: ViewContext) -> str:
    """Return the company's own reason without its full stop: the page goes on after it."""
    return context.text(context.facts.value("lead_reason")).strip().rstrip(".")


def _inbound(context: ViewContext, owner: str) -> str:
    person = context.facts.person(owner)
    if person is not None or owner.startswith("role:"):
        return context.name(owner)
    shown = _name(context, "lead", owner)
    return shown if shown != owner.replace("_", " ") else context.pack.word("roles", owner)
