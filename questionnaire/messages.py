"""The sentence for a problem, in the language of the person who must mend it.

The sentences are in messages.yml, those of the static checker in lint.yml. `{name}` stands for a
datum of the problem, or for the one of that language (`allowed` may come as `allowed_es` and
`allowed_en`); a part in `[[ ]]` is said only when all its data are there.
"""

import functools
import re
from collections.abc import Mapping
from typing import Final

from questionnaire.errors import Datum, Problem
from questionnaire.sources import data_folder, read_content
from questionnaire.text import LANGUAGES, Language

_FILES: Final = ("messages.yml", "lint.yml")
_OPTIONAL: Final = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_NAME: Final = re.compile(r"\{([a-z_]+)\}")


def message(problem: Problem, language: Language) -> str:
    """Return what is wrong, what is allowed and how to mend it; the code itself if unknown."""
    sentences = all_messages().get(problem.code)
    if sentences is None:
        return problem.code
    template = sentences.get(language) or sentences[LANGUAGES[-1]]
    data = _read_data(problem, language)

    def say_part(found: re.Match[str]) -> str:
        part = found.group(1)
        return part if all(name in data for name in _NAME.findall(part)) else ""

    # The data go in last and in one pass: whatever they hold is never read as a template.
    return _NAME.sub(lambda found: data.get(found.group(1), "–"), _OPTIONAL.sub(say_part, template))


def knows(code: str) -> bool:
    """Say whether a problem is one of those that have their sentence here."""
    return code in all_messages()


@functools.cache
def all_messages() -> Mapping[str, Mapping[str, str]]:
    """Return every sentence by code and language; read when the first problem is told."""
    sentences: dict[str, Mapping[str, str]] = {}
    for file in _FILES:
        sentences |= read_content(data_folder("questionnaire", file)).data
    return sentences


def _read_data(problem: Problem, language: Language) -> dict[str, str]:
    where = problem.where
    data = {
        "question": where.question or "",
        "file": where.file or "",
        "line": "" if where.line is None else str(where.line),
    }
    for name, datum in problem.data.items():
        data[name] = _say(datum, language)
    suffix = f"_{language}"
    for name, datum in problem.data.items():
        if name.endswith(suffix):
            data[name.removesuffix(suffix)] = _say(datum, language)
    return data


def _say(datum: Datum, language: Language) -> str:
    if isinstance(datum, tuple):
        return ", ".join(datum)
    if isinstance(datum, float) and language == LANGUAGES[0]:
        return str(datum).replace(".", ",")
    return str(datum)
