"""What the content is made of once read: chapter heads and the prose that belongs to them."""

from collections.abc import Mapping
from dataclasses import dataclass

from questionnaire.conditions import Condition
from questionnaire.errors import Place
from questionnaire.text import Language, Text

PARTS: tuple[str, ...] = (
    "start",
    "strategy",
    "governance",
    "people",
    "conversations",
    "crisis",
    "measurement",
    "toolkit",
)
"""The parts of the book in reading order; their titles are in the language files."""

LEAD = ""
"""Anchor of the prose before the first heading."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The prose of one clause in one language: its heading line and all that follows it."""

    anchor: str
    title: str
    """The words of the heading, without marks; empty for the lead."""
    template: str
    """What is rendered, the heading line included."""
    where: Place


@dataclass(frozen=True, slots=True)
class Prose:
    """One prose file: the lead, then the clauses in the order in which they are read."""

    lead: Passage
    clauses: tuple[Passage, ...]

    def passage(self, anchor: str) -> Passage | None:
        """Return the passage with this anchor, if the file has it."""
        return next((one for one in (self.lead, *self.clauses) if one.anchor == anchor), None)


@dataclass(frozen=True, slots=True)
class ClauseHead:
    """What chapter.yml says of one clause; a clause it doesn't name has no condition and no seeds."""

    anchor: str
    when: Condition | None = None
    seeds: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChapterHead:
    """One chapter as its author wrote it: the head, and its prose in every language."""

    id: str
    part: str
    slug: str
    title: Text
    summary: Text
    where: Place
    prose: Mapping[Language, Prose]
    clauses: tuple[ClauseHead, ...]
    """The lead first, then one head for every anchor of the prose, in reading order."""
    when: Condition | None = None
    audience: tuple[str, ...] = ("everyone",)
    owner: str = "lead"
    review_months: int = 12
    related: tuple[str, ...] = ()
    seeds: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
