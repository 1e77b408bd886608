"""PyYAML's own scanner in Python, with its busiest steps done by pattern instead of by letter.

The C parser has crashed on hostile input, so strangers' files go through Python. Each step here
does exactly what the one it stands in for does; a test holds the two against each other.
"""

import re
from typing import Any, Final

import yaml
from yaml.tokens import ScalarToken

_BREAK: Final = re.compile("[\n\r\x85\u2028\u2029\ufeff]")
_END: Final = "\0 \t\r\n\x85\u2028\u2029"


def _words(end: str, after_colon: str) -> re.Pattern[str]:
    """Return the pattern of all plain words to the end of their line."""
    word = f"(?:[^:{end}]|:(?![{after_colon}]))+"
    return re.compile(f"(?!#){word}(?: +(?!#){word})*")


_IN_BLOCK: Final = _words(_END, _END)
_IN_FLOW: Final = _words(rf"{_END},?\[\]{{}}", rf"{_END},\[\]{{}}")


class TextLoader(yaml.SafeLoader):
    """Reads a text that is wholly in memory."""

    # What PyYAML keeps of its place in the text; it has no types of its own.
    buffer: str
    pointer: int
    index: int
    column: int
    indent: int
    flow_level: int
    done: bool
    tokens: list[Any]
    tokens_taken: int
    possible_simple_keys: dict[int, Any]

    def forward(self, length: int = 1) -> None:
        """Go on in the text; only line breaks need counting."""
        end = self.pointer + length
        if end + 1 >= len(self.buffer) or _BREAK.search(self.buffer, self.pointer, end):
            super().forward(length)
            return
        self.pointer = end
        self.index += length
        self.column += length

    def check_token(self, *choices: Any) -> bool:
        """Tell whether the next token is one of some kinds."""
        while self.need_more_tokens():
            self.fetch_more_tokens()
        return bool(self.tokens) and (not choices or isinstance(self.tokens[0], choices))

    def need_more_tokens(self) -> bool:
        """Tell whether the next token is still unknown, or may yet turn out to be a key."""
        if self.done:
            return False
        if not self.tokens:
            return True
        if not self.possible_simple_keys:
            return False
        self.stale_possible_simple_keys()
        numbers = [key.token_number for key in self.possible_simple_keys.values()]
        return bool(numbers) and min(numbers) == self.tokens_taken

    def scan_plain(self) -> ScalarToken:
        """Read a plain value, a line at a time."""
        pattern = _IN_FLOW if self.flow_level else _IN_BLOCK
        chunks: list[str] = []
        spaces: list[str] | None = None
        start = end = self.get_mark()
        indent = self.indent + 1
        while found := pattern.match(self.buffer, self.pointer):
            self.allow_simple_key = False
            chunks += [*(spaces or ()), found.group()]
            self.forward(len(found.group()))
            end = self.get_mark()
            spaces = self.scan_plain_spaces(indent, start)
            outside = not self.flow_level and self.column < indent
            if not spaces or self.peek() == "#" or outside:
                break
        return ScalarToken("".join(chunks), True, start, end)
