"""`playbook build` killed with SIGKILL: the site is the old one or the new one, complete.

The moments are counted in what the process does to its folder and not in seconds, so they are the
same on every machine.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.pipeline import Request, make
from tests.built import BAKERY, TODAY, change_answers, copy_workspace, lay_out_changed, read_tree

MOMENTS = 12
NEXT_DAY = TODAY.replace(day=23)
EPOCH = "1795392000"
CHANGES = {"inbound_volume": "55", "employees": "5"}
WRITES = frozenset({"os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.copyfile"})

Tree = dict[str, bytes]


@pytest.fixture(scope="module")
def before(tmp_path_factory) -> Path:
    """Give the built bakery, in one language, with answers that changed since."""
    workspace = lay_out_changed(
        BAKERY, tmp_path_factory.mktemp("kill") / "before", {"languages": "[es]"}
    )
    make(Request(workspace, TODAY))
    change_answers(workspace, CHANGES)
    return workspace


@pytest.fixture(scope="module")
def old(before) -> Tree:
    """Give the site as it was."""
    return read_tree(before / "site")


@pytest.fixture(scope="module")
def after(before, tmp_path_factory) -> Mapping[str, Tree]:
    """Give what a build that nothing disturbs leads to."""
    workspace = copy_workspace(before, tmp_path_factory.mktemp("kill") / "after")
    make(Request(workspace, NEXT_DAY))
    return {folder: read_tree(workspace / folder) for folder in ("handbook", "site")}


def _changes_disk(event: str, arguments: tuple[object, ...]) -> bool:
    if event == "open":
        flags = arguments[2]
        return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    return event in WRITES


def _in_child(workspace: Path, at: Callable[[int], None]) -> int:
    """Build in a process of its own, calling `at` before its every change of the disk."""
    child = os.fork()
    if child == 0:
        code = 99
        try:
            quiet = os.open(os.devnull, os.O_WRONLY)
            os.dup2(quiet, 1)
            os.dup2(quiet, 2)
            count = 0

            def hear(event: str, arguments: tuple[object, ...]) -> None:
                nonlocal count
                if _changes_disk(event, arguments):
                    count += 1
                    at(count)

            os.environ["SOURCE_DATE_EPOCH"] = EPOCH
            sys.addaudithook(hear)
            code = main(["build", str(workspace)])
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.fixture(scope="module")
def changes(before, after, tmp_path_factory) -> int:
    """How often a whole build changes the disk."""
    workspace = copy_workspace(before, tmp_path_factory.mktemp("kill") / "count")
    read, write = os.pipe()
    assert _in_child(workspace, lambda _: os.write(write, b".") and None) == 0
    os.close(write)
    with open(read, "rb") as heard:  # noqa: PTH123 - a descriptor, not a path
        total = len(heard.read())
    assert read_tree(workspace / "site") == after["site"]
    assert total > MOMENTS
    return total


def _kill_at(moment: int) -> Callable[[int], None]:
    def at(count: int) -> None:
        if count == moment:
            os.kill(os.getpid(), signal.SIGKILL)

    return at


def _moments(total: int) -> list[int]:
    """Spread over the whole build, and close together at its end, where the site is swapped."""
    end = [total - back for back in range(4)]
    spread = MOMENTS - len(end)
    return sorted({1 + (total - 5) * step // (spread - 1) for step in range(spread)} | set(end))


def test_a_killed_build_leaves_a_whole_site(before, old, after, changes, tmp_path):
    """Wherever it is killed, what people open is whole, and the next build ends as if undisturbed."""
    seen = set()
    for moment in _moments(changes):
        workspace = copy_workspace(before, tmp_path / str(moment))
        assert _in_child(workspace, _kill_at(moment)) == -signal.SIGKILL
        seen.add(_which(workspace, old, after["site"]))
        make(Request(workspace, NEXT_DAY))
        for folder, tree in after.items():
            assert read_tree(workspace / folder) == tree, (moment, folder)
        assert not list(workspace.glob(".site.*"))
        shutil.rmtree(workspace)
    assert {"old", "new"} <= seen


def _which(workspace: Path, old: Tree, new: Tree) -> str:
    """Say which site is there; between two renames it is the old one under its second name."""
    site = workspace / "site"
    if not site.exists():
        assert read_tree(workspace / ".site.old") == old
        return "between"
    found = read_tree(site)
    assert found in (old, new)
    return "old" if found == old else "new"


def test_a_build_killed_by_the_clock(before, old, after, tmp_path):
    """The same with the command as a person runs it, stopped from outside in the middle."""
    workspace = copy_workspace(before, tmp_path / "clock")
    command = [sys.executable, "-c", "from generator.cli.main import run; run()", "build"]
    with subprocess.Popen(
        [*command, str(workspace)],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH},
        stdout=subprocess.DEVNULL,
    ) as running:
        limit = time.monotonic() + 60
        while not (workspace / ".site.new").exists() and time.monotonic() < limit:
            time.sleep(0.01)
        running.kill()
    assert running.returncode == -signal.SIGKILL
    _which(workspace, old, after["site"])
    make(Request(workspace, NEXT_DAY))
    assert read_tree(workspace / "site") == after["site"]
