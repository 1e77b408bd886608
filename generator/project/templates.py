"""The template environment of prose: a value, a loop, a simple `if`, and our own partials.

Nothing that prose does can reach Python or undo the escaping: data is plain, texts escape
themselves, texts have no methods, and texts are not joined by arithmetic.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import CodeType
from typing import Any, Final
from urllib.parse import quote, urlsplit

from jinja2 import BaseLoader, FileSystemLoader, StrictUndefined, Template, TemplateError
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.runtime import Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from generator.project.compiled import find_code
from generator.project.escaping import Markdown, PlainText, escape_markdown
from questionnaire.errors import ContentProblems, Place, Problem
from questionnaire.sources import data_folder
from questionnaire.text import Language

FILTERS: Final = ("join", "length", "first", "last", "default")
"""What prose may do to a value. None of them makes a text trusted."""

COMMENT_MARKS: Final = ("{##", "##}")
"""The usual comment marks would swallow the `{#anchor}` of a heading."""

_LINK_SCHEMES: Final = frozenset({"https", "http", "mailto", "tel"})
_URL_SAFE: Final = ":/?#@!$&+,;=%~-._"


class ProseEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox without methods: data has keys and positions, and only partials can be called."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return a key of a mapping, even one called like a method of dict, such as `items`."""
        if isinstance(obj, Mapping):
            return self.getitem(obj, attribute)
        if isinstance(obj, str | list | int | float):
            return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an entry of a mapping or list; a text is never cut, its pieces escape differently."""
        if isinstance(obj, Mapping):
            return obj[argument] if argument in obj else self.undefined(obj=obj, name=argument)
        if isinstance(obj, str):
            return self.undefined(obj=obj, name=argument)
        return super().getitem(obj, argument)

    def is_safe_callable(self, obj: Any) -> bool:
        """Allow partials and the ready-made function for links, and nothing else."""
        return isinstance(obj, Macro) or obj is write_link

    def call_binop(self, _context: Any, operator: str, *_sides: Any) -> Any:
        """Refuse arithmetic: sums belong one floor below, and joined texts would escape wrongly."""
        raise SecurityError(f"arithmetic in prose: {operator}")


def _finalize(value: object) -> object:
    if isinstance(value, Markup):
        return value
    if value is None:
        return Markdown("–")
    if isinstance(value, bool | list | dict):
        raise TypeError(f"prose can't print a value of type {type(value).__name__}")
    if isinstance(value, str):
        return Markdown(escape_markdown(value))
    return value


def write_link(text: object, address: object) -> Markdown:
    """Return a Markdown link if the address is one a browser may open, else the text alone."""
    shown, target = Markdown.escape(text), str.__str__(str(address)).strip()
    try:
        parts = urlsplit(target)
    except ValueError:
        return shown
    web = parts.scheme in {"http", "https"}
    if parts.scheme not in _LINK_SCHEMES or parts.username or (web and not parts.hostname):
        return shown
    return Markdown(f"[{shown}]({quote(target, safe=_URL_SAFE)})")


def _create_environment(loader: BaseLoader | None) -> ProseEnvironment:
    environment = ProseEnvironment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        loader=loader,
        trim_blocks=True,
        lstrip_blocks=True,
        comment_start_string=COMMENT_MARKS[0],
        comment_end_string=COMMENT_MARKS[1],
        auto_reload=False,
        # Prose has nothing to fold: looking for it takes a tenth of the compilation.
        optimized=False,
    )
    environment.filters = {name: environment.filters[name] for name in FILTERS}
    environment.globals.clear()
    return environment


@cache
def _environment() -> ProseEnvironment:
    return _create_environment(FileSystemLoader(data_folder("generator", "content", "partials")))


@cache
def load_partials(language: Language) -> Mapping[str, object]:
    """Return the partials of a language by name: boxes and words that many chapters use."""
    environment = _environment()
    name = f"{language}.md.j2"
    file = data_folder("generator", "content", "partials", name)
    code = find_code(file.read_text(encoding="utf-8"), name, _compile)
    module = Template.from_code(environment, code, {"link": write_link}).module
    names = (name for name in dir(module) if not name.startswith("_"))
    found = {name: getattr(module, name) for name in names}
    return {**found, "link": write_link}


def _compile(template: str, source: str) -> CodeType:
    code: CodeType = _environment().compile(template, name=source, filename=source)
    return code


def take_plain_data(data: object) -> Any:
    """Return a copy of plain data whose texts escape themselves; refuse anything else.

    An object with methods in the view would be a way into Python, so it is our bug.
    """
    return _take(data, {})


def _take(data: Any, taken: dict[int, tuple[Any, Any]]) -> Any:
    # By exact type first: a book has tens of thousands of values, nearly all of these.
    kind = type(data)
    if kind is str:
        return PlainText(data)
    if kind is dict or kind is list:
        # Sections share rows, which prose can't change: each is taken once.
        known = taken.get(id(data))
        if known is None:
            # The original is held too: its number must not pass to another.
            known = taken[id(data)] = data, _take_inside(data, taken)
        return known[1]
    if data is None or isinstance(data, bool | int | float):
        return data
    if isinstance(data, str):
        return PlainText(data)
    return _take_inside(data, taken)


def _take_inside(data: Any, taken: dict[int, tuple[Any, Any]]) -> Any:
    if isinstance(data, Mapping):
        return {str(key): _take(one, taken) for key, one in data.items()}
    if isinstance(data, Sequence):
        return [_take(one, taken) for one in data]
    raise TypeError(f"the view holds a {type(data).__name__}, which prose may not see")


@dataclass(frozen=True, slots=True)
class Prose:
    """Renders the prose of one handbook with its data; problems gather until they are asked for."""

    names: Mapping[str, object]
    problems: list[Problem]

    def render(self, template: str, source: str) -> str:
        """Return the Markdown of one clause, or nothing when it has a problem."""
        if "{{" not in template and "{%" not in template and COMMENT_MARKS[0] not in template:
            return template
        environment = _environment()
        try:
            code = find_code(template, source, _compile)
            return Template.from_code(environment, code, dict(self.names)).render()
        except (TemplateError, SecurityError, TypeError) as error:
            self.problems.append(_describe(error, source))
            return ""

    def refuse(self) -> None:
        """Raise every problem found so far."""
        if self.problems:
            raise ContentProblems(self.problems)


def prepare_prose(
    view: Mapping[str, object], language: Language, drawings: Mapping[str, str]
) -> Prose:
    """Make ready what the prose of a handbook may name: its view, the partials and the drawings."""
    trusted = {name: Markdown(drawing) for name, drawing in drawings.items()}
    names = {**take_plain_data(view), **load_partials(language), "drawing": trusted}
    return Prose(names, [])


def _describe(error: Exception, source: str) -> Problem:
    """Name the file and line: the clause says where it begins, the engine where in it."""
    file, _, first = source.rpartition(":")
    begins = int(first) if first.isdigit() else 1
    line = begins + _line_of(error, source) - 1
    code = "prose.unreadable" if isinstance(error, TemplateSyntaxError) else "prose.failed"
    return Problem(code, Place(file or source, line), {"reason": str(error)})


def _line_of(error: Exception, source: str) -> int:
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    return max(_lines_in(error, source), default=1)


def _lines_in(error: Exception, source: str) -> Iterable[int]:
    step = error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == source:
            yield step.tb_lineno
        step = step.tb_next
