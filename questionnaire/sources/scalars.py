"""What a plain value of YAML is: typed in our own files, left as text in everybody else's."""

import re
from collections.abc import Mapping
from typing import Final


def keep_as_text(value: str, plain: bool) -> object:
    """Return the text itself, or None where nothing was written."""
    return None if plain and value in {"", "~", "null"} else value


_WORDS: Final[Mapping[str, object]] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_INTEGER: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]{1,3})?")


def type_as_yaml_1_2(value: str, plain: bool) -> object:
    """Return null, true, false and numbers as such; dates, hours, `no` and `012` stay text."""
    if not plain:
        return value
    if value in _WORDS:
        return _WORDS[value]
    if value[0] not in "+-.0123456789":
        return value
    if _INTEGER.fullmatch(value):
        return int(value)
    return float(value) if _FLOAT.fullmatch(value) else value
