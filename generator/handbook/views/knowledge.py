"""Section `knowledge`: the files of content/knowledge in the language of the book."""

from generator.handbook.context import ViewContext

WORK_FILES = ("effort", "ownership")
"""Files that only hold figures and rules of the advice; their results are sections of their own."""


def view(context: ViewContext) -> dict[str, object]:
    """Return every knowledge file by name, each text in the language of the book."""
    known = context.library.knowledge_in(context.language)
    return {name: data for name, data in known.items() if name not in WORK_FILES}
