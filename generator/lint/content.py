"""Is the content sound? What only shows when chapters, questions and checks are seen together."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from generator.advice import advise
from generator.facts import derive_facts
from generator.handbook import plan_handbook
from generator.handbook.planner import build_view
from generator.handbook.prose_names import check_prose, find_macros
from generator.handbook.trace import list_clauses
from generator.library import Library
from generator.library.model import ChapterHead
from questionnaire.answers import Answers
from questionnaire.conditions import parse_condition
from questionnaire.errors import Place, Problem
from questionnaire.kinds.base import as_list
from questionnaire.model import Question, Questionnaire
from questionnaire.sources import data_folder
from questionnaire.store import load_answers
from questionnaire.text import LANGUAGES

ANY_DAY = date(2026, 1, 1)
"""Linting asks what a book reads, not when it was made."""

READ_BY_THE_LOOK = frozenset({"company_name", "brand_colour", "logo"})
"""Questions whose answers shape the theme of the site instead of a page."""

_LINK = re.compile(r"\]\(page:(?P<page>[a-z][\w.-]*)(?:#(?P<anchor>[\w-]+))?\)")


def inspect_content(questionnaire: Questionnaire, library: Library) -> tuple[Problem, ...]:
    """Return every fault: unknown names, dead links, questions that no page and no check reads."""
    return (
        *find_unknown_names(questionnaire, library),
        *find_dead_links(library),
        *find_unused_questions(questionnaire, library),
    )


def find_dead_links(library: Library) -> Iterator[Problem]:
    """Yield every link of the prose to a chapter or clause that doesn't exist."""
    anchors = {
        chapter.id: {clause.anchor for clause in chapter.clauses} for chapter in library.chapters
    }
    for chapter in library.chapters:
        for place, text in _passages(chapter):
            for found in _LINK.finditer(text):
                page, anchor = found["page"], found["anchor"] or ""
                if anchor not in anchors.get(page, set()) | ({""} if page in anchors else set()):
                    target = f"{page}#{anchor}" if anchor else page
                    yield Problem("lint.dead_link", place, {"target": target})


def find_unknown_names(questionnaire: Questionnaire, library: Library) -> Iterator[Problem]:
    """Yield every name of the prose that no view has, in chapters no sample includes too."""
    facts = derive_facts(questionnaire, next(_sample_answers(questionnaire)), ANY_DAY)
    view, _ = build_view(facts, advise(facts, library), library, LANGUAGES[0], "internal")
    macros = find_macros(library.partials)
    for chapter in library.chapters:
        for prose in chapter.prose.values():
            for passage in (prose.lead, *prose.clauses):
                yield from check_prose(passage.template, passage.where, view, macros)


def find_unused_questions(questionnaire: Questionnaire, library: Library) -> Iterator[Problem]:
    """Yield every question whose answer shapes no page, no check and no recommendation."""
    used = READ_BY_THE_LOOK.union(
        _read_by_books(questionnaire, library), _read_by_rules(questionnaire, library)
    )
    for question in questionnaire.by_id.values():
        if question.id not in used:
            yield Problem("lint.unused_question", question.where, {"question": question.id})


def _read_by_books(questionnaire: Questionnaire, library: Library) -> Iterator[str]:
    for answers in _sample_answers(questionnaire):
        facts = derive_facts(questionnaire, answers, ANY_DAY)
        handbook = plan_handbook(facts, advise(facts, library), library, LANGUAGES[0], "internal")
        for _, clause in list_clauses(handbook):
            yield from clause.reads


def _read_by_rules(questionnaire: Questionnaire, library: Library) -> Iterator[str]:
    for question in questionnaire.by_id.values():
        yield from _names_of(question)
    for check in library.checks:
        yield from parse_condition(str(check["when"])).names() if "when" in check else ()
        yield from map(str, as_list(check.get("words_in")))
    for chapter in library.chapters:
        for condition in (chapter.when, *(clause.when for clause in chapter.clauses)):
            yield from condition.names() if condition else ()


def _names_of(question: Question) -> Iterator[str]:
    conditions = [question.when, *(choice.when for choice in question.choices)]
    conditions += [rule.when for rule in question.recommend]
    for condition in conditions:
        yield from condition.names() if condition else ()


def _sample_answers(questionnaire: Questionnaire) -> Iterator[Answers]:
    for path in sorted(data_folder("questionnaire", "examples").glob("*/answers.yml")):
        yield load_answers(path, questionnaire)


def _passages(chapter: ChapterHead) -> Iterable[tuple[Place, str]]:
    for prose in chapter.prose.values():
        for passage in (prose.lead, *prose.clauses):
            yield passage.where, passage.template
