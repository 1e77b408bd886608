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
    ready: dict[str, object] = {"employees": 60, **TWO, "approver": "bea", "approval_hours": 8}
    assert rows(look(**ready))["claims"]["silence"] == "pasado el plazo, sí"
    assert view(look(**ready))["silence_counts"]
    for change in ({"regulated": ("health",)}, {"sensitive_topics": ("prices",)}):
        assert rows(look(**ready, **change))["claims"]["silence"] == "no: espera"


def test_silence_is_never_a_yes_while_nobody_approves(look: Look) -> None:
    """Without an approver or a time limit there is nobody whose silence could count."""
    found = look(employees=60, approver=None)
    assert rows(found)["claims"]["silence_code"] == "no"
    assert not view(found)["silence_counts"]


def test_one_person_alone_reads_again_later(look: Look) -> None:
    """With nobody else to approve, a sensitive post rests before it goes out."""
    row = rows(look(approver="ana"))["delicate"]
    assert (row["approver"], row["within"]) == ("Ana Ruiz, al releerlo dos horas después", "2 h")


def test_whoever_is_out_of_reach_does_not_post_in_an_emergency(look: Look) -> None:
    """The substitute who approves can't be both, and a lead who posts tells somebody else."""
    found = view(look(**{**TWO, "approver": "bea", "substitute": "bea"}))
    assert (found["on_duty"], found["report_to"]) == ("Ana Ruiz", "Bea Paz")


def test_a_reviewer_keeps_no_capital_inside_a_sentence(look: Look) -> None:
    """An article is written small; a name isn't."""
    regulated = {"employees": 60, "regulated": ("health",)}
    shown = rows(look(**regulated, legal_reviewer="La gestoría"))["sensitive"]["approver"]
    assert shown.endswith("la gestoría")


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
