"""What another answer would change."""

import pytest

from generator.inquiry.comparison import compare
from questionnaire.errors import AnswerProblems
from questionnaire.text import ENGLISH, LANGUAGES, SPANISH


def test_naming_a_deputy_mends_the_chain(bakery):
    """The advice that changes is told before and after; the clause that names the deputy changes."""
    found = compare(bakery, {"crisis_deputy": "marcos"}, ENGLISH)
    advice = {one.code: (one.before, one.after) for one in found.advice}
    assert advice["single"] == (
        "Lucía Ferrer, Marcos Gil and Noor Haddad",
        "Marcos Gil and Noor Haddad",
    )
    assert advice["substitute"] == ("open decision", "Marcos Gil")
    assert found.closed == ("Crisis deputy",)
    assert "p.emergency" in {one.id for one in found.clauses}
    assert found.tried[0].before == ""
    assert found.tried[0].after == "Marcos Gil"


def test_the_same_answer_changes_nothing(energy):
    """Trying what is already answered is the way to see that nothing else moves."""
    found = compare(energy, {"reply_hours": "4"}, SPANISH)
    assert found.empty


def test_findings_come_go_and_change(bakery):
    """A plan of 40 posts doesn't fit the hours there are."""
    found = compare(bakery, {"posts_month": "40"}, ENGLISH)
    assert "r.plan_exceeds_hours" in {one.id for one in found.new_findings}
    back = compare(bakery, {"posts_month": "8"}, ENGLISH)
    assert back.new_findings == ()


def test_a_new_branch_opens_its_questions(bakery):
    """With an agency somebody has to say which."""
    found = compare(bakery, {"agency": "true"}, ENGLISH)
    assert "Agencies" in found.opened


def test_changes_are_read_in_the_order_of_asking(bakery):
    """The second change may be a question that the first one opens, however they are written."""
    found = compare(bakery, {"paid_budget": "150 EUR", "paid": "true"}, ENGLISH)
    assert all(one.asked for one in found.tried)


def test_a_question_nobody_asks_is_said_so(bakery):
    """The bakery pays for no ads, so a budget is of no account."""
    found = compare(bakery, {"paid_budget": "150 EUR"}, ENGLISH)
    assert found.tried[0].asked is False
    assert found.empty


def test_left_open_and_recommended_can_be_tried(bakery):
    """Nothing after the sign opens it again; an exclamation mark has it recommended."""
    assert compare(bakery, {"sponsor": ""}, ENGLISH).opened
    found = compare(bakery, {"out_of_hours": "!"}, ENGLISH)
    assert found.closed


def test_every_problem_is_told_at_once(bakery):
    """An unknown question, a wrong value and a person who isn't there."""
    wrong = {"sponsr": "x", "employees": "many", "publisher": "pepe"}
    with pytest.raises(AnswerProblems) as caught:
        compare(bakery, wrong, ENGLISH)
    codes = {problem.code for problem in caught.value.problems}
    assert codes == {"answers.unknown_question_meant", "answer.number", "answer.pick"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_of_a_changed_clause_are_shown(bakery, language):
    """The name that goes in stands in a line that is added."""
    found = compare(bakery, {"crisis_deputy": "marcos"}, language)
    lead = next(one for one in found.clauses if one.id == "p.emergency")
    assert lead.state == "changed"
    assert any("Marcos" in line for line in lead.added)


def test_the_original_stays_as_it_was(bakery):
    """Nothing of the strategy that was given is changed."""
    before = dict(bakery.answers.by_id)
    compare(bakery, {"employees": "400"}, ENGLISH)
    assert dict(bakery.answers.by_id) == before
