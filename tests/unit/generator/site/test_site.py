"""Project on disk → site: complete, silent, repeatable, and never at the cost of the old one."""

import hashlib
from datetime import date
from pathlib import Path

import pytest

from generator.project import Brand, Project, load_theme, write_project
from generator.site import Site, build_site
from generator.site.swap import MARKER
from questionnaire.errors import BuildFailed, WorkspaceProblems
from tests.properties.hostile import PAYLOADS
from tests.sample import make_chapter, make_handbook, make_sample

_TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def project() -> Project:
    """Give the sample project, which no test changes."""
    return write_project([make_sample("es"), make_sample("en")], load_theme(), Brand("Ñandú"))


def _write(project: Project, workspace: Path) -> Path:
    folder = workspace / "handbook"
    for name, content in project.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def _build(project: Project, workspace: Path, pages: tuple[str, ...] = ()) -> Site:
    listed = [page.path for page in project.pages]
    return build_site(
        workspace / "handbook", workspace / "site", project.languages, _TODAY, [*listed, *pages]
    )


def _hash(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_site_is_complete_and_small(project: Project, tmp_path: Path) -> None:
    """Every page in both languages and a first page; no source map, no language nobody reads."""
    _write(project, tmp_path)
    site = _build(project, tmp_path)
    files = _hash(site.path)
    assert (site.pages, site.rebuilt) == (6, True)
    names = {
        f"{code}/{name}.html" for code in ("es", "en") for name in ("index", "emergency", "replies")
    }
    assert names | {"index.html", MARKER} <= files.keys()
    assert not [name for name in files if name.endswith(".map") or "lunr.fr" in name]
    assert "es/assets/javascripts/lunr/min/lunr.es.min.js" in files
    assert sorted(path.name for path in tmp_path.iterdir()) == ["handbook", "site"]


def test_same_input_builds_the_same_bytes(project: Project, tmp_path: Path) -> None:
    """Two folders, two builds, one of them with everything still warm: identical sites."""
    for name in ("one", "two"):
        _write(project, tmp_path / name)
        _build(project, tmp_path / name)
    assert _hash(tmp_path / "one" / "site") == _hash(tmp_path / "two" / "site")


def test_unchanged_project_is_not_built_again(project: Project, tmp_path: Path) -> None:
    """The same input leaves the site as it is; one other byte builds it."""
    folder = _write(project, tmp_path)
    _build(project, tmp_path)
    assert not _build(project, tmp_path).rebuilt
    path = folder / "docs" / "es" / "index.md"
    path.write_text(path.read_text() + "\nMore.\n")
    assert _build(project, tmp_path).rebuilt
    assert "More." in (tmp_path / "site" / "es" / "index.html").read_text()


def test_kept_pages_change_no_byte(project: Project, tmp_path: Path) -> None:
    """A build with pages kept from another equals a fresh build, and dead anchors still fail."""
    cache = tmp_path / "cache"
    listed = [page.path for page in project.pages]
    changed = "# x\n\n[a](replies.md#who)\n"
    for name in ("kept", "fresh"):
        folder = _write(project, tmp_path / name)
        kept = cache if name == "kept" else None
        site = tmp_path / name / "site"
        if kept:
            build_site(folder, site, project.languages, _TODAY, listed, cache=kept)
        (folder / "docs" / "en" / "index.md").write_text(changed)
        assert build_site(folder, site, project.languages, _TODAY, listed, cache=kept).rebuilt
    assert _hash(tmp_path / "kept" / "site") == _hash(tmp_path / "fresh" / "site")
    (tmp_path / "kept" / "handbook" / "docs" / "en" / "replies.md").write_text("# no anchors\n")
    with pytest.raises(BuildFailed):
        build_site(
            tmp_path / "kept" / "handbook",
            tmp_path / "kept" / "site",
            project.languages,
            _TODAY,
            listed,
            cache=cache,
        )


@pytest.mark.parametrize("content", ["", "[]", "{", '{"format": 99}'])
def test_spoilt_cache_is_ignored(project: Project, tmp_path: Path, content: str) -> None:
    """A cache that can't be read costs time, nothing else."""
    folder = _write(project, tmp_path)
    (tmp_path / "pages.es.json").write_text(content)
    listed = [page.path for page in project.pages]
    assert build_site(
        folder, tmp_path / "site", project.languages, _TODAY, listed, cache=tmp_path
    ).rebuilt


def test_only_listed_files_are_published(project: Project, tmp_path: Path) -> None:
    """What lies in the folder without being listed stays out of pages, search and assets."""
    folder = _write(project, tmp_path)
    for name in ("docs/es/secret.md", "docs/es/answers.yml", "overrides/notes.txt"):
        (folder / name).write_text("tellnobody")
    (folder / "docs" / "es" / "extra.md").write_text("# Extra\n\nOwn page.\n")
    site = _build(project, tmp_path, ("docs/es/extra.md",))
    assert (site.path / "es" / "extra.html").exists()
    assert not [p for p in site.path.rglob("*") if p.is_file() and b"tellnobody" in p.read_bytes()]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("docs/es/gone.md", "site.page_missing"),
        ("../answers.yml", "site.page_outside"),
        ("/etc/passwd", "site.page_outside"),
        ("docs/es/answers.yml", "site.page_kind"),
        ("docs/es/link.md", "site.page_link"),
    ],
)
def test_file_that_may_not_be_published_is_refused(
    project: Project, tmp_path: Path, name: str, code: str
) -> None:
    """A listed file must be there, inside the project, of a kind for readers, and no link."""
    folder = _write(project, tmp_path)
    (folder / "docs" / "es" / "answers.yml").write_text("x")
    (folder / "docs" / "es" / "link.md").symlink_to(folder / "README.md")
    with pytest.raises(WorkspaceProblems) as caught:
        _build(project, tmp_path, (name,))
    assert [one.code for one in caught.value.problems] == [code]


