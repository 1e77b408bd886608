"""Whole posts from shares, whatever the shares."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.advice.mix import allocate

TOTALS = st.integers(0, 400)
SHARES = st.lists(st.one_of(st.just(0.0), st.floats(0.01, 100)), min_size=1, max_size=12)


@given(TOTALS, SHARES)
def test_every_post_is_placed(total, shares):
    """The parts sum to the total as soon as anything has a share, and nobody owes a post."""
    counts = allocate(total, shares)
    assert len(counts) == len(shares)
    assert min(counts) >= 0
    assert sum(counts) == (total if any(shares) else 0)


@given(TOTALS, SHARES)
def test_nothing_planned_is_left_out(total, shares):
    """A share above 0 gets a post when there are posts enough for all; a share of 0 never does."""
    counts = allocate(total, shares)
    wanted = [count for count, share in zip(counts, shares, strict=True) if share]
    if total >= len(wanted):
        assert all(wanted)
    assert not any(count for count, share in zip(counts, shares, strict=True) if not share)


@given(TOTALS, SHARES)
def test_rounding_stays_within_one_post(total, shares):
    """Where nobody had to be saved from 0, every part is within a post of the exact one."""
    whole = sum(shares)
    if not whole or any(0 < total * share / whole < 1 for share in shares):
        return
    for count, share in zip(allocate(total, shares), shares, strict=True):
        assert abs(count - total * share / whole) < 1 + 1e-9


@given(TOTALS, SHARES)
def test_a_larger_share_never_gets_fewer_posts(total, shares):
    """Posts follow the order of the shares."""
    counts = allocate(total, shares)
    pairs = sorted(zip(shares, counts, strict=True))
    for (share, count), (more, larger) in pairwise(pairs):
        assert share == more or count <= larger


@given(TOTALS, SHARES, st.integers(2, 50))
def test_the_scale_of_the_shares_does_not_matter(total, shares, times):
    """Percent or parts: only proportions count, up to what doubles can't tell apart."""
    whole = [round(share) for share in shares]
    assert allocate(total, whole) == allocate(total, [share * times for share in whole])
