"""Which figures a company follows: those of its objectives, what moves them, and how well it works.

The catalogue and the classes are those of the domain reference (E.1, E.3); limits are ours.
"""

from collections.abc import Iterator

from generator.advice.model import Measure, MeasureSet, Objective
from generator.advice.objectives import find_goal, find_kpi, list_objectives
from generator.advice.shelf import Row, Shelf
from generator.facts.model import Facts

MOST_GOALS = 3
VANITY = "followers"
PROMISED = "response_time"
COMPLAINTS = "script_coverage"
READS = (
    "goals", "objectives", "inbound_volume", "complaint_share", "posts_month", "reply_hours",
    "accounts", "publisher", "replier",
)  # fmt: skip


def choose_kpis(facts: Facts, library: Shelf) -> MeasureSet:
    """Return the figures to follow, the main ones first, and no more than the size of book takes."""
    data = library.knowledge["metrics"]
    main = list(_main(facts, library))
    most = data["limits"][facts.book]
    drivers = _drivers(facts, library, data)
    quality = _quality(facts, library, data)
    chosen: dict[str, Measure] = {one.id: one for one in main}
    # One driver before a second one: whoever follows little should follow a cause of each kind.
    for one in _alternate(drivers, quality):
        if len(chosen) < most:
            chosen.setdefault(one.id, one)
    rest = sorted(
        (one for one in chosen.values() if not one.main), key=lambda one: ORDER.index(one.kind)
    )
    rows = (*main, *rest) if main else ()
    return MeasureSet(measures=rows, vanity=VANITY, reads=READS)


ORDER = ("outcome", "driver", "quality", "vanity")


def find_measure(library: Shelf, code: str) -> Row:
    """Return a figure of the objectives or of the catalogue beside them."""
    rows = library.knowledge["metrics"]["measures"]
    found = next((row for row in rows if row["id"] == code), None)
    return found or find_kpi(library, code) or {}


def _main(facts: Facts, library: Shelf) -> Iterator[Measure]:
    """Yield one figure a goal: the company's own, or the first that measures a result."""
    goals = facts.value("goals")
    objectives = list_objectives(facts, library)
    seen: set[str] = set()
    for goal in (goals if isinstance(goals, tuple) else ())[:MOST_GOALS]:
        own = next((one for one in objectives if _serves(library, one, goal)), None)
        code = own.kpi if own else _propose(library, goal, seen)
        if code and code not in seen:
            seen.add(code)
            yield _measure(library, code, main=True, goal=goal, own=own)


def _serves(library: Shelf, objective: Objective, goal: str) -> bool:
    row = find_kpi(library, objective.kpi)
    return objective.goal == goal and row is not None and row["class"] != "vanity"


def _propose(library: Shelf, goal: str, seen: set[str]) -> str:
    row = find_goal(library, goal)
    kpis = [code for code in row["kpis"] if code not in seen] if row else []
    return str(kpis[0]) if kpis else ""


def _measure(
    library: Shelf, code: str, *, main: bool, goal: str = "", own: Objective | None = None
) -> Measure:
    row = find_measure(library, code)
    target = "objective" if main else row.get("target", "promise" if code == PROMISED else "own")
    return Measure(
        id=code, kind=row["class"], main=main, goal=goal, target=target,
        objective=own.id if own else None,
    )  # fmt: skip


def _drivers(facts: Facts, library: Shelf, data: Row) -> list[Measure]:
    """Return what moves each goal: the best of each first, then the seconds."""
    goals = facts.value("goals")
    ranked = [data["goals"][goal] for goal in (goals if isinstance(goals, tuple) else ())]
    order = [one[at] for at in (0, 1) for one in ranked[:MOST_GOALS] if at < len(one)]
    return [_measure(library, code, main=False) for code in order if _applies(facts, code)]


def _quality(facts: Facts, library: Shelf, data: Row) -> list[Measure]:
    codes = data["micro_quality"] if facts.book == "micro" else data["quality"]
    return [_measure(library, code, main=False) for code in codes if _applies(facts, code)]


def _applies(facts: Facts, code: str) -> bool:
    """Return whether a figure has something to count here."""
    needs = {
        PROMISED: bool(facts.value("inbound_volume")),
        COMPLAINTS: facts.sizing.complaints > 0,
        "incidents": bool(facts.value("inbound_volume")),
        "mix_kept": bool(facts.value("posts_month")),
        "accessible": bool(facts.value("posts_month")),
        "active_followers": bool(facts.accounts),
    }
    return needs.get(code, True)


def _alternate(first: list[Measure], second: list[Measure]) -> Iterator[Measure]:
    for at in range(max(len(first), len(second))):
        yield from (*first[at : at + 1], *second[at : at + 1])
