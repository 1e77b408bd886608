"""The shapes that the YAML of the questionnaire must have, checked by pydantic.

This module is imported when a questionnaire is read and not before: pydantic takes longer to
import than everything else that a short command does.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,39}$")]
Tier = Literal["essential", "standard", "deep"]
Texts = dict[str, str]


class Shape(BaseModel):
    """No unknown keys, and no value taken for another type."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Head(Shape):
    """questionnaire.yml."""

    format: Literal[1]
    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,39}$")]
    version: str
    languages: list[str]


class ChoiceShape(Shape):
    """One option."""

    value: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$")]
    text: Texts
    when: str | None = None
    exclusive: bool = False


class RecommendShape(Shape):
    """One rule of what we recommend."""

    value: Any
    because: Texts
    when: str | None = None


class LimitsShape(Shape):
    """The bounds of an answer."""

    min: float | None = None
    max: float | None = None
    max_length: int | None = None
    min_items: int | None = None
    max_items: int | None = None
    pattern: str | None = None
    message: Texts | None = None


class FieldShape(Shape):
    """A field of a group: a question without the reasons, which its group gives."""

    id: Id
    kind: str
    tier: Tier | None = None
    text: Texts
    short: Texts | None = None
    help: Texts | None = None
    why_we_ask: Texts | None = None
    example: Texts | None = None
    required: bool = True
    when: str | None = None
    choices: list[ChoiceShape] = Field(default_factory=list)
    limits: LimitsShape = Field(default_factory=LimitsShape)
    unit: Texts | None = None
    sensitivity: Literal["public", "internal", "confidential", "personal"] | None = None
    recommend: list[RecommendShape] = Field(default_factory=list)
    used_in: list[str] = Field(default_factory=list)
    seeds: list[str] = Field(default_factory=list)
    picks: str | None = None
    rows: list[ChoiceShape] = Field(default_factory=list)
    columns: list[ChoiceShape] = Field(default_factory=list)
    currency: str | None = None
    translatable: bool | None = None


class QuestionShape(FieldShape):
    """A question of a section."""

    tier: Tier
    short: Texts
    why_we_ask: Texts
    item_name: Texts | None = None
    item_label: str | None = None
    fields: list[FieldShape] = Field(default_factory=list)


class SectionShape(Shape):
    """One file of questions/."""

    id: Id
    title: Texts
    intro: Texts
    minutes: Annotated[int, Field(ge=1)]
    when: str | None = None
    questions: Annotated[list[QuestionShape], Field(min_length=1)]
