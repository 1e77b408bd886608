"""What is asked now, next, back, what is left, what is recommended and why; no input, no output."""

from questionnaire.interview.second_look import new_warnings, warnings_about
from questionnaire.interview.session import Interview, Outcome, Progress, SectionState

__all__ = [
    "Interview",
    "Outcome",
    "Progress",
    "SectionState",
    "new_warnings",
    "warnings_about",
]
