"""A build that runs beside the pages, and how far it is."""

from dataclasses import dataclass
from pathlib import Path

from questionnaire.errors import PlaybookError, Problem
from questionnaire.web.consultant import BuildStep, Built, Consultant, Order


@dataclass(slots=True)
class Progress:
    """One build of one company, running or ended."""

    order: Order
    step: BuildStep | str = "waiting"
    running: bool = True
    built: Built | None = None
    problems: tuple[Problem, ...] = ()
    failed: bool = False
    """Whether it ended by a fault of ours, which the log tells about."""
    done: tuple[str, ...] = ()

    def note(self, step: BuildStep) -> None:
        """Hear which step begins."""
        if self.step not in {"waiting", step}:
            self.done = (*self.done, str(self.step))
        self.step = step

    def finish(self) -> None:
        """Hear that nothing more will come."""
        self.running = False


def run_build(consultant: Consultant, folder: Path, progress: Progress) -> None:
    """Build, keep what came of it in `progress`, and never raise: it runs in a thread of its own."""
    try:
        progress.built = consultant.build(folder, progress.order, progress.note)
    except PlaybookError as error:
        progress.problems = error.problems
    except Exception:
        progress.failed = True
        raise
    finally:
        progress.finish()
