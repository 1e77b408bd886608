"""An update that is killed, or refused by the disk, at every single call to the file system.

After it, every file is the old one or the new one, complete; the next start finishes what was
begun; and nothing a person wrote is lost.
"""

import errno
import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.project.model import Page, Project
from generator.revision.disk import Disk
from generator.revision.plan import plan_revision
from generator.revision.transaction import apply_plan, recover
from generator.revision.workspace import Workspace, create_workspace
from questionnaire.errors import WorkspaceProblems

TODAY = date(2026, 5, 4)
KILLED = 137
HAND = b"Written by hand."


def _page(name: str, text: str) -> bytes:
    return (
        f"---\npage_id: p.{name}\n---\n\n# {name}\n\n## One {{#one}}\n\nFirst here. {text}\n"
    ).encode()


def _project(files: dict[str, bytes]) -> Project:
    pages = tuple(Page(f"p.{Path(f).stem}", "en", f, "", ()) for f in files if f.endswith(".md"))
    return Project(files, pages, ("en",))


BEFORE = _project(
    {
        "docs/en/a.md": _page("a", "Old."),
        "docs/en/b.md": _page("b", "Old."),
        "docs/en/c.md": _page("c", "Old."),
        "mkdocs.yml": b"site_name: old\n",
    }
)
AFTER = _project(
    {
        "docs/en/a.md": _page("a", "New."),
        "docs/en/b.md": _page("b", "New."),
        "docs/en/more/d.md": _page("d", "New."),
        "mkdocs.yml": b"site_name: new\n",
    }
)
EDITED = _page("b", "Old.").replace(b"First here.", HAND)
OLD_TREE = {**BEFORE.files, "docs/en/b.md": EDITED, "docs/en/mine.md": b"# Mine\n"}
NEW_TREE = {
    **AFTER.files,
    "docs/en/b.md": _page("b", "New.").replace(b"First here.", HAND),
    "docs/en/mine.md": b"# Mine\n",
}


class _QuietDisk(Disk):
    """A disk that waits for no platter: a killed process loses no written byte."""

    def _sync(self, descriptor: int) -> None:
        assert descriptor >= 0


