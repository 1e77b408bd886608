"""Section `decisions`: what is still open, who decides it and until when."""

from collections.abc import Iterator

from generator.facts.model import Pending
from generator.handbook.context import ViewContext
from generator.handbook.suggestions import describe_decision, is_named
from questionnaire.model import Question, Section

TIERS = ("essential", "standard", "deep")
AT_ONCE = 5
"""Decisions that a small company reads at once when none is essential: a starting value of ours."""
Entry = tuple[Section, Question, Pending]


def view(context: ViewContext) -> dict[str, object]:
    """Return the open decisions, the essential first, then by date, with their counts."""
    first = _first_ones(context)
    found = sorted(
        (_describe(context, *entry) for entry in open_questions(context)),
        key=lambda row: (
            not row["named"],
            TIERS.index(str(row["tier_code"])),
            first.get(str(row["id"]), len(first)),
            not row["required"],
            row["due_iso"],
        ),
    )
    required = sum(bool(row["required"]) for row in found)
    essential = sum(row["tier_code"] == "essential" for row in found)
    named = sum(bool(row["named"]) for row in found)
    shown = named or (AT_ONCE if context.facts.plain.book == "micro" else len(found))
    return {
        "rows": found,
        "now": found[:shown],
        "later": found[shown:],
        "total": len(found),
        "required": required,
        "optional": len(found) - required,
        "essential": essential,
        "named": named,
        "unreached": len(found) - named,
        "total_text": context.pack.plural("decision", len(found)),
        "any": bool(found),
    }


def _first_ones(context: ViewContext) -> dict[str, int]:
    """Return the place of each decision that comes before the others of its tier."""
    listed = context.library.knowledge.get("decisions", {}).get("first", [])
    return (
        {str(question): at for at, question in enumerate(listed)}
        if isinstance(listed, list)
        else {}
    )


def open_questions(context: ViewContext) -> Iterator[Entry]:
    """Yield each question that is open; an optional one only if somebody left it open on purpose."""
    for section in context.facts.questionnaire.sections:
        for question in section.questions:
            fact = context.facts.by_id.get(question.id)
            if not isinstance(fact, Pending):
                continue
            if question.required or fact.owner or fact.due or fact.reason:
                yield section, question, fact


def _describe(
    context: ViewContext, section: Section, question: Question, fact: Pending
) -> dict[str, object]:
    context.facts.note((question.id,))
    decision = describe_decision(context, question, fact)
    level = "required" if question.required else "optional"
    return {
        "id": question.id,
        "question": context.text(question.text),
        "short": context.text(question.short),
        "section": context.text(section.title),
        "stake": decision.stake,
        "suggestion": decision.suggestion,
        "because": decision.because,
        "reason": fact.reason or "",
        "owner": decision.owner,
        "owner_known": decision.owner_known,
        "due": context.pack.long_date(decision.due),
        "due_iso": decision.due.isoformat(),
        "due_given": decision.due_given,
        "level": context.pack.word("open_decision", level),
        "required": question.required,
        "named": is_named(question, fact),
        "tier": context.pack.word("tiers", question.tier),
        "tier_code": question.tier,
    }
