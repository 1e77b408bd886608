"""The command line speaks both languages, and its exit codes don't lie."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli.main import NO, OUR_FAULT, VERBS, WRONG_USE, main
from generator.revision.workspace import create_workspace
from questionnaire.text import LANGUAGES

ENGLISH_ONLY = ("Usage:", "Options:", "Commands:", "Show this message", "[OPTIONS]", "COMMAND")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_in_every_language(language, verb, capsys):
    """The help of a verb is there and holds no code instead of a sentence."""
    assert main(["--language", language, verb, "--help"]) == 0
    shown = capsys.readouterr().out
    assert f"cli.{verb}" not in shown
    assert "cli." not in shown


def test_spanish_help_holds_no_english_of_the_library(capsys):
    """Click's own words are translated too."""
    assert main(["--language", "es", "--help"]) == 0
    shown = capsys.readouterr().out
    assert [word for word in ENGLISH_ONLY if word in shown] == []


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["build", "--edition", "secret"], ["--language", "xx"]]
)
def test_wrong_use_is_two(arguments, capsys):
    """Words the command doesn't know end with 2 and a sentence on standard error."""
    assert main(arguments) == WRONG_USE
    assert capsys.readouterr().err.strip()


def test_a_folder_that_is_not_there_is_two(tmp_path, capsys):
    """A missing workspace is wrong use, and nothing is created."""
    missing = tmp_path / "nowhere"
    assert main(["build", str(missing)]) == WRONG_USE
    assert str(missing) in capsys.readouterr().err
    assert not missing.exists()


def test_a_folder_without_answers_is_two_and_stays_empty(tmp_path, capsys):
    """Building a folder that is no workspace explains what to do and leaves nothing behind."""
    assert main(["build", str(tmp_path)]) == WRONG_USE
    assert "answers.yml" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_problems_in_answers_are_one_and_all_told(tmp_path, capsys):
    """Every problem is told at once with its line."""
    (tmp_path / "answers.yml").write_text(
        "format: 1\nlanguages: [es]\nanswers:\n  employees: many\n  compani_name: Acme\n",
        encoding="utf-8",
    )
    assert main(["--language", "en", "check", str(tmp_path)]) == NO
    told = capsys.readouterr().err
    assert "line 4" in told
    assert "line 5" in told
    assert "company_name" in told


def test_a_bug_is_three_and_names_its_log(monkeypatch, tmp_path, capsys):
    """A fault of ours shows no traceback, says where the log is, and the log has the traceback."""
    (tmp_path / "answers.yml").write_text("format: 1\nanswers: {}\n", encoding="utf-8")

    def break_down(*_):
        raise RuntimeError("unforeseen")

    monkeypatch.setattr("generator.pipeline.derive_facts", break_down)
    assert main(["--language", "en", "check", str(tmp_path)]) == OUR_FAULT
    told = capsys.readouterr().err
    assert "Traceback" not in told
    log = Path(told.strip().split(" ")[-1])
    assert "unforeseen" in log.read_text(encoding="utf-8")
    log.unlink()


def test_help_imports_nothing_heavy():
    """`--help` reads words only: no stage, no model library, no site tool."""
    code = (
        "import sys; from generator.cli.main import main; main(['--help']); "
        "heavy = {'mkdocs', 'pydantic', 'jinja2', 'ruamel', 'PIL', 'markdown', 'asyncio'}; "
        "sys.exit(','.join(sorted(heavy & set(sys.modules))) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_second_wizard_is_two_and_says_who_has_the_first(tmp_path, capsys, language):
    """The terminal wizard stops at once where another wizard is open, and names its process."""
    with create_workspace(tmp_path / "acme").hold_interview():
        code = main(["--language", language, "wizard", "--terminal", str(tmp_path / "acme")])
    assert code == WRONG_USE
    assert str(os.getpid()) in capsys.readouterr().err
