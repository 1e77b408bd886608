"""What a text is while there is nothing to say."""

from types import MappingProxyType

from questionnaire.text import Text

NO_TEXT = Text(MappingProxyType({}))
"""No words in any language."""
