"""Agencies, products and events as checks see them."""

from datetime import date

from generator.advice.offer import list_agency_items, list_event_items, list_product_items
from generator.advice.situation import Situation
from generator.library import load_library
from tests.unit.generator.advice.sound_company import REFUSED, make_advice, make_facts

LIBRARY = load_library()


def look(**changes):
    """Return the situation of the company with some answers changed."""
    facts = make_facts(**changes)
    return Situation(facts, make_advice(facts, LIBRARY), LIBRARY)


def test_each_agency_is_judged_on_its_own():
    """One decides and is over, the other is in order."""
    agencies = (
        {"id": "a", "name": "Faro", "tasks": ("crisis", "ads"), "ends": date(2026, 1, 31)},
        {"id": "b", "name": "Mar", "tasks": ("ads",), "counterpart": "eva"},
    )
    first, second = list_agency_items(look(agency=True, agencies=agencies))
    assert (first["kept"], first["over"], first["lacks_counterpart"]) == (("crisis",), True, True)
    assert not any(second[key] for key in ("decides", "over", "lacks_counterpart"))


def test_a_promise_needs_proof_and_no_promise_needs_none():
    """Silence has nothing to prove."""
    products = ({"id": "a", "name": "Kit", "claim": "Dura"}, {"id": "b", "name": "Maceta"})
    assert [one["unproved"] for one in list_product_items(look(products=products))] == [True, False]


def test_an_event_of_one_day_is_over_the_day_after():
    """Without a last day the first one counts."""
    events = ({"id": "a", "name": "Feria", "starts": date(2026, 11, 21), "owner": "sara"},)
    (one,) = list_event_items(look(events=events))
    assert (one["over"], one["backwards"], one["owner_answers"]) == (True, False, False)


def test_whoever_answers_can_go_where_somebody_stands_in():
    """Alone they can't be in two places."""
    events = ({"id": "a", "name": "Feria", "starts": date(2027, 5, 1), "owner": "sara"},)
    (alone,) = list_event_items(look(events=events, substitute=REFUSED))
    assert alone["owner_answers"] is True
