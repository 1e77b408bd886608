"""All that a file says about one question, whatever section it stands in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

Raw = object
"""What the untrusted reader gives: a str, None, or lists and mappings of such."""

MAPPINGS: Final = ("answers", "pending", "not_applicable", "suggested", "notes")
LISTS: Final = ("recommend", "later")
KEPT: Final = "x-kept"
"""Where the file keeps what the questionnaire has no question for any more, by its old id."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Where an answer went that became a part of an item: the group, and the field of its item."""

    group: str
    field: str
    naming: str
    """The field that names the item."""


@dataclass(slots=True)
class Record:
    """One question of the file: the id it was written under, and its parts by section."""

    origin: str
    id: str
    parts: dict[str, Raw]
    kept: dict[str, Raw] = field(default_factory=dict)
    """What can't stay, by the name it goes to `x-kept` under."""
    moves: list[tuple[str, str]] = field(default_factory=list)
    """What happened to it: a code of a message and a word for it."""
    gone: bool = False
    gathered: Gathered | None = None
    reread: bool = False
    """Whether another kind reads the same words now, which it may not be able to."""


def read_records(data: Mapping[str, Raw]) -> list[Record]:
    """Return the records of a file, in the order in which their ids first appear."""
    found: dict[str, Record] = {}
    for section, question_id, part in _entries(data):
        found.setdefault(question_id, Record(question_id, question_id, {})).parts[section] = part
    return list(found.values())


def _entries(data: Mapping[str, Raw]) -> Iterator[tuple[str, str, Raw]]:
    for section in MAPPINGS:
        written = data.get(section)
        if isinstance(written, Mapping):
            for name, part in written.items():
                if not str(name).startswith("x-"):
                    yield section, str(name), part
    for section in LISTS:
        names = data.get(section)
        for name in names if isinstance(names, list) else ():
            if isinstance(name, str):
                yield section, name, "yes"


def keep_whole(record: Record) -> None:
    """Take a question out of the file and keep all that was said about it."""
    for section, part in record.parts.items():
        if part is not None:
            keep_part(record, record.origin, section, part)
    record.gone = True


def keep_part(record: Record, name: str, section: str, part: Raw) -> None:
    """Keep one thing that a record can't hold any more, under a name of its own."""
    whole = record.kept.setdefault(name, {})
    if isinstance(whole, dict):
        free, number = section, 2
        while free in whole:
            free, number = f"{section}-{number}", number + 1
        whole[free] = part
    record.moves.append(("upgrade.kept", name))


def write_records(data: Mapping[str, Raw], records: list[Record]) -> dict[str, Raw]:
    """Return the file with these records in the place of its own, and with what is kept."""
    by_origin = {record.origin: record for record in records}
    fresh = dict(data)
    for section in MAPPINGS:
        written = data.get(section)
        if isinstance(written, Mapping):
            fresh[section] = dict(_renamed(section, written, by_origin))
    for section in LISTS:
        names = data.get(section)
        if isinstance(names, list):
            fresh[section] = [_name(name, by_origin) for name in names if _stays(name, by_origin)]
    kept = _merge_kept(data.get(KEPT), records)
    return {**fresh, KEPT: kept} if kept else fresh


def _renamed(
    section: str, written: Mapping[str, Raw], by_origin: Mapping[str, Record]
) -> Iterator[tuple[str, Raw]]:
    for name, part in written.items():
        record = by_origin.get(str(name))
        if record is None:
            yield str(name), part
        elif not record.gone and section in record.parts:
            yield record.id, record.parts[section]


def _stays(name: Raw, by_origin: Mapping[str, Record]) -> bool:
    record = by_origin.get(name) if isinstance(name, str) else None
    return record is None or not record.gone


def _name(name: Raw, by_origin: Mapping[str, Record]) -> Raw:
    record = by_origin.get(name) if isinstance(name, str) else None
    return name if record is None else record.id


def _merge_kept(before: Raw, records: list[Record]) -> dict[str, Raw]:
    """Add what is kept now to what was kept earlier; an id that is taken gets a number."""
    kept: dict[str, Raw] = dict(before) if isinstance(before, Mapping) else {}
    if before is not None and not isinstance(before, Mapping):
        kept["note"] = before
    for record in records:
        for name, part in record.kept.items():
            free, number = name, 2
            while free in kept and kept[free] != part:
                free, number = f"{name}-{number}", number + 1
            kept[free] = part
    return kept
