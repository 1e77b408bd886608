"""What an update does with each file: the table of the three texts, row by row."""

import pytest

from questionnaire.errors import WorkspaceProblems

A = "docs/en/ownership.md"
B = "docs/en/moved.md"


def changed(desk, old="Nobody else signs.", new="Nobody else ever signs."):
    """Give the new page of a generator that changed one sentence."""
    assert old in desk.ownership
    return desk.ownership.replace(old, new)


def test_first_build_writes_every_file(desk):
    """A first build makes all files, each new."""
    plan = desk.update({A: desk.ownership, "mkdocs.yml": "site_name: x\n"})
    assert {change.state for change in plan.files} == {"new"}
    assert desk.read(A) == desk.ownership


def test_planning_writes_nothing(desk):
    """A plan leaves every byte and no lock behind (A27)."""
    desk.update({A: desk.ownership})
    before = desk.tree()
    desk.plan({A: changed(desk), B: desk.page("p.moved", "Text.")})
    assert desk.tree() == before


def test_edited_page_that_did_not_change_is_not_opened(desk):
    """A page that only the person changed keeps its bytes and its time (A1)."""
    desk.update({A: desk.ownership})
    mine = desk.edit(A, "Marcos publishes.", "Marcos   publishes,\nwith care.")
    stamp = desk.path(A).stat().st_mtime_ns
    plan = desk.update({A: desk.ownership, "x.css": "a{}"})
    assert desk.state(plan, A) == "yours"
    assert desk.clauses(plan, A) == {"": "yours"}
    assert desk.read(A) == mine
    assert desk.path(A).stat().st_mtime_ns == stamp


def test_unedited_page_is_replaced(desk):
    """A page that only the generator changed is replaced, clause by clause named (A2)."""
    desk.update({A: desk.ownership})
    plan = desk.update({A: changed(desk)})
    assert desk.state(plan, A) == "updated"
    assert desk.clauses(plan, A) == {"roles": "updated"}
    assert desk.read(A) == changed(desk)


@pytest.mark.parametrize(
    ("old", "mine", "new_old", "new"),
    [
        ("She reads every report on Monday.", "She reads all.", "Nobody else signs", "None signs"),
        ("| Posts | Marcos |", "| Posts | Noor |", "| Replies | Marcos |", "| Replies | Noor |"),
        ("Never post an order.", "Never ever.", "Keep the passwords", "Keep all passwords"),
        ("Call Lucía first.", "Call Lucía at once.", "Write down the hour.", "Write the hour."),
        ("second line", "2nd line", "Never post an order.", "Never post any order."),
        ("title: Who owns it", "title: Owners", 'version: "1"', 'version: "2"'),
        ("## Who does what", "## Roles", "Nobody else signs.", "Only she signs."),
    ],
)
def test_different_places_are_merged(desk, old, mine, new_old, new):
    """Changes to different sentences, rows, items and lines are both kept (A3)."""
    desk.update({A: desk.ownership})
    desk.edit(A, old, mine)
    plan = desk.update({A: changed(desk, new_old, new)})
    assert desk.state(plan, A) == "merged"
    assert desk.read(A) == changed(desk, new_old, new).replace(old, mine)


def test_same_sentence_is_a_conflict_and_the_person_wins(desk):
    """Of a sentence both changed the person's text stays; the rest is merged (A4)."""
    desk.update({A: desk.ownership})
    desk.edit(A, "Nobody else signs.", "Marcos signs too.")
    new = changed(desk).replace("Never post an order.", "Never post any order.")
    plan = desk.update({A: new})
    assert desk.state(plan, A) == "conflict"
    assert desk.clauses(plan, A) == {"roles": "conflict", "rules": "updated"}
    assert "Marcos signs too." in desk.read(A)
    assert "Never post any order." in desk.read(A)
    assert "<<<<" not in desk.read(A)


