"""From parser events to a document, within limits and with every problem placed."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import yaml

from questionnaire.errors import Datum, Place, Problem
from questionnaire.sources.document import INVISIBLE, Document, Steps

_MAX_PROBLEMS: Final = 50


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a document may be; the figures of a stranger's file are a design decision."""

    size: int
    depth: int
    nodes: int
    scalar: int


class _UnreadableError(Exception):
    """Reading can't go on: the problem is already reported."""


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is still open."""

    path: Steps
    items: dict[str, Any] | list[Any]
    key: str | None = None


class Reader:
    """Builds one document from parser events, so that no limit can be passed unseen."""

    def __init__(
        self, file: str | None, limits: Limits, type_scalar: Callable[[str, bool], object]
    ) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._limits = limits
        self._type_scalar = type_scalar
        self._lines: dict[Steps, int] = {}
        self._columns: dict[Steps, int] = {}
        self._stack: list[_Frame] = []
        self._root: Any = None
        self._documents = 0
        self._text_lines: list[str] = []

    def report(self, code: str, line: int | None, column: int | None, **data: Datum) -> None:
        """Keep one problem, up to a number that a person can still read."""
        if len(self.problems) < _MAX_PROBLEMS:
            self.problems.append(Problem(code, Place(self._file, line, column), data))

    def read(self, content: bytes, loader: Any) -> Document:
        """Read the whole document; problems are in `problems` afterwards."""
        try:
            text = self._decode(content)
            for count, event in enumerate(yaml.parse(text, Loader=loader)):
                if count > self._limits.nodes:
                    self._stop("yaml.too_many", event, limit=self._limits.nodes)
                self._take(event)
        except yaml.YAMLError as error:
            self._report_syntax(error)
        except _UnreadableError:
            pass
        return Document(self._root, self._lines, self._columns, self._file)

    def _decode(self, content: bytes) -> str:
        if len(content) > self._limits.size:
            self.report("yaml.too_large", None, None, size=len(content), limit=self._limits.size)
            raise _UnreadableError
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            self.report("yaml.not_utf8", line, None, byte=error.start)
            raise _UnreadableError from None
        self._text_lines = text.splitlines()
        found = INVISIBLE.search(text)
        if found:
            before = text[: found.start()]
            line = before.count("\n") + 1
            column = found.start() - (before.rfind("\n") + 1) + 1
            self.report("yaml.character", line, column, character=_code_point(found.group()))
            raise _UnreadableError
        return text

    def _take(self, event: Any) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._check_node(event)
            self._take_scalar(event)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._check_node(event)
            self._open(event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._stack.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._report_at("yaml.anchor", event, name=event.anchor or "")
            self._put(None, event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._stop("yaml.second_document", event)

    def _check_node(self, event: Any) -> None:
        if event.anchor:
            self._report_at("yaml.anchor", event, name=event.anchor or "")
        if event.tag:
            self._report_at("yaml.tag", event, name=event.tag)

    def _open(self, event: Any) -> None:
        if len(self._stack) >= self._limits.depth:
            self._stop("yaml.too_deep", event, limit=self._limits.depth)
        items: dict[str, Any] | list[Any]
        items = {} if isinstance(event, yaml.MappingStartEvent) else []
        if self._expects_key():
            self._stop("yaml.key", event)
        path = self._put(items, event)
        self._stack.append(_Frame(path, items))

    def _expects_key(self) -> bool:
        return bool(
            self._stack and isinstance(self._stack[-1].items, dict) and self._stack[-1].key is None
        )

    def _take_scalar(self, event: Any) -> None:
        value: str = event.value
        if len(value) > self._limits.scalar:
            self._stop("yaml.too_long", event, limit=self._limits.scalar)
        # An escape in quotes ("\0") brings in what the text itself may not hold.
        found = INVISIBLE.search(value)
        if found:
            self._report_at("yaml.character", event, character=_code_point(found.group()))
        if self._expects_key():
            self._take_key(value, event)
        else:
            plain = bool(event.implicit[0])
            if plain and not value:
                self._warn_of_hashtag(event)
            self._put(self._type_scalar(value, plain), event)

    def _take_key(self, key: str, event: Any) -> None:
        frame = self._stack[-1]
        path = (*frame.path, key)
        if key in frame.items:
            self._report_at("yaml.duplicate_key", event, key=key, first=self._lines[path])
        frame.key = key
        self._mark(path, event)

    def _put(self, value: Any, event: Any) -> Steps:
        if not self._stack:
            self._root = value
            self._mark((), event)
            return ()
        frame = self._stack[-1]
        if isinstance(frame.items, list):
            path: Steps = (*frame.path, len(frame.items))
            frame.items.append(value)
            self._mark(path, event)
            return path
        key = frame.key
        if key is None:
            self._stop("yaml.key", event)
        path = (*frame.path, str(key))
        frame.items[str(key)] = value
        frame.key = None
        return path

    def _mark(self, path: Steps, event: Any) -> None:
        mark = event.start_mark
        self._lines[path] = mark.line + 1
        self._columns[path] = mark.column + 1

    def _warn_of_hashtag(self, event: Any) -> None:
        """Tell `tag: #Brand` from an empty value: YAML reads the hashtag as a comment."""
        line = event.start_mark.line
        written = self._text_lines[line] if line < len(self._text_lines) else ""
        found = re.match(r"\s*(?:- )?[^#]*?:?\s+(#[^\s#]\S*)", written)
        if found:
            self._report_at("yaml.hashtag", event, value=found.group(1))

    def _report_at(self, code: str, event: Any, **data: Datum) -> None:
        mark = event.start_mark
        self.report(code, mark.line + 1, mark.column + 1, **data)

    def _stop(self, code: str, event: Any, **data: Datum) -> None:
        self._report_at(code, event, **data)
        raise _UnreadableError

    def _report_syntax(self, error: yaml.YAMLError) -> None:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else None
        column = mark.column + 1 if mark else None
        written = ""
        if mark and mark.line < len(self._text_lines):
            written = self._text_lines[mark.line]
        self.report(_syntax_code(written, column), line, column)


def _syntax_code(written: str, column: int | None) -> str:
    """Name the usual slips: a handle without quotes, a tab, a colon inside a sentence."""
    start = (column or 1) - 1
    if written[start : start + 1] in {"@", "`", "%"}:
        return "yaml.reserved"
    if "\t" in written[: start + 1]:
        return "yaml.tab"
    return "yaml.syntax"


def _code_point(character: str) -> str:
    return f"U+{ord(character):04X}"
