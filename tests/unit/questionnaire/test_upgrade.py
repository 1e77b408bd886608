"""Answers of an older questionnaire: read as answers to this one, and never lost."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from questionnaire.answers import Answer, Status
from questionnaire.errors import AnswerProblems, ContentProblems
from questionnaire.loader import load_questionnaire
from questionnaire.messages import message
from questionnaire.money import Money
from questionnaire.sources import read_untrusted
from questionnaire.store import load_answers, read_upgrade, save_answers
from questionnaire.text import ENGLISH, LANGUAGES, SPANISH
from questionnaire.upgrade import Conversion, Step, load_steps
from tests.unit.questionnaire.small import SMALL

NOW = replace(SMALL, version="3")
STEPS = (
    Step("1"),
    Step(
        "2",
        renames={"name_of_shop": "shop", "people.surname": "people.name"},
        choices={"goals": {"sell": "sales", "fun": None}, "mood": {"gay": "glad"}},
        removed=("mood", "people.shoe"),
    ),
    Step(
        "3",
        renames={"shop": "shop_name"},
        kinds={"places": Conversion("list"), "workers": Conversion("one")},
    ),
)
OLD = """\
# Lo mío
format: 1
questionnaire: {id: small, version: "1"}

answers:
  # la de la esquina
  name_of_shop: Zapatería Luna
  # antes se preguntaba así
  mood: gay
  goals: [sell, fun]
  places: street
  people:
    - {id: ana, surname: Ana Gil, shoe: "38", hours: 4}
    - {surname: Bo, shoe: "41", hours: 2}
notes:
  name_of_shop: "Con acento"
  mood: "Según el día"
"""


def put(folder: Path, text: str = OLD) -> Path:
    """Write a file of answers."""
    path = folder / "answers.yml"
    path.write_text(text.replace("small", SMALL.id), encoding="utf-8")
    return path


def test_our_own_table_ends_with_our_own_version() -> None:
    """A new version of the questionnaire without its row would leave older files as they are."""
    assert load_steps()[-1].version == load_questionnaire().version


def test_the_answers_are_read_under_their_present_names(tmp_path: Path) -> None:
    """Names, fields, options and forms of older versions are followed through every step."""
    answers = load_answers(put(tmp_path), NOW, STEPS)
    assert answers.version == "3"
    assert {name: one.value for name, one in answers.by_id.items()} == {
        "shop_name": "Zapatería Luna",
        "goals": ("sales",),
        "places": ("street",),
        "people": (
            {"id": "ana", "name": "Ana Gil", "hours": 4},
            {"id": "bo", "name": "Bo", "hours": 2},
        ),
    }
    assert answers.by_id["shop_name"].note == "Con acento"
    assert answers.by_id["shop_name"].where.line == 7


def test_reading_leaves_the_file_alone(tmp_path: Path) -> None:
    """Only a save rewrites a file; to look at it changes nothing."""
    path = put(tmp_path)
    before = path.read_bytes()
    load_answers(path, NOW, STEPS)
    read_upgrade(path, NOW, STEPS)
    assert path.read_bytes() == before


def test_a_save_keeps_comments_and_what_has_no_question(tmp_path: Path) -> None:
    """The next save writes the new names, keeps people's words and fills x-kept."""
    path = put(tmp_path)
    answers = load_answers(path, NOW, STEPS)
    save_answers(path, answers, NOW, SPANISH, steps=STEPS)
    text = path.read_text(encoding="utf-8")
    assert "# Lo mío" in text
    assert "# la de la esquina" in text
    assert "# antes se preguntaba así" in text
    data = read_untrusted(path.read_bytes()).data
    assert data["questionnaire"]["version"] == "3"
    assert data["x-kept"] == {
        "mood": {"answers": "gay", "notes": "Según el día"},
        "goals": {"answers": ["fun"]},
        "people.shoe": {"ana": "38", "2": "41"},
    }
    assert list(data["notes"]) == ["shop_name"]
    assert load_answers(path, NOW, STEPS) == answers
    assert read_upgrade(path, NOW, STEPS).moved == ()


