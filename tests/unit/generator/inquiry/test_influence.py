"""Which answers shape a clause, and which it only looks at."""

import pytest

from generator.handbook.trace import list_clauses
from generator.inquiry.explanation import plan_book
from generator.inquiry.influence import find_shaping
from questionnaire.text import ENGLISH


@pytest.fixture(scope="module")
def book(bakery):
    """Return the bakery's book in English."""
    return plan_book(bakery, ENGLISH)


def test_what_would_change_the_clause_shapes_it(bakery, book):
    """The first call goes to whoever decides; the number of posts has no part in it."""
    shaping = find_shaping(bakery, book, "p.emergency")
    assert {"people", "crisis_decider"} <= shaping
    assert not {"posts_month", "formats", "flagship"} & shaping


def test_an_open_decision_counts_where_the_clause_names_it(bakery, book):
    """The hole is printed: closing it changes the page."""
    assert "crisis_deputy" in find_shaping(bakery, book, "p.emergency")


def test_what_a_decision_weighed_counts_even_if_no_answer_turns_it(energy):
    """Three rules carry the lead: none alone decides, and all of them are why."""
    shaping = find_shaping(energy, plan_book(energy, ENGLISH), "p.ownership")
    assert {"goals", "inbound_volume"} <= shaping


def test_nothing_shapes_what_is_not_there(bakery, book):
    """A clause of another company's book has no answers here."""
    assert find_shaping(bakery, book, "p.emergency#leak") == frozenset()


def test_only_what_was_read_can_shape(bakery, book):
    """The recording of reads never misses what the writing of a clause uses."""
    clause = next(one for _, one in list_clauses(book) if one.id == "p.mix#month")
    assert find_shaping(bakery, book, clause.id) <= set(clause.reads)
