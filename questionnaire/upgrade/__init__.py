"""Answers of an older questionnaire brought up to date when they are read; nothing is lost.

A question may get another name or kind, its options other codes, or it may go. What it held
moves along or is kept in the file under `x-kept`, by the id it had when it was written. The
file itself is rewritten only when somebody saves.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from questionnaire.errors import Problem
from questionnaire.model import Questionnaire
from questionnaire.sources import Document, Steps
from questionnaire.upgrade.lists import set_aside as set_aside_gathered
from questionnaire.upgrade.records import (
    KEPT,
    LISTS,
    MAPPINGS,
    Record,
    keep_whole,
    read_records,
    write_records,
)
from questionnaire.upgrade.steps import apply_step, keep_field
from questionnaire.upgrade.table import Conversion, Step, load_steps, pending_steps

__all__ = [
    "KEPT",
    "Conversion",
    "Step",
    "Upgrade",
    "Upgraded",
    "load_steps",
    "upgrade_document",
]


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What was done to the answers of one file: from which version, to which, and what moved."""

    before: str
    after: str
    moved: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Upgraded:
    """A document as this version of the questionnaire reads it, and how it came about."""

    document: Document
    report: Upgrade
    names: Mapping[str, str] = field(default_factory=dict)
    """The present id of each question that is written under another."""
    gone: frozenset[str] = frozenset()
    """The ids in the file of what went to `x-kept`."""
    touched: frozenset[str] = frozenset()
    """The present ids of all answers that were changed."""
    made: frozenset[str] = frozenset()
    """The groups whose only item was made of single answers."""
    asked: frozenset[str] = frozenset()
    """How the questions that went were worded."""


def upgrade_document(
    document: Document,
    questionnaire: Questionnaire,
    steps: Sequence[Step] | None = None,
    set_aside: Collection[str] = (),
) -> Upgraded:
    """Return a document as of this version; the same one when there is nothing to do.

    `set_aside` names, by their present id, changed answers that their question can't take after
    all: they are kept as they were written.
    """
    written = _version(document)
    if written == questionnaire.version:
        return Upgraded(document, Upgrade(written, written))
    due = pending_steps(load_steps() if steps is None else steps, written, questionnaire.version)
    if not due:
        return Upgraded(document, Upgrade(written, written))
    records = read_records(document.data)
    for step in due:
        apply_step(records, step)
    originals = {one.origin: one for one in read_records(document.data)}
    records = [_put_aside(originals[one.origin], one, set_aside) for one in records]
    finished = _finish(document, records, Upgrade(written, due[-1].version))
    return replace(finished, asked=frozenset(text for step in due for text in step.asked))


def _put_aside(original: Record, changed: Record, names: Collection[str]) -> Record:
    """Keep a whole question as it was written, or the fields of it that can't stay."""
    if changed.gathered:
        return set_aside_gathered(original, changed, changed.gathered, names)
    if changed.gone:
        return changed
    if changed.id in names:
        keep_whole(original)
        return replace(original, id=changed.id)
    for name in names:
        group, _, field_id = name.partition(".")
        if group == changed.id and field_id:
            keep_field(changed, field_id)
    return changed


def _finish(document: Document, records: list[Record], report: Upgrade) -> Upgraded:
    changed = [record for record in records if record.moves]
    data = write_records(document.data, records)
    data["questionnaire"] = {**document.data["questionnaire"], "version": report.after}
    names = {one.origin: one.id for one in records if not one.gone and one.id != one.origin}
    gone = frozenset(one.origin for one in records if one.gone)
    return Upgraded(
        Document(
            data,
            _move_places(document.lines, document.data, names, gone),
            _move_places(document.columns, document.data, names, gone),
            document.file,
        ),
        replace(report, moved=tuple(_tell(document, one) for one in _moves(changed))),
        names,
        gone,
        frozenset(
            name for one in records if one.gathered or not one.gone for name in _touched(one)
        ),
        frozenset(one.gathered.group for one in records if one.gathered),
    )


def _touched(record: Record) -> Iterator[str]:
    """Yield the present names of what was changed: the question, or fields of its items."""
    if record.gathered:
        yield f"{record.gathered.group}.{record.gathered.field}"
    if record.reread:
        yield record.id
    for code, name in record.moves:
        if code in {"upgrade.recoded", "upgrade.converted"}:
            field_id = name.partition(".")[2]
            yield f"{record.id}.{field_id}" if field_id else record.id


def _version(document: Document) -> str:
    head = document.data.get("questionnaire")
    version = head.get("version") if isinstance(head, Mapping) else None
    return version if isinstance(version, str) else ""


def _moves(changed: Sequence[Record]) -> list[tuple[Record, str, str]]:
    found = {(one.origin, code, name): one for one in changed for code, name in one.moves}
    return [(record, code, name) for (_, code, name), record in found.items()]


def _tell(document: Document, move: tuple[Record, str, str]) -> Problem:
    record, code, name = move
    section = next(iter(record.parts), "answers")
    where = document.place(section, record.origin, question=record.origin)
    data = {"old": record.origin, "name": name, "kept": KEPT}
    return Problem(code, where, data, "warning")


def _move_places(
    places: Mapping[Steps, int],
    data: Mapping[str, object],
    names: Mapping[str, str],
    gone: Collection[str],
) -> dict[Steps, int]:
    """Return the lines or columns of every value under its present path."""
    moved: dict[Steps, int] = {}
    for path, place in places.items():
        fresh: Steps | None = path
        if len(path) > 1 and path[0] in MAPPINGS:
            name = str(path[1])
            fresh = None if name in gone else (path[0], names.get(name, name), *path[2:])
        elif len(path) > 1 and path[0] in LISTS:
            fresh = _position(path, data, gone)
        if fresh is not None:
            moved[fresh] = place
    return moved


def _position(path: Steps, data: Mapping[str, object], gone: Collection[str]) -> Steps | None:
    names, at = data.get(str(path[0])), path[1]
    if not isinstance(names, list) or not isinstance(at, int):
        return path
    if names[at] in gone:
        return None
    return (path[0], at - sum(one in gone for one in names[:at]))
