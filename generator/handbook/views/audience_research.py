"""How to learn about the public: the cheapest ways of this trade, and figures of its country."""

from collections.abc import Mapping, Sequence

from generator.handbook.context import ViewContext
from generator.handbook.views.who import describe_role

View = dict[str, object]
WAYS = 3
"""Ways printed: enough to cross one answer with another, few enough to be done."""


def list_ways(context: ViewContext) -> list[View]:
    """Return the three cheapest ways that fit the sector, with who does each and how long."""
    sector = context.facts.value("sector")
    found = context.library.knowledge["audience"]["ways"]
    rows: Sequence[Mapping[str, object]] = found if isinstance(found, list) else ()
    fitting = [row for row in rows if _fits(row, sector)]
    return [_describe(context, row) for row in fitting[:WAYS]]


def list_facts(context: ViewContext) -> list[View]:
    """Return how many people use social media where the company works, with year and source."""
    places = context.facts.value("jurisdictions", ())
    knowledge = context.library.knowledge["adoption"]
    rows, words = knowledge["facts"], knowledge["certainty"]
    return [
        {
            "text": context.text(row["text"]),
            "source": row["source"],
            "year": row["year"],
            "certainty": context.text(words[row["certainty"]])
            if isinstance(words, Mapping)
            else "",
        }
        for row in (rows if isinstance(rows, list) else ())
        if isinstance(places, tuple) and row["jurisdiction"] in places
    ]


def _fits(row: Mapping[str, object], sector: object) -> bool:
    sectors = row["sectors"]
    return not sectors or (isinstance(sectors, list) and sector in sectors)


def _describe(context: ViewContext, row: Mapping[str, object]) -> View:
    who = describe_role(context, str(row["role"]))
    if not who["asked"] or not who["known"]:
        who = describe_role(context, "publisher")
    minutes = row["minutes"]
    return {
        "name": context.text(row["name"]),
        "how": context.text(row["how"]),
        "who": who["name"],
        "time": context.pack.duration(minutes if isinstance(minutes, int) else 0),
    }
