"""The options for the lead, what the choice changes and who meets."""

from collections.abc import Callable
from typing import Any

from generator.handbook.context import ViewContext
from generator.handbook.views import governance
from questionnaire.text import ENGLISH

Look = Callable[..., ViewContext]


def person(key: str, name: str, department: str, hours: float = 5.0) -> dict[str, object]:
    """Return one person of the company's list."""
    return {"id": key, "name": name, "role": name, "department": department, "hours": hours}


TEAM = (
    person("iria", "Iria Díaz", "management"),
    person("noa", "Noa Gil", "marketing", 20),
    person("pau", "Pau Roca", "customer_service", 20),
    person("eva", "Eva Sanz", "legal"),
)
LARGE: dict[str, object] = {
    "employees": 120,
    "people": TEAM,
    "sponsor": "iria",
    "publisher": "noa",
    "replier": "pau",
    "departments": ("marketing", "communications", "customer_service", "legal"),
    "publishing_units": 3,
    "inbound_volume": 380,
    "goals": ("service", "reputation"),
    "business_model": "service",
}


def view(context: ViewContext) -> Any:
    """Return the section, of which tests read many keys."""
    return governance.view(context)


def test_the_leading_option_comes_first_and_all_the_others_have_a_reason(look: Look) -> None:
    """Every candidate of the articles is there: areas, IT, an agency, one person, everyone."""
    options = view(look(**LARGE))["options"]
    assert options[0]["leads"]
    assert all(row["why"].endswith(".") for row in options)
    codes = {row["code"] for row in options}
    assert codes >= {"marketing", "communications", "customer_service", "it", "agency", "alone"}


def test_a_company_that_decides_otherwise_sees_our_proposal_too(look: Look) -> None:
    """The chosen option leads by the company's decision; ours stays in the table."""
    context = look(**LARGE, lead_choice="marketing", lead_reason="Ya coordina")
    by_code = {row["code"]: row for row in view(context)["options"]}
    assert by_code["marketing"]["verdict"] == "dirige, por decisión de la empresa"
    assert by_code["customer_service"]["verdict"] == "era nuestra propuesta"


def test_a_committee_has_a_seat_for_each_area_and_a_majority(look: Look) -> None:
    """The sponsor comes for disagreements; an area without a person is a vacant seat."""
    committee = view(look(**LARGE))["committee"]
    assert committee["full"]
    assert committee["seats"][0]["attends"] == "preside y responde"
    assert committee["vacant"] == ["Comunicación"]
    assert (committee["votes"], committee["quorum"]) == (3, 2)
    last = committee["seats"][-1]
    assert (last["name"], last["permanent"]) == ("Iria Díaz", False)


def test_a_shop_has_no_committee(look: Look) -> None:
    """One person meets nobody and departments are one line of the table."""
    found = view(look(departments=("none",)))
    assert not found["committee"]["full"]
    assert found["committee"]["alone"]
    micro = [row["code"] for row in found["options"] if row["micro"]]
    assert micro == ["agency", "no_departments", "alone", "everyone"]


def test_whoever_answers_for_the_posts_is_told_apart_from_the_lead(look: Look) -> None:
    """Customer service leads and marketing posts: the page says who decides what."""
    found = view(look(**LARGE))
    assert (found["posts_owner"], found["posts_same_area"]) == ("Noa Gil", True)
    assert found["lead_answers"].startswith("estrategia y objetivos del año; ")
    assert "quejas" not in found["lead_answers"]


def test_the_chart_is_said_in_words_too(look: Look) -> None:
    """One line a box, with whoever is above."""
    first, second, *_ = view(look(**LARGE))["chart"]
    assert (first["name"], first["above"]) == ("Iria Díaz", "")
    assert second["above"] == "Iria Díaz"


def test_nobody_named_leaves_no_name(look: Look) -> None:
    """Without people there are no writers, no seats and no made-up quorum."""
    context = look(ENGLISH, people=None, sponsor=None, publisher=None, replier=None)
    found = view(context)
    assert found["writers"] == ""
    assert not found["committee"]["any_named"]


def test_the_consequences_follow_the_chosen_lead(look: Look) -> None:
    """Money, approvals and figures are those of the option that leads."""
    follows = view(look(**LARGE, lead_choice="marketing", lead_reason="x"))["consequences"]
    assert follows["budget"] == "Anuncios, herramientas y horas van en el presupuesto de marketing."
