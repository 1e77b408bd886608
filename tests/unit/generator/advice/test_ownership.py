"""Who leads, with reasons a company recognises."""

from generator.advice.flips import find_turn
from generator.advice.knowledge import OwnershipData
from generator.advice.ownership import decide_ownership, find_accountable
from generator.advice.scoring import Decision, Verdict, compile_gates, compile_rules
from generator.facts.knowledge import EffortData, SizingData
from generator.library import load_library
from questionnaire.loader import load_questionnaire
from questionnaire.text import LANGUAGES
from tests.unit.generator.advice.companies import LUCIA, bakery, derive, service_company
from tests.unit.generator.advice.shapes import list_faults

LIBRARY = load_library()
DATA = LIBRARY.knowledge["ownership"]


def list_said(node):
    """Yield every mapping of texts in a knowledge file."""
    if isinstance(node, dict):
        if node and set(node) <= {"es", "en"}:
            yield node
        for value in node.values():
            yield from list_said(value)
    elif isinstance(node, list):
        for value in node:
            yield from list_said(value)


def test_knowledge_has_the_promised_shape():
    """The files are what the code takes them for, and every text exists in both languages."""
    for kind in (OwnershipData, SizingData):
        assert list(list_faults(kind, DATA)) == []
    assert list(list_faults(EffortData, LIBRARY.knowledge["effort"])) == []
    assert all(set(said) == set(LANGUAGES) for said in list_said(DATA))


def test_rules_read_inputs_that_exist():
    """Every name of a rule or gate has an input with words and questions of the questionnaire."""
    known = {
        *DATA["inputs"],
        "families",
        "others",
        *(f"goals.{goal}" for goal in DATA["goals"]["labels"]),
    }
    asked = load_questionnaire().by_id
    for part in ("topology", "lead"):
        for rule in compile_rules(DATA[part]["rules"]):
            assert set(rule.inputs()) <= known
            assert set(rule.points) <= set(DATA[part]["options"])
        for gate in compile_gates(DATA[part]["gates"]):
            assert gate.needs is None or gate.needs.names() <= known
    for entry in (*DATA["inputs"].values(), DATA["goals"]):
        assert set(entry["questions"]) <= set(asked)


def test_codes_of_choices_are_those_of_the_questionnaire():
    """A choice that the data codes by position has exactly those options."""
    questions = {
        "autonomy": "autonomy",
        "complaints": "complaint_share",
        "openness": "openness",
        "expertise": "expertise",
        "business": "business_model",
    }
    for name, question in questions.items():
        offered = [choice.value for choice in load_questionnaire().by_id[question].choices]
        assert set(DATA["inputs"][name]["codes"]) == set(offered)
    regulated = {choice.value for choice in load_questionnaire().by_id["regulated"].choices}
    assert set(DATA["regulation"]["answers"]) == regulated


def test_a_bakery_is_led_by_its_owner():
    """A person leads under the management, and the owner answers for it, not who posts."""
    ownership = decide_ownership(bakery(), LIBRARY)
    assert ownership.lead.winner == "person"
    assert ownership.topology.winner == "centralised"
    assert ownership.accountable == "lucia"
    assert ownership.committee == "light"


def test_reasons_carry_the_company_s_numbers_and_questions():
    """A reason says how many people work here and which question said so."""
    ownership = decide_ownership(bakery(), LIBRARY)
    reason = ownership.lead.reasons_for[0]
    assert (reason.rule, reason.points, reason.reads) == ("O13a", 12, ("employees",))
    assert reason.text.by_language == {"es": "trabajan 4 personas", "en": "4 people work here"}
    assert not reason.assumed


def test_an_assumed_reason_says_so():
    """A reason that rests on an open question doesn't pretend to be an answer."""
    ownership = decide_ownership(derive(employees=4), LIBRARY)
    assumed = [reason for reason in ownership.topology.reasons_for if reason.assumed]
    assert assumed
    assert all(reason.text.by_language["es"].startswith("suponemos") for reason in assumed)


def test_reasons_add_most_first():
    """Three rules at most for the winner and two against, the weightiest first."""
    ranking = decide_ownership(service_company(), LIBRARY).lead
    points = [reason.points for reason in ranking.reasons_for]
    assert ranking.winner == "customer_service"
    assert points == sorted(points, reverse=True)
    assert len(points) == 3
    assert all(reason.points < 0 for reason in ranking.reasons_against)


def test_the_flip_really_flips():
    """Applying the change that is named makes the named option win."""
    decision = Decision(
        ("a", "b"),
        compile_rules(
            [
                {"id": "1", "when": "volume <= 1", "points": {"a": 2}},
                {"id": "2", "when": "staff >= 1", "points": {"b": 1}},
            ]
        ),
        (),
        {},
        lambda passed, _scores, _sizing: Verdict(passed[0]),
    )
    sizing = service_company(inbound_volume=30).sizing
    turn = find_turn(decision, decision.decide(sizing), sizing, DATA)
    assert (turn.change.input, turn.change.value, turn.outcome) == ("volume", 2, "b")
    assert decision.decide(turn.change.sizing).verdict.winner == "b"


def test_somebody_leads_even_when_no_option_fits():
    """Sixty people without departments or hours get a named person meanwhile."""
    facts = derive(employees=60, departments=("none",), people=(LUCIA,), sponsor="lucia")
    ownership = decide_ownership(facts, LIBRARY)
    assert (ownership.lead.winner, ownership.lead.tie_break) == ("person", "nobody_else")
    assert "person" not in ownership.lead.excluded
    assert ownership.lead.confidence == "close"


def test_the_company_s_own_choice_counts():
    """An override is kept beside the recommendation and decides who answers for it."""
    ownership = decide_ownership(service_company(lead_choice="marketing"), LIBRARY)
    assert (ownership.lead.winner, ownership.override, ownership.chosen) == (
        "customer_service",
        "marketing",
        "marketing",
    )
    assert ownership.accountable == "gorka"
    followed = decide_ownership(service_company(lead_choice="follow"), LIBRARY)
    assert followed.override is None
    assert followed.accountable == "miren"


def test_without_a_person_in_the_lead_department_the_sponsor_answers():
    """Somebody always answers: the sponsor, or nobody while there is none."""
    assert find_accountable(service_company(people=(LUCIA,)), "marketing") == "lucia"
    assert find_accountable(derive(employees=60), "marketing") is None


def test_advocacy_needs_a_written_policy():
    """Two basics without a policy don't allow staff to speak for the company."""
    assert not decide_ownership(
        bakery(maturity=("crisis_plan", "trained_staff")), LIBRARY
    ).advocacy_allowed
    assert decide_ownership(
        bakery(maturity=("written_policy", "trained_staff")), LIBRARY
    ).advocacy_allowed


def test_a_company_that_said_nothing_gets_advice():
    """Advice never fails for want of answers."""
    ownership = decide_ownership(derive(), LIBRARY)
    assert ownership.accountable is None
    assert ownership.topology.winner == "centralised"
