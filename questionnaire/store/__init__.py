"""answers.yml: read with every problem at once, written so that nothing a person wrote is lost."""

from questionnaire.store.load import empty_answers, load_answers, read_answers, read_upgrade
from questionnaire.store.loose import parse_date, parse_words
from questionnaire.store.oddities import find_warnings
from questionnaire.store.write import digest_file, save_answers

__all__ = [
    "digest_file",
    "empty_answers",
    "find_warnings",
    "load_answers",
    "parse_date",
    "parse_words",
    "read_answers",
    "read_upgrade",
    "save_answers",
]
