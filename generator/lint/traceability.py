"""Which question, chapter, clause or check meets each seed item and each topic.

Seed items are the claims of the five source articles; topics were found in 75 handbooks that
organisations really use. A reference to something that doesn't exist is a problem.
"""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from generator.library import Library
from generator.lint.model import Coverage
from questionnaire.errors import Place, Problem
from questionnaire.kinds.base import as_list
from questionnaire.model import Questionnaire
from questionnaire.sources import data_folder, read_content

PLANNED = "planned"


def trace(
    name: str, questionnaire: Questionnaire, library: Library
) -> tuple[Coverage, tuple[Problem, ...]]:
    """Check one traceability file (`seeds` or `topics`) against what exists."""
    path = data_folder("generator", "content", "traceability") / f"{name}.yml"
    document = read_content(path)
    known = list_references(questionnaire, library)
    declared = list_declared(name, questionnaire, library)
    problems: list[Problem] = []
    met = 0
    for item, entry in document.data.items():
        place = Place(path.name, document.lines.get((item,)), question=str(item))
        references = _references(entry)
        problems += _dangling(references, known, place)
        problems += _untraced(references, declared.get(str(item), ()), place)
        met += bool(references)
    return Coverage(met, len(document.data)), tuple(problems)


def list_declared(
    name: str, questionnaire: Questionnaire, library: Library
) -> Mapping[str, tuple[str, ...]]:
    """Return what says of itself that it meets an item, by item: questions, clauses and checks."""
    found: dict[str, list[str]] = {}

    def add(items: Iterable[object], reference: str) -> None:
        for item in items:
            found.setdefault(str(item), []).append(reference)

    for chapter in library.chapters:
        add(getattr(chapter, name), chapter.id)
        for clause in chapter.clauses:
            reference = f"{chapter.id}#{clause.anchor}" if clause.anchor else chapter.id
            add(getattr(clause, name), reference)
    if name == "seeds":
        for question in questionnaire.by_id.values():
            add(question.seeds, f"q.{question.id}")
        for check in library.checks:
            add(as_list(check.get("seeds")), str(check["id"]))
    return {item: tuple(references) for item, references in found.items()}


def list_references(questionnaire: Questionnaire, library: Library) -> frozenset[str]:
    """Return every name that may meet an item: q.*, p.*, p.*#clause, r.* and k.<knowledge>.<id>."""
    names = {f"q.{question}" for question in questionnaire.by_id}
    for question in questionnaire.by_id.values():
        names |= {f"q.{question.id}.{field.id}" for field in question.fields}
    for chapter in library.chapters:
        names.add(chapter.id)
        names |= {f"{chapter.id}#{clause.anchor}" for clause in chapter.clauses if clause.anchor}
    names |= {str(check["id"]) for check in library.checks}
    names |= {f"k.{name}" for name in _knowledge_ids(library.knowledge)}
    return frozenset(names)


def _knowledge_ids(knowledge: Mapping[str, object]) -> Iterable[str]:
    for topic, content in knowledge.items():
        yield topic
        if isinstance(content, Mapping):
            for key, part in content.items():
                yield f"{topic}.{key}"
                yield from (f"{topic}.{identifier}" for identifier in _ids_in(part))


def _ids_in(part: object) -> Iterable[str]:
    if isinstance(part, Mapping):
        yield from map(str, part)
    elif isinstance(part, list | tuple):
        yield from (str(row["id"]) for row in part if isinstance(row, Mapping) and "id" in row)


def _references(entry: object) -> tuple[str, ...]:
    met_by = entry.get("met_by") if isinstance(entry, Mapping) else None
    if isinstance(met_by, list | tuple):
        return tuple(map(str, met_by))
    return ()


def _untraced(
    references: Iterable[str], declared: Iterable[str], place: Place
) -> Iterable[Problem]:
    listed = set(references)
    for reference in declared:
        if reference not in listed:
            yield Problem("lint.untraced", place, {"reference": reference})


def _dangling(references: Iterable[str], known: frozenset[str], place: Place) -> Iterable[Problem]:
    for reference in references:
        if reference not in known:
            close = get_close_matches(reference, known, n=1)
            data = {"reference": reference, "suggestion": close[0] if close else "–"}
            yield Problem("lint.dangling_reference", place, data)
