"""Everything the browser wizard asks, answered: one method a question, each handed on to its module."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path
from threading import RLock
from typing import Literal

from generator.library.telling import tell_problem
from generator.pipeline import rest_collector
from generator.revision.today import read_clock, read_fixed_day
from generator.revision.workspace import create_workspace, open_workspace
from generator.workbench import archive, building, health, logos, look
from generator.workbench.effects import list_effects
from generator.workbench.leading import describe_ownership
from generator.workbench.preview import show_page
from generator.workbench.thinking import Thinking
from questionnaire.answers import Answers
from questionnaire.errors import Problem
from questionnaire.text import Language
from questionnaire.web.consultant import (
    BuildStep,
    Built,
    Consultant,
    Effect,
    Health,
    LastBuild,
    Order,
    Ownership,
    Palette,
    Preview,
)


class Workbench:
    """Knows what follows from the answers; may be asked by several threads at once."""

    def __init__(self, today: date | None = None) -> None:
        # A build fixes the day in the environment while it runs, so the environment is read now.
        self._fixed = today or read_fixed_day()
        self._thinking = Thinking()
        self._turn = RLock()

    def found(self, folder: Path) -> None:
        """Make the folders of a workspace, if they aren't there yet."""
        create_workspace(folder)

    def hold(self, folder: Path) -> AbstractContextManager[None]:
        """Be the only wizard of a workspace until the context ends; raises WorkspaceProblems."""
        return open_workspace(folder).hold_interview()

    def tell(self, problem: Problem, language: Language) -> str:
        """Return any problem as one sentence without its place."""
        return tell_problem(problem, language)

    def preview(  # noqa: PLR0917 - as the wizard asks it
        self,
        folder: Path,  # noqa: ARG002 - a page as we write it doesn't depend on the folder
        saved: Answers,
        shown: Answers,
        question: str,
        language: Language,
        page: str = "",
    ) -> Preview | None:
        """Return the page that a question shapes (or the one asked for); None if no page does."""
        with self._think() as (thinking, today):
            before = thinking.think(saved, today)
            return show_page(before, thinking.think(shown, today), question, language, page)

    def preview_styles(self, folder: Path, answers: Answers) -> Mapping[str, str]:  # noqa: ARG002
        """Return the style sheets of the site by file name, in the order in which they apply."""
        with self._think() as (thinking, today):
            colour = thinking.think(answers, today).strategy.facts.value("brand_colour")
        return look.read_styles(colour)

    def foresee(self, saved: Answers, shown: Answers, language: Language) -> tuple[Effect, ...]:
        """Return all that would change if `shown` were saved."""
        with self._think() as (thinking, today):
            return list_effects(
                thinking.think(saved, today), thinking.think(shown, today), language
            )

    def examine(self, answers: Answers, language: Language) -> Health:
        """Return the findings and how far the handbook is from final."""
        with self._think() as (thinking, today):
            return health.examine(thinking.think(answers, today).strategy, language)

    def decide_ownership(self, answers: Answers, language: Language) -> Ownership:
        """Return the ownership decision with its reasons and its picture."""
        with self._think() as (thinking, today):
            return describe_ownership(thinking.think(answers, today).strategy, language)

    def choose_palette(self, colour: str) -> Palette:
        """Return what goes with a colour given as `#rrggbb`."""
        return look.describe_palette(colour)

    def keep_logo(self, folder: Path, name: str, content: bytes) -> str:
        """Check and clean an uploaded logo, write it to `brand/`, and return its file name."""
        return logos.keep_logo(folder, name, content)

    def find_logo(self, folder: Path, name: str) -> tuple[bytes, str] | None:
        """Return a logo of `brand/` as it would be published, with its media type."""
        return logos.find_logo(folder, name)

    def build(self, folder: Path, order: Order, tell: Callable[[BuildStep], None]) -> Built:
        """Build handbook and site, saying each step as it begins."""
        return building.build(folder, order, self._read_today(), tell)

    def last_build(self, folder: Path) -> LastBuild | None:
        """Return the site that is there now, if there is one."""
        return building.find_last_build(folder)

    def zip_up(self, folder: Path, what: Literal["site", "handbook"]) -> bytes | None:
        """Return the built site or the handbook project as a zip file; None if there is none."""
        return archive.zip_up(folder, what)

    def _read_today(self) -> date:
        return self._fixed or read_clock()

    @contextmanager
    def _think(self) -> Iterator[tuple[Thinking, date]]:
        """Think undisturbed: one question at a time, and the collector rests meanwhile."""
        with self._turn, rest_collector():
            yield self._thinking, self._read_today()


def open_workbench(today: date | None = None) -> Consultant:
    """Return the one whom the browser wizard asks; without a day, each question is of its own day."""
    return Workbench(today)
