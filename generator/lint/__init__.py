"""For authors: whether the questionnaire and the content are sound and keep their promises."""

from generator.library import load_library
from generator.lint.content import inspect_content
from generator.lint.heads import inspect_heads
from generator.lint.model import Report
from generator.lint.traceability import trace
from questionnaire.lint import inspect_questionnaire
from questionnaire.loader import load_questionnaire


def inspect() -> Report:
    """Inspect everything we ship; raises ContentProblems when it can't even be read."""
    questionnaire = load_questionnaire()
    library = load_library()
    seeds, seed_problems = trace("seeds", questionnaire, library)
    topics, topic_problems = trace("topics", questionnaire, library)
    asked = (*inspect_questionnaire(), *inspect_heads(questionnaire, library))
    content = inspect_content(questionnaire, library)
    return Report((*asked, *content, *seed_problems, *topic_problems), seeds, topics)


__all__ = ["Report", "inspect"]
