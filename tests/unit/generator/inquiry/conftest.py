"""The two sample companies, thought through once."""

from datetime import date

import pytest

from generator.pipeline import think
from questionnaire.sources import data_folder

TODAY = date(2026, 11, 22)


def read_sample(name):
    """Return the strategy of a sample company."""
    return think(data_folder("questionnaire", "examples", name), TODAY)


@pytest.fixture(scope="session")
def bakery():
    """Return the bakery of four."""
    return read_sample("panaderia-nandu")


@pytest.fixture(scope="session")
def energy():
    """Return the service company of 120."""
    return read_sample("norte-energia")
