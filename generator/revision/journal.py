"""What a committed update still has to do: `.playbook/journal.json`, the point of no return."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import cast

from generator.revision.manifest import to_json
from generator.revision.model import Entry
from generator.revision.workspace import STATE
from questionnaire.errors import Place, Problem, WorkspaceProblems

JOURNAL = f"{STATE}/journal.json"


@dataclass(frozen=True, slots=True)
class Step:
    """One file of the handbook to replace, create or remove."""

    path: str
    before: str | None
    after: str | None
    blob: str
    """Where the new bytes wait; empty for a removal."""
    target: str
    previous: Entry | None


@dataclass(frozen=True, slots=True)
class StateStep:
    """One file or folder of ours to put in place; removed when `blob` is empty."""

    path: str
    blob: str


@dataclass(frozen=True, slots=True)
class Journal:
    """All steps of one update, in order."""

    steps: tuple[Step, ...]
    state: tuple[StateStep, ...]
    undo: str = ""


def write_journal(journal: Journal) -> bytes:
    """Bytes of the journal."""
    return to_json({"schema": 1, **asdict(journal)})


def read_journal(data: bytes) -> Journal:
    """Read a journal; a damaged one is reported, never guessed at."""
    try:
        content = cast("Mapping[str, list[dict[str, object]]]", json.loads(data))
        steps = tuple(_step(item) for item in content["steps"])
        state = tuple(StateStep(str(i["path"]), str(i["blob"])) for i in content["state"])
        return Journal(steps, state, str(content["undo"]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise WorkspaceProblems([Problem("state.damaged", Place(file=JOURNAL))]) from error


def _step(item: Mapping[str, object]) -> Step:
    before, after = (None if item[k] is None else str(item[k]) for k in ("before", "after"))
    previous = cast("dict[str, str] | None", item["previous"])
    entry = None if previous is None else Entry(**previous)
    return Step(str(item["path"]), before, after, str(item["blob"]), str(item["target"]), entry)
