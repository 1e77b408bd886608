"""Values as answers.yml spells them: everything is text, quoted where a reader could mistake it."""

import re
from collections.abc import Mapping
from datetime import date, time
from typing import TYPE_CHECKING

from questionnaire.money import Money
from questionnaire.text import Text

if TYPE_CHECKING:
    from ruamel.yaml import YAML

Plain = str | list["Plain"] | dict[str, "Plain"]
"""What the untrusted reader gives back: no numbers, no dates, no booleans, only their spelling."""

LONGEST_LINE = 88
_MISTAKABLE = re.compile(
    r"(?i)(?:y|n|yes|no|on|off|true|false|null|~|[-+.0-9][-+.:_0-9a-fxo]*|[=<].*|[ \s].*|.*\s|)"
)
_NULLS = frozenset({"", "~", "null"})


class Words(str):
    """A text a person wrote; unlike a code or a number, it's quoted when it looks like one."""

    __slots__ = ()


def spell(value: object) -> Plain:
    """Return a typed value as the text, list or mapping that is written."""
    if isinstance(value, Text):
        return {code: Words(words) for code, words in value.by_language.items()}
    if isinstance(value, Mapping):
        return {str(key): spell(part) for key, part in value.items() if part is not None}
    if isinstance(value, (tuple, list)):
        return [spell(part) for part in value]
    return _spell_scalar(value)


def _spell_scalar(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Money):
        return str(value)
    if isinstance(value, time):
        return Words(value.isoformat("minutes"))  # in quotes: other readers take 15:00 for 900
    return Words(value) if isinstance(value, str) else str(value)


def open_yaml() -> "YAML":
    """Return a round-trip YAML in which every scalar stays as it was written."""
    # Imported here: only saving needs it, and it takes longer to import than everything else.
    from ruamel.yaml import YAML
    from ruamel.yaml.nodes import ScalarNode
    from ruamel.yaml.resolver import VersionedResolver
    from ruamel.yaml.tag import Tag

    class TextResolver(VersionedResolver):  # type: ignore[misc, unused-ignore]
        """Finds text everywhere, so that `012`, `1.50` and `yes` are written back untouched."""

        def resolve(self, kind: type, value: str, implicit: tuple[bool, bool]) -> Tag:
            if kind is ScalarNode and implicit[0]:
                kind_of = "null" if value in _NULLS else "str"
                return Tag(suffix=f"tag:yaml.org,2002:{kind_of}")
            found: Tag = super().resolve(kind, value, implicit)
            return found

    yaml = YAML()
    yaml.Resolver = TextResolver
    yaml.preserve_quotes = True
    yaml.width = 1_000_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def dress(plain: Plain) -> object:
    """Return the nodes that the round-trip writer prints the way a person would write them."""
    # Imported here for the same reason as in open_yaml.
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    if isinstance(plain, dict):
        return CommentedMap({key: dress(part) for key, part in plain.items()})
    if isinstance(plain, list):
        sequence = CommentedSeq([dress(part) for part in plain])
        if fits_one_line(plain):
            sequence.fa.set_flow_style()
        return sequence
    return _dress_scalar(plain)


def _dress_scalar(words: str) -> object:
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

    if not isinstance(words, Words):
        return str(words or "")
    if ("\n" in words or len(words) > LONGEST_LINE) and _suits_block(words):
        return LiteralScalarString(words)
    if "\n" in words or not words.isprintable() or _MISTAKABLE.fullmatch(words):
        return DoubleQuotedScalarString(words)
    return str(words)


def _suits_block(words: str) -> bool:
    """Say whether a literal block gives exactly this text back."""
    lines = words.split("\n")
    return (
        bool(lines[0])
        and bool(lines[-1])
        and not words[0].isspace()
        and all(line.isprintable() and line == line.rstrip() for line in lines)
    )


def fits_one_line(plain: list[Plain]) -> bool:
    """Say whether a list is short and plain enough to be written between brackets."""
    if not all(isinstance(part, str) for part in plain):
        return False
    words = [str(part) for part in plain]
    return sum(map(len, words)) < LONGEST_LINE and all(word.isprintable() for word in words)
