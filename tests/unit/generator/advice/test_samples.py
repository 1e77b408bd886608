"""What the advice says of the sample companies: each shows another answer."""

from datetime import date

import pytest

from generator.advice import advise
from generator.advice.model import Advice
from generator.facts import derive_facts
from generator.library import load_library
from questionnaire.loader import load_questionnaire
from questionnaire.sources import data_folder
from questionnaire.store import load_answers

TODAY = date(2026, 11, 22)
TOPOLOGIES = {
    "andes-universidad": "hub",
    "clinica-sonrisa": "centralised",
    "harbour-books": "holistic",
    "northbridge-retail": "dandelion",
    "taller-sola": "centralised",
}
LEADS = {
    "andes-universidad": "communications",
    "clinica-sonrisa": "customer_service",
    "harbour-books": "marketing",
    "norte-energia": "customer_service",
    "taller-sola": "person",
}


def _advise(company: str) -> Advice:
    questionnaire = load_questionnaire()
    path = data_folder("questionnaire", "examples", company, "answers.yml")
    facts = derive_facts(questionnaire, load_answers(path, questionnaire), TODAY)
    return advise(facts, load_library())


@pytest.mark.parametrize(("company", "topology"), TOPOLOGIES.items())
def test_the_samples_spread_publishing_in_different_ways(company: str, topology: str) -> None:
    """Four of the five models can be seen; the fifth is never advised."""
    assert _advise(company).ownership.topology.winner == topology


@pytest.mark.parametrize(("company", "lead"), LEADS.items())
def test_the_samples_are_led_by_different_people(company: str, lead: str) -> None:
    """One of them chose against our recommendation, and its choice counts."""
    assert _advise(company).ownership.chosen == lead


def test_one_sample_chose_against_our_recommendation() -> None:
    """The dental group says why patient care leads although marketing is recommended."""
    ownership = _advise("clinica-sonrisa").ownership
    assert ownership.override == "customer_service"
    assert ownership.lead.winner == "marketing"


def test_the_sample_in_order_hears_nothing_above_a_note() -> None:
    """False alarms count as faults: the bookshops are in order."""
    findings = _advise("harbour-books").findings
    assert [one.id for one in findings if one.level != "note"] == []


def test_the_university_has_accounts_that_nobody_runs() -> None:
    """The largest register shows what the present state is: a clean-up comes first."""
    advice = _advise("andes-universidad")
    assert advice.ownership.looks_decentralised
    assert {"r.register_complete", "r.unapproved_account"} <= {one.id for one in advice.findings}


def test_labels_given_per_language_are_told_in_each() -> None:
    """A campaign with a name in two languages is named in the reader's."""
    findings = _advise("clinica-sonrisa").findings
    found = next(one for one in findings if one.id == "r.campaign_without_owner")
    assert "Día del Dentista." in found.message.by_language["es"]
    assert "Dentists' Day (Mexico)." in found.message.by_language["en"]
    assert "Text(" not in str(found.data)
