"""`playbook check` as a person and as a program read it."""

import json
from pathlib import Path

import pytest

from generator.cli.main import NO, main
from generator.cli.options import read_today
from generator.pipeline import think
from questionnaire.sources import data_folder
from questionnaire.text import LANGUAGES

BAKERY = str(data_folder("questionnaire", "examples", "panaderia-nandu"))
ENERGY = str(data_folder("questionnaire", "examples", "norte-energia"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("company", [BAKERY, ENERGY])
def test_words_not_codes(company, language, capsys):
    """Every sentence is there in both languages: no message code, no unfilled place."""
    assert main(["--language", language, "check", company]) == NO
    shown = capsys.readouterr().out
    assert "cli." not in shown
    assert "finding." not in shown
    assert "{" not in shown


def test_a_finding_says_what_why_what_to_do_and_how_long(capsys):
    """A fault without its remedy and its time is only a reproach."""
    main(["--language", "en", "check", BAKERY])
    lines = capsys.readouterr().out.splitlines()
    at = lines.index("[serious] r.no_two_factor")
    assert lines[at + 1] == "  Accounts without two-factor sign-in: @panaderianandu."
    assert lines[at + 2] == "  Why: One stolen password is enough to lose the account."
    assert lines[at + 3].endswith("within 48 hours. About 15 min.")


def test_the_score_comes_with_what_raises_it(capsys):
    """A figure alone moves nobody: whoever can raise it is named."""
    readiness = think(Path(BAKERY), read_today()).advice.readiness
    accounts = next(one for one in readiness.parts if one.id == "accounts")
    main(["--language", "es", "check", BAKERY])
    shown = capsys.readouterr().out
    assert f"Preparación: {readiness.score} de 100" in shown
    assert f"Cuentas y llaves {accounts.won}/{accounts.possible}" in shown
    assert "Lucía Ferrer activa el segundo factor en todas las cuentas" in shown


def test_a_program_gets_the_same_as_data(capsys):
    """The score, its parts, what is missing, and all that a finding says."""
    main(["--language", "en", "check", BAKERY, "--json"])
    told = json.loads(capsys.readouterr().out)
    readiness = told["readiness"]
    assert 0 < readiness["score"] < 100
    assert readiness["band"] == "working"
    assert {part["id"] for part in readiness["parts"]} >= {"purpose", "accounts"}
    assert readiness["missing"][0].keys() == {"id", "gain", "who", "does"}
    finding = next(one for one in told["findings"] if one["id"] == "r.no_two_factor")
    assert finding["why"]
    assert finding["minutes"] == 15
    assert finding["seeds"]
