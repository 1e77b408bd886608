"""Every seed item and topic says honestly what meets it."""

import pytest

from generator.library import load_library
from generator.lint.traceability import (
    _dangling,
    _untraced,
    list_declared,
    list_references,
    trace,
)
from questionnaire.errors import Place
from questionnaire.loader import load_questionnaire

TOTALS = {"seeds": 154, "topics": 434}


@pytest.mark.parametrize("name", TOTALS)
def test_every_item_is_listed_and_leads_somewhere(name):
    """The counts are those of the articles and of the study, and no reference dangles."""
    coverage, problems = trace(name, load_questionnaire(), load_library())
    assert coverage.total == TOTALS[name]
    assert 0 < coverage.met <= coverage.total
    assert problems == ()


def test_a_reference_to_nothing_is_told_with_a_near_name():
    """A typing error in a reference is a problem that names what was meant."""
    known = list_references(load_questionnaire(), load_library())
    (problem,) = _dangling(["p.ownershp"], known, Place("seeds.yml", 3))
    assert problem.code == "lint.dangling_reference"
    assert problem.data["suggestion"] == "p.ownership"


def test_what_claims_to_meet_an_item_must_be_listed():
    """A clause that names a seed which the file doesn't trace to it is a problem."""
    (problem,) = _untraced(["p.a"], ["p.a", "p.b#c"], Place("seeds.yml", 1))
    assert problem.data["reference"] == "p.b#c"


def test_questions_clauses_and_checks_declare_seeds():
    """All three kinds of source are read."""
    declared = list_declared("seeds", load_questionnaire(), load_library())
    references = {reference for listed in declared.values() for reference in listed}
    assert {"q", "p", "r"} == {reference.split(".")[0] for reference in references}
