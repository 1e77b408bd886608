"""The JSON Schema of answers.yml, for editors that check and complete while somebody types.

It is made from the questionnaire (JSON Schema, draft 2020-12), so it is never behind it. It
describes what a file holds: whether a question is asked at all depends on other answers, which
only the program follows. A file that the schema refuses may still be read, because people may
write labels, units and several spellings; what the program itself writes always passes.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from questionnaire.kinds.money import CURRENCIES
from questionnaire.model import Question, Questionnaire
from questionnaire.text import LANGUAGES, Language

Json = dict[str, object]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_OWN_NOTES: Final[Json] = {"^x-": True}
"""Keys that people keep for themselves."""
_ID: Final = "^[a-z0-9]+(-[a-z0-9]+)*$"
_LANGUAGE_CODE: Final = "^[a-z]{2,3}(-[A-Za-z]{2,4})?$"
_TEXT_LENGTH: Final = 300
_LONG_TEXT_LENGTH: Final = 5_000
_EMAIL_LENGTH: Final = 254
_URL_LENGTH: Final = 2_000
_EMAIL: Final = r"^[^@\s]+@[^@\s]+\.[^@\s.]+$"
_URL: Final = r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s@/\\?#]+([/?#][^\s\\]*)?$"
_DATE: Final = "^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}$"
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
        "notes": {"es": "Notas propias junto a una pregunta", "en": "Your own notes on a question"},
        "example": {"es": "Ejemplo: {text}", "en": "Example: {text}"},
        "id": {
            "es": "Identificador: no cambia aunque cambie el nombre",
            "en": "Id: stays the same when the name changes",
        },
    }
)


def build_schema(questionnaire: Questionnaire, language: Language) -> Json:
    """Return the schema of answers.yml with titles and descriptions in a language."""
    ids = list(questionnaire.by_id)
    questions = questionnaire.by_id.values()
    advised = [question.id for question in questions if question.recommend]
    states: Json = {
        "recommend": _id_list(advised),
        "pending": _by_id(ids, _pending()),
        "not_applicable": _by_id(ids, {"type": ["string", "null"]}),
        "later": _id_list(ids),
        "notes": _by_id(ids, {"type": "string"}),
    }
    properties: Json = {
        "format": {"const": 1},
        "questionnaire": _head(questionnaire),
        "languages": {
            "type": "array",
            "items": {"enum": list(LANGUAGES)},
            "minItems": 1,
            "uniqueItems": True,
        },
        "answers": {
            "type": "object",
            "properties": {question.id: describe(question, language) for question in questions},
            "patternProperties": _OWN_NOTES,
            "additionalProperties": False,
        },
        **states,
    }
    return {
        "$schema": DIALECT,
        "$id": f"urn:{questionnaire.id}:answers:{questionnaire.version}",
        "title": _say("title", language),
        "type": "object",
        "properties": {
            key: {"description": _say(key, language), **_json(part)}
            for key, part in properties.items()
        },
        "patternProperties": _OWN_NOTES,
        "additionalProperties": False,
        "required": ["format"],
    }


def describe(question: Question, language: Language) -> Json:
    """Return the schema of one answer, or of one field of a group."""
    parts = [question.text, question.help]
    sentences = [part.read_in(language) for part in parts if part is not None]
    if question.example is not None:
        text = question.example.read_in(language)
        sentences.append(_say("example", language).format(text=text))
    return {
        "title": question.short.read_in(language),
        "description": " ".join(sentences),
        **_SHAPES[question.kind](question, language),
    }


def _say(key: str, language: Language) -> str:
    return _WORDS[key][language]


def _json(part: object) -> Json:
    return part if isinstance(part, dict) else {}


def _head(questionnaire: Questionnaire) -> Json:
    return {
        "type": "object",
        "properties": {"id": {"const": questionnaire.id}, "version": {"type": "string"}},
    }


def _id_list(ids: list[str]) -> Json:
    return {"type": "array", "items": {"enum": ids}, "uniqueItems": True}


def _by_id(ids: list[str], value: Json) -> Json:
    names: Json = {"anyOf": [{"enum": ids}, {"pattern": "^x-"}]}
    return {"type": "object", "propertyNames": names, "additionalProperties": value}


def _pending() -> Json:
    parts: Json = {
        "owner": {"type": "string", "pattern": _ID},
        "due": {"type": "string", "pattern": _DATE},
        "reason": {"type": "string"},
    }
    return {"type": ["object", "null"], "properties": parts, "additionalProperties": False}


def _text(question: Question, language: Language) -> Json:
    """Allow a text or one for each language; a number counts, for a name may be one (1984)."""
    del language
    usual = _LONG_TEXT_LENGTH if question.kind == "long_text" else _TEXT_LENGTH
    words: Json = {"type": "string", "maxLength": question.limits.max_length or usual}
    if question.limits.pattern:
        words["pattern"] = f"^(?:{question.limits.pattern})$"
    each: Json = {
        "type": "object",
        "propertyNames": {"pattern": _LANGUAGE_CODE},
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
    return {"type": "string", "pattern": _DATE}


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
        "patternProperties": _OWN_NOTES,
        "additionalProperties": False,
    }
    either: Json = {"anyOf": [row, cell]} if len(question.columns) == 1 else row
    return {
        "type": "object",
        "properties": {
            one.value: {"title": one.text.read_in(language), **either} for one in question.rows
        },
        "patternProperties": _OWN_NOTES,
        "additionalProperties": False,
    }


def _group(question: Question, language: Language) -> Json:
    own: Json = {"type": "string", "pattern": _ID, "description": _say("id", language)}
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
        "patternProperties": _OWN_NOTES,
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