def test_rewrapped_paragraph_is_no_conflict(desk):
    """An editor that wraps lines changes nothing that matters (A5)."""
    desk.update({A: desk.ownership})
    desk.edit(
        A, "shop. She reads every report on Monday.", "shop.\nShe reads every\nreport on Monday."
    )
    plan = desk.update({A: changed(desk)})
    assert desk.clauses(plan, A) == {"roles": "updated"}
    assert "She reads every\nreport on Monday. Nobody else ever signs." in desk.read(A)


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_windows_line_ends_and_mark_stay(desk, mark):
    """Line ends and byte-order mark of the person's editor stay, in new text too (A6)."""
    desk.update({A: desk.ownership})
    desk.write(A, mark + desk.ownership.replace("\n", "\r\n"))
    new = changed(desk, "Never post an order.", "Never post any order.\n4. Lock the phone.")
    desk.update({A: new})
    assert desk.read(A) == mark + new.replace("\n", "\r\n").replace("\n4. Lock", "\n4. Lock")


def test_padded_table_and_trailing_spaces_are_no_conflict(desk):
    """A table aligned by an editor and spaces at line ends are kept (A6)."""
    desk.update({A: desk.ownership})
    desk.edit(A, "| Posts | Marcos |", "| Posts   | Marcos |")
    desk.edit(A, "|---|---|", "|---------|--------|")
    desk.edit(A, "Nobody else signs.", "Nobody else signs.   ")
    desk.update({A: changed(desk, "| Replies | Marcos |", "| Replies | Noor |")})
    assert "| Posts   | Marcos |\n| Replies | Noor |" in desk.read(A)
    assert "|---------|--------|" in desk.read(A)


def test_moved_clause_is_merged_where_the_person_put_it(desk):
    """A clause that the person moved is updated in its new place (A7)."""
    desk.update({A: desk.ownership})
    head, rest = desk.ownership.split("## Who does what")
    roles, others = rest.split("## Rules")
    desk.write(A, f"{head}## Rules{others}\n## Who does what{roles.rstrip()}\n")
    plan = desk.update({A: changed(desk)})
    text = desk.read(A)
    assert desk.state(plan, A) == "merged"
    assert text.index("{#rules}") < text.index("{#roles}")
    assert "Nobody else ever signs." in text


def test_own_clause_and_deleted_clause_are_respected(desk):
    """A clause the person added stays; one the person deleted stays away."""
    desk.update({A: desk.ownership})
    text = desk.read(A).split("## Rules")[0] + "## Our Sundays\n\nWe rest.\n"
    desk.write(A, text)
    plan = desk.update({A: changed(desk).replace("Never post an order.", "Never post orders.")})
    assert desk.clauses(plan, A)["rules"] == "deleted_by_you"
    assert desk.clauses(plan, A)["~our-sundays"] == "yours"
    assert "## Our Sundays\n\nWe rest.\n" in desk.read(A)
    assert "{#rules}" not in desk.read(A)


def test_heading_without_its_anchor_is_still_the_clause(desk):
    """A clause whose anchor was removed is known by its title."""
    desk.update({A: desk.ownership})
    desk.edit(A, "## Rules {#rules}", "## Rules")
    plan = desk.update({A: changed(desk, "Never post an order.", "Never post any order.")})
    assert desk.state(plan, A) == "merged"
    assert desk.read(A).count("## Rules") == 1
    assert "Never post any order." in desk.read(A)


def test_renamed_company_is_merged_for_review(desk):
    """An answer that changed everywhere doesn't collide with edits beside it (A8)."""
    desk.update({A: desk.ownership.replace("the shop", "Acme")})
    desk.edit(A, "Lucía answers for Acme.", "Lucía alone answers for Acme.")
    new = desk.ownership.replace("the shop", "Borealis")
    plan = desk.update({A: new}, renamed=[("Acme", "Borealis")])
    assert desk.state(plan, A) == "merged_review"
    assert "Lucía alone answers for Borealis." in desk.read(A)


def test_page_the_generator_moves_takes_the_edits_along(desk):
    """A page with a new path keeps the person's edits (A9)."""
    desk.update({A: desk.ownership})
    desk.edit(A, "Marcos publishes.", "Noor publishes.")
    plan = desk.update({B: changed(desk)}, ids={B: "p.ownership"})
    assert desk.state(plan, B) == "merged"
    assert desk.change(plan, B).moved_from == A
    assert "Noor publishes." in desk.read(B)
    assert "Nobody else ever signs." in desk.read(B)
    assert not desk.path(A).exists()


