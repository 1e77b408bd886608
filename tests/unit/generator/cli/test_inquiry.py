"""`drill`, `why` and `whatif` as a person uses them."""

import json

import pytest

from generator.cli.main import NO, WRONG_USE, main
from questionnaire.sources import data_folder
from questionnaire.text import LANGUAGES

BAKERY = str(data_folder("questionnaire", "examples", "panaderia-nandu"))
ENERGY = str(data_folder("questionnaire", "examples", "norte-energia"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "arguments",
    [
        ["drill", BAKERY],
        ["drill", ENERGY, "--incident", "viral", "--day", "sat"],
        ["why", "p.emergency#lead", BAKERY],
        ["why", "p.emergency", ENERGY],
        ["whatif", "crisis_deputy=marcos", BAKERY, "--text"],
        ["whatif", ENERGY, "reply_hours=1", "agency=false"],
    ],
)
def test_words_not_codes(arguments, language, capsys):
    """Every sentence is there in both languages: no message code, no unfilled place."""
    main(["--language", language, *arguments])
    shown = capsys.readouterr().out
    assert shown.strip()
    assert "cli." not in shown
    assert "{" not in shown


def test_a_chain_that_breaks_is_one_and_one_that_holds_is_nought(capsys):
    """The exit code is the answer."""
    assert main(["drill", BAKERY, "--absent", "lucia"]) == NO
    holds = ["--incident", "wrong-post", "--day", "tue", "--hour", "10:00", "--absent", "nobody"]
    assert main(["drill", BAKERY, *holds]) == 0
    capsys.readouterr()


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (["drill", BAKERY, "--incident", "hackd"], "hacked"),
        (["drill", BAKERY, "--absent", "luca"], "lucia"),
        (["drill", BAKERY, "--day", "x"], "x"),
        (["drill", BAKERY, "--hour", "25:00"], "25:00"),
        (["why", "p.emergencia", BAKERY], "p.emergency"),
        (["why", "p.emergency#leak", BAKERY], "p.emergency#leak"),
        (["whatif", BAKERY], "reply_hours=2"),
        (["whatif", BAKERY, "more", "a=1"], "more"),
    ],
)
def test_wrong_words_are_two_with_what_was_meant(arguments, meant, capsys):
    """A word the command doesn't know is wrong use, and the answer helps."""
    assert main(["--language", "en", *arguments]) == WRONG_USE
    assert meant in capsys.readouterr().err


def test_a_value_that_breaks_its_rule_is_one(capsys):
    """As in answers.yml: the question, the value, what is allowed."""
    assert main(["--language", "en", "whatif", "sponsor=lucya", BAKERY]) == NO
    assert "lucia" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "key"),
    [
        (["drill", BAKERY, "--json"], "links"),
        (["why", "p.emergency", BAKERY, "--json"], "answers"),
        (["whatif", "employees=60", BAKERY, "--json"], "clauses"),
    ],
)
def test_json_for_programs(arguments, key, capsys):
    """The same as data."""
    main(arguments)
    assert json.loads(capsys.readouterr().out)[key]


def test_nothing_is_written(tmp_path, capsys):
    """A what-if leaves the folder as it was."""
    answers = data_folder("questionnaire", "examples", "panaderia-nandu", "answers.yml")
    (tmp_path / "answers.yml").write_bytes(answers.read_bytes())
    main(["whatif", "employees=60", str(tmp_path)])
    capsys.readouterr()
    assert [one.name for one in tmp_path.iterdir()] == ["answers.yml"]
    assert (tmp_path / "answers.yml").read_bytes() == answers.read_bytes()


def test_an_answer_that_is_there_already_changes_nothing(capsys):
    """Trying the answer that was given is no change, and is said to be none."""
    main(["--language", "en", "whatif", "publisher=marcos", BAKERY])
    shown = capsys.readouterr().out
    assert "“Who posts” is “Marcos Gil” already." in shown
    assert "Nothing would change." in shown
