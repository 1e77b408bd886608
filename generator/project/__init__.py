"""Handbook → MkDocs project in memory: every file it will have, before anything touches a disk."""

from collections.abc import Mapping, Sequence

from generator.handbook.model import Handbook
from generator.project.brand import Brand, choose_palette, write_brand_css
from generator.project.logo import draw_initial
from generator.project.mkdocs_config import Look, config_file, write_config
from generator.project.model import AS_MADE, Page, Project, Standings
from generator.project.readme import IGNORED, write_readme
from generator.project.render import render_pages
from generator.project.search import write_search_file
from generator.project.theme import Theme, load_theme
from questionnaire.errors import ContentProblems, Problem

__all__ = ["Brand", "Page", "Project", "Theme", "load_theme", "write_project"]


def write_project(
    handbooks: Sequence[Handbook], theme: Theme, brand: Brand, standings: Standings = AS_MADE
) -> Project:
    """Return the project of some handbooks, one a language; the first is the main language.

    `standings` are the pages that a person deleted, renamed or took clauses out of: no menu and
    no link leads where nothing is any more.
    Raises ContentProblems with every fault of every page.
    """
    files, logo = _write_look(theme, brand)
    languages = tuple(handbook.language for handbook in handbooks)
    pages: list[Page] = []
    problems: list[Problem] = []
    for handbook in handbooks:
        try:
            written = render_pages(handbook, standings)
        except ContentProblems as fault:
            problems += fault.problems
            continue
        pages += [one.page for one in written]
        files |= {one.page.path: one.markdown.encode() for one in written}
        name = config_file(handbook.language, languages[0])
        files[name] = write_config(handbook, languages, Look(theme, logo, standings)).encode()
    if problems:
        raise ContentProblems(problems)
    files["README.md"] = write_readme(handbooks).encode()
    files[".gitignore"] = IGNORED.encode()
    return Project(dict(sorted(files.items())), tuple(pages), languages)


def _write_look(theme: Theme, brand: Brand) -> tuple[dict[str, bytes], str]:
    """Return the files of the look, and the path of the logo inside `overrides/`."""
    palette = choose_palette(brand.colour)
    logo = brand.logo or draw_initial(brand.name, palette.brand, palette.on_brand)
    logo_path = f"assets/brand/logo.{logo.suffix}"
    search_path, search = write_search_file()
    inside: Mapping[str, bytes] = {
        **theme.files,
        "assets/brand/brand.css": write_brand_css(palette).encode(),
        logo_path: logo.content,
        search_path: search,
    }
    return {f"overrides/{path}": content for path, content in inside.items()}, logo_path