def test_two_pages_change_places(desk):
    """Two pages that swap their paths both arrive with their edits."""
    one, two = desk.page("p.one", "First."), desk.page("p.two", "Second.")
    desk.update({A: one, B: two}, ids={A: "p.one", B: "p.two"})
    desk.edit(A, "First.", "First of all.")
    desk.update({A: two, B: one}, ids={A: "p.two", B: "p.one"})
    assert desk.read(B) == one.replace("First.", "First of all.")
    assert desk.read(A) == two


def test_edited_page_that_is_no_longer_made_is_kept(desk):
    """An edited page the generator dropped stays, and comes back merged (A10)."""
    desk.update({A: desk.ownership, B: desk.page("p.b", "Text.")})
    mine = desk.edit(A, "Marcos publishes.", "Noor publishes.")
    plan = desk.update({B: desk.page("p.b", "Text.")})
    assert desk.state(plan, A) == "detached"
    assert desk.read(A) == mine
    again = desk.update({A: changed(desk), B: desk.page("p.b", "Text.")})
    assert desk.state(again, A) == "merged"
    assert "Noor publishes." in desk.read(A)


def test_unedited_page_that_is_no_longer_made_goes_to_the_undo_store(desk):
    """An unedited page the generator dropped is removed, its bytes kept (A11)."""
    desk.update({A: desk.ownership, B: desk.page("p.b", "Text.")})
    plan = desk.update({B: desk.page("p.b", "Text.")})
    assert desk.state(plan, A) == "removed"
    assert not desk.path(A).exists()
    kept = [data for path, data in desk.tree().items() if path.startswith(".playbook/undo/")]
    assert desk.ownership.encode() in kept


def test_deleted_page_stays_deleted(desk):
    """A page the person deleted doesn't come back, changed or not (A12)."""
    desk.update({A: desk.ownership})
    desk.path(A).unlink()
    for _ in range(2):
        plan = desk.update({A: changed(desk)})
        assert desk.state(plan, A) == "deleted_by_you"
        assert not desk.path(A).exists()


def test_own_page_is_never_overwritten(desk):
    """A page the person made where we want one stays; ours is held (A13)."""
    desk.update({A: desk.ownership})
    desk.write(B, "# Mine\n")
    plan = desk.update({A: desk.ownership, B: desk.page("p.moved", "Ours.")})
    assert desk.state(plan, B) == "blocked"
    assert desk.read(B) == "# Mine\n"
    assert (desk.workspace.state / "proposals" / B).exists()


def test_page_move_onto_own_page_waits(desk):
    """A page isn't moved onto a person's page, and nothing else takes its place."""
    desk.update({A: desk.ownership})
    desk.write(B, "# Mine\n")
    plan = desk.update(
        {B: changed(desk), A: desk.page("p.z", "Z.")}, ids={B: "p.ownership", A: "p.z"}
    )
    assert {change.state for change in plan.files} == {"blocked"}
    assert desk.read(B) == "# Mine\n"
    assert desk.read(A) == desk.ownership


def test_page_the_person_renamed_is_followed(desk):
    """A page under a new name is found by its id and updated there (A14)."""
    desk.update({A: desk.ownership})
    desk.path(A).rename(desk.path("docs/en/people.md"))
    desk.edit("docs/en/people.md", "Marcos publishes.", "Noor publishes.")
    plan = desk.update({A: changed(desk)})
    assert desk.state(plan, "docs/en/people.md") == "merged"
    assert "Nobody else ever signs." in desk.read("docs/en/people.md")
    assert not desk.path(A).exists()


def test_copied_page_id_is_the_persons_page(desk):
    """A copy of a page with the same id is left alone (A15)."""
    desk.update({A: desk.ownership})
    desk.write("docs/en/copy.md", desk.ownership)
    desk.update({A: changed(desk)})
    assert desk.read("docs/en/copy.md") == desk.ownership
    assert desk.read(A) == changed(desk)


def test_page_without_front_matter_is_known_by_its_path(desk):
    """Front matter the person removed stays away; the page is still merged (A16)."""
    desk.update({A: desk.ownership})
    desk.write(A, desk.ownership.split("---\n\n", 1)[1])
    desk.update({A: changed(desk).replace('version: "1"', 'version: "2"')})
    assert desk.read(A) == changed(desk).split("---\n\n", 1)[1]


