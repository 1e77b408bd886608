"""How a strategy stands: what doesn't add up, and how far the handbook is from final."""

from collections.abc import Iterator

from generator.advice.model import Finding
from generator.advice.names import NAMES
from generator.facts.model import Facts
from generator.handbook.context import ViewContext, make_context
from generator.handbook.views import readiness
from generator.handbook.views.findings import LEVELS, describe_finding
from generator.handbook.wording import capitalise
from generator.library import load_library
from generator.pipeline import Strategy
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
    return Health(tuple(told), required, len(open_ids), tuple(_measure(context)))


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


def _measure(context: ViewContext) -> Iterator[ReadinessPart]:
    """Yield the parts of the readiness score, each with the step that raises it most."""
    shown = readiness.view(context)["parts"]
    rows = shown if isinstance(shown, list) else []
    for part, row in zip(context.advice.readiness.parts, rows, strict=True):
        step = next(iter(row["missing"]), None)
        remedy = capitalise(f"{step['who']} {step['does']} (+{step['gain']})") if step else ""
        yield ReadinessPart(str(row["name"]), part.won, part.possible, remedy)
