"""The clocks of the law: only where it binds, with its article, and on what that depends."""

from generator.advice.clocks import legal_clocks
from generator.library import load_library
from tests.unit.generator.advice.sound_company import make_facts

LIBRARY = load_library()


def find(**changes):
    """Return the clocks of a company by code."""
    return {one.code: one for one in legal_clocks(make_facts(**changes), LIBRARY).rows}


def test_the_act_of_spain_binds_only_the_companies_it_covers():
    """Ley 10/2025: fifteen working days, five for a bill; none for whoever is outside it."""
    assert find(es_customer_law="no") == {}
    clocks = find(es_customer_law="yes")
    assert (clocks["complaint"].limit, clocks["complaint"].unit) == (15, "working_days")
    assert clocks["billing"].limit == 5
    assert clocks["person"].what.by_language.keys() == {"es", "en"}
    assert clocks["person"].article == "8"


def test_two_hours_bind_only_a_basic_service():
    """Whoever sells clothes has no supply that can be cut."""
    assert "continuity" not in find(es_customer_law="yes")
    assert "continuity" in find(es_customer_law="yes", sector="telecom_utility")


def test_a_company_elsewhere_has_no_clock_of_spain():
    """The law follows the countries that were answered."""
    assert find(es_customer_law="yes", jurisdictions=("MX",)) == {}


def test_the_questions_behind_are_told_even_without_clocks():
    """Another answer would bring a clock: whoever asks why must see the question."""
    reads = legal_clocks(make_facts(es_customer_law="no"), LIBRARY).reads
    assert set(reads) == {"jurisdictions", "es_customer_law", "sector"}
