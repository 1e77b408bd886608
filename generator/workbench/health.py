"""How a strategy stands: what doesn't add up, and how far the handbook is from final."""

from collections.abc import Iterable, Iterator

from generator.advice.model import Finding
from generator.advice.names import NAMES
from generator.facts.model import Facts, Known, Pending
from generator.handbook.context import make_context
from generator.handbook.views.findings import LEVELS, describe_finding
from generator.library import load_library
from generator.pipeline import Strategy
from questionnaire.model import Question
from questionnaire.text import Language
from questionnaire.web.consultant import Health, ReadinessPart, ToldFinding


def examine(strategy: Strategy, language: Language) -> Health:
    """Return the findings, gravest first, and what is still open."""
    facts = strategy.facts
    context = make_context(facts, strategy.advice, load_library(), language, "internal")
    ordered = sorted(strategy.advice.findings, key=lambda one: LEVELS.index(one.level))
    told = []
    for finding in ordered:
        row = {key: str(value) for key, value in describe_finding(context, finding).items()}
        told.append(
            ToldFinding(
                id=finding.id,
                level=finding.level,
                message=row["message"],
                why=row["why"],
                remedy=row["remedy"],
                time=row["time"] if finding.minutes else "",
                questions=tuple(_list_questions(finding, facts)),
                item=str(finding.data.get("item", "")),
            )
        )
    open_ids = facts.list_open()
    required = tuple(one for one in open_ids if facts.questionnaire.by_id[one].required)
    return Health(tuple(told), required, len(open_ids), tuple(_measure(facts, language)))


def _list_questions(finding: Finding, facts: Facts) -> Iterator[str]:
    """Yield the questions behind a finding: first those whose values its message tells."""
    named = (
        question
        for name in finding.data
        for question in (NAMES[name].reads if name in NAMES else (name,))
    )
    for question in dict.fromkeys(
        (*(one for one in named if one in finding.reads), *finding.reads)
    ):
        if question in facts.questionnaire.by_id:
            yield question


def _measure(facts: Facts, language: Language) -> Iterator[ReadinessPart]:
    """Yield the parts of the readiness: each counts the questions this company is asked."""
    questions = facts.questionnaire.by_id.values()
    required = [one for one in questions if one.required]
    essential = [one for one in questions if one.tier == "essential"]
    yield _count(facts, language, "health.required", required)
    yield _count(facts, language, "health.essential", essential)


def _count(
    facts: Facts, language: Language, code: str, questions: Iterable[Question]
) -> ReadinessPart:
    found = [facts.by_id.get(one.id) for one in questions]
    points = sum(isinstance(one, Known) for one in found)
    of = points + sum(isinstance(one, Pending) for one in found)
    library = load_library()
    remedy = library.message(f"{code}_remedy", language) if points < of else ""
    return ReadinessPart(library.message(code, language), points, of, remedy)
