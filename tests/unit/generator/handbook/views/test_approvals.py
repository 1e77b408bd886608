"""What needs approval, whose, and what silence means."""

from collections.abc import Callable
from typing import Any

from generator.handbook.context import ViewContext
from generator.handbook.views import approvals

Look = Callable[..., ViewContext]

BEA = {"id": "bea", "name": "Bea Paz", "role": "mostrador", "department": "sales", "hours": 2.0}
ANA = {"id": "ana", "name": "Ana Ruiz", "role": "dueña", "department": "management", "hours": 3.0}
TWO: dict[str, object] = {"people": (ANA, BEA), "substitute": "bea"}


def view(context: ViewContext) -> Any:
    """Return the section, of which tests read many keys."""
    return approvals.view(context)


def rows(context: ViewContext) -> Any:
    """Return the rows by code."""
    return {row["code"]: row for row in view(context)["rows"]}


def test_a_small_shop_has_three_lines_and_no_ladder(look: Look) -> None:
    """Everyday content, delicate content and a crisis."""
    assert list(rows(look())) == ["routine", "delicate", "crisis"]
    assert rows(look())["routine"]["approver"] == "nadie: publica Ana Ruiz"


def test_nobody_approves_their_own_posts(look: Look) -> None:
    """Where the approver also posts, somebody else approves; alone, nobody can."""
    both = view(look(**TWO, approver="ana"))
    assert (both["same"], both["second"], both["name"]) == (True, "Bea Paz", "Bea Paz")
    assert view(look(approver="ana"))["alone"]


def test_the_limit_is_in_working_time(look: Look) -> None:
    """Hours of approval are hours of work; none means at once; open stays open."""
    assert view(look(approval_hours=4))["within"] == "4 h de trabajo"
    assert view(look(approval_hours=0))["within"] == "al momento"
    assert view(look())["within"] == "decisión pendiente"


def test_the_companys_own_sensitive_topics_are_named(look: Look) -> None:
    """And none of them is invented."""
    found = rows(look(employees=60, sensitive_topics=("allergens",)))["sensitive"]["what"]
    assert found.startswith("Temas delicados: ")
    assert rows(look(employees=60, sensitive_topics=("none",)))["sensitive"]["what"] == (
        "Temas delicados"
    )


def test_silence_is_a_yes_only_where_no_law_and_no_sensitive_price(look: Look) -> None:
    """A regulated company and one whose prices are delicate always wait."""
    assert rows(look(employees=60))["claims"]["silence"] == "pasado el plazo, sí"
    assert view(look(employees=60))["silence_counts"]
    for change in ({"regulated": ("health",)}, {"sensitive_topics": ("prices",)}):
        assert rows(look(employees=60, **change))["claims"]["silence"] == "no: espera"


def test_a_crisis_without_a_deputy_is_an_open_decision(look: Look) -> None:
    """With one, the deputy decides when nobody answers."""
    assert rows(look())["crisis"]["silence"].startswith("decisión pendiente")
    assert rows(look(**TWO, crisis_deputy="bea"))["crisis"]["silence"] == "decide Bea Paz"


def test_a_regulated_company_has_the_law_read_first(look: Look) -> None:
    """The reviewer is named beside the approver."""
    context = look(
        **TWO, employees=60, approver="bea", regulated=("health",), legal_reviewer="Gestoría Sol"
    )
    assert rows(context)["sensitive"]["approver"] == "Bea Paz, con la revisión de Gestoría Sol"
