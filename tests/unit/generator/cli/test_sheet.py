"""`playbook sheet`, `playbook schema` and the samples of `playbook demo`."""

import json
from pathlib import Path

import pytest

from generator.cli.demo import DEFAULT_SAMPLES, lay_out, sample_companies
from generator.cli.main import NO, main
from questionnaire.sources import data_folder


@pytest.mark.parametrize(("language", "title"), [("es", "# Cuestionario"), ("en", "# Blank")])
def test_the_sheet_speaks_the_language(language, title, capsys):
    """Markdown by default, in the language of the command."""
    assert main(["--language", language, "sheet"]) == 0
    assert capsys.readouterr().out.startswith(title)


def test_the_sheet_can_be_a_page(capsys):
    """The page to print goes to standard output whole."""
    assert main(["--language", "en", "sheet", "--format", "html", "--quick"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("<!doctype html>")
    assert shown.endswith("</html>\n")


def test_the_schema_is_json(capsys):
    """Standard output holds the schema and nothing else."""
    assert main(["--language", "es", "schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["properties"]["answers"]["properties"]["sector"]["title"] == "Sector"


def test_demo_builds_two_samples_unless_asked_for_all():
    """The usual demo stays quick; every company of the folder can be had."""
    folder = data_folder("questionnaire", "examples")
    assert set(sample_companies()) == {path.parent.name for path in folder.glob("*/answers.yml")}
    assert tuple(sample_companies()[:2]) == DEFAULT_SAMPLES


def test_check_tells_what_is_odd(tmp_path: Path, capsys):
    """Odd answers stand under the findings, and in the JSON, and change no exit code."""
    lay_out("harbour-books", tmp_path)
    answers = tmp_path / "answers.yml"
    text = answers.read_text(encoding="utf-8")
    answers.write_text(text.replace("https://harbour", "http://harbour"), encoding="utf-8")
    assert main(["--language", "en", "check", str(tmp_path)]) == 0
    shown = capsys.readouterr().out
    assert "Valid but odd" in shown
    assert "http://harbourbooks.example doesn't use https" in shown
    assert main(["--language", "en", "check", "--json", str(tmp_path)]) == 0
    found = json.loads(capsys.readouterr().out)["warnings"]
    assert [(one["code"], one["question"]) for one in found] == [
        ("warning.website_insecure", "website")
    ]


def test_check_says_nothing_of_oddities_where_there_are_none(tmp_path: Path, capsys):
    """No heading without a line under it."""
    lay_out("andes-universidad", tmp_path)
    assert main(["--language", "en", "check", str(tmp_path)]) == NO
    assert "Valid but odd" not in capsys.readouterr().out
