"""What the questionnaire is made of once read: sections, questions, choices, recommend rules.

Nothing here knows YAML, a terminal or a browser. Every object is frozen.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from questionnaire.conditions import Condition
from questionnaire.errors import Place
from questionnaire.text import Text

Tier = Literal["essential", "standard", "deep"]
Sensitivity = Literal["public", "internal", "confidential", "personal"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a choice, of a multiple choice or of a ranking."""

    value: str
    text: Text
    when: Condition | None = None
    exclusive: bool = False
    """True for "none of these": it can't stand beside another option."""


@dataclass(frozen=True, slots=True)
class RecommendRule:
    """What we recommend, when, and why. The first rule that holds wins; the last has no `when`.

    The value is typed by the kind of the question, as an answer is.
    """

    value: object
    because: Text
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of a valid answer; lengths in characters, numbers in the question's unit."""

    min: float | None = None
    max: float | None = None
    max_length: int | None = None
    min_items: int | None = None
    max_items: int | None = None
    pattern: str | None = None
    message: Text | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One question, or one field of a repeating group (then `when` may use `item.<field>`)."""

    id: str
    kind: str
    tier: Tier
    text: Text
    short: Text
    where: Place
    help: Text | None = None
    why_we_ask: Text | None = None
    example: Text | None = None
    required: bool = True
    when: Condition | None = None
    choices: tuple[Choice, ...] = ()
    limits: Limits = field(default_factory=Limits)
    unit: Text | None = None
    sensitivity: Sensitivity = "internal"
    recommend: tuple[RecommendRule, ...] = ()
    used_in: tuple[str, ...] = ()
    seeds: tuple[str, ...] = ()
    fields: tuple["Question", ...] = ()
    item_name: Text | None = None
    item_label: str | None = None
    """The id of the field that names an item (a person's name, an account's handle), for a group
    and, filled in by the loader, for a pick of that group."""
    picks: str | None = None
    """For a pick, and for the cells of a matrix: the id of the group whose items can be chosen."""
    rows: tuple[Choice, ...] = ()
    columns: tuple[Choice, ...] = ()
    """For a matrix: what stands at the side and at the top of the table."""
    currency: str | None = None
    """For money: the id of the question that names the currency of an amount without one."""
    translatable: bool = False
    """For words: whether they are prose, which each language of the handbook needs its own of;
    names, handles and addresses are the same in all. Long texts are prose unless they say not."""


@dataclass(frozen=True, slots=True)
class Section:
    """A group of questions asked one after another."""

    id: str
    title: Text
    intro: Text
    minutes: int
    questions: tuple[Question, ...]
    where: Place
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """The whole interview, in the order in which it is asked."""

    id: str
    version: str
    sections: tuple[Section, ...]
    by_id: Mapping[str, Question]
    """Every question of every section by its id; fields of groups are reached through their group."""
