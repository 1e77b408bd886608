"""Reads content/knowledge, content/checks and content/partials as plain data."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from generator.library.chapters import show_path
from questionnaire.errors import ContentProblems, Place, Problem
from questionnaire.sources import read_content
from questionnaire.text import Language


def read_knowledge(folder: Path) -> Mapping[str, Mapping[str, object]]:
    """Read every knowledge file of a folder by its name without extension."""
    found = _read_files(folder)
    problems = [
        Problem("knowledge.not_a_mapping", Place(show_path(path), 1))
        for path, data in found
        if not isinstance(data, Mapping)
    ]
    if problems:
        raise ContentProblems(problems)
    return MappingProxyType({path.stem: data for path, data in found if isinstance(data, Mapping)})


def read_laws(folder: Path) -> Mapping[str, tuple[Mapping[str, object], ...]]:
    """Read the law rows of every jurisdiction, by its code in capitals."""
    found = _read_files(folder)
    return MappingProxyType(
        {path.stem.upper(): tuple(_find_rows(path, data)) for path, data in found}
    )


def read_checks(folder: Path) -> tuple[Mapping[str, object], ...]:
    """Read the checks of every file, in the order of the files."""
    return tuple(row for path, data in _read_files(folder) for row in _find_rows(path, data))


def read_partials(folder: Path) -> Mapping[str, str]:
    """Read the partials of the prose by file name."""
    return MappingProxyType(
        {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.j2"))}
    )


def _read_files(folder: Path) -> list[tuple[Path, object]]:
    """Read every YAML file of a folder; the faults of all of them are raised together."""
    found: list[tuple[Path, object]] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yml")):
        try:
            found.append((path, read_content(path).data))
        except ContentProblems as fault:
            problems += fault.problems
    if problems:
        raise ContentProblems(problems)
    return found


def _find_rows(path: Path, data: object) -> Iterable[Mapping[str, object]]:
    """Return the rows of a file: the file itself, or its one list."""
    rows = data
    if isinstance(data, Mapping):
        rows = next((value for value in data.values() if isinstance(value, list)), None)
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise ContentProblems([Problem("knowledge.not_rows", Place(show_path(path), 1))])
    return rows


def translate(value: object, language: Language) -> object:
    """Return knowledge as a reader of one language sees it: texts instead of their translations."""
    if isinstance(value, Mapping):
        words = value.get(language)
        if isinstance(words, str):
            return words
        return {str(key): translate(one, language) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [translate(one, language) for one in value]
    return "" if value is None else value
