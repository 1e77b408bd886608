"""What if: the same company with another answer, thought and written again, and held beside it."""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.advice import advise
from generator.advice.model import Finding
from generator.facts import derive_facts
from generator.facts.model import Facts, Pending
from generator.handbook.model import Handbook
from generator.handbook.trace import list_clauses
from generator.inquiry.changes import Tried, try_changes
from generator.inquiry.clauses import name_clause
from generator.inquiry.differences import Difference, list_differences
from generator.inquiry.explanation import plan_book
from generator.library import load_library
from generator.pipeline import Strategy
from generator.project.render import ABOUT, render_pages
from generator.revision.model import FRONT
from generator.revision.page_parts import split_page
from questionnaire.text import Language


@dataclass(frozen=True, slots=True)
class ToldFinding:
    """One finding in words; `before` is what it said when only its words change."""

    id: str
    level: str
    message: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """One clause whose text changes: added, removed or changed, with the lines that differ."""

    id: str
    title: str
    state: str
    removed: tuple[str, ...]
    added: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that would change."""

    tried: tuple[Tried, ...]
    new_findings: tuple[ToldFinding, ...]
    gone_findings: tuple[ToldFinding, ...]
    changed_findings: tuple[ToldFinding, ...]
    advice: tuple[Difference, ...]
    opened: tuple[str, ...]
    """Short labels of the questions that would become open decisions."""
    closed: tuple[str, ...]
    clauses: tuple[ClauseChange, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing would change."""
        parts = (self.new_findings, self.gone_findings, self.changed_findings, self.advice)
        return not any((*parts, self.opened, self.closed, self.clauses))


def compare(strategy: Strategy, changes: Mapping[str, str], language: Language) -> Comparison:
    """Think again with some answers changed; raises AnswerProblems, writes nothing."""
    facts = strategy.facts
    answers, tried = try_changes(facts.questionnaire, strategy.answers, changes, language)
    new_facts = derive_facts(facts.questionnaire, answers, facts.today)
    after = Strategy(answers, new_facts, advise(new_facts, load_library()))
    books = plan_book(strategy, language), plan_book(after, language)
    return replace(compare_strategies(strategy, after, books, language), tried=tried)


def compare_strategies(
    before: Strategy, after: Strategy, books: tuple[Handbook, Handbook], language: Language
) -> Comparison:
    """Lay two strategies and their books side by side."""
    old, new = _key(before.advice.findings), _key(after.advice.findings)
    return Comparison(
        tried=(),
        new_findings=tuple(_tell(one, language) for key, one in new.items() if key not in old),
        gone_findings=tuple(
            _tell(one, language)
            for key, one in old.items()
            if key not in new and one.id not in _find_hushed(after)
        ),
        changed_findings=tuple(_reworded(old, new, language)),
        advice=tuple(list_differences(books[0].view, books[1].view)),
        opened=tuple(_newly_open(before.facts, after.facts, language)),
        closed=tuple(_newly_open(after.facts, before.facts, language)),
        clauses=tuple(_compare_clauses(*books)),
    )


def _key(findings: tuple[Finding, ...]) -> dict[tuple[str, str], Finding]:
    return {(one.id, str(one.data.get("item", ""))): one for one in findings}


def _find_hushed(strategy: Strategy) -> frozenset[str]:
    """Return the checks that are silent because a graver one speaks: nothing was settled there."""
    spoken = {one.id for one in strategy.advice.findings}
    rows = [row for row in load_library().checks if row["id"] in spoken]
    listed = [row.get("instead_of", ()) for row in rows]
    return frozenset(str(one) for found in listed if isinstance(found, list) for one in found)


def _tell(finding: Finding, language: Language, before: str = "") -> ToldFinding:
    return ToldFinding(finding.id, finding.level, finding.message.read_in(language), before)


def _reworded(
    old: Mapping[tuple[str, str], Finding],
    new: Mapping[tuple[str, str], Finding],
    language: Language,
) -> Iterator[ToldFinding]:
    for key, one in new.items():
        if key in old and old[key].message != one.message:
            yield _tell(one, language, old[key].message.read_in(language))


def _newly_open(before: Facts, after: Facts, language: Language) -> Iterator[str]:
    for name, fact in after.by_id.items():
        if isinstance(fact, Pending) and not isinstance(before.by_id.get(name), Pending):
            yield after.questionnaire.by_id[name].short.read_in(language)


def _compare_clauses(before: Handbook, after: Handbook) -> Iterator[ClauseChange]:
    old, new = _write_clauses(before), _write_clauses(after)
    titles = {**_name_clauses(before, old), **_name_clauses(after, new)}
    for key in dict.fromkeys((*new, *old)):
        was, becomes = old.get(key, ""), new.get(key, "")
        if was != becomes:
            state = "changed" if key in old and key in new else "added"
            state = "removed" if key not in new else state
            yield ClauseChange(key, titles.get(key, key), state, *_find_lines(was, becomes))


def _write_clauses(book: Handbook) -> dict[str, str]:
    """Return the Markdown of every clause by its id; the foot of a page is no clause."""
    found: dict[str, str] = {}
    for one in render_pages(book):
        for anchor, text in split_page(one.markdown).items():
            if anchor not in (FRONT, ABOUT):
                found[f"{one.page.id}#{anchor}" if anchor else one.page.id] = text.strip()
    return found


def _name_clauses(book: Handbook, written: Mapping[str, str]) -> dict[str, str]:
    return {
        clause.id: name_clause(chapter, clause, written.get(clause.id, ""))
        for chapter, clause in list_clauses(book)
    }


def _find_lines(before: str, after: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    lines = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    return (
        tuple(line[2:] for line in lines if line.startswith("- ") and line[2:].strip()),
        tuple(line[2:] for line in lines if line.startswith("+ ") and line[2:].strip()),
    )
