"""The menu of the site: the parts of the book with their pages, home first."""

from collections.abc import Mapping, Sequence

from generator.handbook.model import Chapter, Handbook
from generator.project.escaping import escape_title
from generator.project.links import HOME, LinkTarget

Entry = dict[str, str] | dict[str, list[dict[str, str]]]


def build_navigation(handbook: Handbook, targets: Mapping[str, LinkTarget]) -> list[Entry]:
    """Return the menu as data; titles are escaped, because the theme prints them as HTML."""
    entries: list[Entry] = []
    for part in handbook.parts:
        there = [chapter.id for chapter in part.chapters if chapter.id in targets]
        entries += [_entry(targets[one]) for one in there if one == HOME]
        pages = [_entry(targets[one]) for one in there if one != HOME]
        if pages:
            entries.append({escape_title(part.title): pages})
    return entries


def list_pages(handbook: Handbook) -> Sequence[Chapter]:
    """Return the chapters of a handbook in reading order."""
    return [chapter for part in handbook.parts for chapter in part.chapters]


def _entry(target: LinkTarget) -> dict[str, str]:
    return {escape_title(target.title): target.file}