@pytest.mark.parametrize("path", ["mkdocs.yml", "docs/assets/logo.png", "overrides/main.html"])
def test_files_that_are_no_prose_are_kept_whole(desk, path):
    """Configuration, pictures and overrides aren't merged: the person's stays (A17, A18)."""
    desk.update({path: b"one\x00"})
    desk.write(path, b"mine\xff")
    plan = desk.update({path: b"two\x00"})
    assert desk.state(plan, path) == "conflict"
    assert desk.change(plan, path).reason == "file.both_changed"
    assert desk.path(path).read_bytes() == b"mine\xff"
    assert (desk.workspace.state / "proposals" / path).read_bytes() == b"two\x00"


def test_conflict_waits_over_many_updates(desk):
    """The base of a disputed clause doesn't advance; nothing is lost (A19)."""
    desk.update({A: desk.ownership})
    desk.edit(A, "Nobody else signs.", "Marcos signs too.")
    for word in ("ever", "never", "again"):
        plan = desk.update({A: changed(desk, new=f"Nobody else {word} signs.")})
        assert desk.clauses(plan, A) == {"roles": "conflict"}
        assert f"Nobody else {word} signs." in plan.conflicts[0].new
        assert "Nobody else signs." in plan.conflicts[0].base
    back = desk.update({A: desk.ownership})
    assert desk.state(back, A) == "yours"
    assert not back.conflicts


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"caf\xe9 of ours\n", "page.not_utf8"),
        (b"# A\n<<<<<<< mine\nx\n=======\ny\n>>>>>>> yours\n", "page.markers"),
        (b"# A\n" + b"word " * 1_100_000, "page.too_large"),
    ],
)
def test_page_that_cannot_be_merged_is_kept(desk, data, reason):
    """A page that isn't text, holds merge marks or is huge stays, with the reason (A20, A33)."""
    desk.update({A: desk.ownership})
    desk.write(A, data)
    plan = desk.update({A: changed(desk)})
    assert (desk.state(plan, A), desk.change(plan, A).reason) == ("conflict", reason)
    assert desk.path(A).read_bytes() == data


def test_underlined_heading_is_no_merge_mark(desk):
    """A row of equal signs alone is a heading (A20)."""
    desk.update({A: desk.ownership})
    desk.edit(A, "**Lucía decides.**", "Ours\n=======\n\n**Lucía decides.**")
    assert desk.state(desk.update({A: changed(desk)}), A) == "merged"


@pytest.mark.parametrize("damage", [None, b"something else"])
def test_lost_base_keeps_the_person(desk, damage):
    """Without the generated bytes an edited page stays and says why; others go on (A22)."""
    desk.update({A: desk.ownership, B: desk.page("p.b", "Text.")})
    for blob in (desk.workspace.state / "base").iterdir():
        blob.unlink() if damage is None else blob.write_bytes(damage)
    mine = desk.edit(A, "Marcos publishes.", "Noor publishes.")
    plan = desk.update({A: changed(desk), B: desk.page("p.b", "More.")})
    assert desk.change(plan, A).reason == "base.damaged"
    assert desk.state(plan, B) == "updated"
    assert desk.read(A) == mine


def test_manifest_of_a_newer_version_is_refused(desk):
    """State written by a newer version isn't touched, and the version is named (A23)."""
    desk.update({A: desk.ownership}, generator="9.9")
    path = desk.workspace.state / "manifest.json"
    path.write_text(path.read_text().replace('"schema": 1', '"schema": 2'))
    with pytest.raises(WorkspaceProblems) as caught:
        desk.plan({A: desk.ownership})
    problem = caught.value.problems[0]
    assert (problem.code, problem.data["generator"]) == ("state.newer", "9.9")


def test_second_update_does_nothing(desk):
    """The same update again changes no byte, not even in the history (A26)."""
    desk.update({A: desk.ownership, "mkdocs.yml": "a: 1\n"})
    desk.edit(A, "Nobody else signs.", "Marcos signs too.")
    new = {A: changed(desk), "mkdocs.yml": "a: 2\n"}
    desk.update(new)
    before = desk.tree()
    desk.update(new)
    assert desk.tree() == before


