"""Compare the new project with the folder as it is; nothing is written.

Every file ends in exactly one state. Pages are known by their id, so a page that the generator
or a person moved is still the same page.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.project.model import Project
from generator.revision.decision import Decision, Sides, decide
from generator.revision.manifest import hash_of, read_base, read_manifest
from generator.revision.markdown_merge import Renamed
from generator.revision.model import (
    WHOLE,
    ClauseChange,
    Conflict,
    Entry,
    FileChange,
    FileState,
    Manifest,
    Operation,
    Plan,
)
from generator.revision.survey import Found, Gone, survey_folder
from generator.revision.transaction import refuse_unfinished
from generator.revision.workspace import HANDBOOK, Workspace, is_empty
from questionnaire.errors import Place, Problem, WorkspaceProblems


@dataclass(frozen=True, slots=True)
class _Outcome:
    """One file with its decision and where it will be."""

    found: Found
    decision: Decision
    path: str
    reason: str = ""

    @property
    def moved(self) -> bool:
        """Tell whether the file leaves the place where it is."""
        return self.found.at is not None and self.found.at != self.path


def plan_revision(
    project: Project, workspace: Workspace, *, generator: str = "", renamed: Renamed = ()
) -> Plan:
    """Plan the update of the workspace's handbook to a new project.

    `generator` is the version that made the project; `renamed` are answers that changed
    everywhere, so that a person's edits beside the company's old name can still be merged.
    """
    refuse_unfinished(workspace)
    refuse_foreign(workspace)
    _refuse_twins(project)
    manifest = read_manifest(workspace.disk) or Manifest()
    survey = survey_folder(project, manifest, workspace.disk)
    outcomes = tuple(
        _decide(found, workspace, renamed, blocked=found.target in survey.blocked)
        for found in survey.found
    )
    return _to_plan(outcomes, survey.gone, manifest, generator)


def refuse_foreign(workspace: Workspace) -> None:
    """Refuse a handbook folder with files that we didn't make."""
    if read_manifest(workspace.disk) is None and not is_empty(workspace, HANDBOOK):
        raise WorkspaceProblems([Problem("handbook.not_ours", Place(file=HANDBOOK))])


def _refuse_twins(project: Project) -> None:
    """Refuse paths that leave the folder, or that are one file on Windows and on a Mac."""
    seen: dict[str, str] = {}
    problems = []
    for path in project.files:
        twin = seen.setdefault(path.casefold(), path)
        if twin != path:
            problems.append(Problem("project.twins", Place(file=path), {"other": twin}))
        if path.startswith("/") or "\\" in path or {"", ".", ".."} & set(path.split("/")):
            problems.append(Problem("project.path", Place(file=path)))
    if problems:
        raise WorkspaceProblems(problems)


def _decide(found: Found, workspace: Workspace, renamed: Renamed, *, blocked: bool) -> _Outcome:
    entry = found.entry
    if blocked:
        path = found.at or found.target
        return _Outcome(found, Decision("blocked", found.user), path, "file.blocked")
    base = read_base(workspace.disk, entry.sha256) if entry else None
    digest = entry.sha256 if entry else None
    sides = Sides(found.target, digest, base, found.user, found.new)
    decision = decide(sides, renamed)
    path = found.at if found.renamed_by_you and found.at else found.target
    return _Outcome(found, decision, path, decision.reason)


def _to_plan(
    outcomes: tuple[_Outcome, ...], gone: tuple[Gone, ...], old: Manifest, generator: str
) -> Plan:
    entries: dict[str, Entry] = {}
    bases: dict[str, bytes] = {}
    for outcome in outcomes:
        entry = _next_entry(outcome)
        if entry is not None:
            entries[entry.path] = entry
        if outcome.decision.base is not None:
            bases[hash_of(outcome.decision.base)] = outcome.decision.base
    entries.update({item.entry.path: item.entry for item in gone if item.kept})
    files = [_change(outcome) for outcome in outcomes] + [_farewell(item) for item in gone]
    conflicts = tuple(found for outcome in outcomes for found in _conflicts(outcome))
    disputed = {conflict.target for conflict in conflicts}
    return Plan(
        files=tuple(sorted(files, key=lambda change: (change.path, change.state))),
        operations=tuple(_operations(outcomes, gone)),
        manifest=replace(old, entries=entries, generator=generator or old.generator),
        bases=bases,
        conflicts=conflicts,
        proposals={o.found.target: o.found.new for o in outcomes if o.found.target in disputed},
    )


def _next_entry(outcome: _Outcome) -> Entry | None:
    found, base = outcome.found, outcome.decision.base
    if base is not None:
        return Entry(found.target, hash_of(base), found.page_id, found.language)
    if found.entry is None or outcome.decision.state == "blocked":
        return found.entry
    return replace(found.entry, path=found.target)


def _change(outcome: _Outcome) -> FileChange:
    found, decision = outcome.found, outcome.decision
    state: FileState = decision.state
    if outcome.moved and state == "unchanged":
        state = "updated"
    if outcome.moved and state == "yours":
        state = "merged"
    origin = found.at if outcome.moved else found.target if found.renamed_by_you else None
    clauses = tuple(
        ClauseChange(found.page_id, found.language, clause.anchor, clause.state)
        for clause in decision.clauses
    )
    identity = found.page_id, found.language
    return FileChange(outcome.path, state, *identity, clauses, origin or "", outcome.reason)


def _farewell(item: Gone) -> FileChange:
    entry = item.entry
    state: FileState = "detached" if item.kept else "removed"
    return FileChange(item.at, state, entry.page_id, entry.language)


def _conflicts(outcome: _Outcome) -> Iterator[Conflict]:
    found, decision = outcome.found, outcome.decision
    # A page that only can't move waits for its place; its text isn't in question.
    if decision.state == "blocked" and found.entry is not None:
        return
    if decision.state not in {"conflict", "blocked"}:
        return
    place = (found.page_id, found.language, outcome.path, found.target)
    if decision.reason:
        yield Conflict(*place, WHOLE, decision.reason)
    for clause in decision.clauses:
        if clause.state == "conflict":
            texts = clause.base, clause.yours, clause.new
            yield Conflict(*place, clause.anchor, "clause.both_changed", *texts)


def _operations(outcomes: tuple[_Outcome, ...], gone: tuple[Gone, ...]) -> Iterator[Operation]:
    there = {o.found.at: o.found.user for o in outcomes if o.found.at is not None}
    there.update({item.at: item.user for item in gone})
    taken = {o.path for o in outcomes if o.decision.result is not None}
    for outcome in outcomes:
        yield from _operations_of(outcome, there, taken)
    for item in gone:
        if not item.kept and item.at not in taken:
            entry = item.entry
            yield Operation(item.at, hash_of(item.user), None, entry.path, entry)


def _operations_of(
    outcome: _Outcome, there: Mapping[str, bytes | None], taken: set[str]
) -> Iterator[Operation]:
    found, result = outcome.found, outcome.decision.result
    if result is None:
        return
    before = there.get(outcome.path)
    if result != before:
        digest = None if before is None else hash_of(before)
        yield Operation(outcome.path, digest, result, found.target, found.entry)
    if outcome.moved and found.at is not None and found.user is not None and found.at not in taken:
        yield Operation(found.at, hash_of(found.user), None, found.target, found.entry)
