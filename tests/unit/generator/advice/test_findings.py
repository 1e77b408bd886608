"""The checks: sound data, no false alarm in a company in order, and each one fires on its fault."""

import re
from dataclasses import replace

import pytest

from generator.advice.findings import findings, questions_read
from generator.advice.items import KINDS, list_items
from generator.advice.names import NAMES
from generator.advice.situation import Situation
from generator.advice.wording import FIELD
from generator.facts.model import Capacity
from generator.library import load_library
from questionnaire.conditions import parse_condition
from questionnaire.loader import load_questionnaire
from tests.unit.generator.advice.faults import FAULTS, OF_ADVICE
from tests.unit.generator.advice.sound_company import (
    ACCOUNT,
    ANSWERS,
    NOT_ASKED,
    PENDING,
    PEOPLE,
    REFUSED,
    make_advice,
    make_facts,
)

LIBRARY = load_library()
CHECKS = {check["id"]: check for check in LIBRARY.checks}
ROLE_LABELS = LIBRARY.knowledge["escalation"]["role_labels"]


def find(facts, **advice):
    """Return the findings of a company by id."""
    return {one.id: one for one in findings(facts, make_advice(facts, LIBRARY, **advice), LIBRARY)}


def test_a_company_in_order_hears_nothing_above_a_note():
    """A false alarm costs trust in every true one."""
    found = find(make_facts())
    assert {one.id: one.level for one in found.values() if one.level != "note"} == {}


def test_open_decisions_are_not_faults():
    """A company that has answered nothing yet has open decisions, and no errors or warnings."""
    found = find(make_facts(capacity=Capacity(0, 0, 0), **dict.fromkeys(ANSWERS, PENDING)))
    assert [one.id for one in found.values() if one.level != "note"] == []


@pytest.mark.parametrize("question", ANSWERS)
def test_one_open_decision_raises_no_alarm(question):
    """Whatever single answer is missing, nothing is held against the company."""
    found = find(make_facts(**{question: PENDING}))
    assert [one.id for one in found.values() if one.level != "note"] == []


@pytest.mark.parametrize("question", ANSWERS)
def test_a_question_that_was_never_asked_raises_no_alarm(question):
    """What the questionnaire leaves out can't be a fault of the company."""
    found = find(make_facts(**{question: NOT_ASKED}))
    assert [one.id for one in found.values() if one.level != "note"] == []


@pytest.mark.parametrize(("check", "changes"), FAULTS, ids=[check for check, _ in FAULTS])
def test_a_check_fires_on_its_fault(check, changes):
    """The fault is found, in both languages, with every value filled in."""
    finding = find(make_facts(**changes))[check]
    for text in (finding.message, finding.remedy, finding.why):
        for words in text.by_language.values():
            assert not FIELD.search(words)
            assert "  " not in words
            assert "None" not in words


@pytest.mark.parametrize(("check", "changes", "advice"), OF_ADVICE)
def test_a_check_reads_advice(check, changes, advice):
    """What follows from the facts can be at fault too."""
    assert check in find(make_facts(**changes), **advice)


def test_every_check_is_tried():
    """A check without a fault that raises it might never fire."""
    tried = {check for check, _ in FAULTS} | {check for check, _, _ in OF_ADVICE}
    assert set(CHECKS) - tried == set()


def test_numbers_are_written_as_each_language_writes_them():
    """A decimal comma in Spanish, a point in English; the same figure."""
    finding = find(make_facts(capacity=Capacity(5.5, 6, 3.2)))["r.plan_exceeds_hours"]
    assert "9,2 h" in finding.message.by_language["es"]
    assert "9.2 h" in finding.message.by_language["en"]
    assert finding.data["facts.hours_available"] == 5.5


def test_items_are_told_in_one_finding():
    """Two accounts without owner make one finding that names both."""
    accounts = (
        replace(ACCOUNT, owner=None),
        replace(ACCOUNT, id="b", handle="@ideas", owner=None),
    )
    finding = find(make_facts(accounts=accounts))["r.register_complete"]
    assert finding.message.by_language["es"] == "Cuentas sin responsable: @vivero y @ideas."


def test_remedies_name_the_person():
    """Whoever has to act is called by name, or by the role while nobody is named."""
    named = find(make_facts(exec_minutes=0))["r.exec_commitment_set"]
    assert named.remedy.by_language["en"].startswith("Eva Ríos sets aside")
    role = find(make_facts(exec_minutes=0, sponsor=PENDING))["r.exec_commitment_set"]
    assert role.remedy.by_language["es"].startswith("la dirección reserva")


