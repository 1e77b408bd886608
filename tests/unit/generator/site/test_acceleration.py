"""What is kept of templates: those that were installed, and nothing that people wrote."""

from pathlib import Path

import pytest
from jinja2 import Environment

from generator.site import acceleration
from questionnaire.sources import data_folder
from questionnaire.sources.kept import KeptEntries


def _compile(name: str, file: Path, source: str, installed: Path) -> bool:
    """Compile one template as a build does; tell whether the next process will find it."""
    cache = acceleration._CompiledTemplates([str(installed)])
    environment = Environment(autoescape=True)
    environment.filters["url"] = str
    bucket = cache.get_bucket(environment, name, str(file), source)
    bucket.code = environment.compile(source, name, str(file))
    cache.set_bucket(bucket)
    again = cache.get_bucket(environment, name, str(file), source)
    assert again.code is not None
    return acceleration._open_kept().find(acceleration._name_entry(bucket)) is not None


def test_only_installed_templates_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A template of a workspace stays in this process; ours and the theme's stay for the next."""
    # This environment isn't the site tool's: what it compiles must not reach a real build.
    store = KeptEntries(tmp_path / "store", "templates")
    monkeypatch.setattr(acceleration, "_open_kept", lambda: store)
    monkeypatch.setattr(acceleration, "_KNOWN", {})
    theirs, installed = tmp_path / "overrides", tmp_path / "theme"
    own = data_folder("themes", "base", "partials", "main.html")
    assert not _compile("t.html", theirs / "t.html", f"{tmp_path}", installed)
    assert _compile("t.html", installed / "t.html", "of a theme", installed)
    assert _compile("main.html", theirs / "main.html", own.read_text("utf-8"), installed)


def test_hidden_folders_are_not_listed(tmp_path: Path) -> None:
    """The theme's thousands of icons are no templates; files beside them are."""
    for name in ("a.html", "b/c.css", ".icons/d.svg", "b/.e/f.css"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    assert sorted(acceleration._walk(str(tmp_path))) == ["a.html", "b/c.css"]
