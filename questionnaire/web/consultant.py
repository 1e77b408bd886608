"""What the wizard asks of whoever makes handbooks: previews, findings, the ownership decision, builds.

The questionnaire knows nothing of handbooks, so the one who starts the wizard hands in somebody
who does. Everything that comes back is in words of the language asked for, ready to be shown.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal, Protocol

from questionnaire.answers import Answers
from questionnaire.errors import Problem
from questionnaire.text import Language

Edition = Literal["internal", "public"]
Level = Literal["error", "warning", "note"]
BuildStep = Literal["reading", "thinking", "writing", "merging", "site", "done"]


@dataclass(frozen=True, slots=True)
class Preview:
    """One page of the handbook as it would read, as the HTML of its article.

    `anchor` is the id of the heading to look at (empty: the top); elements that differ from the
    saved answers carry `data-changed`: `new`, `changed`, or `gone` where something beside it went.
    A link to another page of the book asks for its preview: `href="?page=p.x#y" data-page="p.x"`.
    """

    page: str
    title: str
    html: str
    anchor: str
    changed: bool
    others: tuple[tuple[str, str], ...] = ()
    """The other pages that the question shapes: id and title."""


@dataclass(frozen=True, slots=True)
class ToldFinding:
    """Something that doesn't add up: what, why it matters, what to do, how long that takes."""

    id: str
    level: Level
    message: str
    why: str
    remedy: str
    time: str
    questions: tuple[str, ...]
    """Ids of the questions whose answers it rests on, those that mend it first."""
    item: str = ""
    """The item of a list it is about, where it is about one: it tells two of the same id apart."""


@dataclass(frozen=True, slots=True)
class ReadinessPart:
    """One part of the readiness score: points reached of the points there are."""

    label: str
    points: int
    of: int
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Health:
    """How the strategy stands: findings, gravest first, and what keeps the final from being made."""

    findings: tuple[ToldFinding, ...]
    open_required: tuple[str, ...]
    """Ids of the required questions that nobody has decided."""
    open_total: int
    readiness: tuple[ReadinessPart, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether a final handbook could be made."""
        return not self.open_required and all(one.level != "error" for one in self.findings)


@dataclass(frozen=True, slots=True)
class Effect:
    """One clause or recommendation that would change."""

    kind: Literal["clause", "advice", "finding_new", "finding_gone", "opened", "closed"]
    """`opened` and `closed` are questions that would become open decisions, or would be decided."""
    title: str
    state: str = ""
    """For a clause: added, removed or changed, in words. For a finding: how grave it is."""
    before: str = ""
    """What stood there; for a finding, what it said where only its words change."""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Ownership:
    """Who should lead and why, what came second, and what would change the decision."""

    decided: bool
    """False while too little is known to recommend anybody."""
    lead: str
    meaning: str
    person: str
    recommended: str
    overridden: bool
    override_reason: str
    confidence: str
    reasons: tuple[str, ...]
    against: tuple[str, ...]
    assumed: tuple[str, ...]
    runner_up: str
    runner_up_meaning: str
    flip: str
    topology: str
    topology_meaning: str
    topology_reasons: tuple[str, ...]
    committee: str
    drawing: str
    """The picture as HTML with inline SVG: who leads, who takes part. It has its text alternative."""
    options: tuple[tuple[str, int, bool], ...]
    """Every option considered: name, points, and whether it is the recommended one."""


@dataclass(frozen=True, slots=True)
class Palette:
    """A colour made readable: what is printed on it and beside it, with the contrast reached."""

    brand: str
    on_brand: str
    link_light: str
    link_dark: str
    ratio: float
    """Contrast of the text on the colour, from 1 to 21."""


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody wants built."""

    edition: Edition = "internal"
    final: bool = False
    languages: tuple[Language, ...] = ()
    """Empty means the languages of the answers."""
    told_in: Language | None = None
    """The language in which the outcome is told; None is the main one of the documents."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made, in words and numbers."""

    pages: int
    open_total: int
    changes: tuple[tuple[str, int], ...]
    """State of a file in words (new, updated, yours, …) and how many are in it."""
    conflicts: tuple[str, ...]
    """Clauses where a person and the program changed the same lines; the person's text was kept."""


@dataclass(frozen=True, slots=True)
class LastBuild:
    """The site that is there now."""

    when: datetime
    index: Path
    current: bool
    """Whether it was built from the answers as they are now."""


class Consultant(Protocol):
    """Whoever knows what follows from the answers. Methods raise PlaybookError, never anything else.

    Answers come as they are in memory: saved ones and half-typed ones alike. Nothing is written
    but by the methods that say so.
    """

    def found(self, folder: Path) -> None:
        """Make the folders of a workspace, if they aren't there yet."""
        ...

    def hold(self, folder: Path) -> AbstractContextManager[None]:
        """Be the only wizard of a workspace until the context ends; raises WorkspaceProblems."""
        ...

    def tell(self, problem: Problem, language: Language) -> str:
        """Return any problem as one sentence without its place."""
        ...

    def preview(  # noqa: PLR0917 - what is shown, against what, where and in which language
        self,
        folder: Path,
        saved: Answers,
        shown: Answers,
        question: str,
        language: Language,
        page: str = "",
    ) -> Preview | None:
        """Return the page that a question shapes (or the one asked for); None if no page does."""
        ...

    def preview_styles(self, folder: Path, answers: Answers) -> Mapping[str, str]:
        """Return the style sheets of the site by file name, in the order in which they apply."""
        ...

    def foresee(self, saved: Answers, shown: Answers, language: Language) -> tuple[Effect, ...]:
        """Return all that would change if `shown` were saved."""
        ...

    def examine(self, answers: Answers, language: Language) -> Health:
        """Return the findings and how far the handbook is from final."""
        ...

    def decide_ownership(self, answers: Answers, language: Language) -> Ownership:
        """Return the ownership decision with its reasons and its picture."""
        ...

    def choose_palette(self, colour: str) -> Palette:
        """Return what goes with a colour given as `#rrggbb`."""
        ...

    def keep_logo(self, folder: Path, name: str, content: bytes) -> str:
        """Check and clean an uploaded logo, write it to `brand/`, and return its file name."""
        ...

    def find_logo(self, folder: Path, name: str) -> tuple[bytes, str] | None:
        """Return a logo of `brand/` as it would be published, with its media type."""
        ...

    def build(self, folder: Path, order: Order, tell: Callable[[BuildStep], None]) -> Built:
        """Build handbook and site, saying each step as it begins."""
        ...

    def last_build(self, folder: Path) -> LastBuild | None:
        """Return the site that is there now, if there is one."""
        ...

    def zip_up(self, folder: Path, what: Literal["site", "handbook"]) -> bytes | None:
        """Return the built site or the handbook project as a zip file; None if there is none."""
        ...