def test_what_was_kept_survives_the_saves_after(tmp_path: Path) -> None:
    """x-kept belongs to the person until they delete it."""
    path = put(tmp_path)
    save_answers(path, load_answers(path, NOW, STEPS), NOW, SPANISH, steps=STEPS)
    kept = read_untrusted(path.read_bytes()).data["x-kept"]
    answers = load_answers(path, NOW, STEPS)
    changed = answers.with_answer("workers", Answer(Status.ANSWERED, 4))
    save_answers(path, changed, NOW, ENGLISH, steps=STEPS)
    assert read_untrusted(path.read_bytes()).data["x-kept"] == kept


def test_a_file_in_one_line_loses_nothing_either(tmp_path: Path) -> None:
    """A mapping between braces can't be cut into lines; it is written anew."""
    text = 'format: 1\nquestionnaire: {id: small, version: "1"}\n'
    path = put(tmp_path, text + "answers: {mood: gay, name_of_shop: Luna}\n")
    save_answers(path, load_answers(path, NOW, STEPS), NOW, SPANISH, steps=STEPS)
    data = read_untrusted(path.read_bytes()).data
    assert data["answers"] == {"shop_name": "Luna"}
    assert data["x-kept"] == {"mood": {"answers": "gay"}}


def test_other_states_move_along(tmp_path: Path) -> None:
    """An open decision, a reason, a postponed question and a recommendation follow their question."""
    text = 'format: 1\nquestionnaire: {id: small, version: "1"}\n'
    text += "recommend: [mood]\nlater: [mood2, name_of_shop]\npending: {a: {reason: x}}\n"
    steps = (
        Step("1"),
        Step("3", renames={"name_of_shop": "website", "a": "purpose"}, removed=("mood", "mood2")),
    )
    path = put(tmp_path, text)
    answers = load_answers(path, NOW, steps)
    states = {name: (one.status, one.reason) for name, one in answers.by_id.items()}
    assert states == {"website": (Status.LATER, None), "purpose": (Status.PENDING, "x")}
    assert answers.by_id["website"].where.line == 4
    save_answers(path, answers, NOW, SPANISH, steps=steps)
    kept = read_untrusted(path.read_bytes()).data["x-kept"]
    assert kept == {"mood": {"recommend": "yes"}, "mood2": {"later": "yes"}}


def test_what_the_new_form_cannot_take_is_kept(tmp_path: Path) -> None:
    """A text that is no number is set aside as it was, and the question is open again."""
    text = 'format: 1\nquestionnaire: {id: small, version: "1"}\n'
    path = put(tmp_path, text + "answers: {workers: [a dozen, twelve]}\n")
    answers = load_answers(path, NOW, STEPS)
    assert not answers.by_id
    save_answers(path, answers, NOW, SPANISH, steps=STEPS)
    kept = read_untrusted(path.read_bytes()).data["x-kept"]
    assert kept == {"workers": {"answers": ["a dozen", "twelve"]}}


def test_a_mistake_of_the_person_is_still_told(tmp_path: Path) -> None:
    """Only what the upgrade changed may be set aside; a wrong answer elsewhere is a problem."""
    path = put(tmp_path, OLD.replace("hours: 4", "hours: many"))
    with pytest.raises(AnswerProblems) as caught:
        load_answers(path, NOW, STEPS)
    assert [one.code for one in caught.value.problems] == ["answer.number"]
    assert caught.value.problems[0].where.line == 13


def test_two_questions_can_swap_and_nobody_is_overwritten(tmp_path: Path) -> None:
    """Renames of one step happen at once; who finds the name taken is kept."""
    text = 'format: 1\nquestionnaire: {id: small, version: "1"}\n'
    text += "answers: {shop_name: Uno, purpose: Dos, old: Tres}\n"
    swap = {"shop_name": "purpose", "purpose": "shop_name", "old": "purpose"}
    path = put(tmp_path, text)
    answers = load_answers(path, NOW, (Step("1"), Step("3", renames=swap)))
    values = {name: one.value for name, one in answers.by_id.items()}
    assert values == {"shop_name": "Dos", "purpose": "Uno"}
    save_answers(path, answers, NOW, SPANISH, steps=(Step("1"), Step("3", renames=swap)))
    assert read_untrusted(path.read_bytes()).data["x-kept"] == {"old": {"answers": "Tres"}}


def test_an_id_that_is_kept_already_gets_a_number(tmp_path: Path) -> None:
    """What an earlier upgrade kept is not overwritten by a later one."""
    path = put(tmp_path, OLD + "x-kept: {mood: {answers: triste}}\n")
    save_answers(path, load_answers(path, NOW, STEPS), NOW, SPANISH, steps=STEPS)
    kept = read_untrusted(path.read_bytes()).data["x-kept"]
    assert kept["mood"] == {"answers": "triste"}
    assert kept["mood-2"] == {"answers": "gay", "notes": "Según el día"}


@pytest.mark.parametrize("version", ["3", "9"])
def test_a_file_of_this_or_an_unknown_version_is_read_as_it_is(
    version: str, tmp_path: Path
) -> None:
    """No step leads from a version that the table doesn't know, and none from our own."""
    text = 'format: 1\nquestionnaire: {id: small, version: "V"}\nanswers: {shop_name: Luna}\n'
    path = put(tmp_path, text.replace("V", version))
    assert load_answers(path, NOW, STEPS).version == version
    assert read_upgrade(path, NOW, STEPS).moved == ()


def test_the_report_says_what_moved_in_both_languages(tmp_path: Path) -> None:
    """Each move is one sentence with its place, told once."""
    report = read_upgrade(put(tmp_path), NOW, STEPS)
    assert (report.before, report.after) == ("1", "3")
    told = [(one.code, one.data["name"]) for one in report.moved]
    assert len(told) == len(set(told))
    assert ("upgrade.renamed", "shop_name") in told
    assert ("upgrade.kept", "mood") in told
    assert ("upgrade.recoded", "goals") in told
    assert ("upgrade.converted", "places") in told
    for problem in report.moved:
        assert problem.where.line
        assert all("–" not in message(problem, language) for language in LANGUAGES)


def test_a_table_with_faults_says_all_of_them(tmp_path: Path) -> None:
    """The author of a table learns each key that can't be used, with its line."""
    path = tmp_path / "upgrades.yml"
    path.write_text('- version: "1"\n- {version: "2", kinds: {a: x}, removed: b, what: 1}\n- 3\n')
    with pytest.raises(ContentProblems) as caught:
        load_steps(path)
    assert [one.data["key"] for one in caught.value.problems] == [
        "what", "kinds", "removed", "version",
    ]  # fmt: skip


def test_a_table_is_read_whole(tmp_path: Path) -> None:
    """Every key of a step arrives."""
    path = tmp_path / "upgrades.yml"
    path.write_text(
        '- version: "1"\n- version: "2"\n  renames: {a: b}\n  removed: [c]\n'
        "  kinds: {d: list, e: {group: name}}\n  choices: {f: {x: y, z: null}}\n"
        "  lists: {g: {name: h}}\n  asked: [Why?]\n"
    )
    assert load_steps(path)[1] == Step(
        "2",
        renames={"a": "b"},
        kinds={"d": Conversion("list"), "e": Conversion("group", "name")},
        choices={"f": {"x": "y", "z": None}},
        lists={"g": {"name": "h"}},
        removed=("c",),
        asked=("Why?",),
    )


LAST_YEAR = """\
format: 1
questionnaire: {id: social-handbook, version: "2026.1"}
answers:
  service_days: [mon, sat]
  currency: euros
  paid: yes
  paid_budget: 1800
"""


