"""Codes the inputs of the ownership rules, as small integers, from what the company answered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, cast

from generator.facts.knowledge import InputData, SizingData
from generator.facts.model import Account, Fact, Known, Person, Sizing
from generator.facts.people import select_live, select_orphans

HOURS_OF_A_POST = 37.5
MOST_MATURITY = 4
UNITS = ("marketing", "communications", "customer_service", "hr", "legal", "it")

Business = Literal["service", "product", "b2b", "public"]


@dataclass(slots=True)
class _Coder:
    """Codes one input at a time and remembers the numbers behind them and what was assumed."""

    facts: Mapping[str, Fact]
    inputs: Mapping[str, InputData]
    figures: dict[str, float] = field(default_factory=dict)
    assumed: set[str] = field(default_factory=set)

    def value(self, question: str) -> object:
        fact = self.facts.get(question)
        return fact.value if isinstance(fact, Known) else None

    def code_number(self, name: str, number: object) -> int:
        """Return the band of a number, or the neutral code when there is none."""
        if isinstance(number, bool) or not isinstance(number, int | float):
            return self.code_nothing(name)
        self.figures[name] = number
        return self._band(name, number)

    def code_choice(self, name: str, question: str) -> int:
        """Return the position of a choice among the codes of its input."""
        value, codes = self.value(question), self.inputs[name].get("codes", ())
        return codes.index(value) if value in codes else self.code_nothing(name)

    def code_nothing(self, name: str) -> int:
        """Return the neutral code, and remember that it was assumed."""
        self.assumed.add(name)
        return self.inputs[name]["neutral"]

    def _band(self, name: str, number: float) -> int:
        return sum(number >= bound for bound in self.inputs[name].get("bands", ()))


def derive_sizing(
    facts: Mapping[str, Fact],
    people: tuple[Person, ...],
    accounts: tuple[Account, ...],
    knowledge: SizingData,
) -> Sizing:
    """Return the inputs of the rules; an open question gives the neutral code of the data."""
    coder = _Coder(facts, knowledge["inputs"])
    employees = coder.code_number("employees", coder.value("employees"))
    return Sizing(
        employees=employees,
        accounts=_code_accounts(coder, accounts),
        units=coder.code_number("units", coder.value("publishing_units")),
        brands=coder.code_number("brands", coder.value("brands")),
        autonomy=coder.code_choice("autonomy", "autonomy"),
        regulation=_code_regulation(coder, knowledge),
        volume=coder.code_number("volume", coder.value("inbound_volume")),
        complaints=coder.code_choice("complaints", "complaint_share"),
        maturity=_code_maturity(coder),
        openness=coder.code_choice("openness", "openness"),
        # An open sponsor is the very thing the input asks: nobody is named.
        sponsor=int(coder.value("sponsor") is not None),
        staff=_code_staff(coder, people),
        orphans=_code_orphans(coder, accounts),
        expertise=coder.code_choice("expertise", "expertise"),
        business=_code_business(coder, knowledge),
        goals=_weigh_goals(coder, tuple(knowledge["goals"]["labels"])),
        has=_find_units(coder, people, employees),
        figures=dict(coder.figures),
        assumed=frozenset(coder.assumed),
    )


def _code_accounts(coder: _Coder, accounts: tuple[Account, ...]) -> int:
    known = coder.value("accounts") is not None
    return coder.code_number("accounts", len(select_live(accounts)) if known else None)


def _code_regulation(coder: _Coder, knowledge: SizingData) -> int:
    answers = coder.value("regulated")
    if isinstance(answers, tuple):
        levels = knowledge["regulation"]["answers"]
        return max((levels.get(str(answer), 0) for answer in answers), default=0)
    sector = coder.value("sector")
    if sector is None:
        return coder.code_nothing("regulation")
    return knowledge["regulation"]["sectors"].get(str(sector), 0)


def _code_maturity(coder: _Coder) -> int:
    pieces = coder.value("maturity")
    if not isinstance(pieces, tuple):
        return coder.code_nothing("maturity")
    points: int = sum(piece != "none" for piece in pieces)
    coder.figures["maturity"] = points
    return min(points, MOST_MATURITY)


def _code_staff(coder: _Coder, people: tuple[Person, ...]) -> int:
    if not people:
        return coder.code_nothing("staff")
    hours = sum(person.hours for person in people)
    code = coder.code_number("staff", hours / HOURS_OF_A_POST)
    coder.figures["staff"] = hours
    return code


def _code_orphans(coder: _Coder, accounts: tuple[Account, ...]) -> int:
    orphans = select_orphans(accounts)
    said = coder.value("orphan_accounts")
    if said is True or orphans:
        coder.figures["orphans"] = max(len(orphans), 1)
        return 1
    if said is None and not accounts:
        return coder.code_nothing("orphans")
    return 0


def _code_business(coder: _Coder, knowledge: SizingData) -> Business:
    codes = knowledge["inputs"]["business"].get("codes", ())
    model = coder.value("business_model")
    if model not in codes:
        model = knowledge["business_by_sector"].get(str(coder.value("sector")))
    if model is None:
        model = codes[coder.code_nothing("business")]
    return cast("Business", model)


def _weigh_goals(coder: _Coder, goals: tuple[str, ...]) -> Mapping[str, int]:
    """Weigh the first goal 3, the second 2, the third 1; the others don't count."""
    ranked = coder.value("goals")
    order = ranked if isinstance(ranked, tuple) else ()
    if not order:
        coder.assumed.add("goals")
    weights = dict(zip(order, (3, 2, 1), strict=False))
    return {goal: weights.get(goal, 0) for goal in goals}


def _find_units(coder: _Coder, people: tuple[Person, ...], employees: int) -> Mapping[str, bool]:
    """Say which departments exist: those ticked, or else those of the people named.

    While nobody has said, a company of ten people or more is taken to have the departments
    that can lead, as in the base case of the golden tests; a smaller one to have none.
    """
    answered = coder.value("departments")
    if isinstance(answered, tuple):
        return {unit: unit in answered for unit in UNITS}
    coder.assumed.update(f"has.{unit}" for unit in UNITS)
    named = {person.department for person in people}
    candidates = ("marketing", "communications", "customer_service")
    return {unit: unit in named or (employees > 0 and unit in candidates) for unit in UNITS}
