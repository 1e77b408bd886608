"""What an open decision is about: who decides, until when, and what we would do."""

from dataclasses import dataclass
from datetime import date, timedelta

from generator.facts.model import Pending
from generator.handbook.context import ViewContext
from generator.handbook.display import show_value
from generator.handbook.names import names
from questionnaire.model import Question

DAYS_TO_DECIDE = {"essential": 14, "standard": 30, "deep": 90}
"""Days given to a decision for which nobody set a date: starting values of ours, by tier."""


@dataclass(frozen=True, slots=True)
class OpenDecision:
    """One open decision in the words of the book."""

    owner: str
    owner_known: bool
    due: date
    due_given: bool
    suggestion: str
    because: str
    stake: str


def is_named(question: Question, fact: Pending) -> bool:
    """Tell a decision the company is taking, or can't do without, from a question not reached yet.

    The first stands in a box on its page; the second in one line, so that a short interview
    doesn't bury what matters.
    """
    return question.tier == "essential" or bool(fact.owner or fact.due or fact.reason)


def describe_decision(context: ViewContext, question: Question, fact: Pending) -> OpenDecision:
    """Return what a page says about a question nobody answered yet.

    Without a named owner the person with the last word decides; without a date, the tier's.
    """
    read = names(context.facts.plain, context.advice, context.edition)
    rule = next(
        (one for one in question.recommend if one.when is None or one.when.holds(read)), None
    )
    owner = fact.owner or context.facts.plain.value("sponsor")
    person = context.facts.plain.person(owner)
    due = fact.due or context.facts.today + timedelta(days=DAYS_TO_DECIDE[question.tier])
    return OpenDecision(
        owner=context.show_person(person.name, context.text(person.role))
        if person is not None
        else context.pack.word("open_decision", "person"),
        owner_known=person is not None,
        due=due,
        due_given=fact.due is not None,
        suggestion=_show_amount(context, question, rule.value) if rule is not None else "",
        because=context.text(rule.because) if rule is not None else "",
        stake=context.text(question.why_we_ask),
    )


def _show_amount(context: ViewContext, question: Question, value: object) -> str:
    """Return a value in words, a number with its unit: units are written for more than one."""
    shown = show_value(context, question, value)
    unit = context.text(question.unit)
    counted = isinstance(value, (int, float)) and not isinstance(value, bool) and value != 1
    return f"{shown} {unit}" if unit and counted else shown
