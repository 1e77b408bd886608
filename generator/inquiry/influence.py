"""Which of the answers a clause looks at really shape it: without them it would read otherwise.

A clause is written from whole sections of the view, and a section reads more answers than one
clause prints. Here each answer is taken away in turn and the clause is written again.
"""

from collections.abc import Mapping
from dataclasses import replace

from generator.advice import advise
from generator.drawings import draw
from generator.facts import derive_facts
from generator.facts.model import Facts, Known, Pending
from generator.handbook.context import make_context
from generator.handbook.model import Chapter, Clause, Handbook
from generator.handbook.prose_names import find_uses
from generator.handbook.recording import RecordedFacts
from generator.handbook.trace import questions_read
from generator.handbook.views import VIEWS
from generator.inquiry.clauses import find_clause
from generator.library import load_library
from generator.pipeline import Strategy
from generator.project.templates import prepare_prose
from questionnaire.answers import Answers
from questionnaire.errors import AnswerProblems

SHARED = ("a", "company", "ui", "who")
"""Sections that the partials print, whatever the clause names."""
DRAWN = "drawings"


def find_shaping(strategy: Strategy, book: Handbook, clause_id: str) -> frozenset[str]:
    """Return the questions without whose answer a clause of the book would read otherwise.

    What is undecided counts where the clause names that very question: it prints the hole.
    """
    found = find_clause(book, clause_id)
    if found is None:
        return frozenset()
    _, clause = found
    as_it_is = _write(strategy.facts, book, clause)
    certain = _find_conditions(strategy.facts, *found) | _find_weighed(strategy, clause)
    return frozenset(
        question
        for question in clause.reads
        if question in certain or _shapes(strategy, book, clause, question, as_it_is)
    )


def _find_conditions(facts: Facts, chapter: Chapter, clause: Clause) -> frozenset[str]:
    """Return the questions on which it depends whether the clause is in the book at all."""
    heads = [one for one in load_library().chapters if one.id == chapter.id]
    own = [one for head in heads for one in head.clauses if one.anchor == clause.anchor]
    conditions = (*(head.when for head in heads), *(one.when for one in own))
    return frozenset(questions_read("", {}, frozenset(facts.questionnaire.by_id), conditions))


def _find_weighed(strategy: Strategy, clause: Clause) -> frozenset[str]:
    """Return what the rules of the ownership decision weighed, where the clause prints it.

    No single answer need turn a decision that several of them carry.
    """
    if not any(use.path[0] == "ownership" for use in find_uses(clause.template)):
        return frozenset()
    ownership = strategy.advice.ownership
    rankings = (ownership.lead, ownership.topology)
    reasons = [one for each in rankings for one in (*each.reasons_for, *each.reasons_against)]
    return frozenset(question for one in reasons for question in one.reads)


def _shapes(
    strategy: Strategy, book: Handbook, clause: Clause, question: str, as_it_is: str
) -> bool:
    fact = strategy.facts.by_id.get(question)
    if not isinstance(fact, Known):
        asked = frozenset({question})
        return isinstance(fact, Pending) and bool(questions_read(clause.template, {}, asked))
    without = _take_away(strategy.facts, strategy.answers.without(question))
    return without is None or _write(without, book, clause) != as_it_is


def _take_away(facts: Facts, answers: Answers) -> Facts | None:
    """Return the facts of other answers; nothing where the others can't stand without the one."""
    try:
        return derive_facts(facts.questionnaire, answers, facts.today)
    except AnswerProblems:
        return None


def _write(facts: Facts, book: Handbook, clause: Clause) -> str:
    """Return the Markdown of one clause; of the view, only what it can print is filled again."""
    library, language = load_library(), book.language
    empty = make_context(facts, advise(facts, library), library, language, book.edition)
    sections = {use.path[0] for use in find_uses(clause.template)} & set(VIEWS)
    drawn = any(use.path[0] == "drawing" for use in find_uses(clause.template))
    wanted = {*sections, *SHARED, *((DRAWN,) if drawn else ())}
    view: Mapping[str, object] = {
        **book.view,
        **{
            name: VIEWS[name](replace(empty, facts=RecordedFacts(facts)))
            for name in VIEWS
            if name in wanted
        },
    }
    drawings = draw(view, language) if drawn else {}
    return prepare_prose(view, language, drawings).render(clause.template, clause.source)
