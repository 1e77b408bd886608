"""The rows of law: complete, dated, sourced, in both languages."""

import re
from datetime import date

import pytest

from generator.advice.names import NAMES
from generator.library import load_library
from questionnaire.conditions import parse_condition
from questionnaire.loader import load_questionnaire

CODES = ("EU", "ES", "MX", "AR", "CO", "CL", "PE", "US", "UK")
TOPICS = {
    "privacy", "disclosure", "working_time", "images", "reviews", "complaints", "ai", "minors",
    "accessibility", "speech", "confidentiality", "hiring", "claims", "copyright", "sector",
}  # fmt: skip
ROWS = [row for code in CODES for row in load_library().laws[code]]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_a_row_is_complete(row):
    """Jurisdiction, article, effect in both languages, topics, dates, certainty and source."""
    assert re.fullmatch(rf"{row['jurisdiction']}\d+", row["id"])
    assert row["effect"].keys() == row["norm"].keys() == {"es", "en"}
    assert all(len(words.split()) <= 45 for words in row["effect"].values())
    assert set(row["topics"]) <= TOPICS
    assert row["topics"]
    assert date.fromisoformat(row["checked_on"])
    assert row["since"] == "–" or date.fromisoformat(row["since"])
    assert row["certainty"] in {"high", "medium", "low", "unverified"}
    assert row["source"]
    assert row["article"]
    assert isinstance(row["watch"], bool)


@pytest.mark.parametrize("row", [row for row in ROWS if "when" in row], ids=lambda row: row["id"])
def test_a_condition_reads_questions_that_exist(row):
    """A misspelt name would hide a law for ever."""
    known = set(load_questionnaire().by_id) | set(NAMES)
    assert parse_condition(row["when"]).names() <= known


def test_ids_are_unique():
    """A row is cited by its id."""
    assert len({row["id"] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("code", CODES)
def test_every_jurisdiction_covers_staff_policy(code):
    """Speech or working time, privacy, and disclosure or claims: the least a staff policy needs."""
    topics = {topic for row in load_library().laws[code] for topic in row["topics"]}
    assert topics & {"speech", "working_time"}
    assert "privacy" in topics
    assert topics & {"disclosure", "claims"}


def test_what_is_still_moving_is_watched():
    """Rows that are no law yet, or whose status is disputed, are marked for another look."""
    watched = {row["id"] for row in ROWS if row["watch"]}
    assert {"EU17", "ES13", "MX3", "AR4", "US1", "CL1"} <= watched
