"""A browser and a site, each made once for all tests of this folder."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from generator.project import Brand, load_theme, write_project
from generator.site import build_site
from tests.sample import make_sample

_QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give the Chromium of this machine, or the one Playwright has installed."""
    with sync_playwright() as playwright:
        found = shutil.which("chromium")
        if found is None and not Path(playwright.chromium.executable_path).exists():
            pytest.fail("these tests need Chromium; on Debian: apt-get install chromium")
        running = playwright.chromium.launch(executable_path=found, args=list(_QUIET))
        yield running
        running.close()


@pytest.fixture(scope="session", params=["base", "sober"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the built sample site, once in each theme; yellow is the hardest brand colour."""
    colour = {"base": "#f2b705", "sober": "#0b6e4f"}[request.param]
    handbooks = [make_sample("es"), make_sample("en")]
    project = write_project(handbooks, load_theme(request.param), Brand("Panadería Ñandú", colour))
    workspace = tmp_path_factory.mktemp(request.param)
    for name, content in project.files.items():
        path = workspace / "handbook" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    pages = [page.path for page in project.pages]
    folder = workspace / "site"
    build_site(workspace / "handbook", folder, project.languages, date(2026, 11, 22), pages)
    return folder
