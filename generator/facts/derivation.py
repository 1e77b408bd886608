"""Facts from answers: the questions resolved first, then the figures that follow from them."""

from datetime import date

from generator.facts.capacity import derive_capacity, derive_service
from generator.facts.knowledge import read_effort_data, read_sizing_data
from generator.facts.model import Facts, Known
from generator.facts.people import list_accounts, list_people
from generator.facts.resolution import choose_book, resolve_answers
from generator.facts.sizing import derive_sizing
from generator.library import load_library
from questionnaire.answers import Answers
from questionnaire.model import Questionnaire


def derive_facts(questionnaire: Questionnaire, answers: Answers, today: date) -> Facts:
    """Return all that is known about a company on a day."""
    library = load_library()
    resolved = resolve_answers(questionnaire, answers)
    known = {name: fact.value for name, fact in resolved.items() if isinstance(fact, Known)}
    people = list_people(known.get("people"))
    accounts = list_accounts(known.get("accounts"))
    sizing = derive_sizing(resolved, people, accounts, read_sizing_data(library))
    return Facts(
        questionnaire=questionnaire,
        by_id=resolved,
        today=today,
        people=people,
        accounts=accounts,
        sizing=sizing,
        capacity=derive_capacity(resolved, people, sizing.complaints, read_effort_data(library)),
        service=derive_service(resolved),
        book=choose_book(known.get("employees")),
    )
