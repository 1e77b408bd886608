"""The kinds of questions: how an answer of each is read and shown.

To add one, write a file here, add it to KINDS, and give it a field in the browser wizard.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from questionnaire.kinds.address import Email, Url
from questionnaire.kinds.base import Kind, KindContext, Parsed
from questionnaire.kinds.boolean import Boolean
from questionnaire.kinds.choice import Choice
from questionnaire.kinds.choices import Choices, Ranking
from questionnaire.kinds.colour import Colour
from questionnaire.kinds.group import Group
from questionnaire.kinds.image import Image
from questionnaire.kinds.matrix import Matrix
from questionnaire.kinds.moment import Date, Time
from questionnaire.kinds.money import MoneyKind
from questionnaire.kinds.number import Integer, Number
from questionnaire.kinds.pick import Pick, Picks, label_of
from questionnaire.kinds.weekdays import Weekdays
from questionnaire.kinds.words import LongWords, Words

__all__ = ["KINDS", "Kind", "KindContext", "Parsed", "label_of"]

_FIELDS: Final[dict[str, Kind]] = {
    "text": Words(),
    "long_text": LongWords(),
    "email": Email(),
    "url": Url(),
    "date": Date(),
    "time": Time(),
    "integer": Integer(),
    "number": Number(),
    "money": MoneyKind(),
    "boolean": Boolean(),
    "choice": Choice(),
    "choices": Choices(),
    "ranking": Ranking(),
    "weekdays": Weekdays(),
    "pick": Pick(),
    "picks": Picks(),
    "colour": Colour(),
    "image": Image(),
    "matrix": Matrix(),
}

KINDS: Final[Mapping[str, Kind]] = MappingProxyType({**_FIELDS, "group": Group(_FIELDS)})
"""Every kind by the word that questions use; a group can hold every kind but a group."""
