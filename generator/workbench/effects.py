"""What would change if answers were saved: clauses, recommendations, findings, open decisions."""

import re
from collections.abc import Iterator

from generator.inquiry.comparison import ClauseChange, Comparison, ToldFinding, compare_strategies
from generator.inquiry.differences import Difference
from generator.library.languages import LanguagePack, load_language
from generator.workbench.thinking import Thought
from questionnaire.text import Language
from questionnaire.web.consultant import Effect

_MARKUP = re.compile(
    r"\{[:#][^}]*\}"  # anchors and classes
    r"|(?<!\\)\*\*|^(?:[#>]+|[-*]|\d+\.|!!!\s+\w+|\?\?\?\+?\s+\w+)\s+|^\||\|$",
    re.MULTILINE,
)
_LINK = re.compile(r"(?<!\\)\[((?:\\.|[^\]\\])*)\]\([^)]*\)")
_TAG = re.compile(r"<[^>]+>")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def list_effects(before: Thought, after: Thought, language: Language) -> tuple[Effect, ...]:
    """Return everything that differs: what no longer adds up first, the text of the book last."""
    if before is after:
        return ()
    books = before.plan(language), after.plan(language)
    found = compare_strategies(before.strategy, after.strategy, books, language)
    return tuple(_tell(found, load_language(language)))


def _tell(found: Comparison, pack: LanguagePack) -> Iterator[Effect]:
    for one in (*found.new_findings, *found.changed_findings):
        yield _tell_finding("finding_new", one, pack)
    for one in found.gone_findings:
        yield _tell_finding("finding_gone", one, pack)
    for difference in found.advice:
        yield _tell_advice(difference, pack)
    for question in found.opened:
        yield Effect("opened", question)
    for question in found.closed:
        yield Effect("closed", question)
    for clause in found.clauses:
        yield _tell_clause(clause, pack)


def _tell_finding(kind: str, one: ToldFinding, pack: LanguagePack) -> Effect:
    level = pack.message(f"cli.whatif.level.{one.level}")
    gone = kind == "finding_gone"
    return Effect("finding_gone" if gone else "finding_new", one.message, level, one.before)


def _tell_advice(one: Difference, pack: LanguagePack) -> Effect:
    nothing = pack.message("cli.whatif.nothing_there")
    label = pack.message(f"cli.whatif.{one.code}", name=one.name)
    return Effect("advice", label, "", one.before or nothing, one.after or nothing)


def _tell_clause(one: ClauseChange, pack: LanguagePack) -> Effect:
    state = pack.message(f"cli.whatif.clause.{one.state}")
    return Effect("clause", one.title, state, _read(one.removed), _read(one.added))


def _read(lines: tuple[str, ...]) -> str:
    """Return lines of Markdown as people read them, one below another."""
    plain = (_TAG.sub("", _LINK.sub(r"\1", _MARKUP.sub("", line.strip()))) for line in lines)
    shown = (_ESCAPED.sub(r"\1", line).strip() for line in plain)
    return "\n".join(line for line in shown if line.strip("-| :"))
