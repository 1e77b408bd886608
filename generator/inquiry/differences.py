"""What two books recommend differently: the same lines of their views, laid side by side."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

View = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Difference:
    """One recommendation that changes: a code for its label, a name in it, before and after."""

    code: str
    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows of a section, known by a key, named by a field, with the fields that count."""

    section: str
    rows: str
    key: str
    name: str
    fields: Mapping[str, str]
    """Field → code of its label."""


SINGLE: Mapping[str, tuple[str, ...]] = {
    "lead": ("ownership", "lead"),
    "person": ("ownership", "person"),
    "topology": ("ownership", "topology", "winner"),
    "target_topology": ("ownership", "target_topology"),
    "committee": ("ownership", "committee"),
    "book": ("company", "size_text"),
    "mix": ("mix", "preset"),
    "posts": ("mix", "posts_text"),
    "product_share": ("mix", "product_share"),
    "capacity": ("capacity", "verdict"),
    "coverage": ("coverage", "share"),
    "single": ("coverage", "single_text"),
    "readiness": ("readiness", "score"),
}
"""Code of a label → where its text stands in the view."""

ROWS = (
    _Rows("mix", "pillars", "code", "name", {"posts_text": "pillar"}),
    _Rows("mix", "classes", "code", "name", {"posts_text": "class"}),
    _Rows(
        "targets",
        "rows",
        "priority_code",
        "priority",
        {"acknowledge": "promise", "keepable_text": "keepable", "owner": "target_owner"},
    ),
    _Rows(
        "escalation",
        "rows",
        "level_code",
        "level",
        {"decides": "decides", "substitute": "substitute", "speaks": "speaks"},
    ),
    _Rows(
        "raci",
        "rows",
        "activity_code",
        "activity",
        {"accountable": "accountable", "responsible": "responsible"},
    ),
    _Rows("recommended", "rows", "id", "short", {"value": "recommended"}),
)


def list_differences(before: View, after: View) -> Iterator[Difference]:
    """Yield what changes between two views, in the order of the tables."""
    for code, path in SINGLE.items():
        old, new = _read(before, path), _read(after, path)
        if old != new:
            yield Difference(code, "", old, new)
    for table in ROWS:
        yield from _compare_rows(table, before, after)
    yield from _compare_channels(before, after)


def _compare_rows(table: _Rows, before: View, after: View) -> Iterator[Difference]:
    old, new = _rows(before, table), _rows(after, table)
    for key in dict.fromkeys((*old, *new)):
        first, last = old.get(key, {}), new.get(key, {})
        name = str(last.get(table.name) or first.get(table.name))
        for field, code in table.fields.items():
            was, becomes = str(first.get(field, "")), str(last.get(field, ""))
            if was != becomes:
                yield Difference(code, name, was, becomes)


def _compare_channels(before: View, after: View) -> Iterator[Difference]:
    """Yield the channels whose decision changes, each known by platform and account."""
    old, new = _channels(before), _channels(after)
    for name in dict.fromkeys((*old, *new)):
        if old.get(name) != new.get(name):
            yield Difference("channel", name, old.get(name, ""), new.get(name, ""))


def _channels(view: View) -> dict[str, str]:
    table = _Rows("channels", "rows", "account_id", "platform", {})
    rows = _list_rows(view, table)
    return {
        f"{row.get('platform')} {row.get('account') or ''}".strip(): str(row.get("decision"))
        for row in rows
    }


def _rows(view: View, table: _Rows) -> dict[str, Mapping[str, object]]:
    return {str(row.get(table.key)): row for row in _list_rows(view, table)}


def _list_rows(view: View, table: _Rows) -> list[Mapping[str, object]]:
    section = view.get(table.section)
    rows = section.get(table.rows) if isinstance(section, Mapping) else None
    return [one for one in rows if isinstance(one, Mapping)] if isinstance(rows, list) else []


def _read(view: View, path: tuple[str, ...]) -> str:
    found: object = view
    for step in path:
        found = found.get(step) if isinstance(found, Mapping) else None
    return "" if found is None else str(found)
