"""Section `voice`: the words that depend on how the company addresses people."""

from generator.handbook.context import ViewContext

PLAIN = "plain"
"""The table of words used where nothing else was chosen: Spanish *tú*, and English as it is."""


def view(context: ViewContext) -> dict[str, object]:
    """Return the words in the form of address chosen, and in `cap` with a capital letter."""
    chosen = context.facts.value("address_form")
    form = str(chosen) if chosen in ("usted", "vos") else PLAIN
    words = {**context.pack.words("voice", PLAIN), **context.pack.words("voice", form)}
    capitals = {key: word[:1].upper() + word[1:] for key, word in words.items()}
    return {"form": form, **words, "cap": capitals}
