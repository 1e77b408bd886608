"""What of a project folder is published: its pages by name, its look by kind of file."""

import hashlib
import shutil
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path, PurePosixPath
from typing import Final

from questionnaire.errors import Problem, WorkspaceProblems
from questionnaire.text import Language

_RECIPE: Final = "1"
"""Goes up when this package builds other bytes from the same input."""

_BUILDERS: Final = ("mkdocs", "mkdocs-material", "Markdown", "pymdown-extensions", "Jinja2")
_LOOK: Final = frozenset(
    {".css", ".js", ".html", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".ico", ".woff2"}
)
_PUBLISHED: Final = frozenset({".md", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".pdf"})


def stage_project(
    project: Path, staged: Path, languages: Sequence[Language], pages: Sequence[str]
) -> None:
    """Copy what is published to an empty folder; raises WorkspaceProblems for what may not be."""
    problems: list[Problem] = []
    for name in (*_list_configs(languages), *pages, *_list_look(project)):
        code = _check(project, name)
        if code is None:
            target = staged / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(project / name, target)
        else:
            problems.append(Problem(code, data={"file": name}))
    if problems:
        raise WorkspaceProblems(problems)


def config_name(language: Language, main: Language) -> str:
    """Return the configuration of a language, as a project names it."""
    return "mkdocs.yml" if language == main else f"mkdocs.{language}.yml"


def hash_staged(staged: Path, languages: Sequence[Language], today: date) -> str:
    """Return a hash of all that decides the bytes of a site."""
    total = hashlib.sha256()
    for part in (_RECIPE, today.isoformat(), *languages, *list_versions()):
        total.update(part.encode() + b"\0")
    for path in sorted(path for path in staged.rglob("*") if path.is_file()):
        content = path.read_bytes()
        head = f"{path.relative_to(staged).as_posix()}\0{len(content)}\0"
        total.update(head.encode() + content)
    return total.hexdigest()


def _list_configs(languages: Sequence[Language]) -> list[str]:
    return [config_name(language, languages[0]) for language in languages]


def _list_look(project: Path) -> Iterator[str]:
    """Yield the files of `overrides/` that a browser or the site tool needs."""
    for path in sorted((project / "overrides").rglob("*")):
        if path.suffix in _LOOK and not path.is_symlink() and path.is_file():
            yield path.relative_to(project).as_posix()


def _check(project: Path, name: str) -> str | None:
    """Return why a file can't be published, if there is a reason."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name:
        return "site.page_outside"
    if path.parts[0] == "docs" and path.suffix not in _PUBLISHED:
        return "site.page_kind"
    steps = [project.joinpath(*path.parts[: count + 1]) for count in range(len(path.parts))]
    if any(step.is_symlink() for step in steps):
        return "site.page_link"
    return None if steps[-1].is_file() else "site.page_missing"


@cache
def list_versions() -> tuple[str, ...]:
    """Return the packages that decide the bytes of a page, with their versions."""
    return tuple(map(_name_version, _BUILDERS))


def _name_version(package: str) -> str:
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return package
