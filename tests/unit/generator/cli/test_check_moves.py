"""`playbook check` says what was brought up to date, and is silent when nothing was."""

import pytest

from generator.cli.check import tell_moves
from generator.cli.voice import Voice
from questionnaire import upgrade
from questionnaire.loader import load_questionnaire
from questionnaire.text import LANGUAGES
from questionnaire.upgrade import Step

OLD = 'format: 1\nquestionnaire: {id: social-handbook, version: "1900.1"}\nanswers: {name: Luna}\n'


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_move_is_told_with_its_line(language, tmp_path, monkeypatch, capsys):
    """Somebody whose file is of an older version learns where each answer went."""
    steps = (Step("1900.1"), Step(load_questionnaire().version, renames={"name": "company_name"}))
    monkeypatch.setattr(upgrade, "load_steps", lambda: steps)
    (tmp_path / "answers.yml").write_text(OLD, encoding="utf-8")
    tell_moves(tmp_path, Voice(language))
    shown = capsys.readouterr().out
    assert "company_name" in shown
    assert "3" in shown.split(":")[0]


def test_a_file_of_today_moves_nothing(tmp_path, capsys):
    """The usual case prints nothing at all."""
    now = OLD.replace("1900.1", load_questionnaire().version)
    (tmp_path / "answers.yml").write_text(now, encoding="utf-8")
    tell_moves(tmp_path, Voice(LANGUAGES[0]))
    assert capsys.readouterr().out == ""
