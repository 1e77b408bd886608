"""What is behind a clause."""

import pytest

from generator.handbook.trace import list_clauses
from generator.inquiry.clauses import find_clause, is_left_out, suggest_clause
from generator.inquiry.explanation import explain_clause, plan_book
from questionnaire.text import ENGLISH, LANGUAGES


@pytest.fixture(scope="module")
def book(bakery):
    """Return the bakery's book in English."""
    return plan_book(bakery, ENGLISH)


def test_the_answers_stand_with_their_state(bakery, book):
    """Answered, recommended by us, or owed by somebody until a day."""
    found = explain_clause(bakery, book, "p.emergency#lead", ENGLISH)
    answers = {one.id: one for one in found.answers}
    assert (answers["crisis_decider"].answer, answers["crisis_decider"].state) == (
        "Lucía Ferrer", "answered",
    )  # fmt: skip
    deputy = answers["crisis_deputy"]
    assert (deputy.state, deputy.owner, deputy.due) == (
        "pending", "Lucía Ferrer", "9 December 2026",
    )  # fmt: skip


def test_lead_is_another_name_of_the_page(book):
    """`p.x#lead` and `p.x` are the same clause."""
    assert find_clause(book, "p.emergency#lead") == find_clause(book, "p.emergency")


def test_an_unknown_clause_gets_a_suggestion(bakery, book):
    """The page first, then the clause in it."""
    assert explain_clause(bakery, book, "p.emergencia", ENGLISH) is None
    assert suggest_clause(book, "p.emergencia") == "p.emergency"
    assert suggest_clause(book, "p.emergency#cals") == "p.emergency#call"


def test_a_clause_that_another_company_has_is_known(book):
    """The cards of large companies exist, though not in the bakery's book."""
    assert find_clause(book, "p.emergency#leak") is None
    assert is_left_out("p.emergency#leak")
    assert not is_left_out("p.emergency#nonsense")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_clause_of_both_books_can_be_explained(bakery, energy, language):
    """With a title, and no answer without a state."""
    for strategy in (bakery, energy):
        book = plan_book(strategy, language)
        for _, clause in list_clauses(book):
            found = explain_clause(strategy, book, clause.id, language)
            assert found.title
            assert "{" not in found.title
            assert all(one.state and one.question for one in found.answers)


def test_a_recommendation_shows_its_rules_with_points(energy):
    """Every clause that prints who leads shows the rules that gave the points."""
    book = plan_book(energy, ENGLISH)
    pairs = [explain_clause(energy, book, clause.id, ENGLISH) for _, clause in list_clauses(book)]
    leads = [one for found in pairs for one in found.decisions if one.kind == "lead"]
    for lead in leads:
        assert lead.winner == "customer service"
        assert lead.rules
        assert all(rule.rule and rule.points and rule.text for rule in lead.rules)
