"""The folder of one company: where its things are, and who may write to it now."""

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from generator.revision.disk import Disk, problem_of
from questionnaire.errors import Place, Problem, WorkspaceProblems

STATE = ".playbook"
HANDBOOK = "handbook"
_OWN_FOLDERS = (HANDBOOK, "site", "exports", STATE)
_LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Workspace:
    """The workspace at `root`, a resolved path, and the disk it is on."""

    root: Path
    disk: Disk

    @property
    def answers(self) -> Path:
        """What the company said."""
        return self.root / "answers.yml"

    @property
    def brand(self) -> Path:
        """Logo, colours and fonts."""
        return self.root / "brand"

    @property
    def overrides(self) -> Path:
        """Chapters and clauses of the company's own."""
        return self.root / "overrides"

    @property
    def handbook(self) -> Path:
        """The generated project: theirs to edit."""
        return self.root / HANDBOOK

    @property
    def site(self) -> Path:
        """The built site."""
        return self.root / "site"

    @property
    def exports(self) -> Path:
        """Documents made from the handbook."""
        return self.root / "exports"

    @property
    def state(self) -> Path:
        """What was generated last, history and lock."""
        return self.root / STATE

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Keep every other process from writing; a process that dies lets go at once."""
        with self._hold("lock", "workspace.locked", shared=True):
            yield

    @contextmanager
    def hold_interview(self) -> Iterator[None]:
        """Be the only wizard here; builds of other processes go on meanwhile."""
        with self._hold("wizard.lock", "workspace.wizard_open", shared=False):
            yield

    @contextmanager
    def _hold(self, name: str, code: str, *, shared: bool) -> Iterator[None]:
        """Hold a lock of the workspace; a shared one may be held again by those who hold it."""
        # filelock loads asyncio; reading a plan needs neither.
        from filelock import FileLock, Timeout

        self.disk.make_folder(STATE, 0o700)
        path = self.state / name
        lock = FileLock(path, timeout=0, mode=0o600, is_singleton=shared, thread_local=shared)
        try:
            lock.acquire()
        except Timeout as refusal:
            raise WorkspaceProblems([_name_owner(self, name, code)]) from refusal
        except OSError as error:
            raise problem_of(error, f"{STATE}/{name}") from error
        outermost = lock.lock_counter == 1
        owner = self.state / _owner_file(name)
        try:
            if outermost:
                _write_owner(owner)
            yield
        finally:
            if outermost:
                with suppress(OSError):
                    owner.unlink()
            lock.release()


def open_workspace(path: Path) -> Workspace:
    """Open the workspace in a folder that exists."""
    root = path.expanduser().resolve()
    if not root.is_dir():
        raise WorkspaceProblems([Problem("workspace.missing", Place(file=str(path)))])
    _refuse_wide(root)
    for name in _OWN_FOLDERS:
        _refuse_link(root, name)
    return Workspace(root, Disk(root))


def create_workspace(path: Path) -> Workspace:
    """Make the folders of a new workspace, or open the one that is there."""
    root = path.expanduser().resolve()
    _refuse_wide(root)
    try:
        root.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise problem_of(error, str(path)) from error
    workspace = open_workspace(root)
    workspace.disk.make_folder(STATE, 0o700)
    workspace.disk.make_folder("brand")
    workspace.disk.make_folder("overrides")
    return workspace


def is_empty(workspace: Workspace, folder: str) -> bool:
    """Tell whether a folder holds no file, but for what file managers leave behind."""
    return all(path.rpartition("/")[2] in _LITTER for path in workspace.disk.files(folder))


def _refuse_wide(root: Path) -> None:
    """Refuse a home folder and those above it: a workspace is a folder of its own."""
    if Path.home().resolve().is_relative_to(root):
        raise WorkspaceProblems([Problem("workspace.too_wide", Place(file=str(root)))])


def _refuse_link(root: Path, name: str) -> None:
    folder = root / name
    ours = name in {HANDBOOK, STATE}
    if folder.is_symlink() and (ours or not folder.resolve().is_relative_to(root)):
        raise WorkspaceProblems([Problem("workspace.outside", Place(file=name))])


def _owner_file(lock: str) -> str:
    """Return where the owner of a lock is told: `lock.json`, `wizard.json`."""
    return f"{lock.removesuffix('.lock')}.json"


def _write_owner(path: Path) -> None:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    owner = {"pid": os.getpid(), "host": socket.gethostname(), "since": now}
    # Only for the message of a second process: it may be lost, so a failure doesn't matter.
    with suppress(OSError):
        path.write_text(json.dumps(owner), encoding="utf-8")


def _name_owner(workspace: Workspace, lock: str, code: str) -> Problem:
    owner: dict[str, object] = {}
    with suppress(OSError, ValueError):
        owner = json.loads((workspace.state / _owner_file(lock)).read_text(encoding="utf-8"))
    data = {key: str(owner.get(key, "?")) for key in ("pid", "host", "since")}
    return Problem(code, Place(file=f"{STATE}/{lock}"), data)
