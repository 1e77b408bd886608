"""What changed in each version of the questionnaire, read from upgrades.yml."""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

from questionnaire.errors import ContentProblems, Problem
from questionnaire.sources import Document, data_folder, read_content

CONVERSIONS: Final = frozenset({"list", "one", "text", "same", "group"})
_KEYS: Final = ("version", "renames", "kinds", "choices", "lists", "removed", "asked")


@dataclass(frozen=True, slots=True)
class Conversion:
    """What becomes of the answers of a question whose kind changed."""

    into: str
    field: str = ""
    """For a group: the field that takes what was written."""


@dataclass(frozen=True, slots=True)
class Step:
    """What changed from the version before to this one; names are those of the version before."""

    version: str
    renames: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    kinds: Mapping[str, Conversion] = field(default_factory=lambda: MappingProxyType({}))
    choices: Mapping[str, Mapping[str, str | None]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    lists: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    """For each new group: its fields, each with the question whose answer becomes that field of one
    item. The first field names the item."""
    removed: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    """How questions that are gone were worded, in every language: the comments that we wrote above
    their answers go with them."""


@functools.cache
def load_steps(path: Path | None = None) -> tuple[Step, ...]:
    """Read the steps, ours unless another file is named; raises ContentProblems with all faults."""
    document = read_content(path or data_folder("questionnaire", "upgrades.yml"))
    rows = document.data if isinstance(document.data, list) else []
    problems = [fault for at, row in enumerate(rows) for fault in _find_faults(document, at, row)]
    if not rows:
        problems.append(Problem("upgrade.table", document.place(), {"key": "version"}))
    if problems:
        raise ContentProblems(problems)
    return tuple(_read_step(row) for row in rows)


def pending_steps(steps: Sequence[Step], written: str, wanted: str) -> tuple[Step, ...]:
    """Return the steps from one version to another; none when either isn't in the table."""
    versions = [step.version for step in steps]
    if written not in versions or wanted not in versions:
        return ()
    return tuple(steps[versions.index(written) + 1 : versions.index(wanted) + 1])


def _find_faults(document: Document, at: int, row: object) -> list[Problem]:
    if not isinstance(row, Mapping):
        return [Problem("upgrade.table", document.place(at), {"key": "version"})]
    faults = [key for key in row if key not in _KEYS]
    faults += [
        key for key in ("renames", "kinds", "choices", "lists") if not _is_mapping(row.get(key, {}))
    ]
    if not isinstance(row.get("version"), str):
        faults.append("version")
    kinds = row.get("kinds", {})
    if _is_mapping(kinds) and not all(map(_is_conversion, kinds.values())):
        faults.append("kinds")
    lists = row.get("lists", {})
    if _is_mapping(lists) and not all(map(_is_mapping, lists.values())):
        faults.append("lists")
    faults += [key for key in ("removed", "asked") if not isinstance(row.get(key, []), list)]
    return [Problem("upgrade.table", document.place(at, key), {"key": key}) for key in faults]


def _is_mapping(value: object) -> bool:
    return isinstance(value, Mapping)


def _is_conversion(value: object) -> bool:
    if isinstance(value, Mapping):
        return list(value) == ["group"] and isinstance(value["group"], str)
    return value in CONVERSIONS - {"group"}


def _read_step(row: Mapping[str, object]) -> Step:
    def mapping(key: str) -> Mapping[str, object]:
        value = row.get(key, {})
        return value if isinstance(value, Mapping) else {}

    def listed(key: str) -> tuple[str, ...]:
        value = row.get(key, [])
        return tuple(map(str, value)) if isinstance(value, list) else ()

    return Step(
        version=str(row["version"]),
        renames={old: str(new) for old, new in mapping("renames").items()},
        kinds={name: _read_conversion(how) for name, how in mapping("kinds").items()},
        choices={
            name: {code: None if new is None else str(new) for code, new in codes.items()}
            for name, codes in mapping("choices").items()
            if isinstance(codes, Mapping)
        },
        lists={
            name: {part: str(question) for part, question in fields.items()}
            for name, fields in mapping("lists").items()
            if isinstance(fields, Mapping)
        },
        removed=listed("removed"),
        asked=listed("asked"),
    )


def _read_conversion(how: object) -> Conversion:
    if isinstance(how, Mapping):
        return Conversion("group", str(how["group"]))
    return Conversion(str(how))