def test_every_warning_of_a_failed_build_is_told(project: Project, tmp_path: Path) -> None:
    """Dead links fail the build, all of them are named, and the old site stays."""
    folder = _write(project, tmp_path)
    _build(project, tmp_path)
    before = _hash(tmp_path / "site")
    (folder / "docs" / "es" / "index.md").write_text("# x\n\n[a](gone.md) [b](replies.md#gone)\n")
    with pytest.raises(BuildFailed) as caught:
        _build(project, tmp_path)
    told = " ".join(str(one.data["message"]) for one in caught.value.problems)
    assert "gone.md" in told
    assert "#gone" in told
    assert _hash(tmp_path / "site") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["handbook", "site"]


def test_broken_configuration_is_a_failed_build(project: Project, tmp_path: Path) -> None:
    """A configuration that a person broke fails with the site tool's words, not with a crash."""
    folder = _write(project, tmp_path)
    (folder / "mkdocs.yml").write_text("site_name: x\ndocs_dir: docs/es\nplugins: [not-there]\n")
    with pytest.raises(BuildFailed) as caught:
        _build(project, tmp_path)
    assert "not-there" in str(caught.value.problems[0].data["message"])


def test_folder_of_others_is_never_touched(project: Project, tmp_path: Path) -> None:
    """A folder with files and without our mark is refused and keeps every file."""
    _write(project, tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.docx").write_text("years of work")
    with pytest.raises(WorkspaceProblems) as caught:
        _build(project, tmp_path)
    assert caught.value.problems[0].code == "site.not_ours"
    assert (tmp_path / "site" / "thesis.docx").read_text() == "years of work"


def test_empty_folder_becomes_the_site(project: Project, tmp_path: Path) -> None:
    """A folder that was made for the site beforehand is taken."""
    _write(project, tmp_path)
    (tmp_path / "site").mkdir()
    assert _build(project, tmp_path).rebuilt


def test_crash_between_the_renames_is_mended(project: Project, tmp_path: Path) -> None:
    """After a crash with the old site moved away and the new one half built, the old one is back."""
    _write(project, tmp_path)
    _build(project, tmp_path)
    before = _hash(tmp_path / "site")
    (tmp_path / "site").rename(tmp_path / ".site.old")
    (tmp_path / ".site.new").mkdir()
    (tmp_path / ".site.new" / MARKER).write_text("{}")
    assert not _build(project, tmp_path).rebuilt
    assert _hash(tmp_path / "site") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["handbook", "site"]


def test_crash_after_the_renames_is_mended(project: Project, tmp_path: Path) -> None:
    """After a crash with both sites there, the new one stays and the old one goes."""
    _write(project, tmp_path)
    _build(project, tmp_path)
    (tmp_path / ".site.old").mkdir()
    (tmp_path / ".site.old" / MARKER).write_text("{}")
    assert not _build(project, tmp_path).rebuilt
    assert sorted(path.name for path in tmp_path.iterdir()) == ["handbook", "site"]


def test_hostile_names_survive_the_whole_way(tmp_path: Path) -> None:
    """A book whose company and titles are hostile builds, and has no script it shouldn't have."""
    chapters = [
        make_chapter(f"p.c{number}", text, "{{ x }}")
        for number, text in enumerate(PAYLOADS.values())
    ]
    home = make_chapter("p.home", PAYLOADS["script"], "{{ x }}")
    handbook = make_handbook(
        home, *chapters, view={"x": PAYLOADS["image handler"]}, company=PAYLOADS["style"]
    )
    project = write_project([handbook], load_theme(), Brand(PAYLOADS["script"]))
    _write(project, tmp_path)
    site = _build(project, tmp_path)
    for path in site.path.rglob("*.html"):
        html = path.read_text()
        for bad in (
            "<script>alert",
            "<img src=x",
            "<style>body",
            "<svg onload",
            "<iframe",
            'href="javascript',
        ):
            assert bad not in html, (path.name, bad)
