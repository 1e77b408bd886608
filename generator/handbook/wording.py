"""How words of an answer look inside a sentence of ours."""

ARTICLES = frozenset(
    [
        "el",
        "la",
        "los",
        "las",
        "un",
        "una",
        "unos",
        "unas",
        "nuestro",
        "nuestra",
        "nuestros",
        "nuestras",
        "the",
        "a",
        "an",
        "our",
    ]
)
"""Words that take a capital only where a sentence starts, in both languages."""


def capitalise(text: object) -> str:
    """Return words with a capital first letter, the others as they are."""
    words = str(text)
    return words[:1].upper() + words[1:]


def lower_article(text: str) -> str:
    """Return a text that starts with an article without its capital: a name keeps its own."""
    first = text.partition(" ")[0]
    return _lower_first(text) if first.lower() in ARTICLES else text


def lower_job(text: str) -> str:
    """Return a job title without its capital; one that starts with initials keeps them."""
    first = text.partition(" ")[0]
    return _lower_first(text) if first[1:].islower() and first.isalpha() else text


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
