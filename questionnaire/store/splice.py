"""One entry of answers.yml written anew, keeping the comments inside it."""

import io
from typing import Any

from questionnaire.store.scalars import Plain, dress, open_yaml


def render_entry(key: str, plain: Plain, indent: int, old: list[str] | None = None) -> list[str]:
    """Return the lines of `key: value`; what didn't change inside `old` keeps its words."""
    from ruamel.yaml.error import YAMLError  # imported here: see scalars.open_yaml

    yaml = open_yaml()
    node: Any = None
    if old:
        try:
            node = yaml.load("\n".join(outdent(line, indent) for line in old) + "\n")
        except YAMLError:
            node = None
    if isinstance(node, dict) and key in node:
        node[key] = _merge(node[key], plain)
    else:
        node = {key: dress(plain)}
    stream = io.StringIO()
    yaml.dump(node, stream)
    lines = stream.getvalue().rstrip("\n").split("\n")
    return [" " * indent + line if line else "" for line in lines]


def outdent(line: str, indent: int) -> str:
    """Return a line without the indent of the entry it stands in."""
    return line[min(indent, len(line) - len(line.lstrip(" "))) :]


def _merge(node: Any, plain: Plain) -> Any:
    if isinstance(node, dict) and isinstance(plain, dict):
        return _merge_mapping(node, plain)
    if isinstance(node, list) and isinstance(plain, list):
        return _merge_list(node, plain)
    return node if _says(node, plain) else dress(plain)


def _merge_mapping(node: Any, plain: dict[str, Plain]) -> Any:
    for key in [key for key in node if key not in plain]:
        if not str(key).startswith("x-"):
            del node[key]
    for key, part in plain.items():
        node[key] = _merge(node[key], part) if key in node else dress(part)
    return node


def _merge_list(node: Any, plain: list[Plain]) -> Any:
    if all(isinstance(part, str) for part in [*plain, *node]):
        return _merge_words(node, [str(part) for part in plain])
    known = {part["id"]: part for part in node if isinstance(part, dict) and "id" in part}
    same_length = len(node) == len(plain)
    fresh: Any = node if same_length else dress(plain)
    for at, part in enumerate(plain):
        before = known.get(part.get("id")) if isinstance(part, dict) else None
        if before is None and same_length:
            before = node[at] if not (isinstance(node[at], dict) and "id" in node[at]) else None
        fresh[at] = dress(part) if before is None else _merge(before, part)
    return fresh


def _merge_words(node: Any, plain: list[str]) -> Any:
    """Take out and append in place, so that the comments beside what stays are kept."""
    for at in reversed([at for at, part in enumerate(node) if part not in plain]):
        del node[at]
    node.extend(dress(part) for part in plain if part not in node)
    return node if list(node) == plain else dress(plain)  # type: ignore[arg-type]


def _says(node: Any, plain: Plain) -> bool:
    return isinstance(node, str) and isinstance(plain, str) and str(node) == plain