class _FailingDisk(_QuietDisk):
    """A disk whose n-th call, before or halfway, meets a fault."""

    def __init__(self, root: Path, at: int, fault: Callable[[], None]) -> None:
        super().__init__(root)
        self.calls = 0
        self._at = at
        self._fault = fault

    def _tick(self) -> None:
        self.calls += 1
        if self.calls == self._at:
            self._fault()

    def _create(self, name, folder, mode):
        self._tick()
        return super()._create(name, folder, mode)

    def _fill(self, descriptor, data):
        super()._fill(descriptor, data[: len(data) // 2])
        self._tick()
        super()._fill(descriptor, data[len(data) // 2 :])

    def _sync(self, descriptor):
        self._tick()
        super()._sync(descriptor)

    def _replace(self, old, new, source, target):
        self._tick()
        super()._replace(old, new, source, target)
        self._tick()

    def _unlink(self, name, folder):
        self._tick()
        super()._unlink(name, folder)

    def _mkdir(self, name, folder, mode):
        self._tick()
        super()._mkdir(name, folder, mode)

    def _rmdir(self, name, folder):
        self._tick()
        super()._rmdir(name, folder)


def _die() -> None:
    os._exit(KILLED)


def _refuse(number: int) -> Callable[[], None]:
    def fault() -> None:
        raise OSError(number, os.strerror(number))

    return fault


def _quiet(root: Path) -> Workspace:
    return Workspace(root, _QuietDisk(root))


def _update(workspace: Workspace) -> None:
    recover(workspace)
    apply_plan(plan_revision(AFTER, workspace), workspace, TODAY)


def _killed(action: Callable[[Workspace], object], root: Path, at: int) -> bool:
    """Do something in a process that dies at a call; tell whether it died."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            action(Workspace(root, _FailingDisk(root, at, _die)))
            code = 0
        finally:
            os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in {0, KILLED}
    return code == KILLED


def _tree(root: Path) -> dict[str, bytes]:
    top = root / "handbook"
    files = (path for path in top.rglob("*") if path.is_file())
    return {path.relative_to(top).as_posix(): path.read_bytes() for path in files}


def _assert_whole(root: Path) -> None:
    """Every file is old or new, and the hand-written words are there."""
    tree = _tree(root)
    for path, data in tree.items():
        assert data in (OLD_TREE.get(path), NEW_TREE.get(path)), path
    assert HAND in tree["docs/en/b.md"]
    assert tree["docs/en/mine.md"] == b"# Mine\n"


def _assert_recovers(root: Path) -> None:
    """Start again: that leaves the old or the new tree, and the next update converges."""
    workspace = _quiet(root)
    recover(workspace)
    assert _tree(root) in (OLD_TREE, NEW_TREE)
    _update(workspace)
    assert _tree(root) == NEW_TREE
    assert not (workspace.state / "journal.json").exists()
    assert not (workspace.state / "transaction").exists()
    plan = plan_revision(AFTER, workspace)
    assert not plan.operations
    assert {change.state for change in plan.files} == {"unchanged", "yours"}


@pytest.fixture(scope="module")
def before(tmp_path_factory) -> Path:
    """Make a workspace with one edited page and one page of the person's own."""
    workspace = create_workspace(tmp_path_factory.mktemp("crash") / "before")
    apply_plan(plan_revision(BEFORE, workspace), workspace, TODAY)
    (workspace.handbook / "docs/en/b.md").write_bytes(EDITED)
    (workspace.handbook / "docs/en/mine.md").write_bytes(b"# Mine\n")
    return workspace.root


@pytest.fixture(scope="module")
def calls(before, tmp_path_factory) -> int:
    """How many calls an update that nothing disturbs makes."""
    root = _copy(before, tmp_path_factory.mktemp("count") / "copy")
    disk = _FailingDisk(root, 0, _die)
    _update(Workspace(root, disk))
    assert _tree(root) == NEW_TREE
    assert disk.calls > 60
    return disk.calls


def _copy(source: Path, target: Path) -> Path:
    shutil.copytree(source, target)
    return target


def test_update_killed_at_every_call(before, calls, tmp_path):
    """A kill -9 at any call leaves the old or the new tree after the next start (B35)."""
    for at in range(1, calls + 1):
        root = _copy(before, tmp_path / str(at))
        assert _killed(_update, root, at)
        _assert_whole(root)
        _assert_recovers(root)
        shutil.rmtree(root)


def test_recovery_killed_at_every_call(before, calls, tmp_path):
    """A kill -9 while an interrupted update is being finished changes nothing of that (B36)."""
    for first in range(1, calls + 1, 5):
        stopped = _copy(before, tmp_path / f"{first}")
        _killed(_update, stopped, first)
        at = 1
        while True:
            root = _copy(stopped, tmp_path / f"{first}-{at}")
            died = _killed(recover, root, at)
            _assert_whole(root)
            _assert_recovers(root)
            shutil.rmtree(root)
            if not died:
                break
            at += 3


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_disk_refuses_at_every_call(before, calls, tmp_path, number):
    """A full or broken disk at any call is told in our words; the tree is whole (B37)."""
    refusals = 0
    for at in range(1, calls + 1):
        root = _copy(before, tmp_path / str(at))
        try:
            _update(Workspace(root, _FailingDisk(root, at, _refuse(number))))
        except WorkspaceProblems as refusal:
            refusals += 1
            problem = refusal.problems[0]
            assert problem.code == ("disk.full" if number == errno.ENOSPC else "disk.failed")
            assert problem.where.file
        _assert_whole(root)
        _assert_recovers(root)
        shutil.rmtree(root)
    assert refusals > calls // 2
