"""Times that can be compared: two things in turns on the same machine, and the median of ratios."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a thing took beside its reference, in seconds; medians, and the median of the ratios."""

    ours: float
    reference: float
    ratio: float


def compare(ours: Callable[[], float], reference: Callable[[], float], rounds: int) -> Comparison:
    """Measure two things in turns, so that a slow moment of the machine meets both."""
    ours()
    reference()
    pairs = [(ours(), reference()) for _ in range(rounds)]
    return Comparison(
        median(pair[0] for pair in pairs),
        median(pair[1] for pair in pairs),
        median(pair[0] / pair[1] for pair in pairs),
    )


def time_call(call: Callable[[], object]) -> float:
    """Return the seconds that a call takes."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def time_process(code: str, arguments: Sequence[str] = (), cwd: Path = ROOT) -> float:
    """Return the seconds from the start of a Python process to its end."""
    return time_call(lambda: run_python(code, arguments, cwd))


def run_python(code: str, arguments: Sequence[str] = (), cwd: Path = ROOT) -> str:
    """Run code in a process of its own; return what it prints.

    It may keep compiled modules, as an installed program's Python does.
    """
    known = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=cwd,
        env={**known, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795305600"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout
