"""A field that picks another item of its own group: a person names a substitute among the people."""

from pathlib import Path

from questionnaire.interview import Interview, Outcome
from questionnaire.loader import load_questionnaire
from questionnaire.store import empty_answers, load_answers, save_answers
from questionnaire.text import ENGLISH

QUESTIONNAIRE = load_questionnaire()
ANA = {"id": "ana", "name": "Ana", "role": "owner", "department": "management", "hours": "3"}
BEN = {**ANA, "id": "ben", "name": "Ben"}


def _fill(*people: dict[str, str]) -> Outcome:
    interview = Interview(QUESTIONNAIRE, empty_answers(QUESTIONNAIRE))
    return interview.answer("people", list(people), ENGLISH)


def _done(outcome: Outcome) -> Interview:
    assert isinstance(outcome, Interview), outcome
    return outcome


def test_two_people_can_name_each_other_at_once() -> None:
    """Whoever stands further down the list can be picked, by id or by name."""
    team = _done(_fill(ANA | {"substitute": "ben"}, BEN | {"substitute": "Ana"}))
    assert [one["substitute"] for one in team.items("people")] == ["ben", "ana"]


def test_somebody_without_an_id_can_be_picked_too() -> None:
    """The id that the item will get is known before it is read; twins get a number."""
    nameless = {key: part for key, part in ANA.items() if key != "id"}
    team = _done(_fill(nameless, nameless, BEN | {"substitute": "ana-2"}))
    assert [one["id"] for one in team.items("people")] == ["ana", "ana-2", "ben"]


def test_who_is_not_on_the_list_is_told() -> None:
    """With the place of the very field."""
    outcome = _fill(ANA | {"substitute": "zoe"})
    assert isinstance(outcome, tuple)
    assert [(one.code, one.where.question) for one in outcome] == [
        ("answer.pick", "people[1].substitute")
    ]


def test_a_person_whom_another_names_cannot_be_removed() -> None:
    """The other one is told; once they name nobody, both ways are free."""
    team = _done(_fill(ANA | {"substitute": "ben"}, BEN))
    outcome = team.remove_item("people", 1)
    assert isinstance(outcome, tuple)
    assert outcome[0].data["uses"] == ("people[1].substitute",)
    freed = _done(team.answer_item("people", 0, ANA, ENGLISH))
    assert len(_done(freed.remove_item("people", 1)).items("people")) == 1


def test_whoever_names_somebody_can_be_removed() -> None:
    """What goes with the item holds nobody back, and neither does a list replaced at once."""
    team = _done(_fill(ANA | {"substitute": "ben"}, BEN | {"substitute": "ana"}))
    assert isinstance(team.remove_item("people", 0), tuple)
    assert _done(team.answer("people", [BEN], ENGLISH)).items("people")[0]["id"] == "ben"


def test_the_file_is_read_in_any_order(tmp_path: Path) -> None:
    """Written and read again, it says the same."""
    team = _done(_fill(ANA | {"substitute": "ben"}, BEN))
    path = tmp_path / "answers.yml"
    save_answers(path, team.answers, QUESTIONNAIRE, ENGLISH)
    assert load_answers(path, QUESTIONNAIRE) == team.answers
