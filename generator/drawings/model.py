"""What a drawing shows, before it has lines: boxes under boxes, decisions in a row, bars."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OrgBox:
    """One role of the chart with the person in it; `under` is the id of the box above."""

    id: str
    name: str
    text: str = ""
    under: str | None = None
    vacant: bool = False


@dataclass(frozen=True, slots=True)
class OrgChart:
    """Who answers to whom."""

    title: str
    boxes: tuple[OrgBox, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """One question of a flow chart: what to do if the answer is yes; if not, the next question."""

    question: str
    action: str


@dataclass(frozen=True, slots=True)
class FlowChart:
    """Questions asked one after another, and what to do when none of them was answered with yes."""

    title: str
    decisions: tuple[Decision, ...]
    otherwise: str
    yes: str
    no: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One part of a whole: share in percent, and how it is written."""

    label: str
    share: float
    text: str


@dataclass(frozen=True, slots=True)
class BarChart:
    """How a whole is split."""

    title: str
    bars: tuple[Bar, ...]
