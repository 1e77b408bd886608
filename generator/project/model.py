"""The MkDocs project in memory: every file it will have, before anything touches the disk."""

from collections.abc import Mapping
from dataclasses import dataclass


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
