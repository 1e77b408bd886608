"""The questionnaire is read whole, or everything that is wrong with it is told."""

from pathlib import Path

import pytest

from questionnaire.errors import ContentProblems, Problem
from questionnaire.loader import load_questionnaire
from questionnaire.text import SPANISH

HEAD = 'format: 1\nid: sample\nversion: "1"\nlanguages: [es, en]\n'
SECTION = "id: {id}\ntitle: {{es: t, en: t}}\nintro: {{es: i, en: i}}\nminutes: 1\nquestions:\n"


def question(question_id: str, kind: str = "text", more: str = "") -> str:
    """Return the YAML of a sound question; `more` is lines of further keys."""
    lines = [
        f"  - id: {question_id}",
        f"    kind: {kind}",
        "    tier: essential",
        "    text: {es: '¿?', en: '?'}",
        "    short: {es: c, en: s}",
        "    why_we_ask: {es: p, en: w}",
        *(f"    {line}" for line in more.splitlines()),
    ]
    return "\n".join(lines) + "\n"


CHOICES = "choices:\n  - {value: a, text: {es: A, en: A}}\n  - {value: b, text: {es: B, en: B}}"
GROUP = (
    "item_name: {es: persona, en: person}\nitem_label: name\nfields:\n"
    "  - {id: name, kind: text, text: {es: n, en: n}}\n"
    "  - {id: hours, kind: number, text: {es: h, en: h}, when: \"item.name == 'x'\"}"
)


def write(folder: Path, *sections: str) -> Path:
    """Write a questionnaire with these sections of questions."""
    (folder / "questions").mkdir()
    (folder / "questionnaire.yml").write_text(HEAD, encoding="utf-8")
    for number, questions in enumerate(sections):
        text = SECTION.format(id=f"part{number}") + questions
        (folder / "questions" / f"{number}0.yml").write_text(text, encoding="utf-8")
    return folder


def faults(folder: Path, *sections: str) -> tuple[Problem, ...]:
    """Return all that is wrong with a questionnaire."""
    with pytest.raises(ContentProblems) as caught:
        load_questionnaire(write(folder, *sections))
    return caught.value.problems


def test_our_own_questionnaire_is_sound() -> None:
    """What we ship loads, with every question in both languages and known by its id."""
    questionnaire = load_questionnaire()
    assert questionnaire.id == "social-handbook"
    listed = [one.id for section in questionnaire.sections for one in section.questions]
    assert listed == list(questionnaire.by_id)
    assert load_questionnaire() is questionnaire


def test_a_questionnaire_is_built_whole(tmp_path: Path) -> None:
    """Order, conditions, groups, picks and typed recommendations arrive in the model."""
    more = "when: \"'a' in goals\"\nrecommend:\n"
    more += "  - {when: answered(goals), value: '8:30', because: {es: p, en: b}}\n"
    more += "  - {value: '9:00', because: {es: p, en: b}}"
    questionnaire = load_questionnaire(
        write(
            tmp_path,
            question("goals", "choices", CHOICES) + question("people", "group", GROUP),
            question("boss", "pick", "picks: people") + question("opens", "time", more),
        )
    )
    assert list(questionnaire.by_id) == ["goals", "people", "boss", "opens"]
    boss, opens = questionnaire.by_id["boss"], questionnaire.by_id["opens"]
    assert boss.item_label == "name"
    assert opens.when is not None
    assert opens.when.holds({"goals": ("a",)}.get)
    assert [rule.value.isoformat("minutes") for rule in opens.recommend] == ["08:30", "09:00"]
    assert opens.where.file == str(tmp_path / "questions" / "10.yml")
    assert opens.where.line == 13
    people = questionnaire.by_id["people"]
    assert [(one.id, one.tier) for one in people.fields] == [
        ("name", "essential"), ("hours", "essential"),
    ]  # fmt: skip
    assert people.fields[0].short.read_in(SPANISH) == "n"


