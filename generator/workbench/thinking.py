"""Answers thought through once: facts, advice, books and pages, kept while they are asked for again.

A wizard asks about the same saved answers at every keystroke, and about answers that are typed
only once; the last few are kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from generator.handbook.model import Chapter, Handbook
from generator.handbook.planner import plan_handbook
from generator.library import load_library
from generator.pipeline import Strategy, consider
from generator.project.article import convert_page
from generator.project.links import list_targets
from generator.project.render import render_page
from generator.revision.page_parts import split_page
from generator.workbench.links import lead_to_previews
from generator.workbench.marking import Unit, read_units
from questionnaire.answers import Answers
from questionnaire.text import Language

MOST = 4
"""Answers that are kept: the saved ones, those shown, and the two before."""


@dataclass(frozen=True, slots=True)
class Article:
    """One page of a book as it reads: its HTML, its units, and the Markdown of its clauses."""

    chapter: Chapter
    html: str
    units: tuple[Unit, ...]
    parts: Mapping[str, str]
    """By anchor, the lead under the empty one."""


@dataclass(slots=True)
class Thought:
    """What follows from some answers; books and pages are made when they are first asked for."""

    strategy: Strategy
    _books: dict[Language, Handbook] = field(default_factory=dict)
    _articles: dict[tuple[Language, str], Article] = field(default_factory=dict)

    def plan(self, language: Language) -> Handbook:
        """Return the internal book in a language."""
        if language not in self._books:
            facts, advice = self.strategy.facts, self.strategy.advice
            book = plan_handbook(facts, advice, load_library(), language, "internal")
            self._books[language] = book
        return self._books[language]

    def find_chapter(self, page: str, language: Language) -> Chapter | None:
        """Return a chapter of the book, if it has it."""
        parts = self.plan(language).parts
        found = (one for part in parts for one in part.chapters if one.id == page)
        return next(found, None)

    def read(self, page: str, language: Language) -> Article | None:
        """Return one page of the book as it reads, if the book has it."""
        key = language, page
        if key not in self._articles:
            chapter = self.find_chapter(page, language)
            if chapter is None:
                return None
            self._articles[key] = self._write(chapter, language)
        return self._articles[key]

    def _write(self, chapter: Chapter, language: Language) -> Article:
        book = self.plan(language)
        targets = {
            page: replace(target, file=f"?page={page}")
            for page, target in list_targets(book).items()
        }
        markdown = render_page(book, chapter, targets).markdown
        html = lead_to_previews(convert_page(markdown))
        return Article(chapter, html, read_units(html), split_page(markdown))


@dataclass(slots=True)
class Thinking:
    """The last answers that were thought through."""

    _recent: list[tuple[Answers, date, Thought]] = field(default_factory=list)

    def think(self, answers: Answers, today: date) -> Thought:
        """Return what follows from some answers on a day."""
        for at, (known, day, thought) in enumerate(self._recent):
            if day == today and (known is answers or known == answers):
                self._recent.insert(0, self._recent.pop(at))
                return thought
        thought = Thought(consider(answers, today))
        self._recent = [(answers, today, thought), *self._recent][:MOST]
        return thought
