"""The shape of the knowledge that facts need: how answers become codes, and how long work takes."""

from collections.abc import Mapping, Sequence
from typing import NotRequired, TypedDict, cast

from generator.library import Library

Said = Mapping[str, str]
"""One text by language code, as written in a knowledge file."""


class InputData(TypedDict):
    """One input of the ownership rules: its questions, its codes and the words for them."""

    questions: Sequence[str]
    neutral: int
    given: NotRequired[bool]
    bands: NotRequired[Sequence[float]]
    codes: NotRequired[Sequence[str]]
    said: NotRequired[Sequence[Said]]
    zero: NotRequired[Said]
    one: NotRequired[Said]
    other: NotRequired[Said]
    assumed: Said
    changed: Sequence[Said]


class GoalsData(TypedDict):
    """How goals are weighed and grouped into families."""

    questions: Sequence[str]
    labels: Mapping[str, Said]
    said: Sequence[Said]
    assumed: Said
    changed: Sequence[Said]
    families: Mapping[str, Sequence[str]]
    families_said: Said


class RegulationData(TypedDict):
    """The level of regulation of each answer and, without an answer, of each sector."""

    answers: Mapping[str, int]
    sectors: Mapping[str, int]


class SizingData(TypedDict):
    """The part of knowledge/ownership.yml that codes the inputs."""

    inputs: Mapping[str, InputData]
    goals: GoalsData
    regulation: RegulationData
    business_by_sector: Mapping[str, str]


class EffortData(TypedDict):
    """knowledge/effort.yml: starting values for hours and minutes."""

    label: Said
    weeks_a_month: float
    coordination: float
    default_hours: float
    hours_by_format: Mapping[str, float]
    minutes_by_complaints: Sequence[float]
    reopened: float


def read_sizing_data(library: Library) -> SizingData:
    """Return the coding of the inputs; its shape is kept by a test."""
    return cast("SizingData", library.knowledge["ownership"])


def read_effort_data(library: Library) -> EffortData:
    """Return the starting values for hours and minutes; their shape is kept by a test."""
    return cast("EffortData", library.knowledge["effort"])
