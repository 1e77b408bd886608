"""The MkDocs project in memory: every file it will have, before anything touches the disk."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Page:
    """One written page, with where each of its clauses begins."""

    id: str
    language: str
    path: str
    """Path in the project, such as `docs/es/ownership.md`."""
    title: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Project:
    """All files of one generated project by path with forward slashes, and its pages."""

    files: Mapping[str, bytes]
    pages: tuple[Page, ...]
    languages: tuple[str, ...]
    """First one is the project's main language."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a page stands in a person's folder, where that isn't as we made it."""

    file: str
    """Path in the folder of its language; empty when the person deleted the page."""
    gone: frozenset[str] = frozenset()
    """Anchors that the person took out, so that no link may lead to them."""


Standings = Mapping[tuple[str, str], Standing]
"""By language and page id; a page that isn't listed stands as it was made."""

AS_MADE: Final[Standings] = MappingProxyType({})
