"""Links between chapters: `[text](page:p.raci#first-hour)` becomes a path that every reader knows."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.handbook.model import Chapter, Handbook
from generator.project.model import AS_MADE, Standing, Standings

# Brackets inside the text of a link come from answers with a backslash, or pair up in our own prose.
_LINK = re.compile(
    r"\[(?P<text>(?:\\.|[^\[\]\\]|\[[^\[\]]*\])*)\]\(page:(?P<page>[a-z][\w.-]*)(?:#(?P<anchor>[\w-]+))?\)"
)
LEFTOVER = re.compile(r"(?<!\\)(?:\{[{%]|\]\(page:)")
"""What no finished page may still hold; a mark from an answer has a backslash before it."""

HOME = "p.home"


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """A written page: its file in the language's folder, its title and the anchors it has."""

    file: str
    title: str
    anchors: frozenset[str]


def file_of(chapter: Chapter) -> str:
    """Return the file of a chapter inside its language's folder."""
    return "index.md" if chapter.id == HOME else f"{chapter.slug}.md"


def list_targets(handbook: Handbook, standings: Standings = AS_MADE) -> Mapping[str, LinkTarget]:
    """Return every page of a handbook by chapter id, but for those that a person deleted."""
    targets = {}
    for chapter in (chapter for part in handbook.parts for chapter in part.chapters):
        as_made = Standing(file_of(chapter))
        now = standings.get((handbook.language, chapter.id), as_made)
        anchors = frozenset(clause.anchor for clause in chapter.clauses) - now.gone
        if now.file:
            targets[chapter.id] = LinkTarget(now.file, chapter.title, anchors)
    return targets


def resolve_links(markdown: str, targets: Mapping[str, LinkTarget]) -> str:
    """Point links at files; a link to a chapter this book doesn't have becomes its text."""

    def point(found: re.Match[str]) -> str:
        target = targets.get(found["page"])
        if target is None:
            return found["text"]
        anchor = found["anchor"]
        suffix = f"#{anchor}" if anchor in target.anchors else ""
        return f"[{found['text']}]({target.file}{suffix})"

    return _LINK.sub(point, markdown)
