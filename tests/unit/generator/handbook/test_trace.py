"""The trace: which answers a clause was shaped by."""

from generator.advice.model import Advice
from generator.facts.model import Facts
from generator.handbook import plan_handbook
from generator.handbook.trace import list_clauses, questions_read
from generator.library import Library
from questionnaire.conditions import parse_condition
from questionnaire.text import SPANISH

QUESTIONS = frozenset({"purpose", "sponsor", "people", "goals", "employees"})
SECTIONS = {"objectives": ("goals",), "a": ("purpose",), "ui": ()}


def test_an_answer_is_read_by_its_name() -> None:
    """`a.<question>`, also as an argument of a macro and in an if."""
    prose = "{% if a.goals.known %}{{ open_decision(a.purpose) }}{% endif %}"
    assert set(questions_read(prose, SECTIONS, QUESTIONS)) == {"goals", "purpose"}


def test_a_role_is_read_through_its_question() -> None:
    """A name comes from the question of the role and from the list of people."""
    assert questions_read("{{ who.sponsor.name }}", SECTIONS, QUESTIONS) == ("sponsor", "people")


def test_a_loop_reads_what_its_section_read() -> None:
    """The loop variable itself is no name of the view."""
    prose = "{% for row in objectives.rows %}{{ row.goal }}{% endfor %}"
    assert questions_read(prose, SECTIONS, QUESTIONS) == ("goals",)


def test_conditions_and_the_head_add_to_what_is_read() -> None:
    """A clause also changes when its condition does."""
    condition = parse_condition("employees > 9 and facts.book != 'micro'")
    found = questions_read("Texto", SECTIONS, QUESTIONS, (condition, None), ("sponsor",))
    assert found == ("employees", "sponsor")


def test_every_clause_knows_the_answers_it_read(
    facts: Facts, advice: Advice, library: Library
) -> None:
    """A clause that names an answer lists it, and so does one that only loops over it."""
    book = plan_handbook(facts, advice, library, SPANISH, "internal")
    reads = {clause.id: set(clause.reads) for _, clause in list_clauses(book)}
    assert "purpose" in reads["p.purpose"]
    assert {"values", "flagship", "premises"} <= reads["p.purpose#shops"]


def test_the_view_prints_the_trace_in_words(facts: Facts, advice: Advice, library: Library) -> None:
    """Every row names its clause and the short labels of its questions."""
    book = plan_handbook(facts, advice, library, SPANISH, "internal")
    trace = book.view["trace"]
    assert isinstance(trace, dict)
    titles = {row["clause"]: row["title"] for row in trace["rows"]}
    assert titles["p.replies#times"] == "Plazos"
    assert trace["total"] == len(trace["rows"])
