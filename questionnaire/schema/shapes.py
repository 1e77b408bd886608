"""The JSON Schema of one answer: what each kind of question may hold in answers.yml."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from questionnaire.kinds.money import CURRENCIES
from questionnaire.model import Question
from questionnaire.text import Language

Json = dict[str, object]
OWN_NOTES: Final[Json] = {"^x-": True}
"""Keys that people keep for themselves."""
ID_PATTERN: Final = "^[a-z0-9]+(-[a-z0-9]+)*$"
LANGUAGE_PATTERN: Final = "^[a-z]{2,3}(-[A-Za-z]{2,4})?$"
_TEXT_LENGTH: Final = 300
_LONG_TEXT_LENGTH: Final = 5_000
_EMAIL_LENGTH: Final = 254
_URL_LENGTH: Final = 2_000
_EMAIL: Final = r"^[^@\s]+@[^@\s]+\.[^@\s.]+$"
_URL: Final = r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s@/\\?#]+([/?#][^\s\\]*)?$"
DATE_PATTERN: Final = "^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}$"
_TIME: Final = r"^[0-9]{1,2}([:.h][0-9]{2})?( ?(h|hs|hrs|[aApP]\.?[mM]\.?))?$"
_CURRENCIES: Final = "|".join(CURRENCIES)
_COLOUR: Final = "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"
_WORDS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "title": {"es": "Respuestas del manual de redes", "en": "Social media handbook answers"},
        "format": {"es": "Formato del archivo", "en": "Format of the file"},
        "questionnaire": {
            "es": "Cuestionario y versión a los que responde",
            "en": "The questionnaire and version that it answers",
        },
        "languages": {
            "es": "Idiomas de los documentos; el primero es el principal",
            "en": "Languages of the documents; the first is the main one",
        },
        "answers": {"es": "Una respuesta por pregunta", "en": "One answer a question"},
        "recommend": {
            "es": "Preguntas que responde nuestra recomendación",
            "en": "Questions that our recommendation answers",
        },
        "pending": {
            "es": "Decisiones pendientes: quién decide y hasta cuándo",
            "en": "Open decisions: who decides and by when",
        },
        "not_applicable": {
            "es": "Preguntas que no van con la empresa, con la razón",
            "en": "Questions that don't concern the company, with the reason",
        },
        "later": {"es": "Preguntas dejadas para después", "en": "Questions left for later"},
        "suggested": {
            "es": "Respuestas tomadas de nuestras sugerencias, con el sector del que vienen",
            "en": "Answers taken from our suggestions, with the preset they come from",
        },
        "notes": {"es": "Notas propias junto a una pregunta", "en": "Your own notes on a question"},
        "example": {"es": "Ejemplo: {text}", "en": "Example: {text}"},
        "id": {
            "es": "Identificador: no cambia aunque cambie el nombre",
            "en": "Id: stays the same when the name changes",
        },
    }
)


def describe(question: Question, language: Language) -> Json:
    """Return the schema of one answer, or of one field of a group."""
    parts = [question.text, question.help]
    sentences = [part.read_in(language) for part in parts if part is not None]
    if question.example is not None:
        text = question.example.read_in(language)
        sentences.append(say_word("example", language).format(text=text))
    return {
        "title": question.short.read_in(language),
        "description": " ".join(sentences),
        **_SHAPES[question.kind](question, language),
    }


def say_word(key: str, language: Language) -> str:
    """Return one of the words that explain the file, in a language."""
    return _WORDS[key][language]


def as_json(part: object) -> Json:
    """Return a part of a schema as a mapping; anything else is an empty one."""
    return part if isinstance(part, dict) else {}


def _text(question: Question, language: Language) -> Json:
    """Allow a text or one for each language; a number counts, for a name may be one (1984)."""
    del language
    usual = _LONG_TEXT_LENGTH if question.kind == "long_text" else _TEXT_LENGTH
    words: Json = {"type": "string", "maxLength": question.limits.max_length or usual}
    if question.limits.pattern:
        words["pattern"] = f"^(?:{question.limits.pattern})$"
    each: Json = {
        "type": "object",
        "propertyNames": {"pattern": LANGUAGE_PATTERN},
        "additionalProperties": words,
        "minProperties": 1,
    }
    return {"anyOf": [words, {"type": "number"}, each]}


def _email(question: Question, language: Language) -> Json:
    del question, language
    return {"type": "string", "format": "email", "pattern": _EMAIL, "maxLength": _EMAIL_LENGTH}


def _url(question: Question, language: Language) -> Json:
    del question, language
    return {"type": "string", "format": "uri", "pattern": _URL, "maxLength": _URL_LENGTH}


def _date(question: Question, language: Language) -> Json:
    del question, language
    return {"type": "string", "pattern": DATE_PATTERN}


def _time(question: Question, language: Language) -> Json:
    """Allow a time of the day; unquoted hours reach an editor as a number: 8, 8.30."""
    del question, language
    numbers: Json = {"type": "number", "minimum": 0, "exclusiveMaximum": 24}
    return {"anyOf": [{"type": "string", "pattern": _TIME}, numbers]}


def _number(question: Question, language: Language) -> Json:
    del language
    limits = {"minimum": question.limits.min, "maximum": question.limits.max}
    given: Json = {name: limit for name, limit in limits.items() if limit is not None}
    return {"type": "integer" if question.kind == "integer" else "number", **given}


def _boolean(question: Question, language: Language) -> Json:
    del question, language
    return {"enum": [True, False, "sí", "si", "no", "yes"]}


def _choice(question: Question, language: Language) -> Json:
    return {
        "oneOf": [
            {"const": choice.value, "title": choice.text.read_in(language)}
            for choice in question.choices
        ]
    }


def _choices(question: Question, language: Language) -> Json:
    alone = [choice.value for choice in question.choices if choice.exclusive]
    rules: Json = {
        "allOf": [
            {"if": {"contains": {"const": value}}, "then": {"maxItems": 1}} for value in alone
        ]
    }
    ordered: Json = {"uniqueItems": True} if question.kind == "ranking" else {}
    items: Json = {"type": "array", "items": _choice(question, language)}
    return {**items, **_counts(question), **ordered, **(rules if alone else {})}


def _pick(question: Question, language: Language) -> Json:
    del question, language
    return {"type": "string", "minLength": 1}


def _picks(question: Question, language: Language) -> Json:
    return {"type": "array", "items": _pick(question, language), **_counts(question)}


def _colour(question: Question, language: Language) -> Json:
    del question, language
    return {"type": "string", "pattern": _COLOUR}


def _money(question: Question, language: Language) -> Json:
    """Allow `1800 EUR`, and the amount alone where the company has said what it works in."""
    del language
    limits = {"minimum": question.limits.min, "maximum": question.limits.max}
    amount: Json = {name: limit for name, limit in limits.items() if limit is not None}
    words: Json = {"type": "string", "pattern": f"^[0-9]{{1,15}}([.,][0-9]+)? ?({_CURRENCIES})$"}
    return {"anyOf": [words, {"type": "number", **amount}] if question.currency else [words]}


def _matrix(question: Question, language: Language) -> Json:
    cell = (_pick if question.picks else _choice)(question, language)
    row: Json = {
        "type": "object",
        "properties": {
            one.value: {"title": one.text.read_in(language), **cell} for one in question.columns
        },
        "patternProperties": OWN_NOTES,
        "additionalProperties": False,
    }
    either: Json = {"anyOf": [row, cell]} if len(question.columns) == 1 else row
    return {
        "type": "object",
        "properties": {
            one.value: {"title": one.text.read_in(language), **either} for one in question.rows
        },
        "patternProperties": OWN_NOTES,
        "additionalProperties": False,
    }


def _group(question: Question, language: Language) -> Json:
    own: Json = {"type": "string", "pattern": ID_PATTERN, "description": say_word("id", language)}
    fields: Json = {field.id: describe(field, language) for field in question.fields}
    # The very rule of the reader: what is recommended or asked only at times may be left out.
    needed = [
        field.id
        for field in question.fields
        if field.required and not field.recommend and field.when is None
    ]
    item: Json = {
        "type": "object",
        "properties": {"id": own, **fields},
        "patternProperties": OWN_NOTES,
        "additionalProperties": False,
        "required": [name for name in needed if _asked(question, name)],
    }
    return {"type": "array", "items": item, **_counts(question)}


def _asked(group: Question, name: str) -> bool:
    """Say whether a field is asked whenever its group is: a deeper one may be left out."""
    tiers = ("essential", "standard", "deep")
    field = next(one for one in group.fields if one.id == name)
    return tiers.index(field.tier) <= tiers.index(group.tier)


def _counts(question: Question) -> Json:
    limits = {"minItems": question.limits.min_items, "maxItems": question.limits.max_items}
    return {name: limit for name, limit in limits.items() if limit is not None}


_SHAPES: Final[Mapping[str, Callable[[Question, Language], Json]]] = MappingProxyType(
    {
        "text": _text,
        "long_text": _text,
        "email": _email,
        "url": _url,
        "date": _date,
        "time": _time,
        "integer": _number,
        "number": _number,
        "money": _money,
        "boolean": _boolean,
        "choice": _choice,
        "choices": _choices,
        "ranking": _choices,
        "weekdays": _choices,
        "pick": _pick,
        "picks": _picks,
        "colour": _colour,
        "matrix": _matrix,
        "group": _group,
    }
)
"""How the answer of each kind is written, by the word that questions use."""
