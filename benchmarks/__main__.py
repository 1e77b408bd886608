"""Prints the table and ends with 1 when a bar is missed."""

import sys

from benchmarks.subjects import (
    Row,
    measure_build,
    measure_fresh_writing,
    measure_help,
    measure_preview,
    measure_warm_writing,
)
from benchmarks.wizard import measure_question


def measure_all(rounds: int) -> list[Row]:
    """Measure everything; the long build fewer times than the rest."""
    return [
        measure_help(2 * rounds),
        measure_warm_writing(2 * rounds),
        measure_fresh_writing(rounds),
        measure_preview(2 * rounds),
        *measure_question(4 * rounds),
        measure_build(rounds),
    ]


def main() -> int:
    """Measure, print, and say by the exit code whether every bar is kept."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    rows = measure_all(rounds)
    head = Row("what", "median", "beside", "bar", kept=True)
    for row in (head, *rows):
        mark = "" if row is head else "kept" if row.kept else "MISSED"
        print(f"{row.what:32} {row.figure:>9}  {row.beside:26} {row.bar:28} {mark}".rstrip())
    return 0 if all(row.kept for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
