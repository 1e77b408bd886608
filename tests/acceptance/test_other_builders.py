"""The same project, unmodified, builds with the tools that may follow MkDocs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BUILDERS = {
    "properdocs": ["properdocs", "build", "--strict", "-q", "-f"],
    "zensical": ["zensical", "build", "-f"],
}


@pytest.mark.parametrize("builder", BUILDERS)
def test_the_project_builds_with_another_tool(builder, samples, tmp_path):
    """Every page of both languages comes out, without a warning that stops a strict build."""
    handbook = tmp_path / "handbook"
    shutil.copytree(samples["norte-energia"].workspace / "handbook", handbook)
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    for config in ("mkdocs.yml", "mkdocs.en.yml"):
        done = subprocess.run(
            [*BUILDERS[builder], config],
            cwd=handbook,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    for language in ("es", "en"):
        pages = {path.stem for path in (handbook / "docs" / language).glob("*.md")}
        built = {path.stem for path in (handbook / "site" / language).glob("*.html")}
        assert pages <= built
