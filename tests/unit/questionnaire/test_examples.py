"""The sample companies: complete, readable without a problem, bilingual and coherent."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from questionnaire.answers import Answers, Status
from questionnaire.interview import Interview
from questionnaire.loader import load_questionnaire
from questionnaire.sources import data_folder
from questionnaire.store import find_warnings, load_answers
from questionnaire.text import Text

EXAMPLES = data_folder("questionnaire", "examples")
COMPANIES = (
    "andes-universidad",
    "clinica-sonrisa",
    "harbour-books",
    "norte-energia",
    "northbridge-retail",
    "panaderia-nandu",
    "taller-sola",
)

PHONE = re.compile(r"\+?\d[\d -]{7,}\d")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
INVENTED = ("600 000 0", "7700 900", "555 01", "555-01", "5555 01")
"""Blocks of numbers: ours for Spain, Ofcom's for drama, and 555-01xx as fiction uses it."""


def _load(company: str) -> Answers:
    return load_answers(EXAMPLES / company / "answers.yml", load_questionnaire())


def _interview(company: str) -> Interview:
    return Interview(load_questionnaire(), _load(company))


def _values(value: object) -> Iterator[object]:
    if isinstance(value, Mapping):
        for part in value.values():
            yield from _values(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from _values(part)
    else:
        yield value


@pytest.mark.parametrize("company", COMPANIES)
def test_nothing_that_is_asked_stays_open(company: str) -> None:
    """Every question a sample company is asked, of both tiers, has a state."""
    interview = _interview(company)
    asked = interview.visible_questions()
    assert [question.id for question in asked if interview.state(question.id) is None] == []


@pytest.mark.parametrize("company", COMPANIES)
def test_every_essential_question_has_a_value(company: str) -> None:
    """A sample may leave decisions open, but none of the essential ones."""
    interview = _interview(company)
    essential = interview.visible_questions(quick=True)
    assert [question.id for question in essential if interview.value(question.id) is None] == []


@pytest.mark.parametrize("company", COMPANIES)
def test_nothing_is_answered_that_is_not_asked(company: str) -> None:
    """A hidden answer in a sample would teach people to write what nobody reads."""
    interview = _interview(company)
    assert [name for name in interview.answers.by_id if not interview.is_visible(name)] == []


@pytest.mark.parametrize("company", COMPANIES)
def test_open_decisions_have_an_owner_and_a_date(company: str) -> None:
    """Who decides and by when is what makes a hole an open decision."""
    pending = [
        answer for answer in _load(company).by_id.values() if answer.status is Status.PENDING
    ]
    assert pending
    for answer in pending:
        assert answer.owner is not None
        assert answer.due is not None
        assert date(2026, 12, 1) <= answer.due <= date(2026, 12, 15)


@pytest.mark.parametrize("company", COMPANIES)
def test_texts_given_in_one_language_exist_in_the_other(company: str) -> None:
    """The samples show what a company that keeps both languages level looks like."""
    for answer in _load(company).by_id.values():
        for value in _values(answer.value):
            if isinstance(value, Text):
                assert set(value.by_language) == {"es", "en"}


@pytest.mark.parametrize("company", COMPANIES)
def test_shares_of_the_themes_make_a_hundred(company: str) -> None:
    """A mix that doesn't add up couldn't be turned into posts a month."""
    shares = [item["share"] for item in _interview(company).items("pillars")]
    assert sum(share for share in shares if isinstance(share, int | float)) == 100


@pytest.mark.parametrize("company", COMPANIES)
def test_the_logo_is_there(company: str) -> None:
    """The file that the answers name as logo exists in the brand folder."""
    logo = EXAMPLES / company / "brand" / str(_interview(company).value("logo"))
    assert logo.read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.parametrize("company", COMPANIES)
def test_the_samples_name_nobody_real(company: str) -> None:
    """Phone numbers come from invented or reserved blocks, addresses from a reserved domain."""
    written = Path(EXAMPLES / company / "answers.yml").read_text(encoding="utf-8")
    numbers = [one for one in PHONE.findall(written) if not DAY.fullmatch(one)]
    assert [one for one in numbers if not any(block in one for block in INVENTED)] == []
    assert all(host.endswith(".example") for host in re.findall(r"@([\w.-]+\.[a-z]+)\b", written))


def test_the_bakery_asks_for_recommendations_and_refuses_what_does_not_apply() -> None:
    """The small sample shows every state that a question can have, but "later"."""
    states = {answer.status for answer in _load("panaderia-nandu").by_id.values()}
    assert states == set(Status) - {Status.LATER}


def test_the_service_company_has_two_accounts_without_an_owner() -> None:
    """The larger sample has a believable fault for each check to find."""
    accounts = _interview("norte-energia").items("accounts")
    orphans = [account for account in accounts if "owner" not in account]
    assert len(accounts) == 9
    assert [account["status"] for account in orphans] == ["unknown", "unknown"]


def test_the_samples_differ_in_size_and_country() -> None:
    """Whoever looks for a company like theirs finds one."""
    sizes = {_interview(company).value("employees") for company in COMPANIES}
    countries = [_interview(company).value("jurisdictions") for company in COMPANIES]
    assert {1, 4, 25, 120, 800, 3000} <= sizes
    assert {code for one in countries if isinstance(one, tuple) for code in one} >= {
        "ES", "MX", "US", "UK", "CL", "AR",
    }  # fmt: skip
    assert {_load(company).languages for company in COMPANIES} == {("es", "en"), ("en", "es")}


def test_every_sample_in_the_folder_is_tested() -> None:
    """A company that is added is held to the same rules."""
    assert sorted(path.parent.name for path in EXAMPLES.glob("*/answers.yml")) == list(COMPANIES)


@pytest.mark.parametrize("company", COMPANIES)
def test_nothing_in_a_sample_is_odd(company: str) -> None:
    """A sample teaches by example, so not even a warning is raised about it."""
    found = find_warnings(_load(company), load_questionnaire(), date(2026, 11, 22))
    assert [problem.code for problem in found] == []
