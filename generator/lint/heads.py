"""Faults of chapter heads, clauses and checks that show without a single answer."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

from generator.library import Library
from questionnaire.conditions import Condition, parse_condition
from questionnaire.errors import Datum, Level, Place, Problem
from questionnaire.lint.reach import present, search
from questionnaire.model import Questionnaire
from questionnaire.sources import Document, read_content
from questionnaire.text import LANGUAGES

_WORDS: Final = ("message", "remedy", "why")
_CLOCK: Final = re.compile(
    r"\d|\b(?:hoy|mañana|antes de|cada|próxim[ao]|días?|semanas?|mes(?:es)?|año)\b|"
    r"\b(?:today|tomorrow|before|every|each|next|days?|weeks?|months?|year)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class HeadRule:
    """One named fault of the content's heads."""

    id: str
    level: Level
    find: Callable[[Questionnaire, Library], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class _Held:
    """A condition of the content, what holds already around it, and where it stands."""

    condition: Condition
    around: tuple[Condition, ...]
    where: Place


def inspect_heads(questionnaire: Questionnaire, library: Library) -> tuple[Problem, ...]:
    """Return every fault of every rule."""
    return tuple(chain.from_iterable(rule.find(questionnaire, library) for rule in RULES))


def find_unknown_chapters(questionnaire: Questionnaire, library: Library) -> Iterator[Problem]:
    """Yield every question that is asked for a chapter that nobody wrote."""
    known = {chapter.id for chapter in library.chapters}
    for question in questionnaire.by_id.values():
        for name in question.used_in:
            if name not in known:
                yield Problem("lint.unknown_chapter", question.where, {"chapter": name})


def find_impossible_codes(questionnaire: Questionnaire, library: Library) -> Iterator[Problem]:
    """Yield every comparison with an option that its question doesn't offer."""
    for held in _conditions(library):
        for comparison in held.condition.comparisons():
            question = questionnaire.by_id.get(comparison.name)
            offered = [choice.value for choice in question.choices] if question else []
            for value in comparison.values if offered else ():
                if value not in offered and isinstance(value, str):
                    data: dict[str, Datum] = {"name": comparison.name, "value": value}
                    data["allowed"] = tuple(offered)
                    yield Problem("lint.impossible_code", held.where, data)


def find_never_shown(questionnaire: Questionnaire, library: Library) -> Iterator[Problem]:
    """Yield every condition that holds for no answers."""
    reach = search(questionnaire)
    for held in _conditions(library):
        if not reach.can([*held.around, held.condition]):
            yield Problem("lint.never_shown", held.where, {"when": held.condition.source})


def find_always_shown(questionnaire: Questionnaire, library: Library) -> Iterator[Problem]:
    """Yield every condition that holds whatever is answered."""
    reach = search(questionnaire)
    for held in _conditions(library):
        if held.condition in held.around or not reach.can([*held.around, held.condition]):
            continue
        if not reach.can(held.around, [held.condition], answered=True):
            yield Problem("lint.always_shown", held.where, {"when": held.condition.source})


def find_repeated(questionnaire: Questionnaire, library: Library) -> Iterator[Problem]:
    """Yield every clause whose condition is the one of its chapter."""
    del questionnaire
    for held in _conditions(library):
        if held.condition in held.around:
            data = {"when": held.condition.source}
            yield Problem("lint.clause_when_repeated", held.where, data, "warning")


def find_double_checks(questionnaire: Questionnaire, library: Library) -> Iterator[Problem]:
    """Yield every check whose id another one has."""
    del questionnaire
    seen: set[str] = set()
    for check, where in _checks(library):
        if str(check.get("id")) in seen:
            yield Problem("lint.check_twice", where, {"check": str(check.get("id"))})
        seen.add(str(check.get("id")))


def find_unsaid(questionnaire: Questionnaire, library: Library) -> Iterator[Problem]:
    """Yield every check that says nothing, or nothing in one language, where it must."""
    del questionnaire
    for check, where in _checks(library):
        for part in _WORDS:
            for language in LANGUAGES:
                if not _words(check, part, language).strip():
                    data = {"part": part, "language": str(language)}
                    yield Problem("lint.check_unsaid", where, data)


def find_without_clock(questionnaire: Questionnaire, library: Library) -> Iterator[Problem]:
    """Yield every remedy that doesn't say by when."""
    del questionnaire
    for check, where in _checks(library):
        for language in LANGUAGES:
            remedy = _words(check, "remedy", language)
            if remedy and not _CLOCK.search(remedy):
                yield Problem("lint.remedy_without_date", where, {"text": remedy})


def find_unfinished(questionnaire: Questionnaire, library: Library) -> Iterator[Problem]:
    """Yield every sentence of a check that doesn't end."""
    del questionnaire
    for check, where in _checks(library):
        for part in _WORDS:
            for language in LANGUAGES:
                words = _words(check, part, language).strip()
                if words and not re.search(r"[.?!…)»”}]$", words):
                    yield Problem("lint.check_unfinished", where, {"text": words})


def _words(check: Mapping[str, object], part: str, language: str) -> str:
    texts = check.get(part)
    return str(texts.get(language) or "") if isinstance(texts, Mapping) else ""


def _conditions(library: Library) -> Iterator[_Held]:
    for chapter in library.chapters:
        if chapter.when is not None:
            yield _Held(chapter.when, (), chapter.where)
        prose = chapter.prose[LANGUAGES[0]]
        for clause in chapter.clauses:
            passage = prose.passage(clause.anchor)
            if clause.when is not None and passage is not None:
                yield _Held(clause.when, present(chapter.when), passage.where)
    for check, where in _checks(library):
        if check.get("when"):
            yield _Held(parse_condition(str(check["when"])), (), where)


def _checks(library: Library) -> Iterator[tuple[Mapping[str, object], Place]]:
    """Yield every check with its place; the library itself keeps no lines."""
    for path in sorted((library.folder / "checks").glob("*.yml")):
        document = read_content(path)
        for steps, row in _rows(document):
            yield row, _place(document, path, steps, row)


def _rows(document: Document) -> Iterator[tuple[tuple[str | int, ...], Mapping[str, object]]]:
    data = document.data
    prefix: tuple[str, ...] = ()
    if isinstance(data, Mapping):
        key = next((name for name, part in data.items() if isinstance(part, list)), "")
        data, prefix = data.get(key, []), (key,)
    for at, row in enumerate(data):
        yield (*prefix, at), row


def _place(
    document: Document, path: Path, steps: tuple[str | int, ...], row: Mapping[str, object]
) -> Place:
    place = document.place(*steps, question=str(row.get("id", "")))
    return Place(f"checks/{path.name}", place.line, place.column, place.question)


RULES: Final = (
    HeadRule("lint.unknown_chapter", "error", find_unknown_chapters),
    HeadRule("lint.impossible_code", "error", find_impossible_codes),
    HeadRule("lint.never_shown", "error", find_never_shown),
    HeadRule("lint.always_shown", "error", find_always_shown),
    HeadRule("lint.clause_when_repeated", "warning", find_repeated),
    HeadRule("lint.check_twice", "error", find_double_checks),
    HeadRule("lint.check_unsaid", "error", find_unsaid),
    HeadRule("lint.remedy_without_date", "error", find_without_clock),
    HeadRule("lint.check_unfinished", "error", find_unfinished),
)
