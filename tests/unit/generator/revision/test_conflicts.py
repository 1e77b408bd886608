"""Settling a conflict: keep mine, or take the new text."""

import pytest

from generator.revision.conflicts import accept_mine, accept_new, open_conflicts
from questionnaire.errors import WorkspaceProblems

A = "docs/en/ownership.md"


@pytest.fixture
def disputed(desk):
    """Make a page with two disputed clauses; give the project that disputes them."""
    desk.update({A: desk.ownership})
    desk.edit(A, "Nobody else signs.", "Marcos signs too.")
    desk.edit(A, "Never post an order.", "Never ever.")
    new = desk.ownership.replace("Nobody else signs.", "Nobody signs.")
    project = {A: new.replace("Never post an order.", "Never post orders.")}
    desk.update(project)
    return project


@pytest.mark.usefixtures("disputed")
def test_open_conflicts_hold_the_three_texts(desk):
    """A conflict is data: where, and the text as generated, as edited and as it would be."""
    roles, rules = open_conflicts(desk.workspace)
    assert (roles.anchor, rules.anchor) == ("roles", "rules")
    assert "Nobody else signs." in roles.base
    assert "Marcos signs too." in roles.yours
    assert "Nobody signs." in roles.new
    assert roles.reason == "clause.both_changed"


def test_accept_mine_keeps_the_text_and_ends_the_conflict(desk, disputed):
    """Keeping mine writes no page; the next update asks no more."""
    before = desk.read(A)
    accept_mine(desk.workspace, A, "roles", today=desk.today)
    assert desk.read(A) == before
    assert [conflict.anchor for conflict in open_conflicts(desk.workspace)] == ["rules"]
    plan = desk.update(disputed)
    assert desk.clauses(plan, A) == {"roles": "yours", "rules": "conflict"}


def test_accept_mine_after_an_edit_counts_the_edit(desk, disputed):
    """A person settles by writing the clause anew and keeping it."""
    desk.edit(A, "Marcos signs too.", "Nobody signs, but Marcos may.")
    accept_mine(desk.workspace, "p.ownership", today=desk.today)
    plan = desk.update(disputed)
    assert desk.state(plan, A) == "yours"
    assert "Nobody signs, but Marcos may." in desk.read(A)


@pytest.mark.usefixtures("disputed")
def test_accept_new_takes_the_clause_and_keeps_the_old_page_for_undo(desk):
    """Taking the new text replaces that clause only; the former page can be found."""
    mine = desk.read(A)
    applied = accept_new(desk.workspace, A, "rules", today=desk.today)
    assert applied.written == (A,)
    assert desk.read(A) == mine.replace("Never ever.", "Never post orders.")
    undo = desk.workspace.state / "undo" / applied.undo
    assert (undo / "0000").read_bytes().decode() == mine


def test_both_clauses_accepted_give_the_new_page(desk, disputed):
    """With all conflicts settled for the new text, the page is the generator's."""
    accept_new(desk.workspace, A, today=desk.today)
    assert desk.read(A) == disputed[A]
    assert desk.state(desk.update(disputed), A) == "unchanged"


@pytest.mark.parametrize("settle", [accept_mine, accept_new])
def test_whole_file_conflict_is_settled(desk, settle):
    """A configuration both changed stays settled either way, and no proposal is left."""
    desk.update({"mkdocs.yml": "a: 1\n"})
    desk.write("mkdocs.yml", "a: mine\n")
    desk.update({"mkdocs.yml": "a: 2\n"})
    settle(desk.workspace, "mkdocs.yml", today=desk.today)
    plan = desk.update({"mkdocs.yml": "a: 2\n"})
    assert desk.state(plan, "mkdocs.yml") == ("yours" if settle is accept_mine else "unchanged")
    assert not list((desk.workspace.state / "proposals").iterdir())
    assert open_conflicts(desk.workspace) == ()


@pytest.mark.parametrize("settle", [accept_mine, accept_new])
def test_blocked_file_is_settled(desk, settle):
    """A person's page in the place of ours is kept as an edit of it, or replaced."""
    desk.update({A: desk.ownership})
    desk.write("docs/en/b.md", "# Mine\n")
    new = {A: desk.ownership, "docs/en/b.md": desk.page("p.b", "Ours.")}
    desk.update(new)
    settle(desk.workspace, "docs/en/b.md", today=desk.today)
    plan = desk.update(new)
    kept = settle is accept_mine
    assert desk.state(plan, "docs/en/b.md") == ("yours" if kept else "unchanged")
    assert (desk.read("docs/en/b.md") == "# Mine\n") is kept


@pytest.mark.usefixtures("disputed")
def test_unknown_conflict_is_reported(desk):
    """Settling what isn't in dispute is an error, not silence."""
    with pytest.raises(WorkspaceProblems) as caught:
        accept_mine(desk.workspace, A, "lead", today=desk.today)
    assert caught.value.problems[0].code == "conflict.unknown"
