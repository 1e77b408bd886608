"""Any problem as one sentence: those of the questionnaire by its messages, the others by ours."""

from collections.abc import Mapping

from generator.library.languages import load_language
from questionnaire.errors import Problem
from questionnaire.messages import knows, message
from questionnaire.text import Language


def tell_problem(problem: Problem, language: Language) -> str:
    """Return what is wrong and how to mend it, without where it is."""
    if knows(problem.code):
        return message(problem, language)
    return load_language(language).message(problem.code, **_plain(problem.data, language))


def _plain(data: Mapping[str, object], language: Language) -> dict[str, str]:
    """Return data as words; `name_es` and `name_en` become `name` in the language spoken."""
    words = {
        name: ", ".join(value) if isinstance(value, tuple) else str(value)
        for name, value in data.items()
    }
    suffix = f"_{language}"
    own = {name.removesuffix(suffix): words[name] for name in words if name.endswith(suffix)}
    return words | own
