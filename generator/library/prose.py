"""Splits a prose file into its lead and its clauses."""

import re
from pathlib import Path

from generator.library.model import LEAD, Passage, Prose
from questionnaire.errors import Place, Problem

_HEADING = re.compile(
    r"^##[ \t]+(?P<title>.*?)(?:[ \t]*\{#(?P<anchor>[a-z0-9][a-z0-9-]*)\})?[ \t]*$"
)
_FENCE = re.compile(r"^[ \t]*(?P<marks>`{3,}|~{3,})")


def split_prose(text: str, file: str) -> tuple[Prose, tuple[Problem, ...]]:
    """Return the passages of one prose file, and what is wrong with its headings."""
    lines = text.splitlines(keepends=True)
    starts = _find_headings(lines)
    problems: list[Problem] = []
    seen: set[str] = set()
    clauses: list[Passage] = []
    for index, number in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(lines)
        passage = _read_passage(lines, number, end, file)
        problems += _check_heading(passage, seen)
        seen.add(passage.anchor)
        clauses.append(passage)
    first = starts[0] if starts else len(lines)
    return Prose(_read_lead(lines[:first], file), tuple(clauses)), tuple(problems)


def read_prose(path: Path, file: str) -> tuple[Prose, tuple[Problem, ...]]:
    """Read and split one prose file; a file that is missing or not UTF-8 is a problem."""
    empty = Prose(Passage(LEAD, "", "", Place(file, 1)), ())
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return empty, (Problem("chapter.prose_missing", Place(file)),)
    except (OSError, UnicodeDecodeError):
        return empty, (Problem("chapter.prose_unreadable", Place(file)),)
    return split_prose(text, file)


def _find_headings(lines: list[str]) -> list[int]:
    """Return the line indexes of the H2 headings, those inside code fences left out."""
    found: list[int] = []
    fence = ""
    for index, line in enumerate(lines):
        marks = _FENCE.match(line)
        if marks is not None:
            fence = _follow_fence(fence, marks["marks"])
        elif not fence and _HEADING.match(line.rstrip("\n")):
            found.append(index)
    return found


def _follow_fence(fence: str, marks: str) -> str:
    """Return the fence that is open after a line of marks."""
    if not fence:
        return marks
    closes = marks[0] == fence[0] and len(marks) >= len(fence)
    return "" if closes else fence


def _read_lead(lines: list[str], file: str) -> Passage:
    text = "".join(lines)
    skipped = len(text) - len(text.lstrip("\n"))
    return Passage(LEAD, "", text.strip("\n"), Place(file, 1 + skipped))


def _read_passage(lines: list[str], start: int, end: int, file: str) -> Passage:
    heading = _HEADING.match(lines[start].rstrip("\n"))
    title, anchor = (heading["title"], heading["anchor"] or "") if heading else ("", "")
    return Passage(anchor, title, "".join(lines[start:end]).strip("\n"), Place(file, start + 1))


def _check_heading(passage: Passage, seen: set[str]) -> tuple[Problem, ...]:
    if not passage.anchor:
        return (Problem("chapter.heading_without_anchor", passage.where, {"title": passage.title}),)
    if passage.anchor in seen:
        return (Problem("chapter.anchor_twice", passage.where, {"anchor": passage.anchor}),)
    return ()
