"""The blank sheet as Markdown, to read on screen or to paste into a document."""

from collections.abc import Iterator

from questionnaire.sheet.document import Box, Part, Sheet

_RULE = "\\_" * 30


def write_markdown(sheet: Sheet) -> str:
    """Return the sheet as Markdown."""
    lines = [f"# {sheet.title}", "", *(f"{note}\n" for note in sheet.notes)]
    for part in sheet.parts:
        lines.extend(_write_part(part, sheet))
    lines.extend(["---", "", sheet.version])
    return "\n".join(lines) + "\n"


def _write_part(part: Part, sheet: Sheet) -> Iterator[str]:
    minutes = f" · {part.minutes}" if part.minutes else ""
    yield from (f"## {part.title}{minutes}", "", part.intro, "")
    if part.only_if:
        yield from (f"*{part.only_if}*", "")
    for box in part.boxes:
        yield from _write_box(box, sheet, "###")
        if not box.cards:
            yield from (sheet.words["decide"].replace("_", "\\_"), "")


def _write_box(box: Box, sheet: Sheet, heading: str) -> Iterator[str]:
    marks = f" ({', '.join(box.marks)})" if box.marks else ""
    yield from (f"{heading} {box.number} {box.text}{marks}", "")
    for line in _explain(box, sheet):
        yield from (line, "")
    if box.options:
        yield from (*(f"- [ ] {option}" for option in box.options), "")
    if box.table:
        head = [box.table.corner, *box.table.columns]
        yield from (f"| {' | '.join(head)} |", f"|{' --- |' * len(head)}")
        yield from (f"| {row} |{'  |' * len(box.table.columns)}" for row in box.table.rows)
        yield ""
    for _ in range(box.lines):
        yield from (f"{_RULE} {box.unit}".rstrip(), "")
    # One card only: on a screen the second would repeat it word by word.
    for card in box.cards[:1]:
        for field in card.boxes:
            yield from _write_box(field, sheet, "####")
        yield from (f"*{box.more}*", "")


def _explain(box: Box, sheet: Sheet) -> list[str]:
    lines = [
        box.only_if and f"*{box.only_if}*",
        box.help,
        box.why and f"{sheet.words['why']} {box.why}",
        box.example and f"{sheet.words['example']} {box.example}",
        box.instruction,
    ]
    return [line for line in lines if line]
