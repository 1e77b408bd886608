"""The shape of the knowledge that ownership, responsibilities and mix rest on."""

from collections.abc import Mapping, Sequence
from typing import NotRequired, TypedDict, cast

from generator.facts.knowledge import GoalsData, InputData, Said
from generator.library import Library


class RuleData(TypedDict):
    """A rule: points per option when it holds, or times the largest weight of its goals."""

    id: str
    when: NotRequired[str]
    goals: NotRequired[Sequence[str]]
    points: Mapping[str, int]


class GateData(TypedDict):
    """What an option needs to be allowed to win, and the words for those who ask why not."""

    id: str
    option: str
    needs: NotRequired[str]
    text: Said


class PairData(TypedDict):
    """What decides between two options that are nearly level."""

    id: str
    between: Sequence[str]
    when: NotRequired[str]
    winner: str
    target: NotRequired[str]
    text: Said


class PairTiesData(TypedDict):
    """When two models count as level, and what decides then."""

    gap: int
    pairs: Sequence[PairData]


class GoalTiesData(TypedDict):
    """When two leads count as level, and whose goal decides then."""

    percent: int
    families: int
    families_winner: str
    goal_owners: Mapping[str, Sequence[str]]
    texts: Mapping[str, Said]


class TopologyData(TypedDict):
    """The five models with their rules."""

    options: Sequence[str]
    labels: Mapping[str, Said]
    meaning: Mapping[str, Said]
    rules: Sequence[RuleData]
    gates: Sequence[GateData]
    ties: PairTiesData


class LeadData(TypedDict):
    """The candidates to lead with their rules."""

    options: Sequence[str]
    labels: Mapping[str, Said]
    rules: Sequence[RuleData]
    gates: Sequence[GateData]
    never: Sequence[GateData]
    ties: GoalTiesData


class ConfidenceData(TypedDict):
    """Points of difference from which an answer counts as clear or fairly clear."""

    high: int
    medium: int
    labels: Mapping[str, Said]


class OwnershipData(TypedDict):
    """knowledge/ownership.yml."""

    inputs: Mapping[str, InputData]
    goals: GoalsData
    topology: TopologyData
    lead: LeadData
    confidence: ConfidenceData
    overlays: Mapping[str, str]


class RoleData(TypedDict):
    """A role: where its person is found, and who stands in when the company has no such unit."""

    label: Said
    questions: NotRequired[Sequence[str]]
    departments: NotRequired[Sequence[str]]
    unit: NotRequired[str]
    external: NotRequired[str]
    fallback: NotRequired[str]
    party: NotRequired[bool]


class ActivityData(TypedDict):
    """One activity of the matrix with the role codes of its letters."""

    id: str
    label: Said
    micro: NotRequired[bool]
    when: NotRequired[str]
    named_by: NotRequired[str]
    accountable: str
    responsible: Sequence[str]
    consulted: NotRequired[Sequence[str]]
    informed: NotRequired[Sequence[str]]


class CellsData(TypedDict, total=False):
    """Cells that a delta replaces."""

    accountable: str
    responsible: Sequence[str]
    consulted: Sequence[str]
    informed: Sequence[str]


class DeltaData(TypedDict):
    """The cells that an ownership option changes."""

    id: str
    when: str
    rows: Mapping[str, CellsData]


class AgencyData(TypedDict):
    """Where an agency does the work, by the tasks it was given."""

    tasks: Mapping[str, Sequence[str]]
    unknown: Sequence[str]
    informed: Sequence[str]


class RaciData(TypedDict):
    """knowledge/raci.yml."""

    letters: Mapping[str, Said]
    roles: Mapping[str, RoleData]
    never_accountable: Sequence[str]
    activities: Sequence[ActivityData]
    deltas: Sequence[DeltaData]
    agency: AgencyData
    problems: Mapping[str, Said]


class ClassData(TypedDict):
    """A class of content; one that `sells` counts as product."""

    label: Said
    meaning: Said
    sells: NotRequired[bool]


class PresetData(TypedDict):
    """A way to split a month of posts."""

    label: Said
    shares: Mapping[str, float]
    origin: Said
    suited: Said


class MixData(TypedDict):
    """knowledge/mix.yml."""

    note: Said
    ceiling_product: float
    warn_product: float
    floor_conversation: float
    classes: Mapping[str, ClassData]
    presets: Mapping[str, PresetData]


def read_ownership_data(library: Library) -> OwnershipData:
    """Return the ownership rules; their shape is kept by a test."""
    return cast("OwnershipData", library.knowledge["ownership"])


def read_raci_data(library: Library) -> RaciData:
    """Return the base matrix and its deltas; their shape is kept by a test."""
    return cast("RaciData", library.knowledge["raci"])


def read_mix_data(library: Library) -> MixData:
    """Return the presets of the content mix; their shape is kept by a test."""
    return cast("MixData", library.knowledge["mix"])