@pytest.mark.parametrize(
    ("change", "value", "kept"),
    [
        (("", ""), Money(1800, "EUR"), {}),
        (("euros", "GBP"), Money(1800, "GBP"), {}),
        (("euros", "conchas"), None, {"currency": {"answers": "conchas"}, "paid_budget": {"answers": "1800"}}),
    ],
)  # fmt: skip
def test_answers_of_2026_1_are_read(
    change: tuple[str, str], value: object, kept: dict[str, object], tmp_path: Path
) -> None:
    """Days stay days and a budget gets the currency of the company, or both are kept as they were."""
    questionnaire = load_questionnaire()
    path = tmp_path / "answers.yml"
    path.write_text(LAST_YEAR.replace(*change) if change[0] else LAST_YEAR, encoding="utf-8")
    answers = load_answers(path, questionnaire)
    assert answers.by_id["service_days"].value == ("mon", "sat")
    budget = answers.by_id.get("paid_budget")
    assert (budget.value if budget else None) == value
    save_answers(path, answers, questionnaire, SPANISH)
    assert load_answers(path, questionnaire) == answers
    assert read_untrusted(path.read_bytes()).data.get("x-kept", {}) == kept


GATHERED = (
    Step("1"),
    Step("3", lists={"people": {"name": "owner", "email": "job", "hours": "time"}}),
)
SINGLE = """\
format: 1
questionnaire: {id: small, version: "1"}
answers:
  # quien manda
  owner: Ana Gil
  job: ana@luna.example
  time: 12
notes:
  owner: "Con acento"
  time: "de media"
"""


def test_single_answers_become_one_item_of_a_list(tmp_path: Path) -> None:
    """Each answer is a field of the item; notes stay with the naming one or are kept."""
    path = put(tmp_path, SINGLE)
    answers = load_answers(path, NOW, GATHERED)
    (person,) = answers.items_of("people")
    assert person == {"id": "ana-gil", "name": "Ana Gil", "email": "ana@luna.example", "hours": 12}
    assert answers.by_id["people"].note == "Con acento"
    moved = {(one.code, one.data["old"]) for one in read_upgrade(path, NOW, GATHERED).moved}
    assert {("upgrade.gathered", one) for one in ("owner", "job", "time")} <= moved
    save_answers(path, answers, NOW, SPANISH, steps=GATHERED)
    assert "# quien manda" in path.read_text(encoding="utf-8")
    kept = read_untrusted(path.read_bytes()).data["x-kept"]
    assert kept == {"time": {"notes": "de media"}}
    assert load_answers(path, NOW, GATHERED) == answers


@pytest.mark.parametrize(
    ("old", "new", "items", "kept"),
    [
        ("job: ana@luna.example", "job: ana", [{"id": "ana-gil", "name": "Ana Gil", "hours": 12}],
         {"job": {"answers": "ana"}, "time": {"notes": "de media"}}),
        ("time: 12", "time: often", [],
         {"owner": {"answers": "Ana Gil", "notes": "Con acento"},
          "job": {"answers": "ana@luna.example"},
          "time": {"answers": "often", "notes": "de media"}}),
        ("  owner: Ana Gil\n", "", [],
         {"job": {"answers": "ana@luna.example"}, "time": {"answers": "12", "notes": "de media"}}),
        ("owner: Ana Gil", "owner: [Ana, Gil]", [],
         {"owner": {"answers": ["Ana", "Gil"], "notes": "Con acento"},
          "job": {"answers": "ana@luna.example"}, "time": {"answers": "12", "notes": "de media"}}),
    ],
)  # fmt: skip
def test_what_an_item_cannot_take_is_kept(
    old: str, new: str, items: list[object], kept: dict[str, object], tmp_path: Path
) -> None:
    """A field that doesn't fit is set aside; without a name there is no item at all."""
    path = put(tmp_path, SINGLE.replace(old, new))
    answers = load_answers(path, NOW, GATHERED)
    assert list(answers.items_of("people")) == items
    save_answers(path, answers, NOW, SPANISH, steps=GATHERED)
    assert read_untrusted(path.read_bytes()).data["x-kept"] == kept
    assert load_answers(path, NOW, GATHERED) == answers


