"""A page cut into front matter, lead and clauses, each under the anchor of its heading."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from generator.revision.keyed import distinct
from generator.revision.model import FRONT, LEAD
from generator.revision.tokens import closes_fence, opens_fence, split_lines

_H2 = re.compile(r"##[ \t]+(?P<title>.*?)[ \t]*(?:\{[^}]*#(?P<id>\w[\w.:-]*)[^}]*\})?[ \t]*\r?\n?$")
_PAGE_ID = re.compile(r"page_id:[ \t]*[\"']?([\w.#-]+)[\"']?[ \t]*\r?$", re.MULTILINE)
_MARKER = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)

Parts = dict[str, str]


def split_page(text: str) -> Parts:
    """Cut a page; joining the parts gives it back. Front matter and lead are always there."""
    lines = split_lines(text)
    front = _front_length(lines)
    starts = [(LEAD, front)]
    fence = ""
    for number, line in enumerate(lines[front:], front):
        if fence:
            fence = "" if closes_fence(line, fence) else fence
            continue
        fence = opens_fence(line)
        heading = _H2.match(line)
        if heading:
            starts.append((heading["id"] or "~" + _slug(heading["title"]), number))
    ends = [start for _, start in starts[1:]] + [len(lines)]
    keys = distinct([key for key, _ in starts])
    parts = {FRONT: "".join(lines[:front])}
    for key, (_, start), end in zip(keys, starts, ends, strict=True):
        parts[key] = "".join(lines[start:end])
    return parts


def with_lost_anchors(parts: Parts, base: Mapping[str, str]) -> Parts:
    """Recognise clauses by their title where a person removed the anchor from the heading."""
    known = {_title_key(text): key for key, text in base.items() if key not in (FRONT, LEAD)}
    renamed: Parts = {}
    for key, text in parts.items():
        anchor = known.get(key, key)
        free = anchor not in parts and anchor not in renamed
        renamed[anchor if free else key] = text
    return renamed


def join_parts(parts: Iterable[str], source: str, line_end: str) -> str:
    """Put parts together, a blank line before a heading unless `source` has them side by side."""
    pieces: list[str] = []
    before = ""
    for part in filter(None, parts):
        if before and before + part not in source:
            if not before.endswith("\n"):
                pieces.append(line_end)
            if part.startswith("##") and not before.endswith(("\n\n", "\n\r\n")):
                pieces.append(line_end)
        pieces.append(part)
        before = part
    return "".join(pieces)


def replace_part(text: str, anchor: str, part: str, line_end: str = "\n") -> str:
    """Put a new text in the place of a clause; a clause that isn't there is added at the end."""
    parts = split_page(text)
    tail = parts.get(anchor, part)
    ending = tail[len(tail.rstrip()) :]
    parts[anchor] = part.rstrip() + (ending or line_end) if part.strip() else ""
    return join_parts(parts.values(), text, line_end)


def page_id_of(text: str) -> str:
    """Read `page_id` from the front matter; empty when there is none."""
    found = _PAGE_ID.search(split_page(text.removeprefix("\ufeff"))[FRONT])
    return found.group(1) if found else ""


def has_markers(text: str) -> bool:
    """Tell whether a merge tool left its marks; `=======` alone is an underlined heading."""
    return bool(_MARKER.search(text))


def _front_length(lines: list[str]) -> int:
    if not lines or lines[0].rstrip() != "---":
        return 0
    closing = (i + 1 for i, line in enumerate(lines[1:], 1) if line.rstrip() in {"---", "..."})
    end = next(closing, 0)
    while 0 < end < len(lines) and not lines[end].strip():
        end += 1
    return end


def _title_key(text: str) -> str:
    heading = _H2.match(split_lines(text)[0]) if text else None
    return "~" + _slug(heading["title"]) if heading else ""


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFC", title).casefold()
    return re.sub(r"\W+", "-", plain).strip("-")
