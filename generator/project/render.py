"""A planned handbook → its Markdown pages: front matter, title, lead, clauses, and who keeps it."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.drawings import draw
from generator.handbook.model import Chapter, Clause, Handbook
from generator.library.languages import LanguagePack, load_language
from generator.project.escaping import clean_line, escape_markdown, escape_title
from generator.project.links import LEFTOVER, LinkTarget, file_of, list_targets, resolve_links
from generator.project.model import AS_MADE, Page, Standings
from generator.project.templates import Prose, prepare_prose
from questionnaire.errors import Place, Problem

ABOUT = "about"
"""Anchor of the last section of a page: who keeps it, its version and its reviews."""

_NAME = re.compile(r"[a-z_]+")
"""Whatever may be a name in prose: too many words are found, and none is missed."""
_BLANK_LINES = re.compile(r"\n{3,}")
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """One page with its Markdown."""

    page: Page
    markdown: str


@dataclass(frozen=True, slots=True)
class _Writer:
    """All that the pages of one handbook share."""

    handbook: Handbook
    words: LanguagePack
    prose: Prose
    targets: Mapping[str, LinkTarget]

    def write(self, chapter: Chapter) -> WrittenPage:
        """Return one page; faults of its prose gather in `prose.problems`."""
        clauses = [self._write_clause(clause) for clause in (chapter.lead, *chapter.clauses)]
        text = "\n\n".join(
            (
                _write_front_matter(chapter, self.handbook),
                f"# {escape_markdown(chapter.title)}",
                *(clause for clause in clauses if clause),
                self._write_about(chapter),
            )
        )
        page = Page(
            id=chapter.id,
            language=self.handbook.language,
            path=f"docs/{self.handbook.language}/{file_of(chapter)}",
            title=clean_line(chapter.title),
            clauses=(*(clause.id for clause in chapter.clauses), f"{chapter.id}#{ABOUT}"),
        )
        return WrittenPage(page, text + "\n")

    def _write_clause(self, clause: Clause) -> str:
        rendered = self.prose.render(clause.template, clause.source)
        tidy = _BLANK_LINES.sub("\n\n", resolve_links(rendered, self.targets)).strip("\n")
        left = LEFTOVER.search(tidy)
        if left is not None:
            file, _, line = clause.source.rpartition(":")
            place = Place(file, int(line) if line.isdigit() else None)
            self.prose.problems.append(Problem("prose.leftover", place, {"text": left.group()}))
        return tidy

    def _write_about(self, chapter: Chapter) -> str:
        reviewed = self.handbook.date
        review = _add_months(reviewed, chapter.review_months)
        facts = {
            "owner": chapter.owner,
            "version": self.handbook.version,
            "last_review": self.words.long_date(reviewed),
            "next_review": self.words.long_date(review),
        }
        shown = [f"**{self._word(key)}:** {escape_markdown(text)}" for key, text in facts.items()]
        related = [self.targets[one] for one in chapter.related if one in self.targets]
        if related:
            links = ", ".join(f"[{escape_markdown(one.title)}]({one.file})" for one in related)
            shown.append(f"**{self._word('related')}:** {links}")
        heading = f"## {self._word('about_page')} {{#{ABOUT}}}"
        return f"{heading}\n\n{' · '.join(shown)}\n{{: .page-facts }}"

    def _word(self, key: str) -> str:
        return self.words.ui.get(key, key)


def render_pages(handbook: Handbook, standings: Standings = AS_MADE) -> Sequence[WrittenPage]:
    """Return every page of a handbook in reading order; raises ContentProblems with all faults."""
    drawings = draw(handbook.view, handbook.language)
    prose = prepare_prose(handbook.view, handbook.language, drawings)
    return _write(handbook, list(_chapters(handbook)), prose, list_targets(handbook, standings))


def render_page(
    handbook: Handbook, chapter: Chapter, targets: Mapping[str, LinkTarget]
) -> WrittenPage:
    """Return one page of a handbook, with its links leading to the files of `targets`.

    Only what its prose can name is made ready, so that a preview needn't wait for the whole book.
    """
    used = set(_NAME.findall("".join(one.template for one in (chapter.lead, *chapter.clauses))))
    drawings = draw(handbook.view, handbook.language) if "drawing" in used else {}
    view = {name: section for name, section in handbook.view.items() if name in used}
    return _write(handbook, [chapter], prepare_prose(view, handbook.language, drawings), targets)[0]


def _write(
    handbook: Handbook,
    chapters: Sequence[Chapter],
    prose: Prose,
    targets: Mapping[str, LinkTarget],
) -> Sequence[WrittenPage]:
    writer = _Writer(handbook, load_language(handbook.language), prose, targets)
    pages = [writer.write(chapter) for chapter in chapters]
    prose.refuse()
    return pages


def _chapters(handbook: Handbook) -> Iterator[Chapter]:
    for part in handbook.parts:
        yield from part.chapters


def _write_front_matter(chapter: Chapter, handbook: Handbook) -> str:
    """Write the head of a page: JSON strings, which every YAML reader takes as they are.

    The title is given here too, because the site tool would otherwise decode entities in it.
    """
    fields = {
        "title": escape_title(chapter.title),
        "page_id": chapter.id,
        "version": clean_line(handbook.version),
    }
    lines = (f"{key}: {json.dumps(text, ensure_ascii=False)}" for key, text in fields.items())
    return "\n".join(("---", *lines, "---"))


def _add_months(day: date, months: int) -> date:
    """Return the same day some months later, or the last day of that month if it is shorter."""
    years, month = divmod(day.month - 1 + months, _MONTHS)
    first = date(day.year + years, month + 1, 1)
    for last in (day.day, 30, 29):
        try:
            return first.replace(day=last)
        except ValueError:
            continue
    return first.replace(day=28)
