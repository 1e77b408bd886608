"""The handbook before it is written: which chapters and clauses, for whom, and with which data."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from questionnaire.text import Language

Edition = Literal["internal", "public"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a chapter with a stable id such as `p.ownership#lead`.

    `template` is the prose of the clause in the handbook's language; `reads` the questions
    whose answers shaped it.
    """

    id: str
    anchor: str
    template: str
    source: str
    """File and first line of the prose, for error messages: `content/…/es.md.j2:12`."""
    reads: tuple[str, ...]
    seeds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page. `lead` is the clause before the first H2: the two or three sentences that decide."""

    id: str
    part: str
    slug: str
    title: str
    summary: str
    lead: Clause
    clauses: tuple[Clause, ...]
    owner: str
    """Name of the person who keeps this page true, or the words for "open decision"."""
    review_months: int
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the book: its title in the handbook's language and its chapters in order."""

    id: str
    title: str
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class Handbook:
    """One handbook in one language and edition, planned and supplied with data.

    `view` is what prose may print: plain data only (str, int, float, bool, list, dict).
    """

    language: Language
    edition: Edition
    title: str
    company: str
    version: str
    date: dt.date
    next_review: dt.date
    parts: tuple[Part, ...]
    view: Mapping[str, object]
