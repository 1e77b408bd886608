"""Which names of the view a piece of prose uses: read from its syntax tree, never by running it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from generator.handbook.kept_uses import Found, find_kept
from generator.library.names import find_near
from questionnaire.errors import ContentProblems, Place, Problem

if TYPE_CHECKING:
    from jinja2 import Environment, nodes

COMMENT_MARKS = ("{##", "##}")
"""As in `generator.project.templates`: the usual marks would swallow `{#anchor}`."""

CLOSED = ("a", "who")
"""Sections whose entries all have the same keys, so that a third step can be checked too."""

GIVEN = ("drawing", "link", "loop")
"""Names that the writing of pages adds to the view."""


@dataclass(frozen=True, slots=True)
class Use:
    """One name as prose writes it, such as `a.purpose.text`, and its line from 1."""

    path: tuple[str, ...]
    line: int


@lru_cache(maxsize=8192)
def find_uses(template: str) -> tuple[Use, ...]:
    """Return every use of a name that the template itself doesn't define, in reading order.

    Loop variables, macro arguments and names that are set are the template's own: what they
    stand for is traced where it is named. Raises TemplateSyntaxError.
    """
    if "{{" not in template and "{%" not in template:
        return ()
    return tuple(Use(path, line) for path, line in find_kept("uses", template, _read_uses))


def _read_uses(template: str) -> Found:
    from jinja2 import nodes

    tree = _environment().parse(template)
    own = {node.name for node in tree.find_all(nodes.Name) if node.ctx != "load"}
    own |= {node.name for node in tree.find_all(nodes.Macro)}
    return tuple((use.path, use.line) for use in _walk(tree) if use.path[0] not in own)


def undefined_names(
    template: str, view: Mapping[str, object], given: Collection[str] = ()
) -> tuple[Use, ...]:
    """Return the uses of names that no section of the view has, nor the partials in `given`."""
    return tuple(
        use
        for use in find_uses(template)
        if use.path[0] not in given and use.path[0] not in GIVEN and not _is_known(use.path, view)
    )


def check_prose(
    template: str, where: Place, view: Mapping[str, object], given: Collection[str]
) -> list[Problem]:
    """Return what is wrong with the names of one passage, at the line where it is written."""
    from jinja2 import TemplateSyntaxError

    try:
        unknown = undefined_names(template, view, given)
    except TemplateSyntaxError as error:
        place = _place(where, error.lineno)
        return [Problem("prose.unreadable", place, {"reason": error.message or ""})]
    return [
        Problem(
            "prose.unknown_name",
            _place(where, use.line),
            {"name": ".".join(use.path), "near": _find_meant(use.path, view)},
        )
        for use in unknown
    ]


def find_macros(partials: Mapping[str, str]) -> frozenset[str]:
    """Return the names of the macros that the partials define."""
    from jinja2 import TemplateSyntaxError

    found: set[str] = set()
    for file, source in partials.items():
        try:
            found |= _read_macros(source)
        except TemplateSyntaxError as error:
            place = Place(file, error.lineno)
            problem = Problem("prose.unreadable", place, {"reason": error.message or ""})
            raise ContentProblems([problem]) from None
    return frozenset(found)


@cache
def _read_macros(source: str) -> frozenset[str]:
    return frozenset(path[0] for path, _ in find_kept("macros", source, _list_macros))


def _list_macros(source: str) -> Found:
    from jinja2 import nodes

    macros = _environment().parse(source).find_all(nodes.Macro)
    return tuple(((node.name,), node.lineno) for node in macros)


@cache
def _environment() -> "Environment":
    from jinja2 import Environment

    # It only reads syntax and never renders, so nothing here needs escaping.
    return Environment(  # noqa: S701
        comment_start_string=COMMENT_MARKS[0], comment_end_string=COMMENT_MARKS[1]
    )


def _walk(node: "nodes.Node") -> Iterator[Use]:
    """Yield each longest chain of names below a node."""
    chain = _read_chain(node)
    if chain is not None:
        yield Use(chain, node.lineno)
        return
    for child in node.iter_child_nodes():
        yield from _walk(child)


def _read_chain(node: "nodes.Node") -> tuple[str, ...] | None:
    """Return `a.b["c"]` as its steps, or nothing if the node is no such chain."""
    from jinja2 import nodes

    steps: list[str] = []
    while isinstance(node, (nodes.Getattr, nodes.Getitem)):
        if isinstance(node, nodes.Getattr):
            steps.append(node.attr)
        elif isinstance(node.arg, nodes.Const):
            steps.append(str(node.arg.value))
        else:
            return None
        node = node.node
    if isinstance(node, nodes.Name) and node.ctx == "load":
        return (node.name, *reversed(steps))
    return None


def _is_known(path: tuple[str, ...], view: Mapping[str, object]) -> bool:
    depth = 3 if path[0] in CLOSED else 2
    node: object = view
    for step in path[:depth]:
        if not isinstance(node, Mapping) or not node:
            return not isinstance(node, str)
        if step not in node:
            return False
        node = node[step]
    return True


def _find_meant(path: tuple[str, ...], view: Mapping[str, object]) -> str:
    """Return the path with its first unknown step replaced by the nearest known one."""
    node: object = view
    for index, step in enumerate(path):
        if not isinstance(node, Mapping):
            return ""
        if step not in node:
            near = find_near(step, {str(key) for key in node})
            return ".".join((*path[:index], near)) if near else ""
        node = node[step]
    return ""


def _place(where: Place, line: int) -> Place:
    return Place(where.file, (where.line or 1) + line - 1)
