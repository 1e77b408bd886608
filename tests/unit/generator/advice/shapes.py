"""Holds plain data against a TypedDict (pydantic only reads those of Python 3.12 and later)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args, get_origin, get_type_hints, is_typeddict


def list_faults(kind: Any, value: Any, path: str = "") -> Iterator[str]:
    """Yield where a value isn't of a kind; keys that only another kind of the same file names pass."""
    origin = get_origin(kind)
    if is_typeddict(kind):
        yield from _fields(kind, value, path)
    elif origin is Mapping:
        for key, one in value.items():
            yield from list_faults(get_args(kind)[1], one, f"{path}.{key}")
    elif origin is Sequence:
        if not isinstance(value, list):
            yield f"{path}: {value!r} is no list"
            return
        for at, one in enumerate(value):
            yield from list_faults(get_args(kind)[0], one, f"{path}[{at}]")
    elif not isinstance(value, (int, float) if kind is float else kind):
        yield f"{path}: {value!r} is no {kind.__name__}"


def _fields(kind: Any, value: Any, path: str) -> Iterator[str]:
    hints = get_type_hints(kind)
    for name in kind.__required_keys__ - set(value):
        yield f"{path}.{name} is missing"
    for name in set(value) - set(hints) if path else ():
        yield f"{path}.{name} is unknown"
    for name in set(value) & set(hints):
        yield from list_faults(hints[name], value[name], f"{path}.{name}")
