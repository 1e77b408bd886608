"""Two companies by their answers: a bakery of four and a service company of 120."""

from datetime import date

from generator.facts import derive_facts
from questionnaire.answers import Answer, Answers, Status
from questionnaire.loader import load_questionnaire

LUCIA = {"id": "lucia", "name": "Lucía", "role": "dueña", "department": "management", "hours": 2}
MARCOS = {"id": "marcos", "name": "Marcos", "role": "mostrador", "department": "sales", "hours": 3}
JON = {"id": "jon", "name": "Jon", "role": "prensa", "department": "communications", "hours": 10}
GORKA = {"id": "gorka", "name": "Gorka", "role": "jefe", "department": "marketing", "hours": 30}
MIREN = {
    "id": "miren",
    "name": "Miren",
    "role": "jefa",
    "department": "customer_service",
    "hours": 40,
}


def derive(**values):
    """Return the facts of a company that gave these answers and no others."""
    by_id = {
        name: Answer(Status.ANSWERED, value) for name, value in values.items() if value is not None
    }
    return derive_facts(load_questionnaire(), Answers("q", "1", ("es",), by_id), date(2026, 11, 22))


def bakery(**changes):
    """Return the facts of the bakery: the owner decides, the counter posts and answers."""
    answers = {
        "sector": "food_shop",
        "employees": 4,
        "business_model": "product",
        "goals": ("sales", "loyalty"),
        "people": (LUCIA, MARCOS),
        "sponsor": "lucia",
        "publisher": "marcos",
        "replier": "marcos",
        "departments": ("none",),
        "publishing_units": 1,
        "posts_month": 12,
        "inbound_volume": 20,
        "approver": "lucia",
        "complaints_owner": "lucia",
        "crisis_decider": "lucia",
        "regulated": ("none",),
    }
    return derive(**{**answers, **changes})


def service_company(**changes):
    """Return the facts of the service company: customer service leads by the rules."""
    answers = {
        "sector": "telecom_utility",
        "employees": 120,
        "business_model": "service",
        "goals": ("service", "reputation", "leads"),
        "people": (LUCIA, JON, GORKA, MIREN),
        "sponsor": "lucia",
        "publisher": "gorka",
        "replier": "miren",
        "departments": ("marketing", "communications", "customer_service", "hr", "legal", "it"),
        "publishing_units": 3,
        "posts_month": 20,
        "inbound_volume": 380,
        "complaint_share": "30_49",
        "complaints_owner": "miren",
        "crisis_decider": "lucia",
        "regulated": ("none",),
    }
    return derive(**{**answers, **changes})
