"""A workbench of a fixed day, and the answers of both samples."""

import pytest

from generator.workbench import open_workbench
from questionnaire.interview import Interview
from questionnaire.loader import load_questionnaire
from questionnaire.sources import data_folder
from questionnaire.store import empty_answers, load_answers
from questionnaire.text import SPANISH
from tests.built import BAKERY, ENERGY, TODAY


@pytest.fixture(scope="session")
def bench():
    """Return one workbench for all questions, as a wizard has it."""
    return open_workbench(TODAY)


def read_sample(company):
    """Return the answers of a sample."""
    path = data_folder("questionnaire", "examples", company, "answers.yml")
    return load_answers(path, load_questionnaire())


@pytest.fixture(scope="session")
def bakery():
    """Return what the bakery of four said."""
    return read_sample(BAKERY)


@pytest.fixture(scope="session")
def energy():
    """Return what the company of 120 said."""
    return read_sample(ENERGY)


@pytest.fixture(scope="session")
def said(bakery, energy):
    """Return the answers of both samples by name."""
    return {BAKERY: bakery, ENERGY: energy}


@pytest.fixture(scope="session")
def nothing():
    """Return the answers of somebody who has only opened the wizard."""
    return empty_answers(load_questionnaire())


@pytest.fixture(scope="session")
def answer():
    """Return how to answer one question as a form does."""

    def give(answers, question, raw):
        outcome = Interview(load_questionnaire(), answers).answer(question, raw, SPANISH)
        assert isinstance(outcome, Interview), outcome
        return outcome.answers

    return give
