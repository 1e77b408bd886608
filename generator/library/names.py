"""The names a condition in the content may read besides question ids.

`generator.handbook.names` gives each of them its value; a test keeps both lists equal.
"""

DERIVED_NAMES: frozenset[str] = frozenset(
    {
        "facts.book",
        "facts.micro",
        "facts.small",
        "facts.full",
        "facts.employees",
        "facts.people_total",
        "facts.accounts_total",
        "facts.accounts_active",
        "facts.accounts_without_owner",
        "facts.regulated",
        "facts.regulation",
        "facts.open_decisions",
        "facts.hours_available",
        "facts.hours_needed",
        "facts.service_hours",
        "facts.units",
        "facts.brands",
        "facts.autonomy",
        "facts.volume",
        "facts.complaints",
        "facts.maturity",
        "facts.openness",
        "facts.expertise",
        "facts.business",
        "facts.eu",
        "advice.lead",
        "advice.topology",
        "advice.target_topology",
        "advice.committee",
        "advice.accountable",
        "advice.inbound_owner",
        "advice.advocacy_allowed",
        "advice.register_blocking",
        "advice.mix",
        "advice.findings_total",
        "advice.errors_total",
        "advice.channels_start",
        "advice.channels_stop",
        "edition",
    }
)


def find_near(name: str, known: frozenset[str] | set[str] | tuple[str, ...]) -> str:
    """Return the known name most like this one, or nothing."""
    # difflib is only needed to word a fault, and commands should start without it.
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, sorted(known), n=1, cutoff=0.6)), "")
