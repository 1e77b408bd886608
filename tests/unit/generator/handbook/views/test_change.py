"""What changes for whom, the first month, and how ready the company is."""

from collections.abc import Callable
from typing import Any

from generator.handbook.context import ViewContext
from generator.handbook.views import change
from questionnaire.text import ENGLISH
from tests.unit.generator.handbook.views.test_governance import LARGE

Look = Callable[..., ViewContext]


def view(context: ViewContext) -> Any:
    """Return the section, of which tests read many keys."""
    return change.view(context)


def test_each_role_goes_from_one_way_to_another_by_a_date(look: Look) -> None:
    """A named person has the role beside the name; areas and agency only where they exist."""
    rows = view(look(**LARGE))["roles"]
    assert rows[0]["who"] == "Iria Díaz"
    assert rows[0]["part"]
    assert all(row["by"] and row["from"] and row["to"] for row in rows)
    assert "La agencia" not in {row["who"] for row in rows}
    with_agency = view(look(**LARGE, agency=True))["roles"]
    assert "La agencia" in {row["who"] for row in with_agency}


def test_a_role_nobody_fills_is_said_once(look: Look) -> None:
    """No person, no repeated title in brackets."""
    rows = view(look(people=None, sponsor=None, publisher=None, replier=None))["roles"]
    assert {row["part"] for row in rows} == {""}


def test_no_step_is_in_the_past(look: Look) -> None:
    """A handbook that counts from today asks for the signature today, not last week."""
    assert view(look())["rollout"][0]["by"] == "22/11/2026"


def test_who_must_agree_is_named_once(look: Look) -> None:
    """The last word, the lead and the committee; staff's voice where there is one."""
    step = view(look(**LARGE, worker_reps=True))["rollout"][0]["what"]
    assert step.count("Pau Roca") == 1
    assert "representación del personal" in step


def test_objections_are_answered_with_the_company_s_numbers(look: Look) -> None:
    """An answer that needs a number or a name we don't have isn't given."""
    said = {row["says"]: row["answer"] for row in view(look(ENGLISH))["objections"]}
    assert "20 messages" in said["They will criticise us"]
    nobody = look(ENGLISH, people=None, sponsor=None, inbound_volume=None)
    assert "They will criticise us" not in {row["says"] for row in view(nobody)["objections"]}


def test_the_score_counts_pieces_and_names_the_next(look: Look) -> None:
    """Two of five; the first that is missing comes next, with owner and date."""
    found = view(look(maturity=("written_strategy", "crisis_plan")))
    assert (found["score"], found["total"]) == ("2", "5")
    assert found["next"]["plain"] == "un registro de cuentas"
    assert not found["complete"]


def test_an_open_maturity_has_no_score(look: Look) -> None:
    """Nobody said which pieces there are: each is to be decided."""
    found = view(look(maturity=None))
    assert not found["known"]
    assert {piece["state_code"] for piece in found["pieces"]} == {"unknown"}
