"""The menu of the site: the parts of the book with their pages, home first."""

from collections.abc import Sequence

from generator.handbook.model import Chapter, Handbook
from generator.project.escaping import escape_title
from generator.project.links import HOME, file_of

Entry = dict[str, str] | dict[str, list[dict[str, str]]]


def build_navigation(handbook: Handbook) -> list[Entry]:
    """Return the menu as data; titles are escaped, because the theme prints them as HTML."""
    entries: list[Entry] = []
    for part in handbook.parts:
        entries += [_entry(chapter) for chapter in part.chapters if chapter.id == HOME]
        pages = [_entry(chapter) for chapter in part.chapters if chapter.id != HOME]
        if pages:
            entries.append({escape_title(part.title): pages})
    return entries


def list_pages(handbook: Handbook) -> Sequence[Chapter]:
    """Return the chapters of a handbook in reading order."""
    return [chapter for part in handbook.parts for chapter in part.chapters]


def _entry(chapter: Chapter) -> dict[str, str]:
    return {escape_title(chapter.title): file_of(chapter)}
