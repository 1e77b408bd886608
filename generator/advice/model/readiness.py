"""How ready a company is to work: the pieces there are, those that are missing, and who brings them."""

from dataclasses import dataclass

FULL = 100


@dataclass(frozen=True, slots=True)
class ReadinessPiece:
    """One piece of `knowledge/readiness.yml` that is counted for this company."""

    id: str
    part: str
    points: int
    there: bool
    role: str
    who: str | None
    """Id of the person in that role, if there is one."""
    reads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadinessPart:
    """One part: its points there are, and those there could be."""

    id: str
    won: int
    possible: int


@dataclass(frozen=True, slots=True)
class Readiness:
    """The pieces counted, in the order of the knowledge file; the score follows from them."""

    pieces: tuple[ReadinessPiece, ...] = ()
    band: str = ""
    """Id of the band in `knowledge/readiness.yml`; never the best while a finding must be mended."""

    @property
    def possible(self) -> int:
        """The points of everything that is counted."""
        return sum(one.points for one in self.pieces)

    @property
    def score(self) -> int:
        """The share of the points there are, out of 100; it is 100 only with all of them."""
        won = sum(one.points for one in self.pieces if one.there)
        return FULL * won // self.possible if self.possible else 0

    @property
    def missing(self) -> tuple[ReadinessPiece, ...]:
        """What isn't there yet, the weightiest first."""
        absent = (one for one in self.pieces if not one.there)
        return tuple(sorted(absent, key=lambda one: -one.points))

    @property
    def parts(self) -> tuple[ReadinessPart, ...]:
        """The parts in their order, each with its points."""
        ids = dict.fromkeys(one.part for one in self.pieces)
        return tuple(self._add_up(part) for part in ids)

    def _add_up(self, part: str) -> ReadinessPart:
        found = [one for one in self.pieces if one.part == part]
        won = sum(one.points for one in found if one.there)
        return ReadinessPart(part, won, sum(one.points for one in found))

    def gain(self, piece: ReadinessPiece) -> int:
        """Return how much a missing piece raises the score, at least one point."""
        return max(round(FULL * piece.points / self.possible), 1) if self.possible else 0
