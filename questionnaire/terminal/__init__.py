"""The wizard for a terminal: plain lines in, plain lines out, saved after every answer."""

from questionnaire.terminal.entry import run_in_terminal
from questionnaire.terminal.wizard import run_wizard

__all__ = ["run_in_terminal", "run_wizard"]
