"""The workbench as a whole: light to open, of one's own day, and for one wizard at a time."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from generator.workbench import open_workbench
from questionnaire.errors import WorkspaceProblems
from questionnaire.text import ENGLISH, SPANISH

FOLDER = Path()
OPEN = """
import sys
from pathlib import Path
from generator.workbench import open_workbench
from questionnaire.loader import load_questionnaire
from questionnaire.store import empty_answers
from questionnaire.text import SPANISH
bench = open_workbench()
print([one for one in ("markdown", "PIL", "click", "starlette") if one in sys.modules])
answers = empty_answers(load_questionnaire())
assert bench.preview(Path(), answers, answers, "company_name", SPANISH)
assert bench.preview_styles(Path(), answers)
print([one for one in sys.modules if one.startswith("mkdocs")])
"""


def test_the_site_tool_waits_for_a_build():
    """Opening loads nothing heavy, and a preview does without the site tool."""
    done = subprocess.run(
        [sys.executable, "-c", OPEN], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines() == ["[]", "[]"]


def test_one_wizard_a_folder(bench, tmp_path):
    """A second is refused until the first is closed."""
    bench.found(tmp_path / "acme")
    with bench.hold(tmp_path / "acme"):
        with pytest.raises(WorkspaceProblems) as caught, bench.hold(tmp_path / "acme"):
            pass
        told = bench.tell(caught.value.problems[0], ENGLISH)
        assert "questionnaire is already open" in told
    with bench.hold(tmp_path / "acme"):
        pass


def test_pages_are_of_the_day_of_the_question(bakery, monkeypatch):
    """A wizard that is open overnight goes on with the new day, unless the day is fixed."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    days = iter([date(2026, 11, 22), date(2026, 11, 23)])
    monkeypatch.setattr("generator.workbench.bench.read_clock", lambda: next(days))
    bench = open_workbench()
    pages = [bench.preview(FOLDER, bakery, bakery, "", ENGLISH, "p.home") for _ in range(2)]
    assert "22 November 2026" in pages[0].html
    assert "23 November 2026" in pages[1].html
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    fixed = open_workbench().preview(FOLDER, bakery, bakery, "", ENGLISH, "p.home")
    assert fixed.html == pages[0].html


def test_threads_get_what_one_gets(bench, bakery, energy, answer):
    """A server asks from several threads at once."""
    cases = [
        (one, answer(one, "posts_month", str(n))) for n in range(6, 10) for one in (bakery, energy)
    ]
    alone = [bench.preview(FOLDER, *case, "posts_month", SPANISH) for case in cases]
    with ThreadPoolExecutor(4) as pool:
        found = pool.map(lambda case: bench.preview(FOLDER, *case, "posts_month", SPANISH), cases)
        assert list(found) == alone
