"""Facts and advice → one planned handbook: which chapters and clauses, and the data they print."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from generator.advice.model import Advice
from generator.facts.model import Facts
from generator.handbook.context import make_context
from generator.handbook.model import Chapter, Clause, Edition, Handbook, Part
from generator.handbook.names import names
from generator.handbook.prose_names import check_prose, find_macros
from generator.handbook.recording import RecordedFacts
from generator.handbook.roles import ROLES
from generator.handbook.trace import Reads, questions_read
from generator.handbook.views import VIEWS
from generator.handbook.views.company import company_name
from generator.handbook.views.dates import next_review
from generator.handbook.views.trace import trace_view
from generator.library import Library
from generator.library.model import LEAD, PARTS, ChapterHead, ClauseHead, Passage
from questionnaire.errors import ContentProblems, Problem
from questionnaire.text import Language

FIRST_VERSION = "1.0"

EMPTY_TRACE: Mapping[str, object] = {"rows": [], "by": {}, "answers": [], "total": 0}
EMPTY_BOOK: Mapping[str, object] = {"parts": [], "total": 0, "has": {}}
"""The two sections that know the planned book, as they are while it is being planned."""


@dataclass(slots=True)
class _Planner:
    """What all chapters of one book share, and the faults found on the way."""

    facts: Facts
    library: Library
    language: Language
    view: Mapping[str, object]
    sections: Reads
    questions: frozenset[str]
    given: frozenset[str]
    read: Callable[[str], object]
    problems: list[Problem]

    def plan_part(self, part: str) -> Part | None:
        """Return one part with the chapters that apply, or nothing if none does."""
        chapters = tuple(
            self.plan_chapter(head)
            for head in self.library.chapters
            if head.part == part and (head.when is None or head.when.holds(self.read))
        )
        title = self.library.languages[self.language].word("parts", part)
        return Part(part, title, chapters) if chapters else None

    def plan_chapter(self, head: ChapterHead) -> Chapter:
        """Return one chapter with the clauses that apply."""
        clauses = [
            self.plan_clause(head, clause)
            for clause in head.clauses
            if clause.anchor == LEAD or clause.when is None or clause.when.holds(self.read)
        ]
        return Chapter(
            id=head.id,
            part=head.part,
            slug=head.slug,
            title=head.title.read_in(self.language),
            summary=head.summary.read_in(self.language),
            lead=clauses[0],
            clauses=tuple(clauses[1:]),
            owner=self.name_owner(head.owner),
            review_months=head.review_months,
            related=head.related,
        )

    def plan_clause(self, head: ChapterHead, clause: ClauseHead) -> Clause:
        """Return one clause with the answers behind it; faults of its names are noted."""
        passage = self.find_passage(head, clause.anchor)
        problems = check_prose(passage.template, passage.where, self.view, self.given)
        self.problems += problems
        conditions = (head.when, clause.when)
        template = "" if problems else passage.template
        reads = questions_read(template, self.sections, self.questions, conditions, clause.reads)
        return Clause(
            id=f"{head.id}#{clause.anchor}" if clause.anchor else head.id,
            anchor=clause.anchor,
            template=passage.template,
            source=f"{passage.where.file}:{passage.where.line}",
            reads=reads,
            seeds=(*head.seeds, *clause.seeds) if clause.anchor == LEAD else clause.seeds,
        )

    def find_passage(self, head: ChapterHead, anchor: str) -> Passage:
        """Return the prose of a clause in the book's language, or in the first that has it."""
        wanted = head.prose.get(self.language)
        found = wanted.passage(anchor) if wanted is not None else None
        if found is not None:
            return found
        others = (prose.passage(anchor) for prose in head.prose.values())
        return next(one for one in others if one is not None)

    def name_owner(self, role: str) -> str:
        """Return who keeps a page true, by name."""
        who = self.view["who"]
        entry = who.get(role) if isinstance(who, Mapping) and role in ROLES else None
        if isinstance(entry, Mapping):
            return str(entry["name"])
        return self.library.languages[self.language].word("open_decision", "words")


def plan_handbook(
    facts: Facts, advice: Advice, library: Library, language: Language, edition: Edition
) -> Handbook:
    """Plan the handbook of one company in one language and edition.

    Raises ContentProblems with every name in the prose that no section of the view gives.
    """
    view, sections = build_view(facts, advice, library, language, edition)
    planner = _Planner(
        facts=facts,
        library=library,
        language=language,
        view={**view, "trace": EMPTY_TRACE, "book": EMPTY_BOOK},
        sections=sections,
        questions=frozenset(facts.questionnaire.by_id),
        given=find_macros(library.partials),
        read=names(facts, advice, edition),
        problems=[],
    )
    parts = tuple(part for name in PARTS if (part := planner.plan_part(name)) is not None)
    if planner.problems:
        raise ContentProblems(planner.problems)
    context = make_context(facts, advice, library, language, edition)
    pack = library.languages[language]
    company = company_name(context)
    view["trace"] = trace_view(context, parts)
    view["book"] = describe_book(parts)
    return Handbook(
        language=language,
        edition=edition,
        title=pack.word("handbook", "title").format(company=company),
        company=company,
        version=FIRST_VERSION,
        date=facts.today,
        next_review=next_review(context),
        parts=parts,
        view=view,
    )


def build_view(
    facts: Facts, advice: Advice, library: Library, language: Language, edition: Edition
) -> tuple[dict[str, object], dict[str, tuple[str, ...]]]:
    """Return the view, and for each of its sections the questions that were read to fill it."""
    view: dict[str, object] = {}
    sections: dict[str, tuple[str, ...]] = {}
    empty = make_context(facts, advice, library, language, edition)
    for name, build in VIEWS.items():
        context = replace(empty, facts=RecordedFacts(facts))
        view[name] = build(context)
        asked = (one for one in context.facts.reads if one in facts.questionnaire.by_id)
        sections[name] = tuple(asked)
    return view, sections


def describe_book(parts: tuple[Part, ...]) -> dict[str, object]:
    """Return the table of contents as prose may print it."""
    shown: list[object] = [
        {"id": part.id, "title": part.title, "chapters": [_describe(one) for one in part.chapters]}
        for part in parts
    ]
    return {
        "parts": shown,
        "total": sum(len(part.chapters) for part in parts),
        "has": {chapter.id: True for part in parts for chapter in part.chapters},
    }


def _describe(chapter: Chapter) -> dict[str, object]:
    return {
        "id": chapter.id,
        "page": chapter.id,
        "title": chapter.title,
        "summary": chapter.summary,
        "owner": chapter.owner,
        "review_months": chapter.review_months,
    }
