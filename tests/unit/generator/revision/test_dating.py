"""Which answers the site is of, and which day it is."""

from datetime import date

import pytest

from generator.revision.dating import BUILT, is_built, record_built
from generator.revision.today import read_clock, read_fixed_day, read_today
from generator.revision.workspace import create_workspace


def test_the_site_is_of_the_answers_last_built(tmp_path):
    """Other answers, no build yet and a damaged record all mean: not of these."""
    workspace = create_workspace(tmp_path / "acme")
    assert not is_built(workspace, b"one")
    record_built(workspace, b"one")
    assert is_built(workspace, b"one")
    assert not is_built(workspace, b"two")
    workspace.disk.write(BUILT, b"[1", 0o600)
    assert not is_built(workspace, b"one")


def test_a_fixed_day_wins_over_the_clock(monkeypatch):
    """SOURCE_DATE_EPOCH fixes the day; anything that is no number doesn't."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    assert read_today() == date(2026, 11, 22)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert read_fixed_day() is None
    assert read_today() == read_clock()


@pytest.mark.parametrize("epoch", ["", "-1"])
def test_no_day_is_fixed_without_a_count_of_seconds(monkeypatch, epoch):
    """An empty or negative number leaves the clock in charge."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert read_fixed_day() is None