def test_same_rows_and_numbers_are_told_apart(desk):
    """Repeated lines and renumbered lists don't confuse the merge (A30, A31)."""
    body = "1. Same.\n2. Same.\n3. Same.\n4. Last."
    desk.update({A: desk.page("p.ownership", body)})
    desk.edit(A, "4. Last.", "4. Last but one.\n5. Mine.")
    renumbered = body.replace("2.", "1.").replace("3.", "1.").replace("4.", "1.")
    new = desk.page("p.ownership", "Before.\n\n" + renumbered)
    plan = desk.update({A: new})
    assert desk.state(plan, A) == "merged"
    assert desk.read(A).count("Same.") == 3
    assert "4. Last but one.\n5. Mine." in desk.read(A)
    assert "Before.\n\n1. Same." in desk.read(A)


def test_rows_added_by_both_stay_for_review(desk):
    """Rows that both add at one place are kept, the person's first, and marked for review."""
    desk.update({A: desk.ownership})
    desk.edit(A, "| Replies | Marcos |\n", "| Replies | Marcos |\n| Photos | Amparo |\n")
    row = "| Replies | Marcos |\n| Reviews | Lucía |\n"
    plan = desk.update({A: changed(desk, "| Replies | Marcos |\n", row)})
    assert desk.state(plan, A) == "merged_review"
    assert "| Photos | Amparo |\n| Reviews | Lucía |\n" in desk.read(A)


@pytest.mark.parametrize("old", ["second line", "Then stop the posts."])
def test_blocks_are_never_split(desk, old):
    """A code block or admonition that both changed is a conflict, never a mixture (A32)."""
    first = {"second line": "first line", "Then stop the posts.": "Call Lucía first."}[old]
    desk.update({A: desk.ownership})
    mine = desk.edit(A, old, "Mine.")
    plan = desk.update({A: changed(desk, first, "Ours.")})
    assert desk.state(plan, A) == "conflict"
    assert desk.read(A) == mine


def test_clause_no_longer_made_goes_unless_it_was_edited(desk):
    """A dropped clause disappears; an edited one stays as the person's."""
    desk.update({A: desk.ownership})
    desk.edit(A, "Never post an order.", "Never ever.")
    head = desk.ownership.split("## Rules")[0]
    plan = desk.update({A: head.rstrip() + "\n"})
    assert desk.clauses(plan, A) == {"rules": "detached", "wrong": "removed"}
    assert desk.read(A).endswith("first line\nsecond line\n```\n")


def test_same_change_by_both_is_no_conflict(desk):
    """What the person wrote before us is simply right."""
    desk.update({A: desk.ownership})
    desk.write(A, changed(desk))
    plan = desk.update({A: changed(desk)})
    assert desk.state(plan, A) == "unchanged"


def test_foreign_handbook_is_refused(desk):
    """A handbook folder that isn't ours is never touched."""
    desk.write("thesis.docx", b"years of work")
    with pytest.raises(WorkspaceProblems) as caught:
        desk.plan({A: desk.ownership})
    assert caught.value.problems[0].code == "handbook.not_ours"
    assert desk.path("thesis.docx").read_bytes() == b"years of work"


@pytest.mark.parametrize("path", ["../x.md", "/x.md", "docs//x.md", "docs/..", "a\\b"])
def test_paths_that_leave_the_folder_are_refused(desk, path):
    """No project writes outside the handbook."""
    with pytest.raises(WorkspaceProblems):
        desk.plan({path: "x"})


def test_paths_that_differ_in_case_only_are_refused(desk):
    """Two names that are one on Windows are refused everywhere."""
    with pytest.raises(WorkspaceProblems) as caught:
        desk.plan({"docs/A.css": "x", "docs/a.css": "y"})
    assert caught.value.problems[0].code == "project.twins"


@pytest.mark.parametrize("what", ["file", "folder"])
def test_links_are_not_followed(desk, tmp_path, what):
    """A link in the handbook that leaves it is refused and its target untouched."""
    desk.update({A: desk.ownership})
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "ownership.md").write_text(desk.ownership)
    if what == "file":
        desk.path(A).unlink()
        desk.path(A).symlink_to(outside / "ownership.md")
    else:
        desk.path("docs/en").rename(desk.path("docs/old"))
        desk.path("docs/en").symlink_to(outside)
    with pytest.raises(WorkspaceProblems) as caught:
        desk.update({A: changed(desk)})
    assert caught.value.problems[0].code == "workspace.outside"
    assert (outside / "ownership.md").read_text() == desk.ownership
