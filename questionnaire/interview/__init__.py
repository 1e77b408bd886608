"""What is asked now, next, back, what is left, what is recommended and why; no input, no output."""

from questionnaire.interview.rest import list_recommendable, recommend_rest
from questionnaire.interview.second_look import new_warnings, warnings_about
from questionnaire.interview.session import Interview, Outcome, Progress, SectionState
from questionnaire.interview.showing import show_value
from questionnaire.interview.view import find_runner_up

__all__ = [
    "Interview",
    "Outcome",
    "Progress",
    "SectionState",
    "find_runner_up",
    "list_recommendable",
    "new_warnings",
    "recommend_rest",
    "show_value",
    "warnings_about",
]
