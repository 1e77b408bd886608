"""The page about answering: what arrives, who takes it, in which words."""

from collections.abc import Callable

from generator.handbook.context import ViewContext
from generator.handbook.views.triage import view
from generator.library import load_library

Look = Callable[..., ViewContext]

NOOR = {"id": "noor", "name": "Noor", "role": "mostrador", "department": "sales", "hours": 2.0}
ANA = {"id": "ana", "name": "Ana Ruiz", "role": "dueña", "department": "management", "hours": 3.0}


def _rows(context: ViewContext) -> dict[str, dict[str, object]]:
    rows = view(context)["rows"]
    assert isinstance(rows, list)
    return {str(row["id"]): row for row in rows}


def test_one_person_answers_and_solves(look: Look) -> None:
    """Nobody passes a complaint on to themselves."""
    rows = _rows(look(complaints_owner="ana"))
    assert rows["complaint"]["who"] == "Ana Ruiz contesta y resuelve"


def test_two_people_share_a_complaint(look: Look) -> None:
    """One says thanks, the other solves."""
    rows = _rows(look(people=(ANA, NOOR), replier="noor", complaints_owner="ana"))
    assert rows["complaint"]["who"] == "Noor agradece y avisa; resuelve Ana Ruiz"


def test_reviews_only_where_there_are_any(look: Look) -> None:
    """A row without reviews would be noise."""
    assert "review" not in _rows(look())
    assert "review" in _rows(look(reviews_owner="ana"))


def test_the_chart_asks_seven_questions(look: Look) -> None:
    """The prose says seven."""
    decisions = view(look())["decisions"]
    assert isinstance(decisions, list)
    assert len(decisions) == 7


def test_every_group_of_complaints_has_a_first_line() -> None:
    """No group may be left without words."""
    knowledge = load_library().knowledge
    lines = knowledge["triage"]["first_lines"]
    groups = knowledge["complaints"]["groups"]
    assert isinstance(lines, dict)
    assert isinstance(groups, list)
    assert {str(one["id"]) for one in groups} == set(lines)


def test_clocks_of_law_only_where_the_law_binds(look: Look) -> None:
    """The Spanish customer-service act sets clocks for the firms it covers, and no other."""
    bound = view(look(es_customer_law="yes"))["clocks"]
    assert isinstance(bound, list)
    assert {"15 días laborables", "5 días"} <= {row["limit"] for row in bound}
    assert view(look(es_customer_law="no"))["clocks"] == []
