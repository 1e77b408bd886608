"""What is measured, each beside its bar."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

from benchmarks.measuring import compare, run_python, time_call, time_process
from generator.cli.demo import lay_out
from generator.pipeline import Request, make, think, write
from generator.workbench import open_workbench
from questionnaire.answers import Answer, Status
from questionnaire.loader import load_questionnaire
from questionnaire.sources import data_folder
from questionnaire.store import load_answers
from questionnaire.text import SPANISH

COMPANY = "norte-energia"
"""The sample with the larger book."""
TODAY = date(2026, 11, 22)

HELP_RATIO, HELP_EXTRA = 1.5, 0.120
IN_MEMORY = 0.150
"""In a process that did it before, as a preview and a batch do it."""
IN_MEMORY_FRESH = 0.300
"""In a new process, which also reads what is kept on disk; the bar of a full book."""
PREVIEW = 0.100
"""From a keystroke to the page beside the question, in the server."""
BUILD_RATIO = 1.25

_PLAYBOOK = "import sys; from generator.cli.main import main; sys.exit(main(sys.argv[1:]))"
_FRESH = """
import sys, time
start = time.perf_counter()
from datetime import date
from pathlib import Path
from generator.pipeline import Request, think, write
from questionnaire.text import SPANISH
request = Request(Path(sys.argv[1]), date(2026, 11, 22), languages=(SPANISH,))
loaded = time.perf_counter()
write(request, think(request.workspace, request.today))
done = time.perf_counter()
print(loaded - start, done - loaded)
"""
_BARE = """
import sys, logging
from mkdocs.commands.build import build
from mkdocs.config import load_config
for name in ("mkdocs.yml", "mkdocs.en.yml"):
    config = load_config(config_file=name, site_dir=sys.argv[1] + "/" + name, strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what, how long, beside what, and whether it is within its bar."""

    what: str
    figure: str
    beside: str
    bar: str
    kept: bool


def measure_help(rounds: int) -> Row:
    """Compare `playbook --help` with a Python that only imports the library of its command line."""
    found = compare(
        lambda: time_process(_PLAYBOOK, ["--help"]), lambda: time_process("import click"), rounds
    )
    limit = HELP_RATIO * found.reference + HELP_EXTRA
    return Row(
        "playbook --help",
        show(found.ours),
        f"import click: {show(found.reference)}",
        f"≤ {HELP_RATIO}× + {show(HELP_EXTRA)} = {show(limit)}",
        found.ours <= limit,
    )


def measure_warm_writing(rounds: int) -> Row:
    """Measure answers → project in memory, one language, in a process that did it before."""
    folder = data_folder("questionnaire", "examples", COMPANY)
    request = Request(folder, TODAY, languages=(SPANISH,))

    def act() -> object:
        return write(request, think(folder, TODAY))

    act()
    took = median(time_call(act) for _ in range(rounds))
    bar = f"≤ {show(IN_MEMORY)}"
    return Row("answers → project, warm", show(took), "one language", bar, took <= IN_MEMORY)


def measure_fresh_writing(rounds: int) -> Row:
    """Measure the same in a new process; importing our modules is told apart."""
    folder = str(data_folder("questionnaire", "examples", COMPANY))
    run_python(_FRESH, [folder])
    times = [run_python(_FRESH, [folder]).split() for _ in range(rounds)]
    loading, took = (median(float(one[at]) for one in times) for at in (0, 1))
    bar = f"≤ {show(IN_MEMORY_FRESH)}"
    beside = f"besides imports: {show(loading)}"
    return Row("answers → project, new process", show(took), beside, bar, took <= IN_MEMORY_FRESH)


def measure_preview(rounds: int) -> Row:
    """Measure the preview of a page after each keystroke, beside the same saved answers."""
    folder = data_folder("questionnaire", "examples", COMPANY)
    bench = open_workbench(TODAY)
    saved = load_answers(folder / "answers.yml", load_questionnaire())

    def act(typed: int) -> float:
        shown = saved.with_answer("posts_month", Answer(Status.ANSWERED, typed))
        return time_call(lambda: bench.preview(folder, saved, shown, "posts_month", SPANISH))

    act(rounds)
    took = median(act(typed) for typed in range(1, rounds + 1))
    return Row(
        "preview after a keystroke", show(took), "one page", f"≤ {show(PREVIEW)}", took <= PREVIEW
    )


def measure_build(rounds: int) -> Row:
    """Compare the whole first build with the bare site tool on the handbook that it made."""
    with _folder() as top:
        lay_out(COMPANY, top / "source")
        shutil.copytree(top / "source", top / "made")
        make(Request(top / "made", TODAY))
        count = iter(range(1_000))

        def ours() -> float:
            workspace = top / f"ours-{next(count)}"
            shutil.copytree(top / "source", workspace)
            return time_process(_PLAYBOOK, ["build", str(workspace)])

        def bare() -> float:
            target = str(top / f"bare-{next(count)}")
            return time_process(_BARE, [target], cwd=top / "made" / "handbook")

        found = compare(ours, bare, rounds)
    return Row(
        "playbook build, two languages",
        show(found.ours),
        f"bare site tool: {show(found.reference)}",
        f"≤ {BUILD_RATIO}× (is {found.ratio:.2f}×)",
        found.ratio <= BUILD_RATIO,
    )


def show(seconds: float) -> str:
    """Return a time as people read it."""
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.2f} s"


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="benchmark-") as name:
        yield Path(name)
