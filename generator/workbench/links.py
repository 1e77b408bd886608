"""Links of a preview: to other pages of the book they lead to their previews, others open a tab."""

import re
from typing import Final

_INSIDE: Final = re.compile(r"<a(?= )(?=[^>]*? href=\"\?page=(?P<page>[\w.-]+))")
_OUTSIDE: Final = re.compile(r"<a(?= )(?=[^>]*? href=\"https?:)")


def lead_to_previews(html: str) -> str:
    """Return a page whose inner links say which page they ask for, and whose others leave it alone."""
    named = _INSIDE.sub(r'<a data-page="\g<page>"', html)
    return _OUTSIDE.sub('<a target="_blank" rel="noopener noreferrer"', named)
