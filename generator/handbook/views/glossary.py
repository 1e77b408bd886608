"""Section `glossary`: the words that this company's book uses, each with its page."""

import unicodedata
from collections.abc import Mapping

from generator.handbook.context import ViewContext
from generator.handbook.views.guide import chapter_titles

Row = dict[str, object]
FILE = "glossary"


def view(context: ViewContext) -> Row:
    """Return the terms in alphabetical order, and split into a few runs of the alphabet."""
    rows = sorted(_list_terms(context), key=lambda row: _strip_accents(str(row["term"])))
    return {
        "rows": rows,
        "total": len(rows),
        "groups": _split(rows, int(str(context.library.knowledge[FILE]["groups"]))),
    }


def _list_terms(context: ViewContext) -> list[Row]:
    """Return the terms of the chapters that this book has; the small book only has the basic ones."""
    titles = chapter_titles(context)
    found = context.library.knowledge[FILE].get("terms")
    entries = [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []
    rows: list[Row] = []
    for entry in entries:
        page = next((one for one in entry["chapters"] if one in titles), None)
        if page is None or (context.facts.book == "micro" and not entry.get("micro")):
            continue
        rows.append(
            {
                "term": context.text(entry["term"]),
                "means": context.text(entry["means"]),
                "page": page,
                "title": titles[page],
            }
        )
    return rows


def _split(rows: list[Row], groups: int) -> list[Row]:
    """Return runs of about the same length; one initial letter is never in two of them."""
    runs: list[list[Row]] = []
    for row in rows:
        letter = _initial(row)
        full = bool(runs) and len(runs[-1]) >= len(rows) / groups
        if not runs or (full and letter != _initial(runs[-1][-1])):
            runs.append([])
        runs[-1].append(row)
    return [{"from": _initial(run[0]), "to": _initial(run[-1]), "rows": run} for run in runs]


def _initial(row: Row) -> str:
    return _strip_accents(str(row["term"]))[:1].upper()


def _strip_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(one for one in decomposed if not unicodedata.combining(one))