def test_errors_come_first():
    """The order of a report is the order of seriousness."""
    facts = make_facts(exec_minutes=0, website_role="none", existing_strategies="several")
    levels = [one.level for one in findings(facts, make_advice(facts, LIBRARY), LIBRARY)]
    assert levels == sorted(levels, key=["error", "warning", "note"].index)
    assert levels[0] == "error"


def test_ids_are_unique():
    """Thirty checks at least, each with an id of its own."""
    assert len(CHECKS) == len(LIBRARY.checks) >= 30


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_a_check_is_sound(check):
    """Both languages, known names, a level, seeds, an estimate, and a clock in the remedy."""
    assert check["level"] in {"error", "warning", "note"}
    assert all(re.fullmatch(r"S[0-4]\.\d+", seed) for seed in check["seeds"])
    assert check["seeds"]
    assert check["minutes"] > 0
    for part in ("message", "remedy", "why"):
        assert check[part].keys() == {"es", "en"}
    values = [sorted(FIELD.findall(check["message"][code])) for code in ("es", "en")]
    assert values[0] == values[1]


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_a_check_reads_only_what_exists(check):
    """Question ids, derived names and item names; a misspelt one would never be true."""
    asked = load_questionnaire().by_id
    facts = make_facts(
        campaigns=({"id": "a"},),
        agencies=({"id": "a"},),
        products=({"id": "a"},),
        events=({"id": "a"},),
        partners=({"id": "a"},),
        raci_overrides={"publishing": {"accountable": "hugo"}},
    )
    situation = Situation(facts, make_advice(facts, LIBRARY), LIBRARY)
    items = {}
    if "for_each" in check:
        assert check["for_each"] in KINDS
        items = next(iter(list_items(situation, check["for_each"])))
    texts = [words for part in ("message", "remedy", "why") for words in check[part].values()]
    named = {found.group(1) for words in texts for found in FIELD.finditer(words)}
    names = named | (parse_condition(check["when"]).names() if "when" in check else set())
    for name in names - {"items", "count", "word"}:
        if name.startswith("who."):
            assert name.removeprefix("who.") in ROLE_LABELS
        elif name.startswith("item."):
            assert name.removeprefix("item.") in items
        else:
            assert name in NAMES or name in asked
    assert set(questions_read(check)) <= set(asked)


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_a_check_compares_with_codes_that_exist(check):
    """A code that the questionnaire doesn't offer would make the check silent for ever."""
    asked = load_questionnaire().by_id
    comparisons = parse_condition(check["when"]).comparisons() if "when" in check else ()
    for comparison in comparisons:
        question = asked.get(comparison.name)
        if question is not None and question.choices:
            offered = {choice.value for choice in question.choices}
            assert set(comparison.values) <= offered


def test_every_derived_name_has_a_value():
    """No name of the table fails, with answers and without any."""
    empty = make_facts(**dict.fromkeys(ANSWERS, PENDING))
    for facts in (make_facts(), empty):
        situation = Situation(facts, make_advice(facts, LIBRARY), LIBRARY)
        for name in NAMES.values():
            name.value(situation)
        assert {question for name in NAMES.values() for question in name.reads} <= set(
            load_questionnaire().by_id
        )


def test_a_substitute_of_their_own_is_one():
    """No general substitute is missed when each person named somebody."""
    people = (PEOPLE[0], replace(PEOPLE[1], substitute="eva"), replace(PEOPLE[2], substitute="eva"))
    found = find(make_facts(people=people, substitute=REFUSED))
    assert "r.substitute_missing" not in found
    alone = find(make_facts(people=people, substitute=REFUSED, replier="hugo"))
    assert "r.lone_cm_risk" not in alone


def test_a_language_that_a_substitute_speaks_is_spoken():
    """One of those on duty is enough; while nobody said what they speak there is nothing to find."""
    spoken = (
        replace(PEOPLE[0], languages=("en",)),
        PEOPLE[1],
        replace(PEOPLE[2], languages=("es",)),
    )
    assert "r.language_unspoken" not in find(
        make_facts(people=spoken, customer_languages=("es", "en"))
    )
    assert "r.language_unspoken" not in find(make_facts(customer_languages=("es", "eu", "other")))
