"""The one place that writes to a handbook: all of an update happens, or none of it.

Everything is prepared beside the handbook and brought to the disk; then the journal appears, which
is the point of no return. From there on an interrupted update is always finished, never undone.
A file is replaced only while it still is what the plan saw.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from generator.revision.disk import Disk
from generator.revision.history import HISTORY, UNDO, copy_for_undo, next_undo_name, tidy, with_line
from generator.revision.journal import (
    JOURNAL,
    Journal,
    StateStep,
    Step,
    read_journal,
    write_journal,
)
from generator.revision.manifest import (
    BASE,
    CONFLICTS,
    MANIFEST,
    PROPOSALS,
    hash_of,
    read_base,
    read_manifest,
    read_proposals,
    write_conflicts,
    write_manifest,
)
from generator.revision.model import Applied, Manifest, Plan
from generator.revision.workspace import HANDBOOK, STATE, Workspace
from questionnaire.errors import Place, Problem, WorkspaceProblems

_WORK = f"{STATE}/transaction"
_PRIVATE = 0o600
_PUBLIC = 0o644


def apply_plan(plan: Plan, workspace: Workspace, today: date) -> Applied:
    """Carry out a plan; a plan that changes nothing writes nothing."""
    with workspace.lock():
        recover(workspace)
        disk = workspace.disk
        _refuse_stale(plan, disk)
        try:
            journal = _prepare(plan, disk, today)
        except WorkspaceProblems:
            _discard(disk)
            raise
        return Applied() if journal is None else _roll_forward(journal, disk)


def recover(workspace: Workspace) -> bool:
    """Finish an update that was interrupted; tell whether there was one."""
    disk = workspace.disk
    if disk.mode(STATE) is None:
        return False
    with workspace.lock():
        data = disk.read(JOURNAL)
        if data is not None:
            _roll_forward(read_journal(data), disk)
            return True
        disk.remove_folder(_WORK)
        return False


def refuse_unfinished(workspace: Workspace) -> None:
    """Refuse to plan on a tree between two states: `recover` comes first."""
    if workspace.disk.mode(JOURNAL) is not None:
        raise WorkspaceProblems([Problem("workspace.unfinished", Place(file=JOURNAL))])


def _refuse_stale(plan: Plan, disk: Disk) -> None:
    manifest = read_manifest(disk)
    if (manifest.seen if manifest else "") != plan.manifest.seen:
        raise WorkspaceProblems([Problem("workspace.changed", Place(file=MANIFEST))])


def _discard(disk: Disk) -> None:
    """Leave nothing of an update that failed before its point of no return."""
    with suppress(WorkspaceProblems):
        if disk.mode(JOURNAL) is None:
            disk.remove_folder(_WORK)


def _prepare(plan: Plan, disk: Disk, today: date) -> Journal | None:
    state = list(_state_files(plan, disk))
    if not plan.operations and not state:
        return None
    disk.make_folder(_WORK, 0o700)
    steps = tuple(_prepare_steps(plan, disk))
    undo = next_undo_name(disk)
    if copy_for_undo(disk, plan.operations, f"{_WORK}/undo", today):
        disk.make_folder(UNDO, 0o700)
    else:
        undo = ""
    state.insert(0, (HISTORY, with_line(disk, plan, today, undo)))
    moves = [StateStep(f"{UNDO}/{undo}", f"{_WORK}/undo")] if undo else []
    moves += _prepare_state(state, disk)
    journal = Journal(steps, tuple(moves), undo)
    disk.write(f"{_WORK}/journal", write_journal(journal), _PRIVATE)
    disk.sync_folder(_WORK)
    disk.move(f"{_WORK}/journal", JOURNAL)
    disk.sync_folder(STATE)
    return journal


def _prepare_steps(plan: Plan, disk: Disk) -> Iterator[Step]:
    for number, operation in enumerate(plan.operations):
        path, blob, after = f"{HANDBOOK}/{operation.path}", "", None
        if operation.after is not None:
            blob, after = f"{_WORK}/{number:04}", hash_of(operation.after)
            folder = path.rpartition("/")[0]
            disk.make_folder(folder)
            _refuse_two_disks(disk, folder)
            disk.write(blob, operation.after, disk.mode(path) or _PUBLIC)
        yield Step(
            operation.path, operation.before, after, blob, operation.target, operation.previous
        )


def _refuse_two_disks(disk: Disk, folder: str) -> None:
    """Refuse a mounted folder: only on one disk is putting a file in place a single step."""
    if disk.device(folder) != disk.device(STATE):
        raise WorkspaceProblems([Problem("workspace.two_disks", Place(file=folder))])


def _state_files(plan: Plan, disk: Disk) -> Iterator[tuple[str, bytes | None]]:
    """Files of ours that change; the manifest is last, because it refers to the others."""
    for digest in sorted(plan.bases):
        if read_base(disk, digest) is None:
            yield f"{BASE}/{digest}", plan.bases[digest]
    held = read_proposals(disk)
    for path in sorted({*held, *plan.proposals}):
        if held.get(path) != plan.proposals.get(path):
            yield f"{PROPOSALS}/{path}", plan.proposals.get(path)
    for path, data in (
        (CONFLICTS, write_conflicts(plan.conflicts)),
        (MANIFEST, write_manifest(plan.manifest)),
    ):
        if disk.read(path) != data:
            yield path, data


def _prepare_state(state: list[tuple[str, bytes | None]], disk: Disk) -> list[StateStep]:
    steps = []
    for number, (path, data) in enumerate(state):
        blob = "" if data is None else f"{_WORK}/state-{number:04}"
        if data is not None:
            disk.make_folder(path.rpartition("/")[0], 0o700)
            disk.write(blob, data, _PRIVATE)
        steps.append(StateStep(path, blob))
    return steps


def _roll_forward(journal: Journal, disk: Disk) -> Applied:
    held: dict[str, Step] = {}
    for step in journal.steps:
        if step.target not in held and _take(step, disk):
            continue
        _hold(step, disk)
        if step.blob or step.path == step.target:
            held.setdefault(step.target, step)
    _sync({f"{HANDBOOK}/{step.path}" for step in journal.steps}, disk)
    for move in journal.state:
        _take_state(move, disk)
    if held:
        _keep_former_entries(held, disk)
    _sync({move.path for move in journal.state}, disk)
    disk.remove(JOURNAL)
    # The update is done; rubbish that can't be removed now goes the next time.
    with suppress(WorkspaceProblems):
        disk.sync_folder(STATE)
        disk.remove_folder(_WORK)
        tidy(disk)
    done = [step for step in journal.steps if step.target not in held]
    return Applied(
        written=tuple(step.path for step in done if step.after is not None),
        removed=tuple(step.path for step in done if step.after is None),
        held=tuple(step.path for step in held.values()),
        undo=journal.undo,
    )


def _take(step: Step, disk: Disk) -> bool:
    """Do one step, if it isn't done; False when the file isn't what the plan saw."""
    path = f"{HANDBOOK}/{step.path}"
    now = _digest(path, disk)
    if now == step.after:
        return True
    if now != step.before or (step.blob and disk.mode(step.blob) is None):
        return False
    if step.blob:
        disk.move(step.blob, path)
    else:
        disk.remove(path)
    return True


def _digest(path: str, disk: Disk) -> str | None:
    try:
        data = disk.read(path)
    except WorkspaceProblems as refusal:
        # Somebody put a folder or a link there: that isn't what the plan saw either.
        if {problem.code for problem in refusal.problems} <= {
            "workspace.outside",
            "file.is_folder",
        }:
            return "outside"
        raise
    return None if data is None else hash_of(data)


def _hold(step: Step, disk: Disk) -> None:
    if step.blob and disk.mode(step.blob) is not None:
        proposal = f"{PROPOSALS}/{step.path}"
        disk.make_folder(proposal.rpartition("/")[0], 0o700)
        disk.move(step.blob, proposal)


def _take_state(move: StateStep, disk: Disk) -> None:
    if not move.blob:
        disk.remove(move.path)
    elif disk.mode(move.blob) is not None:
        disk.move(move.blob, move.path)


def _keep_former_entries(held: dict[str, Step], disk: Disk) -> None:
    """Don't advance the base of a file that was left alone: the next update merges it."""
    manifest = read_manifest(disk) or Manifest()
    entries = {path: entry for path, entry in manifest.entries.items() if path not in held}
    for step in held.values():
        if step.previous is not None:
            entries[step.previous.path] = step.previous
    data = write_manifest(Manifest(entries, manifest.generator))
    disk.write(f"{_WORK}/manifest", data, _PRIVATE)
    disk.move(f"{_WORK}/manifest", MANIFEST)


def _sync(paths: set[str], disk: Disk) -> None:
    for folder in sorted({path.rpartition("/")[0] for path in paths}):
        if disk.mode(folder) is not None:
            disk.sync_folder(folder)
