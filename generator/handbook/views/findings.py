"""Section `findings`: what does not add up in the strategy, with its remedy."""

import re
from collections.abc import Mapping

from generator.advice.model import Finding
from generator.handbook.context import ViewContext

_BLANK = re.compile(r"\{(\w+)\}")
LEVELS = ("error", "warning", "note")


def view(context: ViewContext) -> dict[str, object]:
    """Return the findings, the gravest first, all together and by level."""
    ordered = sorted(context.advice.findings, key=lambda one: LEVELS.index(one.level))
    rows = [describe_finding(context, one) for one in ordered]
    by_level = {
        f"{level}s": [row for row in rows if row["level_code"] == level] for level in LEVELS
    }
    return {
        "rows": rows,
        **by_level,
        "total": len(rows),
        "total_text": context.pack.plural("finding", len(rows)),
        "any": bool(rows),
        "minutes": sum(one.minutes for one in ordered),
        "time": context.pack.duration(sum(one.minutes for one in ordered)),
    }


def describe_finding(context: ViewContext, finding: Finding) -> dict[str, object]:
    """Return one finding in words, with what mends it and how long that takes."""
    context.facts.note(finding.reads)
    return {
        "id": finding.id,
        "level": finding.level,
        "level_code": finding.level,
        "level_text": context.pack.word("levels", finding.level),
        "message": fill(context, context.text(finding.message), finding.data),
        "remedy": fill(context, context.text(finding.remedy), finding.data),
        "why": fill(context, context.text(finding.why), finding.data),
        "minutes": finding.minutes,
        "time": context.pack.duration(finding.minutes),
        "answers": context.questions_in_words(finding.reads),
    }


def fill(context: ViewContext, template: str, data: Mapping[str, str | int | float]) -> str:
    """Return a text of the content with its values; values are put in, never read as a template."""

    def put(found: re.Match[str]) -> str:
        value = data.get(found[1], found[0])
        return context.pack.number(value) if isinstance(value, (int, float)) else str(value)

    return _BLANK.sub(put, template)