def test_an_open_name_leaves_the_list_open(tmp_path: Path) -> None:
    """The decision that was owed for the name is owed for the list."""
    text = SINGLE.replace("  # quien manda\n  owner: Ana Gil\n", "")
    path = put(tmp_path, text + "pending: {owner: {reason: Se busca}}\n")
    answers = load_answers(path, NOW, GATHERED)
    assert answers.by_id["people"].status is Status.PENDING
    assert answers.by_id["people"].reason == "Se busca"


OF_2026_2 = """\
format: 1
questionnaire: {id: social-handbook, version: "2026.2"}
answers:
  people: [{id: ana, name: Ana, role: dueña, department: management, hours: 3}]
  agency: yes
  agency_name: Estudio Faro
  agency_tasks: [content, ads]
  agency_counterpart: ana
  agency_ends: 2027-06-30
  currency: EUR
  compensation_limit: 15
"""


def test_answers_of_2026_2_are_read(tmp_path: Path) -> None:
    """The one agency is the first of the list, and the limit gets the company's currency."""
    questionnaire = load_questionnaire()
    path = tmp_path / "answers.yml"
    path.write_text(OF_2026_2, encoding="utf-8")
    answers = load_answers(path, questionnaire)
    (agency,) = answers.items_of("agencies")
    assert agency == {
        "id": "estudio-faro",
        "name": "Estudio Faro",
        "tasks": ("content", "ads"),
        "counterpart": "ana",
        "ends": date(2027, 6, 30),
    }
    assert answers.by_id["compensation_limit"].value == Money(15, "EUR")
    save_answers(path, answers, questionnaire, SPANISH)
    assert load_answers(path, questionnaire) == answers
    assert "x-kept" not in read_untrusted(path.read_bytes()).data


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        ("  agency_tasks: [content, ads]\n", "", {}),
        ("  agency_counterpart: ana\n", "  agency_counterpart: zoe\n",
         {"agency_counterpart": {"answers": "zoe"}}),
        ("  agency_name: Estudio Faro\n", "",
         {"agency_tasks": {"answers": ["content", "ads"]}, "agency_counterpart": {"answers": "ana"},
          "agency_ends": {"answers": "2027-06-30"}}),
    ],
)  # fmt: skip
def test_agencies_of_2026_2_that_are_half_known(
    old: str, new: str, kept: dict[str, object], tmp_path: Path
) -> None:
    """What was never said is left open, what nobody can be is kept as it was."""
    questionnaire = load_questionnaire()
    path = tmp_path / "answers.yml"
    path.write_text(OF_2026_2.replace(old, new), encoding="utf-8")
    answers = load_answers(path, questionnaire)
    save_answers(path, answers, questionnaire, SPANISH)
    assert read_untrusted(path.read_bytes()).data.get("x-kept", {}) == kept
    assert load_answers(path, questionnaire) == answers


def test_our_comments_above_questions_that_went_go_with_them(tmp_path: Path) -> None:
    """What a person wrote beside them stays."""
    questionnaire = load_questionnaire()
    path = tmp_path / "answers.yml"
    ours = "  # ¿Qué hace la agencia?\n  # hablado en mayo\n  agency_tasks"
    path.write_text(OF_2026_2.replace("  agency_tasks", ours), encoding="utf-8")
    save_answers(path, load_answers(path, questionnaire), questionnaire, SPANISH)
    text = path.read_text(encoding="utf-8")
    assert "# hablado en mayo" in text
    assert "¿Qué hace la agencia?" not in text
