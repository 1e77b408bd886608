"""What becomes of each answer."""

from datetime import date

import pytest

from generator.facts import Known, NotAsked, Pending
from generator.facts.resolution import choose_book, resolve_answers
from questionnaire.answers import Answer, Answers, Status
from questionnaire.conditions import parse_condition
from questionnaire.errors import Place
from questionnaire.model import Question, Questionnaire, RecommendRule, Section
from questionnaire.text import Text

WORDS = Text({"es": "texto", "en": "text"})


def make_question(name, **more):
    """Return a whole-number question with the settings that matter to a test."""
    return Question(name, "integer", "standard", WORDS, WORDS, Place(), **more)


def resolve(questions, **answers):
    """Resolve answers to questions of one section."""
    section = Section("one", WORDS, WORDS, 1, tuple(questions), Place())
    whole = Questionnaire("q", "1", (section,), {one.id: one for one in questions})
    return resolve_answers(whole, Answers("q", "1", ("es",), answers))


def given(value):
    """Return an answer with a value."""
    return Answer(Status.ANSWERED, value)


def test_an_answer_is_known():
    """What a company said is known as it said it; a list becomes a tuple."""
    facts = resolve([make_question("a"), make_question("b")], a=given(3), b=given(["x"]))
    assert facts == {"a": Known("a", 3), "b": Known("b", ("x",))}


def test_nothing_said_is_an_open_decision():
    """A required question without an answer is pending, never None."""
    assert resolve([make_question("a")]) == {"a": Pending("a")}


def test_optional_and_empty_opens_nothing():
    """An optional question left empty is no decision, unless the company put it off itself."""
    optional = make_question("a", required=False)
    assert resolve([optional]) == {"a": NotAsked("a")}
    assert resolve([optional], a=given("")) == {"a": NotAsked("a")}
    assert resolve([optional], a=Answer(Status.LATER)) == {"a": Pending("a")}


def test_pending_keeps_owner_date_and_reason():
    """An open decision knows who decides, by when and why it waits."""
    answer = Answer(Status.PENDING, owner="lucia", due=date(2026, 12, 15), reason="no lo sabemos")
    facts = resolve([make_question("a")], a=answer)
    assert facts["a"] == Pending("a", "lucia", date(2026, 12, 15), "no lo sabemos")


def test_a_false_condition_hides_even_an_answer():
    """A question that doesn't apply is not asked, and neither is one that asks about it."""
    questions = [
        make_question("a"),
        make_question("b", when=parse_condition("a > 5")),
        make_question("c", when=parse_condition("b == 9")),
    ]
    facts = resolve(questions, a=given(3), b=given(9), c=given(1))
    assert isinstance(facts["b"], NotAsked)
    assert isinstance(facts["c"], NotAsked)


def test_not_applicable_keeps_its_reason():
    """The company's own word for why a question doesn't apply is kept."""
    answer = Answer(Status.NOT_APPLICABLE, reason="no tenemos agencia")
    assert resolve([make_question("a")], a=answer) == {"a": NotAsked("a", "no tenemos agencia")}


def test_the_first_rule_that_holds_recommends():
    """A recommendation reads what was resolved before it, recommendations included."""
    rules = (
        RecommendRule(1, WORDS, parse_condition("a > 5")),
        RecommendRule(2, WORDS, parse_condition("a == 3")),
        RecommendRule(3, WORDS),
    )
    later = (RecommendRule(9, WORDS, parse_condition("b == 2")),)
    questions = [
        make_question("a"),
        make_question("b", recommend=rules),
        make_question("c", recommend=later),
    ]
    asked = Answer(Status.RECOMMENDED)
    facts = resolve(questions, a=given(3), b=asked, c=asked)
    assert facts["b"] == Known("b", 2, recommended=True, because=WORDS)
    assert facts["c"] == Known("c", 9, recommended=True, because=WORDS)


def test_no_rule_that_holds_leaves_it_open():
    """A wish for advice that we can't give is an open decision."""
    rules = (RecommendRule(1, WORDS, parse_condition("a > 5")),)
    facts = resolve(
        [make_question("a"), make_question("b", recommend=rules)], b=Answer(Status.RECOMMENDED)
    )
    assert isinstance(facts["b"], Pending)


@pytest.mark.parametrize(
    ("employees", "book"),
    [(1, "micro"), (9, "micro"), (10, "small"), (49, "small"), (50, "full"), (None, "small")],
)
def test_the_book_follows_the_size(employees, book):
    """Nine people or fewer get the micro book, 49 or fewer the small one."""
    assert choose_book(employees) == book
