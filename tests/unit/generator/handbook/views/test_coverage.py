"""The heat map of the week."""

from dataclasses import replace
from datetime import time

import pytest

from generator.advice.coverage import measure_coverage
from generator.handbook.context import make_context
from generator.handbook.views.coverage import view
from questionnaire.text import ENGLISH, SPANISH


@pytest.fixture
def section(derive, advice, library):
    """Return a function that builds the section for a company open from 9:00 to 14:00."""

    def build(language=ENGLISH, **changes):
        facts = derive(service_from=time(9), service_to=time(14), crisis_decider="ana", **changes)
        measured = replace(advice, coverage=measure_coverage(facts))
        return view(make_context(facts, measured, library, language, "internal"))

    return build


def test_seven_days_of_eight_blocks(section):
    """Each cell says how many of its hours are kept, and the worst of the others."""
    found = section()
    assert [len(row["cells"]) for row in found["rows"]] == [8] * 7
    monday = found["rows"][0]["cells"]
    assert [cell["kept"] for cell in monday] == [0, 0, 0, 3, 2, 0, 0, 0]
    assert [cell["code"] for cell in monday[2:6]] == ["unwatched", "kept", "part", "unwatched"]


def test_a_cell_says_without_whom_it_breaks(section):
    """Ana does everything alone."""
    found = section()
    assert found["rows"][0]["cells"][3]["without"] == "Ana Ruiz"
    assert (found["single_points"], found["people"][0]["breaks"]) == (["Ana Ruiz"], True)


def test_the_week_in_figures(section):
    """Thirty hours of 168; the longest gap runs over Sunday."""
    found = section(SPANISH)
    assert found["share_number"] == 18
    assert (found["longest"]["day"], found["longest"]["hours"]) == ("sábado", 43)
    assert found["gaps"][0]["absent"] == "con todos"


def test_a_week_nobody_measured_has_no_rows(facts, advice, library):
    """Then the section is there, and says so."""
    found = view(make_context(facts, advice, library, ENGLISH, "internal"))
    assert (found["known"], found["rows"], found["people"]) == (False, [], [])
