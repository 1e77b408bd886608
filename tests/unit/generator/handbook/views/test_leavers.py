"""Joining, moving and leaving: who has each task next, who has too many, and the clocks."""

from collections.abc import Callable, Mapping
from typing import Any

from generator.handbook.context import ViewContext
from generator.handbook.roles import ROLES
from generator.handbook.views.leavers import ONE, OWN, view
from generator.library import load_library
from questionnaire.text import ENGLISH

Look = Callable[..., ViewContext]
ANA = {"id": "ana", "name": "Ana Ruiz", "role": "owner", "department": "management", "hours": 3.0}
LEO = {**ANA, "id": "leo", "name": "Leo Paz", "department": "customer_service"}
EVA = {**ANA, "id": "eva", "name": "Eva Gil", "department": "it"}
TEAM = {"people": (ANA, LEO, EVA), "replier": "leo", "substitute": "eva"}


def _show(look: Look, **changes: object) -> Mapping[str, Any]:
    return view(look(ENGLISH, **{**TEAM, **changes}))


def _heir(found: Mapping[str, Any], title: str) -> str:
    return next(str(row["heir"]) for row in found["tasks"] if row["title"] == title)


def test_a_substitute_comes_next_and_never_oneself(look: Look) -> None:
    """Whoever replies is covered by the substitute; the substitute by nobody yet."""
    found = _show(look)
    assert _heir(found, "Person who replies") == "Eva Gil"
    assert _heir(found, "Substitute") == "no name yet"
    assert found["missing"] is True
    own = _show(look, substitute="leo", people=(LEO,), sponsor="leo", publisher="leo")
    assert _heir(own, "Person who replies") == "no name yet"


def test_experts_cover_each_other(look: Look) -> None:
    """A task that several hold needs no other name; one alone does."""
    assert _heir(_show(look, experts=("leo", "eva")), "Expert voice") == "another of them"
    assert _heir(_show(look, experts=("leo",)), "Expert voice") == "no name yet"


def test_a_task_nobody_holds_is_left_out(look: Look) -> None:
    """Its open decision stands where it is taken."""
    titles = [row["title"] for row in _show(look)["tasks"]]
    assert "Spokesperson" not in titles
    assert "Person who publishes" in titles


def test_too_much_in_one_person_is_said(look: Look) -> None:
    """With four tasks or more, by name and number; and it is a reason."""
    crowded = _show(look, approver="ana", crisis_decider="ana", spokesperson="ana")
    assert crowded["crowded"].startswith("Ana Ruiz (")
    assert any("Ana Ruiz" in one for one in crowded["because"])
    shared = _show(look, sponsor="ana", publisher="leo", replier="leo", lead_choice="follow")
    assert not any("tasks of this handbook" in one for one in shared["because"])


def test_somebody_else_checks_that_access_is_gone(look: Look) -> None:
    """Information technology where there is any; never whoever took it away."""
    assert _show(look)["it"] == "Eva Gil"
    found = _show(look, people=(ANA, LEO), substitute=None)
    assert found["it"] == found["sponsor"]


def test_the_clock_of_a_leaver_is_that_of_the_answer(look: Look) -> None:
    """In the lead and in the list alike."""
    found = _show(look, leavers_hours=4)
    assert found["hours"] == "4 hours"
    assert any(row["by"].startswith("4 hours") for row in found["leave"])


def test_every_row_has_a_person_and_nothing_to_fill_in(look: Look) -> None:
    """Whoever acts stands in each list."""
    found = _show(look)
    for key in ("arrive", "change", "leave"):
        assert all(row["who"] for row in found[key])
    rows = [row for key in ("arrive", "change", "leave", "belongs") for row in found[key]]
    assert not any("{" in str(one) for row in rows for one in row.values())


def test_whoever_a_person_named_comes_first(look: Look) -> None:
    """Their own substitute, before anybody this handbook would propose."""
    people = (ANA, {**LEO, "substitute": "ana"}, EVA)
    assert _heir(_show(look, people=people), "Person who replies") == "Ana Ruiz"


def test_every_turn_names_roles_that_exist() -> None:
    """A role that was renamed would silently have no heir; none has two lists."""
    knowledge = load_library().knowledge
    mine, rota = knowledge["leavers"]["covers"], knowledge["rota"]["covers"]
    assert isinstance(mine, Mapping)
    assert isinstance(rota, Mapping)
    assert set(mine) <= {*ROLES, *ONE}
    assert not set(mine) & set(rota)
    assert {role for turn in mine.values() for role in turn} <= {*ROLES, OWN}
