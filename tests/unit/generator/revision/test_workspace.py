"""The workspace folder: what it refuses, and who may write."""

import subprocess
import sys
from pathlib import Path

import pytest

from generator.revision.workspace import create_workspace, open_workspace
from questionnaire.errors import WorkspaceProblems


def code(action):
    """Code of the problem an action ends with."""
    with pytest.raises(WorkspaceProblems) as caught:
        action()
    return caught.value.problems[0].code


def test_new_workspace_has_its_folders(tmp_path):
    """Creating makes the folders a person needs and opens again."""
    workspace = create_workspace(tmp_path / "acme")
    assert workspace.brand.is_dir()
    assert workspace.overrides.is_dir()
    assert open_workspace(tmp_path / "acme").root == workspace.root
    assert workspace.state.stat().st_mode & 0o777 == 0o700


def test_missing_folder_is_reported(tmp_path):
    """Opening what isn't there says so."""
    assert code(lambda: open_workspace(tmp_path / "no")) == "workspace.missing"


@pytest.mark.parametrize("path", ["/", "~"])
def test_home_and_root_are_no_workspace(path):
    """A home folder and the root folder are refused."""
    assert code(lambda: open_workspace(Path(path))) == "workspace.too_wide"


@pytest.mark.parametrize("name", ["handbook", "site", "exports", ".playbook"])
def test_folder_that_leads_outside_is_refused(tmp_path, name):
    """A linked folder that leaves the workspace is refused."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / name).symlink_to(tmp_path / "elsewhere")
    assert code(lambda: open_workspace(tmp_path / "acme")) == "workspace.outside"


HOLD = """
import os, pathlib, signal, sys
from generator.revision.workspace import open_workspace
with open_workspace(pathlib.Path(sys.argv[1])).lock():
    print("held", flush=True)
    sys.stdin.read()
"""


def test_second_process_is_refused_and_a_dead_one_lets_go(tmp_path):
    """The lock names its owner, and is free at once when the owner is killed (B43, B44)."""
    workspace = create_workspace(tmp_path / "acme")
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(workspace.root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(WorkspaceProblems) as caught, workspace.lock():
            pass
        problem = caught.value.problems[0]
        assert problem.code == "workspace.locked"
        assert problem.data["pid"] == str(holder.pid)
        assert problem.data["since"] != "?"
        holder.kill()
        holder.wait()
        with workspace.lock(), workspace.lock():
            assert (workspace.state / "lock.json").exists()
    assert not (workspace.state / "lock.json").exists()


HOLD_INTERVIEW = HOLD.replace(".lock()", ".hold_interview()")


def test_a_second_wizard_learns_who_holds_the_first(tmp_path):
    """Another process is named with its start; a build goes on meanwhile; the dead let go."""
    workspace = create_workspace(tmp_path / "acme")
    with subprocess.Popen(
        [sys.executable, "-c", HOLD_INTERVIEW, str(workspace.root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(WorkspaceProblems) as caught, workspace.hold_interview():
            pass
        problem = caught.value.problems[0]
        assert problem.code == "workspace.wizard_open"
        assert problem.data["pid"] == str(holder.pid)
        assert problem.data["since"] != "?"
        with workspace.lock():
            assert (workspace.state / "lock.json").exists()
        holder.kill()
        holder.wait()
        with workspace.hold_interview():
            assert (workspace.state / "wizard.json").exists()
    assert not (workspace.state / "wizard.json").exists()


def test_two_wizards_of_one_process_are_two(tmp_path):
    """One program that opens the same company twice is refused like any other."""
    workspace = create_workspace(tmp_path / "acme")
    with workspace.hold_interview():
        again = open_workspace(tmp_path / "acme")
        assert code(lambda: again.hold_interview().__enter__()) == "workspace.wizard_open"
        assert (workspace.state / "wizard.json").exists()
    with workspace.hold_interview():
        pass
