"""The static checker: nothing on what is sound, every named fault on what isn't."""

from pathlib import Path

import pytest

from questionnaire.lint import RULES, Rule, inspect_questionnaire
from questionnaire.messages import message
from questionnaire.text import LANGUAGES
from tests.unit.questionnaire.lint import found, refused, written
from tests.unit.questionnaire.lint.minis import ask, edit, field, mini, write

SAMPLES = refused.SAMPLES | found.SAMPLES | written.SAMPLES


def test_our_own_questionnaire_has_no_fault() -> None:
    """What we ask others of we keep ourselves."""
    assert inspect_questionnaire() == ()


def test_there_are_many_rules_and_each_has_its_own_name() -> None:
    """A name tells one fault, so that a person can look it up."""
    names = [rule.id for rule in RULES]
    assert len(names) == len(set(names))
    assert len([name for name in names if name.startswith("lint.")]) >= 40


def test_every_sample_belongs_to_a_rule() -> None:
    """A sample of a rule that is gone would test nothing."""
    assert set(SAMPLES) == {rule.id for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_sound_questionnaire_passes(rule: Rule, tmp_path: Path) -> None:
    """The sample that keeps the rule has no fault of any kind."""
    good, _ = SAMPLES[rule.id]
    assert inspect_questionnaire(write(good, tmp_path)) == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_fault_is_told_with_place_and_remedy(rule: Rule, tmp_path: Path) -> None:
    """The sample that breaks the rule is named with file and line, in both languages."""
    _, bad = SAMPLES[rule.id]
    found = [one for one in inspect_questionnaire(write(bad, tmp_path)) if one.code == rule.id]
    assert found
    for problem in found:
        assert problem.level == rule.level
        assert problem.where.file
        assert (problem.where.line or 0) >= 1
        for language in LANGUAGES:
            said = message(problem, language)
            assert said != rule.id
            assert "{" not in said.replace("{min: 0}", "")
            assert "“–”" not in said


def test_the_line_is_that_of_the_part_at_fault(tmp_path: Path) -> None:
    """Not the question is pointed at but the text, option or condition itself."""
    files = mini(ask(help={"es": "Lo que se ve", "en": "What is seen."}))
    (problem,) = inspect_questionnaire(write(files, tmp_path))
    lines = files["questions/010-shop.yml"].splitlines()
    assert problem.where.question == "offer"
    assert lines[(problem.where.line or 0) - 1].strip() == "es: Lo que se ve"


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        ("size > 100", "lint.never_true"),
        ("size > 50 and size < 20", "lint.never_true"),
        ("size > 20 and size < 22", None),
        ("size > 20 and size < 21", "lint.never_true"),
        ("size >= 1", "lint.always_true"),
        ("size >= 2", None),
        ("answered(size)", None),
        ("count(colours) > 3", "lint.never_true"),
        ("count(colours) >= 0", "lint.always_true"),
        ("count(colours) > 2", None),
        ("'red' in colours and 'none' in colours", "lint.never_true"),
        ("any_in(colours, 'red', 'none')", None),
        ("not (colour == 'red' or colour != 'red')", None),
        ("answered(colour) and not (colour == 'red' or colour != 'red')", "lint.never_true"),
        ("open and not open", "lint.never_true"),
        ("open or not open", "lint.always_true"),
        ("reason == 'x' and size == 3", "lint.never_true"),
        ("reason == 'x' and size == 7", None),
    ],
)
def test_branches_are_judged_by_choices_limits_and_earlier_conditions(
    condition: str, code: str | None, tmp_path: Path
) -> None:
    """Figures keep to their limits, exclusive options stand alone, hidden questions are empty."""
    colours = ask("colours", "choices")
    colours["choices"].append(
        {"value": "none", "text": {"es": "Ninguno", "en": "None"}, "exclusive": True}
    )
    before = (
        ask("size", "integer"), ask("colour", "choice"), colours, ask("open", "boolean"),
        ask("reason", when="size > 5"),
    )  # fmt: skip
    files = mini(*before, ask(when=condition))
    codes = [problem.code for problem in inspect_questionnaire(write(files, tmp_path))]
    assert codes == ([code] if code else [])


def test_fields_are_judged_within_their_item(tmp_path: Path) -> None:
    """A condition of a field reads the fields before it, and what the group itself waits for."""
    fields = [
        field("name"),
        field("role", "choice"),
        field("why", when="item.role == 'red' and item.role == 'blue'"),
    ]
    files = mini(ask("people", "group", fields=fields))
    (problem,) = inspect_questionnaire(write(files, tmp_path))
    assert (problem.code, problem.where.question) == ("lint.never_true", "people.why")


def test_what_is_too_much_to_try_is_not_blamed(tmp_path: Path) -> None:
    """A condition over a dozen questions is left alone when it can't be tried out."""
    many = [ask(f"size{at}", "integer") for at in range(12)]
    sums = " and ".join(f"size{at} > {at}" for at in range(1, 12))
    files = mini(*many, ask(when=f"{sums} and size0 > 3 and size0 < 3"))
    assert inspect_questionnaire(write(files, tmp_path)) == ()


def test_a_questionnaire_that_does_not_load_tells_only_that(tmp_path: Path) -> None:
    """Rules that need a whole questionnaire don't add noise to a file that can't be read."""
    problems = inspect_questionnaire(write(edit("  kind: text", "\tkind: text"), tmp_path))
    assert {problem.code for problem in problems} == {"yaml.tab"}


def test_nobody_has_to_pick_from_their_own_empty_list(tmp_path: Path) -> None:
    """The first person couldn't be entered; an optional pick of a colleague is fine."""
    other = field("other", "pick")
    bad = mini(ask("people", "group", fields=[field("name"), other]))
    codes = [one.code for one in inspect_questionnaire(write(bad, tmp_path / "bad"))]
    assert codes == ["lint.pick_of_empty_group"]
    good = mini(ask("people", "group", fields=[field("name"), other | {"required": False}]))
    assert inspect_questionnaire(write(good, tmp_path / "good")) == ()
