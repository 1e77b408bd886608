"""The readiness score: what is counted, what raises it, and what it never hides."""

import pytest

from generator.advice.findings import findings
from generator.advice.judging import condition
from generator.advice.names import NAMES
from generator.advice.readiness import measure_readiness
from generator.facts.model import Capacity
from generator.library import load_library
from questionnaire.loader import load_questionnaire
from tests.unit.generator.advice.sound_company import (
    ANSWERS,
    NOT_ASKED,
    PENDING,
    REFUSED,
    make_advice,
    make_facts,
)

LIBRARY = load_library()
DATA = LIBRARY.knowledge["readiness"]
PIECES = {str(row["id"]): row for row in DATA["pieces"]}


def measure(advice=None, **changes):
    """Return the readiness of the company in order, with some answers changed."""
    facts = make_facts(**changes)
    parts = make_advice(facts, LIBRARY, **(advice or {}))
    return measure_readiness(facts, parts, findings(facts, parts, LIBRARY), LIBRARY)


def measure_nothing():
    """Return the readiness of a company that has answered nothing."""
    answers = {one: PENDING for one in ANSWERS if one not in ("people", "accounts")}
    return measure(
        {"accountable": None}, people=(), accounts=(), capacity=Capacity(0, 0, 0), **answers
    )


def missing(readiness):
    """Return the ids of what is missing."""
    return [one.id for one in readiness.missing]


def test_a_company_in_order_lacks_next_to_nothing():
    """Only the rehearsal of the crisis plan is missing, and its decider brings it."""
    readiness = measure()
    assert missing(readiness) == ["rehearsed"]
    assert readiness.missing[0].who == "eva"
    assert readiness.score >= 95
    assert readiness.band == "order"


def test_a_hundred_means_everything():
    """The score is rounded down: nothing missing and 100 are the same."""
    readiness = measure(maturity=("written_policy", "crisis_plan"))
    assert (readiness.score, missing(readiness)) == (100, [])


def test_nothing_answered_is_nothing_ready():
    """An open decision is no fault, and it isn't there either."""
    readiness = measure_nothing()
    assert readiness.score < 5
    assert readiness.band == "basics"


def test_what_was_never_asked_is_not_counted():
    """A company that the questionnaire spares a question doesn't lose its points."""
    assert "rest" not in {one.id for one in measure(disconnection=NOT_ASKED).pieces}
    assert "rest" in missing(measure(disconnection=REFUSED))


def test_a_serious_finding_is_never_in_order():
    """However many pieces there are, what must be mended comes first."""
    readiness = measure(existing_strategies="several")
    assert readiness.score >= 80
    assert readiness.band == "working"


def test_the_weightiest_step_comes_first():
    """Whoever reads one line reads the one that raises most."""
    points = [one.points for one in measure(purpose=PENDING, substitute=PENDING).missing]
    assert points == sorted(points, reverse=True)
    assert points[0] == 3


def test_the_parts_add_up_to_the_whole():
    """Points of the parts are the points of the score."""
    readiness = measure(purpose=PENDING)
    assert sum(one.possible for one in readiness.parts) == readiness.possible
    assert [one.id for one in readiness.parts] == [str(row["id"]) for row in DATA["parts"]]


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_a_piece_is_sound(piece):
    """Known names, a part, one to three points, a role with a name, words in both languages."""
    asked = load_questionnaire().by_id
    assert all(name in NAMES or name in asked for name in condition(piece["when"]).names())
    assert piece["part"] in {row["id"] for row in DATA["parts"]}
    assert piece["points"] in (1, 2, 3)
    assert piece["role"] in LIBRARY.knowledge["escalation"]["role_labels"]
    assert piece["raise"].keys() == {"es", "en"}


@pytest.mark.parametrize("piece", PIECES)
def test_every_piece_can_be_missing(piece):
    """A piece that is always there would be a present."""
    empty = measure_nothing()
    assert piece in missing(empty)
