"""Which elements of two sequences belong together: patience matching.

Only elements that occur once on both sides anchor the match, so blank lines and table rules
can't tie unrelated text together. Bram Cohen described the method in 2010.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

_Range = tuple[int, int, int, int]
Pair = tuple[int, int]


def match(left: Sequence[str], right: Sequence[str]) -> dict[int, int]:
    """Give, for elements of `left`, the index of the same element of `right`, both rising."""
    pairs: list[Pair] = []
    waiting: list[_Range] = [(0, len(left), 0, len(right))]
    while waiting:
        a, b, c, d = waiting.pop()
        while a < b and c < d and left[a] == right[c]:
            pairs.append((a, c))
            a, c = a + 1, c + 1
        while a < b and c < d and left[b - 1] == right[d - 1]:
            b, d = b - 1, d - 1
            pairs.append((b, d))
        anchors = _rising(_unique_in_both(left, right, (a, b, c, d)))
        pairs.extend(anchors)
        if anchors:
            waiting.extend(_between(anchors, (a, b, c, d)))
    return dict(sorted(pairs))


def _unique_in_both(left: Sequence[str], right: Sequence[str], at: _Range) -> list[Pair]:
    a, b, c, d = at
    ours, theirs = Counter(left[a:b]), Counter(right[c:d])
    place = {right[j]: j for j in range(c, d)}
    return [(i, place[left[i]]) for i in range(a, b) if ours[left[i]] == theirs[left[i]] == 1]


def _rising(pairs: Sequence[Pair]) -> list[Pair]:
    """Longest run of pairs that rises on both sides."""
    tops: list[int] = []
    top_pair: list[int] = []
    before: list[int] = []
    for number, (_, j) in enumerate(pairs):
        pile = bisect_left(tops, j)
        before.append(top_pair[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [j]
        top_pair[pile : pile + 1] = [number]
    run: list[Pair] = []
    number = top_pair[-1] if top_pair else -1
    while number >= 0:
        run.append(pairs[number])
        number = before[number]
    return run[::-1]


def _between(anchors: Sequence[Pair], at: _Range) -> Iterator[_Range]:
    a, b, c, d = at
    for i, j in anchors:
        yield a, i, c, j
        a, c = i + 1, j + 1
    yield a, b, c, d
