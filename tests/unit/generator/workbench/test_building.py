"""A build from the wizard, the site it leaves, and the files to take away."""

import io
from pathlib import Path
from zipfile import ZipFile

import pytest

from questionnaire.errors import AnswerProblems, PlaybookError, WorkspaceProblems
from questionnaire.text import ENGLISH, LANGUAGES, SPANISH
from questionnaire.web.consultant import Order
from tests.built import BAKERY, change_answers, copy_workspace, lay_out_changed, read_tree

STEPS = ["reading", "thinking", "writing", "merging", "site", "done"]
ONE = Order(languages=(SPANISH,), told_in=ENGLISH)


@pytest.fixture
def folder(samples, tmp_path):
    """Return a copy of the built bakery."""
    return copy_workspace(samples[BAKERY].workspace, tmp_path / "acme")


def test_a_build_tells_its_steps_and_what_it_made(bench, tmp_path):
    """Each step once and in order; the outcome in the language asked for."""
    folder = lay_out_changed(BAKERY, tmp_path / "acme", {})
    told = []
    assert bench.last_build(folder) is None
    assert bench.zip_up(folder, "site") is None
    assert bench.zip_up(folder, "handbook") is None
    found = bench.build(folder, ONE, told.append)
    assert told == STEPS
    assert found.pages > 10
    assert found.open_total > 0
    assert dict(found.changes)["new"] > 10
    assert found.conflicts == ()
    last = bench.last_build(folder)
    assert last is not None
    assert last.current
    assert last.when.tzinfo is not None
    assert last.index == (folder / "site" / "index.html").resolve()


def test_other_answers_make_the_site_an_old_one(bench, folder):
    """Until it is built again; a build that changes nothing counts too."""
    last = bench.last_build(folder)
    assert last.current
    change_answers(folder, {"employees": "5"})
    assert not bench.last_build(folder).current
    again = bench.build(folder, ONE, lambda _: None)
    assert dict(again.changes)["brought up to date"] > 0
    now = bench.last_build(folder)
    assert now.current
    assert now.when >= last.when


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_conflict_is_told_by_the_name_of_its_clause(bench, folder, language):
    """Somebody edits the very lines that the new answer changes."""
    page = folder / "handbook" / "docs" / "es" / "emergency.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("Lucía", "Lucía (la jefa)"), encoding="utf-8")
    answers = folder / "answers.yml"
    answers.write_text(
        answers.read_text(encoding="utf-8").replace("Lucía", "Lucinda"), encoding="utf-8"
    )
    found = bench.build(folder, Order(languages=(SPANISH,), told_in=language), lambda _: None)
    assert found.conflicts
    assert all("p." not in one and "#" not in one for one in found.conflicts)


def test_a_final_with_open_decisions_is_refused(bench, folder):
    """Every decision is told; the old site stays."""
    before = read_tree(folder / "site")
    with pytest.raises(AnswerProblems) as caught:
        bench.build(folder, Order(final=True), lambda _: None)
    assert all(bench.tell(one, SPANISH) for one in caught.value.problems)
    assert read_tree(folder / "site") == before


def test_nothing_to_build_is_a_problem(bench, tmp_path):
    """A folder without answers, and no folder at all."""
    bench.found(tmp_path / "acme")
    for folder in (tmp_path / "acme", tmp_path / "none"):
        with pytest.raises(WorkspaceProblems):
            bench.build(folder, Order(), lambda _: None)
        assert bench.last_build(folder) is None


def test_a_disk_that_fails_is_a_problem(bench, folder, monkeypatch):
    """What the system refuses while building is told like everything else."""

    def refuse(*_args: object, **_settings: object) -> None:
        raise PermissionError(13, "Permission denied", "site")

    monkeypatch.setattr("generator.pipeline.build_site", refuse)
    with pytest.raises(PlaybookError) as caught:
        bench.build(folder, ONE, lambda _: None)
    assert caught.value.problems[0].code == "disk.denied"


def test_the_site_comes_as_one_file(bench, folder):
    """Everything that is published and nothing of ours, twice the same bytes."""
    packed = bench.zip_up(folder, "site")
    assert packed == bench.zip_up(folder, "site")
    with ZipFile(io.BytesIO(packed)) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
    wanted = set(read_tree(folder / "site")) - {".playbook-site"}
    assert set(names) == wanted
    assert names == sorted(names, key=lambda name: Path(name).parts)
    assert "index.html" in names


def test_the_project_comes_without_what_it_makes(bench, folder, tmp_path):
    """Pages, configuration and look; no built site, nothing hidden, no link to elsewhere."""
    handbook = folder / "handbook"
    for name in (".git/config", "site/index.html", "docs/es/.secret.md"):
        (handbook / name).parent.mkdir(parents=True, exist_ok=True)
        (handbook / name).write_text("x", encoding="utf-8")
    (handbook / "docs" / "es" / "linked.md").symlink_to(folder / "answers.yml")
    (tmp_path / "out").mkdir()
    (handbook / "docs" / "away").symlink_to(tmp_path / "out")
    with ZipFile(io.BytesIO(bench.zip_up(folder, "handbook"))) as archive:
        names = set(archive.namelist())
    assert {"mkdocs.yml", "docs/es/index.md", ".gitignore", "README.md"} <= names
    assert not {name for name in names if "secret" in name or "linked" in name or "away" in name}
    assert not {name for name in names if name.startswith((".git/", "site/"))}


def test_a_strange_site_folder_is_no_build(bench, tmp_path):
    """A folder called site that we didn't make is neither shown nor packed."""
    bench.found(tmp_path / "acme")
    (tmp_path / "acme" / "site").mkdir()
    (tmp_path / "acme" / "site" / "index.html").write_text("mine", encoding="utf-8")
    assert bench.last_build(tmp_path / "acme") is None
    assert bench.zip_up(tmp_path / "acme", "site") is None
