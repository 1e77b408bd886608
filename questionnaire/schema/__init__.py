"""The JSON Schema of answers.yml, for editors that check and complete while somebody types.

It is made from the questionnaire (JSON Schema, draft 2020-12), so it is never behind it. It
describes what a file holds: whether a question is asked at all depends on other answers, which
only the program follows. A file that the schema refuses may still be read, because people may
write labels, units and several spellings; what the program itself writes always passes.
"""

from typing import Final

from questionnaire.model import Questionnaire
from questionnaire.schema.shapes import (
    DATE_PATTERN,
    ID_PATTERN,
    OWN_NOTES,
    Json,
    as_json,
    describe,
    say_word,
)
from questionnaire.text import LANGUAGES, Language

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


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
        "suggested": _by_id(ids, {"type": "string"}),
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
            "patternProperties": OWN_NOTES,
            "additionalProperties": False,
        },
        **states,
    }
    return {
        "$schema": DIALECT,
        "$id": f"urn:{questionnaire.id}:answers:{questionnaire.version}",
        "title": say_word("title", language),
        "type": "object",
        "properties": {
            key: {"description": say_word(key, language), **as_json(part)}
            for key, part in properties.items()
        },
        "patternProperties": OWN_NOTES,
        "additionalProperties": False,
        "required": ["format"],
    }


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
        "owner": {"type": "string", "pattern": ID_PATTERN},
        "due": {"type": "string", "pattern": DATE_PATTERN},
        "reason": {"type": "string"},
    }
    return {"type": ["object", "null"], "properties": parts, "additionalProperties": False}
