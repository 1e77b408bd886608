"""A file of an older questionnaire as text with the present names, comments and all."""

from collections.abc import Mapping

from questionnaire.sources import Document
from questionnaire.store.entries import Entry, read_sheet, remove_entry
from questionnaire.store.scalars import Plain, Words
from questionnaire.store.splice import render_entry
from questionnaire.upgrade import KEPT, Upgraded

_SECTIONS = ("answers", "pending", "not_applicable", "suggested", "notes")


def carry_over(text: str, document: Document, upgraded: Upgraded) -> str | None:
    """Return the text with questions renamed and `x-kept` filled; None if it can't be cut up."""
    sheet = read_sheet(text, document.data, document.lines)
    if sheet is None:
        return None
    for section in _SECTIONS:
        entry = sheet.find(section)
        if entry is not None and entry.children:
            _rename_children(entry, upgraded)
    kept = upgraded.document.data.get(KEPT)
    if kept:
        body = render_entry(KEPT, as_words(kept), 0)
        before = sheet.find(KEPT)
        if before is None:
            sheet.entries.append(Entry(KEPT, lead=["", *sheet.tail], body=body))
            sheet.tail = []
        else:
            before.body, before.children, before.tail = body, None, []
    return sheet.text()


def _rename_children(entry: Entry, upgraded: Upgraded) -> None:
    children = entry.children or []
    ours = {f"# {text}" for text in upgraded.asked}
    for child in tuple(children):
        child.lead = [line for line in child.lead if line.strip() not in ours]
        if child.key in upgraded.gone:
            remove_entry(children, child, entry.tail)
        elif child.key in upgraded.names:
            new = upgraded.names[child.key]
            child.body[0] = child.body[0].replace(child.key, new, 1)
            child.key = new
    if not children:
        entry.body, entry.children = [f"{entry.key}: {{}}"], None


def as_words(raw: object) -> Plain:
    """Return what is kept so that it is written as the text that it is."""
    if isinstance(raw, Mapping):
        return {str(key): as_words(part) for key, part in raw.items()}
    if isinstance(raw, list | tuple):
        return [as_words(part) for part in raw]
    return Words("" if raw is None else str(raw))
