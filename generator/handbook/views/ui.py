"""Section `ui`: the words pages print around the content."""

from generator.handbook.context import ViewContext

TABLES = (
    "parts",
    "roles",
    "levels",
    "certainty",
    "audiences",
    "status",
    "open_decision",
    "because",
)


def view(context: ViewContext) -> dict[str, object]:
    """Return the words of the language file, its small tables beside them."""
    tables = {name: dict(context.pack.words(name)) for name in TABLES}
    notice = context.pack.ui.get(f"notice_{context.edition}", "")
    edition = context.pack.ui.get(f"edition_{context.edition}", "")
    return {
        **context.pack.ui,
        **tables,
        "starting_value": context.pack.word("starting_value", "label"),
        "starting_value_note": context.pack.word("starting_value", "note"),
        "edition_name": edition,
        "edition_notice": notice,
        "public": context.public,
        "language_code": str(context.language),
    }
