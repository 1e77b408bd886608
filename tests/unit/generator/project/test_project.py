"""The whole project in memory."""

from dataclasses import replace

import pytest

from generator.project import Brand, load_theme, write_project
from generator.project.logo import Logo
from questionnaire.errors import ContentProblems
from questionnaire.sources import read_content
from tests.properties.hostile import PAYLOADS
from tests.sample import make_chapter, make_handbook, make_sample


def _write(company: str = "Panadería Ñandú", theme: str = "base") -> dict[str, bytes]:
    handbooks = [make_sample("es"), make_sample("en")]
    handbooks = [replace(one, title=f"Manual · {company}", company=company) for one in handbooks]
    return dict(write_project(handbooks, load_theme(theme), Brand(company)).files)


def test_project_is_complete() -> None:
    """Both languages, their configuration, the look, a manual for builders and what to ignore."""
    files = _write()
    expected = {
        "mkdocs.yml",
        "mkdocs.en.yml",
        "README.md",
        ".gitignore",
        "docs/es/index.md",
        "docs/en/index.md",
        "overrides/main.html",
        "overrides/partials/alternate.html",
        "overrides/assets/brand/brand.css",
        "overrides/assets/brand/logo.svg",
        "overrides/assets/css/a11y.css",
        "overrides/assets/js/a11y.js",
        "overrides/assets/vendor/iframe-worker-shim.js",
        "overrides/assets/javascripts/lunr/min/lunr.es.min.js",
    }
    assert expected <= files.keys()
    assert all("\\" not in name and not name.startswith("/") for name in files)


def test_same_input_same_bytes() -> None:
    """Nothing in a project depends on the moment or the order in which it was written."""
    assert _write() == _write()
    assert list(_write()) == sorted(_write())


def test_project_does_not_name_its_maker() -> None:
    """The handbook is the company's: no file of it advertises the program."""
    for name, content in _write().items():
        assert b"playbook" not in content.lower(), name


def test_vendored_files_keep_their_licence() -> None:
    """Other people's scripts carry their notice."""
    files = _write()
    assert b"MPL" in files["overrides/assets/javascripts/lunr/min/lunr.es.min.js"]
    assert b"Permission is hereby granted" in files["overrides/assets/vendor/iframe-worker-shim.js"]


@pytest.mark.parametrize("name", PAYLOADS.values(), ids=PAYLOADS.keys())
def test_company_name_never_changes_the_configuration(
    name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever a company is called, mkdocs.yml has the same keys and the name is one text."""
    path = tmp_path_factory.mktemp("config") / "mkdocs.yml"
    path.write_bytes(_write(name)["mkdocs.yml"])
    found = read_content(path).data
    path.write_bytes(_write()["mkdocs.yml"])
    assert found.keys() == read_content(path).data.keys()
    assert isinstance(found["site_name"], str)
    assert "<" not in found["site_name"]


def test_faults_of_both_languages_come_together() -> None:
    """One run tells the faults of every language."""
    broken = [
        make_handbook(make_chapter("p.a", "A", "{{ gone }}"), language=code)
        for code in ("es", "en")
    ]
    with pytest.raises(ContentProblems) as caught:
        write_project(broken, load_theme(), Brand("x"))
    assert len(caught.value.problems) == 2


def test_own_logo_is_used() -> None:
    """The company's own logo takes the place of the initial."""
    handbook = make_sample("es")
    project = write_project([handbook], load_theme(), Brand("x", logo=Logo("png", b"image")))
    assert project.files["overrides/assets/brand/logo.png"] == b"image"
    assert b"logo: assets/brand/logo.png" in project.files["mkdocs.yml"]
    assert b"../en" not in project.files["mkdocs.yml"]


def test_theme_says_only_what_differs() -> None:
    """Another theme adds its style sheet to the base theme's files."""
    base, sober = _write(), _write(theme="sober")
    assert sober.keys() - base.keys() == {"overrides/assets/css/sober.css"}
    assert b"sober.css" in sober["mkdocs.yml"]


def test_unknown_theme_is_told_with_the_known_ones() -> None:
    """A slip in the name of a theme is answered with the one that was meant."""
    with pytest.raises(ContentProblems) as caught:
        load_theme("sobre")
    assert caught.value.problems[0].data["known"] == ("sober",)