@pytest.mark.parametrize(
    ("questions", "code", "data"),
    [
        (question("a1") + question("a1"), "questionnaire.duplicate_id", {"name": "a1"}),
        (question("a1", more="hlep: {es: a, en: b}"), "questionnaire.unknown_key",
         {"key": "hlep", "hint": "help"}),
        (question("a1", more="help: {es: a}"), "questionnaire.missing_language",
         {"language": "en"}),
        (question("a1", more="required: maybe"), "questionnaire.wrong_value", {"value": "maybe"}),
        (question("a1", "txt"), "questionnaire.unknown_kind", {"value": "txt", "hint": "text"}),
        (question("a1", "choice"), "questionnaire.missing_key", {"key": "choices"}),
        (question("a1", "pick"), "questionnaire.missing_key", {"key": "picks"}),
        (question("a1", "group"), "questionnaire.missing_key", {"key": "fields"}),
        (question("a1", "text", CHOICES), "questionnaire.useless_key", {"key": "choices"}),
        (question("a1", "choice", CHOICES + "\n  - {value: a, text: {es: A, en: A}}"),
         "questionnaire.duplicate_choice", {"name": "a"}),
        (question("a1", "pick", "picks: people"), "questionnaire.unknown_group",
         {"value": "people"}),
        (question("a1", more="limits: {pattern: '('}"), "questionnaire.bad_pattern", {}),
        (question("a1", "number", "limits: {min: 3, max: 2}"), "questionnaire.limits_crossed", {}),
        (question("a1", "group", GROUP.replace("item_label: name", "item_label: nam")),
         "questionnaire.unknown_field", {"hint": "name"}),
        (question("a1", "group", GROUP.replace("kind: number", "kind: group")),
         "questionnaire.group_in_group", {}),
        (question("a1", "group", GROUP.replace("id: hours", "id: name")),
         "questionnaire.duplicate_id", {"name": "name"}),
        (question("a1", "choice", CHOICES + "\nrecommend: [{value: c, because: {es: p, en: b}}]"),
         "answer.choice", {"value": "c"}),
        (question("a1", "integer",
                  "limits: {max: 5}\nrecommend: [{value: 9, because: {es: p, en: b}}]"),
         "answer.out_of_range", {"value": 9}),
        (question("a1", more="recommend: [{when: answered(a1), value: x, because: {es: p, en: b}}]"),
         "questionnaire.no_last_rule", {}),
        (question("a1", more="recommend:\n  - {value: x, because: {es: p, en: b}}\n"
                             "  - {value: y, because: {es: p, en: b}}"),
         "questionnaire.unreachable_rule", {}),
        (question("a1", more="when: b1 == 'x'") + question("b1"), "condition.looks_ahead",
         {"name": "b1"}),
        (question("a1", more="when: a1 == 'x'"), "condition.looks_ahead", {"name": "a1"}),
        (question("shop") + question("b1", more="when: shpo == 'x'"), "condition.unknown_name",
         {"name": "shpo", "hint": "shop"}),
        (question("a1", more="when: item.x"), "condition.item_outside", {"name": "item.x"}),
        (question("a1", "group", GROUP.replace("item.name", "item.hours")),
         "condition.unknown_name", {"name": "item.hours"}),
        (question("a1", "choice", CHOICES) + question("b1", more="when: a1 == 'c'"),
         "condition.impossible", {"name": "a1", "value": "c"}),
        (question("a1", "choices", CHOICES) + question("b1", more="when: a1 == 'a'"),
         "condition.operator", {"name": "a1"}),
        (question("a1", "choice", CHOICES) + question("b1", more="when: \"'a' in a1\""),
         "condition.operator", {"name": "a1"}),
        (question("a1", "boolean") + question("b1", more="when: a1 == 'yes'"),
         "condition.impossible", {"value": "yes"}),
        (question("a1", "integer") + question("b1", more="when: a1 > 'x'"),
         "condition.impossible", {"value": "x"}),
        (question("a1", more="when: a ="), "condition.syntax", {"source": "a ="}),
    ],
)  # fmt: skip
def test_each_fault_has_its_code_and_its_data(
    tmp_path: Path, questions: str, code: str, data: dict[str, object]
) -> None:
    """An author is told which rule was broken, with what and where."""
    found = [problem for problem in faults(tmp_path, questions) if problem.code == code]
    assert found
    assert data.items() <= dict(found[0].data).items()
    assert found[0].where.line
    assert found[0].where.question


def test_all_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    """One run is enough to see the whole list, and a broken section brings no false alarms."""
    found = faults(
        tmp_path,
        question("a1", more="hlep: {es: a, en: b}") + question("a2", more="tier2: x"),
        question("b1", more="when: a1 == 'x' and nothing == 'x'") + question("b2", "txt"),
    )
    assert [problem.code for problem in found] == [
        "questionnaire.unknown_key", "questionnaire.unknown_key",
        "condition.unknown_name", "questionnaire.unknown_kind",
    ]  # fmt: skip


def test_a_file_that_is_no_yaml_is_told_with_the_rest(tmp_path: Path) -> None:
    """Names that may be in an unreadable file aren't called unknown."""
    folder = write(tmp_path, question("a1", more="when: lost == 'x'") + question("b1", "txt"))
    (folder / "questions" / "05.yml").write_text("id: 'open\n", encoding="utf-8")
    with pytest.raises(ContentProblems) as caught:
        load_questionnaire(folder)
    codes = sorted(problem.code for problem in caught.value.problems)
    assert codes == ["questionnaire.unknown_kind", "yaml.syntax"]


def test_the_head_is_checked_too(tmp_path: Path) -> None:
    """A questionnaire of another format isn't guessed at."""
    folder = write(tmp_path, question("a1"))
    (folder / "questionnaire.yml").write_text(HEAD.replace("format: 1", "format: 2"))
    with pytest.raises(ContentProblems) as caught:
        load_questionnaire(folder)
    assert [problem.code for problem in caught.value.problems] == ["questionnaire.wrong_value"]
