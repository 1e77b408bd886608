"""What the loader refuses before any rule can look: listed so that each has its samples too."""

from collections.abc import Iterator
from typing import Final

from questionnaire.errors import Problem
from questionnaire.lint.model import Documents, Rule
from questionnaire.model import Questionnaire

_CODES: Final = (
    "yaml.tab", "yaml.reserved", "yaml.hashtag", "yaml.duplicate_key", "yaml.anchor", "yaml.tag",
    "yaml.character", "yaml.second_document", "yaml.syntax", "yaml.not_utf8",
    "questionnaire.unknown_key", "questionnaire.missing_key", "questionnaire.wrong_value",
    "questionnaire.missing_language", "questionnaire.duplicate_section",
    "questionnaire.duplicate_id", "questionnaire.duplicate_choice", "questionnaire.unknown_kind",
    "questionnaire.useless_key", "questionnaire.unknown_field", "questionnaire.unknown_group",
    "questionnaire.group_in_group", "questionnaire.limits_crossed", "questionnaire.bad_pattern",
    "questionnaire.unreachable_rule", "questionnaire.no_last_rule",
    "questionnaire.recommend_pick",
    "condition.empty", "condition.too_long", "condition.too_complex", "condition.syntax",
    "condition.chained", "condition.not_allowed", "condition.unknown_function",
    "condition.arguments", "condition.name", "condition.unknown_name", "condition.looks_ahead",
    "condition.item_outside", "condition.operator", "condition.impossible",
    "answer.choice", "answer.out_of_range", "answer.too_many", "answer.number",
)  # fmt: skip


def _refused_before(questionnaire: Questionnaire, documents: Documents) -> Iterator[Problem]:
    del questionnaire, documents
    return iter(())


RULES: Final = tuple(Rule(code, "error", _refused_before) for code in _CODES)
"""The last four are recommendations that the question itself couldn't take as an answer."""
