"""Section `knowledge`: the files of content/knowledge in the language of the book."""

from collections.abc import Mapping

from generator.handbook.context import ViewContext

WORK_FILES = ("effort", "ownership")
"""Files that only hold figures and rules of the advice; their results are sections of their own."""


def view(context: ViewContext) -> dict[str, object]:
    """Return every knowledge file by name, each text in the language of the book."""
    return {
        name: _translate(context, data)
        for name, data in context.library.knowledge.items()
        if name not in WORK_FILES
    }


def _translate(context: ViewContext, value: object) -> object:
    if isinstance(value, Mapping):
        if isinstance(value.get(context.language), str):
            return context.text(value)
        return {str(key): _translate(context, one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_translate(context, one) for one in value]
    return "" if value is None else value
