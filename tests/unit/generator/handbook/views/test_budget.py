"""Budget, training and levels of accounts, as the pages print them."""

from collections.abc import Callable
from typing import Any

from generator.handbook.context import ViewContext
from generator.handbook.views import budget, tiers, training
from generator.handbook.views.training import write_runs
from questionnaire.money import Money
from questionnaire.text import ENGLISH, SPANISH
from tests.unit.generator.handbook.views.test_governance import LARGE

Look = Callable[..., ViewContext]
ADS: dict[str, object] = {"paid": True, "paid_budget": Money(1800, "EUR")}


def cost(context: ViewContext) -> Any:
    """Return the section, of which tests read many keys."""
    return budget.view(context)


def taught(context: ViewContext) -> Any:
    """Return the section, of which tests read many keys."""
    return training.view(context)


def test_money_is_written_as_each_language_does(look: Look) -> None:
    """A fifth of the ads is the limit of one."""
    assert cost(look(**LARGE, **ADS))["single"] == "360\u00a0€"
    assert cost(look(ENGLISH, **LARGE, **ADS))["paid"] == "€1,800"


def test_a_public_book_keeps_the_amounts(look: Look) -> None:
    """What ads cost is confidential: neither it nor what follows from it is printed."""
    found = cost(look(SPANISH, "public", **LARGE, **ADS))
    assert found["pays"]
    assert (found["paid"], found["single"], found["contingency"]) == ("", "", "")
    assert "1800" not in str(found["because"] + found["cuts"])


def test_cuts_without_a_figure_are_left_out(look: Look) -> None:
    """No ads and no licences: neither can be dropped first."""
    plain = cost(look(**LARGE, paid=False, tools=("native",)))
    full = cost(look(**LARGE, **ADS, tools=("native", "planner")))
    assert len(full["cuts"]) == len(plain["cuts"]) + 2
    assert not plain["licences"]
    assert full["tools"][1]["paid"]


def test_dear_formats_are_swapped_first(look: Look) -> None:
    """A short video takes 5 h and a photograph 1.5 h."""
    found = cost(look(**LARGE, formats=("photo", "short_video")))
    assert any("3 h 30 min" in row["gives"] for row in found["cuts"])


def test_a_goal_without_units_is_divided_by_answers(look: Look) -> None:
    """Service has no single results: the cost is that of a message answered."""
    found = cost(look(**LARGE))
    assert not found["counts"]
    assert found["outcome"] == "mensajes contestados"


def test_the_test_has_its_answers(look: Look) -> None:
    """Six questions, each with a page; two of them may not be missed."""
    found = taught(look(**LARGE))
    assert len(found["quiz"]) == 6
    assert all(row["answer"] and row["page"].startswith("p.") for row in found["quiz"])
    assert found["safety"] == "1 y 3"
    assert found["quiz"][3]["answer"] == "Atender mejor."


def test_each_person_has_a_level_and_modules(look: Look) -> None:
    """Names, spans of modules and the access that waits for them."""
    rows = {row["name"]: row for row in taught(look(**LARGE))["people"]}
    assert rows["Noa Gil"]["before"] == "la primera contraseña"
    assert rows["Noa Gil"]["modules"].startswith("1–")


def test_spans_are_short() -> None:
    """Numbers in a row are one span."""
    assert write_runs([1, 2, 3, 5, 7, 8]) == "1–3, 5, 7–8"
    assert write_runs([]) == ""


def test_an_empty_company_has_whole_sentences(look: Look) -> None:
    """Nobody is named: modules stand and no reason is made up."""
    nothing = dict.fromkeys(
        ("people", "sponsor", "publisher", "replier", "inbound_volume", "goals", "accounts")
    )
    found = taught(look(**nothing))
    assert not found["known"]
    assert len(found["because"]) == 1
    assert found["quiz"][3]["answer"] == "Decisión pendiente."
    assert not cost(look(**nothing))["any_hours"]


def test_levels_name_their_accounts(look: Look) -> None:
    """Only levels that some account has are shown."""
    account = {
        "id": "ig", "platform": "instagram", "handle": "@x", "status": "active",
        "goal": "service", "replies": True, "evidence": "data",
    }  # fmt: skip
    found: Any = tiers.view(look(**{**LARGE, "accounts": (account,)}))
    assert [row["tier"] for row in found["levels"]] == ["A"]
    assert found["levels"][0]["accounts"] == "Instagram: @x"
    assert "primer objetivo" in found["rows"][0]["why"]
