"""Markdown cut without loss into the pieces a merge may move: sentences, rows, list items, blocks.

Joining the raw text of all tokens gives the text back. Two tokens with the same key say the same
thing: wrapping, line ends, padding of tables and numbers of list items aren't part of a key.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

Kind = Literal["blank", "head", "fence", "admonition", "html", "row", "item", "text"]

WHOLE_BLOCKS: frozenset[Kind] = frozenset({"blank", "fence", "admonition", "html"})
"""Kinds that are never split, not even between words."""

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?)[ \t]|===[!+]? *\"")
_HTML = re.compile(r"<(?:!--|/?[A-Za-z][\w-]*(?=[\s>/]))")
_HEAD = re.compile(r"#{1,6}[ \t]")
_ROW = re.compile(r"[ \t]*\|")
_ITEM = re.compile(r"([ \t]*)([-*+]|\d+[.)])[ \t]+")
_SENTENCE_END = re.compile(r"[.!?…]+[»”\"')\]*_]*\s+(?=[«“\"'(\[*_¿¡]*(\w))")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of Markdown; `starts` and `ends` tell whether it is first and last of its block."""

    raw: str
    key: str
    kind: Kind
    starts: bool = True
    ends: bool = True


def split_lines(text: str) -> list[str]:
    """Cut at line feeds only, each line with its end (`splitlines` cuts at a dozen others)."""
    return _LINE.findall(text)


def opens_fence(line: str) -> str:
    """Fence that a line opens, such as three backticks; empty when it opens none."""
    found = _FENCE.match(line)
    return found.group(1) if found else ""


def closes_fence(line: str, fence: str) -> bool:
    """Tell whether a line ends the fenced block that was opened with `fence`."""
    mark = line.strip()
    return len(mark) >= len(fence) and set(mark) == {fence[0]}


def tokenise(text: str) -> list[Token]:
    """Cut a clause into tokens."""
    lines = split_lines(text)
    tokens: list[Token] = []
    at = 0
    while at < len(lines):
        kind = _kind(lines[at])
        end = _end(lines, at, kind)
        tokens.extend(_cut(kind, lines[at:end]))
        at = end
    return tokens


def _kind(line: str) -> Kind:
    if not line.strip():
        return "blank"
    if opens_fence(line):
        return "fence"
    starts: tuple[tuple[re.Pattern[str], Kind], ...] = (
        (_ADMONITION, "admonition"),
        (_HTML, "html"),
        (_HEAD, "head"),
        (_ROW, "row"),
        (_ITEM, "item"),
    )
    return next((kind for pattern, kind in starts if pattern.match(line)), "text")


def _end(lines: Sequence[str], at: int, kind: Kind) -> int:
    if kind == "fence":
        return _fence_end(lines, at)
    if kind == "admonition":
        return _indented_end(lines, at)
    if kind == "html" and lines[at].startswith("<!--"):
        closing = (i for i in range(at, len(lines)) if "-->" in lines[i])
        return next(closing, len(lines) - 1) + 1
    if kind in {"head", "row"}:
        return at + 1
    goes_on = {"blank": {"blank"}, "html": {"html", "text", "head", "row", "item"}}
    same = goes_on.get(kind, {"text"})
    end = at + 1
    while end < len(lines) and _kind(lines[end]) in same:
        end += 1
    return end


def _fence_end(lines: Sequence[str], at: int) -> int:
    fence = opens_fence(lines[at])
    closing = (i for i in range(at + 1, len(lines)) if closes_fence(lines[i], fence))
    return next(closing, len(lines) - 1) + 1


def _indented_end(lines: Sequence[str], at: int) -> int:
    end = at + 1
    for i in range(at + 1, len(lines)):
        if lines[i].startswith(("    ", "\t")) and lines[i].strip():
            end = i + 1
        elif lines[i].strip():
            break
    return end


def _cut(kind: Kind, lines: Sequence[str]) -> Iterator[Token]:
    raw = "".join(lines)
    if kind == "blank":
        yield Token(raw, "\n", kind)
    elif kind == "fence":
        yield Token(raw, "\n".join(line.rstrip() for line in lines), kind)
    elif kind in {"admonition", "html"}:
        yield Token(raw, _block_key(lines), kind)
    elif kind == "row":
        yield Token(raw, _row_key(raw), kind)
    elif kind == "head":
        yield Token(raw, _plain(raw), kind)
    else:
        yield from _sentences(kind, raw)


def _sentences(kind: Kind, raw: str) -> Iterator[Token]:
    marker = _ITEM.match(raw) if kind == "item" else None
    cuts = [0]
    # The marker stays with its sentence: cut off, "1. " would be a sentence of its own.
    for found in _SENTENCE_END.finditer(raw, marker.end() if marker else 0):
        first = found.group(1)
        if first.isupper() or first.isdigit():
            cuts.append(found.end())
    cuts.append(len(raw))
    pieces = [raw[a:b] for a, b in pairwise(cuts)]
    for number, piece in enumerate(pieces):
        first_one, last_one = number == 0, number == len(pieces) - 1
        if first_one and marker:
            yield Token(piece, _item_key(piece, marker), "item", ends=last_one)
        else:
            yield Token(piece, _plain(piece), "text", first_one, last_one)


def _plain(raw: str) -> str:
    return " ".join(raw.split())


def _item_key(raw: str, marker: re.Match[str]) -> str:
    mark = "1." if marker.group(2)[0].isdigit() else "-"
    indent = marker.group(1).expandtabs(4)
    return f"{indent}{mark} {_plain(raw[marker.end() :])}"


def _row_key(raw: str) -> str:
    cells = (_plain(cell) for cell in raw.strip().split("|"))
    return "|".join(re.sub(r"^(:?)-+(:?)$", r"\1-\2", cell) for cell in cells)


def _block_key(lines: Sequence[str]) -> str:
    """Key of a block that holds blocks: re-wrapping its paragraphs doesn't change it."""
    parts: list[str] = []
    fence = ""
    for line in lines:
        kind = _kind(line.strip())
        if fence:
            parts.append("\n" + line.rstrip())
            fence = "" if closes_fence(line, fence) else fence
        elif kind == "fence":
            parts.append("\n" + line.rstrip())
            fence = opens_fence(line)
        elif kind == "text":
            parts.append(" " + _plain(line))
        else:
            parts.append("\n" + _plain(line))
    return "".join(parts)
