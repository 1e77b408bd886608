"""Carrying out a plan: races, modes, refusals of the system, undo sets and history."""

import errno
import json
import os

import pytest

from generator.revision import transaction
from generator.revision.transaction import recover
from questionnaire.errors import WorkspaceProblems

A = "docs/en/ownership.md"
B = "docs/en/b.md"


def test_file_edited_during_the_update_is_left_alone(desk):
    """A file that changes between plan and update stays; the next update merges it (A29)."""
    desk.update({A: desk.ownership})
    new = {A: desk.ownership.replace("Nobody else signs.", "None signs.")}
    plan = desk.plan(new)
    mine = desk.edit(A, "Marcos publishes.", "Noor publishes.")
    applied = desk.apply(plan)
    assert applied.held == (A,)
    assert desk.read(A) == mine
    again = desk.update(new)
    assert desk.state(again, A) == "merged"
    assert desk.read(A) == new[A].replace("Marcos publishes.", "Noor publishes.")


def test_file_created_during_the_update_is_left_alone(desk):
    """A file that appears where we want a new one stays, and nothing counts it as ours."""
    desk.update({A: desk.ownership})
    new = {A: desk.ownership, B: desk.page("p.b", "Ours.")}
    plan = desk.plan(new)
    desk.write(B, "# Mine\n")
    desk.apply(plan)
    assert desk.read(B) == "# Mine\n"
    assert desk.state(desk.plan(new), B) == "blocked"


def test_page_edited_while_it_is_moved_is_not_lost(desk):
    """An edit to the old place of a moving page stays in that place."""
    desk.update({A: desk.ownership})
    plan = desk.plan({B: desk.ownership}, ids={B: "p.ownership"})
    mine = desk.edit(A, "Marcos publishes.", "Noor publishes.")
    desk.apply(plan)
    assert desk.read(A) == mine
    assert desk.read(B) == desk.ownership


def test_folder_put_in_place_of_a_file_is_left_alone(desk, monkeypatch):
    """A folder where a file was stops no update that is past its point of no return."""
    desk.update({A: desk.ownership, B: desk.page("p.b", "Text.")})
    plan = desk.plan({A: desk.ownership + "\nMore.\n", B: desk.page("p.b", "More.")})
    with monkeypatch.context() as patch:
        patch.setattr(transaction, "_roll_forward", interrupt)
        with pytest.raises(KeyboardInterrupt):
            desk.apply(plan)
    desk.path(A).unlink()
    desk.path(A).mkdir()
    assert recover(desk.workspace)
    assert desk.path(A).is_dir()
    assert "More." in desk.read(B)
    assert (desk.workspace.state / "proposals" / A).read_text().endswith("More.\n")


def interrupt(*_arguments):
    """Stop as Ctrl-C does."""
    raise KeyboardInterrupt


def test_plan_of_another_state_is_refused(desk):
    """A plan made before somebody else's update isn't carried out."""
    desk.update({A: desk.ownership})
    plan = desk.plan({A: desk.ownership + "\nLate.\n"})
    desk.update({A: desk.ownership + "\nFirst.\n"})
    with pytest.raises(WorkspaceProblems) as caught:
        desk.apply(plan)
    assert caught.value.problems[0].code == "workspace.changed"
    assert "First." in desk.read(A)


def test_modes_of_files(desk):
    """Handbook files can be read by all, state only by the owner; a person's mode stays (B58)."""
    desk.update({A: desk.ownership, B: desk.page("p.b", "Text.")})
    assert desk.path(A).stat().st_mode & 0o777 == 0o644
    for path in (desk.workspace.state / "base").iterdir():
        assert path.stat().st_mode & 0o777 == 0o600
    assert (desk.workspace.state / "manifest.json").stat().st_mode & 0o777 == 0o600
    desk.path(A).chmod(0o664)
    desk.update({A: desk.ownership + "\nMore.\n", B: desk.page("p.b", "Text.")})
    assert desk.path(A).stat().st_mode & 0o777 == 0o664


def test_hard_linked_file_is_not_written_through(desk, tmp_path):
    """Replacing a file with a second name leaves the other name's content (B51)."""
    desk.update({A: desk.ownership})
    os.link(desk.path(A), tmp_path / "twin.md")
    desk.update({A: desk.ownership + "\nMore.\n"})
    assert (tmp_path / "twin.md").read_text() == desk.ownership


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "disk.full"), (errno.EACCES, "disk.denied"), (errno.EIO, "disk.failed")],
)
def test_refusal_of_the_system_is_told_with_the_path(desk, monkeypatch, number, code):
    """A full or read-only disk is reported with the path; the tree is as before (B37, B38)."""
    desk.update({A: desk.ownership})
    before = desk.tree()

    def fail(*_arguments):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(desk.workspace.disk, "_fill", fail)
    with pytest.raises(WorkspaceProblems) as caught:
        desk.update({A: desk.ownership + "\nMore.\n"})
    problem = caught.value.problems[0]
    assert problem.code == code
    assert problem.where.file.startswith(".playbook/")
    assert desk.tree() == before


def test_folder_on_another_disk_is_refused(desk, monkeypatch):
    """A mounted folder is refused before anything is written."""
    disk = desk.workspace.disk
    monkeypatch.setattr(disk, "device", len)
    with pytest.raises(WorkspaceProblems) as caught:
        desk.update({A: desk.ownership})
    assert caught.value.problems[0].code == "workspace.two_disks"


def test_ten_undo_sets_and_all_history_are_kept(desk):
    """The last ten sets of former files are kept, and only the generated bytes still needed."""
    for number in range(14):
        desk.update({A: f"{desk.ownership}\nNumber {number}.\n"})
    names = sorted(path.name for path in (desk.workspace.state / "undo").iterdir())
    assert names == [f"{number:06}" for number in range(4, 14)]
    lines = (desk.workspace.state / "history.jsonl").read_text().splitlines()
    assert len(lines) == 14
    last = {"date": "2026-05-04", "undo": "000013", "files": {"updated": [A]}}
    assert json.loads(lines[-1]) == last
    assert len(list((desk.workspace.state / "base").iterdir())) == 11


def test_damaged_journal_is_reported(desk):
    """A journal that can't be read is reported, not guessed at."""
    desk.update({A: desk.ownership})
    (desk.workspace.state / "journal.json").write_bytes(b"{")
    with pytest.raises(WorkspaceProblems) as caught:
        recover(desk.workspace)
    assert caught.value.problems[0].code == "state.damaged"
    with pytest.raises(WorkspaceProblems) as caught:
        desk.plan({A: desk.ownership})
    assert caught.value.problems[0].code == "workspace.unfinished"
