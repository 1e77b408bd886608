"""The names that conditions of the content may read, and what each of them means here."""

from collections.abc import Callable, Mapping

from generator.advice.model import Advice
from generator.facts.model import Facts, Pending
from generator.handbook.model import Edition


def list_regulations(facts: Facts) -> tuple[str, ...]:
    """Return the special rules the company is under, by code."""
    found = facts.value("regulated", ())
    return tuple(str(one) for one in found if one != "none") if isinstance(found, tuple) else ()


def is_in_the_eu(facts: Facts) -> bool:
    """Say whether the law of the European Union applies."""
    found = facts.value("jurisdictions", ())
    return isinstance(found, tuple) and any(code in found for code in ("ES", "EU_other"))


_FACTS: Mapping[str, Callable[[Facts], object]] = {
    "facts.book": lambda facts: facts.book,
    "facts.micro": lambda facts: facts.book == "micro",
    "facts.small": lambda facts: facts.book == "small",
    "facts.full": lambda facts: facts.book == "full",
    "facts.employees": lambda facts: facts.value("employees"),
    "facts.people_total": lambda facts: len(facts.people),
    "facts.accounts_total": lambda facts: len(facts.accounts),
    "facts.accounts_active": lambda facts: sum(one.status == "active" for one in facts.accounts),
    "facts.accounts_without_owner": lambda facts: sum(not one.owner for one in facts.accounts),
    "facts.regulated": list_regulations,
    "facts.regulation": lambda facts: facts.sizing.regulation,
    "facts.open_decisions": lambda facts: sum(
        isinstance(fact, Pending) for fact in facts.by_id.values()
    ),
    "facts.hours_available": lambda facts: facts.capacity.available,
    "facts.hours_needed": lambda facts: facts.capacity.needed,
    "facts.service_hours": lambda facts: facts.service.hours_a_week,
    "facts.units": lambda facts: facts.sizing.units,
    "facts.brands": lambda facts: facts.sizing.brands,
    "facts.autonomy": lambda facts: facts.sizing.autonomy,
    "facts.volume": lambda facts: facts.sizing.volume,
    "facts.complaints": lambda facts: facts.sizing.complaints,
    "facts.maturity": lambda facts: facts.sizing.maturity,
    "facts.openness": lambda facts: facts.sizing.openness,
    "facts.expertise": lambda facts: facts.sizing.expertise,
    "facts.business": lambda facts: facts.sizing.business,
    "facts.eu": is_in_the_eu,
}

_ADVICE: Mapping[str, Callable[[Advice], object]] = {
    "advice.lead": lambda advice: advice.ownership.chosen,
    "advice.topology": lambda advice: advice.ownership.topology.winner,
    "advice.target_topology": lambda advice: advice.ownership.target_topology,
    "advice.committee": lambda advice: advice.ownership.committee,
    "advice.accountable": lambda advice: advice.ownership.accountable,
    "advice.inbound_owner": lambda advice: advice.ownership.inbound_owner,
    "advice.advocacy_allowed": lambda advice: advice.ownership.advocacy_allowed,
    "advice.register_blocking": lambda advice: advice.ownership.register_blocking,
    "advice.mix": lambda advice: advice.mix.preset,
    "advice.findings_total": lambda advice: len(advice.findings),
    "advice.errors_total": lambda advice: sum(one.level == "error" for one in advice.findings),
    "advice.channels_start": lambda advice: sum(one.decision == "start" for one in advice.channels),
    "advice.channels_stop": lambda advice: sum(one.decision == "stop" for one in advice.channels),
}

KNOWN_NAMES: frozenset[str] = frozenset({*_FACTS, *_ADVICE, "edition"})
"""Every name besides question ids; equal to `generator.library.names.DERIVED_NAMES`."""


def names(facts: Facts, advice: Advice, edition: Edition = "internal") -> Callable[[str], object]:
    """Return the reader that conditions are held against.

    A question id reads its known value (None while it is open), `facts.*` what follows from
    the answers, `advice.*` what we recommend, and `edition` which edition is being written.
    """

    def read(name: str) -> object:
        if name in _FACTS:
            return _FACTS[name](facts)
        if name in _ADVICE:
            return _ADVICE[name](advice)
        return edition if name == "edition" else facts.value(name)

    return read
