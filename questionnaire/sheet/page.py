"""The blank sheet as one HTML page to print: no script, nothing loaded from elsewhere."""

from collections.abc import Iterator
from html import escape

from questionnaire.sheet.document import Box, Card, Part, Sheet, Table

_ONE_COLUMN = 5
"""Options up to which a list is printed in one column."""
_LOOK = """\
:root { color-scheme: light; }
body { font: 1rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff;
  max-width: 46rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.8rem; line-height: 1.2; }
h2 { font-size: 1.35rem; margin-top: 2.5rem; border-bottom: 2px solid #1a1a1a; }
h3 { font-size: 1.05rem; margin: 1.6rem 0 .3rem; }
h4 { font-size: 1rem; margin: .4rem 0; }
p { margin: .3rem 0; }
nav ul { columns: 2; padding-left: 1.2rem; }
a { color: #0b4f8a; }
.marks { font-weight: 400; color: #4a4a4a; }
.small { font-size: .9rem; color: #4a4a4a; }
.options { list-style: none; padding: 0; margin: .4rem 0; }
.many { columns: 2; }
.options li { break-inside: avoid; }
.options li::before { content: "\\2610"; margin-right: .5rem; }
.room { display: flex; align-items: flex-end; gap: .5rem; min-height: 2rem; }
.room::before { content: ""; flex: 1; border-bottom: 1px solid #4a4a4a; }
.card { border: 1px solid #4a4a4a; border-radius: .4rem; padding: .6rem .9rem; margin: .8rem 0; }
.card p { margin: .2rem 0; }
table { border-collapse: collapse; width: 100%; margin: .4rem 0; }
th, td { border: 1px solid #4a4a4a; padding: .3rem .5rem; text-align: left; width: 50%; }
@page { margin: 16mm 15mm; }
@media print {
  body { font-size: 10.5pt; padding: 0; max-width: none; }
  nav { display: none; }
  h2, h3, h4 { break-after: avoid; }
  section section, .card { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
}
"""


def write_page(sheet: Sheet) -> str:
    """Return the sheet as a whole HTML page."""
    body = "\n".join(_write_body(sheet))
    return (
        f'<!doctype html>\n<html lang="{escape(sheet.language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(sheet.title)}</title>\n<style>\n{_LOOK}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def _write_body(sheet: Sheet) -> Iterator[str]:
    yield "<header>"
    yield f"<h1>{escape(sheet.title)}</h1>"
    yield from (f"<p>{escape(note)}</p>" for note in sheet.notes)
    yield "</header>"
    label = escape(sheet.words["contents"])
    yield f'<nav aria-label="{label}"><ul>'
    for part in sheet.parts:
        yield f'<li><a href="#{escape(part.id)}">{escape(part.title)}</a></li>'
    yield "</ul></nav>"
    yield "<main>"
    for part in sheet.parts:
        yield from _write_part(part, sheet)
    yield "</main>"
    yield f'<footer class="small"><p>{escape(sheet.version)}</p></footer>'


def _write_part(part: Part, sheet: Sheet) -> Iterator[str]:
    minutes = f' <span class="marks">· {escape(part.minutes)}</span>' if part.minutes else ""
    name = escape(part.id)
    yield f'<section aria-labelledby="{name}">'
    yield f'<h2 id="{name}">{escape(part.title)}{minutes}</h2>'
    yield f"<p>{escape(part.intro)}</p>"
    yield from _paragraph(part.only_if)
    for box in part.boxes:
        yield "<section>"
        marks = f' <span class="marks">({escape(", ".join(box.marks))})</span>' if box.marks else ""
        yield f"<h3>{escape(box.number)} {escape(box.text)}{marks}</h3>"
        yield from _write_box(box, sheet)
        yield "</section>"
    yield "</section>"


def _write_box(box: Box, sheet: Sheet) -> Iterator[str]:
    yield from _paragraph(box.only_if)
    if box.help:
        yield f"<p>{escape(box.help)}</p>"
    yield from _paragraph(box.why, sheet.words["why"])
    yield from _paragraph(box.example, sheet.words["example"])
    yield from _write_room(box)
    for card in box.cards:
        yield from _write_card(card)
    yield from _paragraph(box.more)
    if not box.cards:
        yield f'<p class="small">{escape(sheet.words["decide"])}</p>'


def _paragraph(text: str, label: str = "") -> Iterator[str]:
    if text:
        said = f"<strong>{escape(label)}</strong> " if label else ""
        yield f'<p class="small">{said}{escape(text)}</p>'


def _write_room(box: Box) -> Iterator[str]:
    if box.instruction:
        yield f"<p>{escape(box.instruction)}</p>"
    if box.options:
        options = "".join(f"<li>{escape(option)}</li>" for option in box.options)
        look = "options many" if len(box.options) > _ONE_COLUMN else "options"
        yield f'<ul class="{look}">{options}</ul>'
    if box.table:
        yield from _write_table(box.table)
    for _ in range(box.lines):
        yield f'<p class="room">{escape(box.unit)}</p>'


def _write_table(table: Table) -> Iterator[str]:
    columns = "".join(f'<th scope="col">{escape(one)}</th>' for one in table.columns)
    yield f'<table><thead><tr><th scope="col">{escape(table.corner)}</th>{columns}</tr></thead>'
    yield "<tbody>"
    blank = "<td></td>" * len(table.columns)
    yield from (f'<tr><th scope="row">{escape(row)}</th>{blank}</tr>' for row in table.rows)
    yield "</tbody></table>"


def _write_card(card: Card) -> Iterator[str]:
    yield '<div class="card">'
    yield f"<h4>{escape(card.title)}</h4>"
    for box in card.boxes:
        marks = f" ({', '.join(box.marks)})" if box.marks else ""
        yield f"<p><strong>{escape(box.text)}</strong>{escape(marks)}</p>"
        yield from _paragraph(box.only_if)
        yield from _write_room(box)
    yield "</div>"
