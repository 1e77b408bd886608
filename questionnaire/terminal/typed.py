"""What a person types: keys in either case, texts of several lines, a key meant as an answer."""

from questionnaire.model import Question
from questionnaire.terminal.session import KEYS, Session

_MOST_LINES = 200


def read_raw(session: Session, question: Question, prompt: str) -> str:
    """Read what was typed; a line that ends with a backslash goes on in the next one."""
    unit = session.speech.read(question.unit)
    label = f" ({unit})" if unit else ""
    typed = session.speech.read_line(session.speech.say(prompt) + label + ": ").strip()
    if question.kind == "long_text":
        lines = [typed]
        while lines[-1].endswith("\\") and len(lines) < _MOST_LINES:
            lines[-1] = lines[-1][:-1].rstrip()
            lines.append(session.speech.read_line("  ").strip())
        typed = "\n".join(lines)
    lowered = typed.casefold()
    return lowered if lowered in KEYS else typed


def unquote(raw: str) -> str:
    """Return a key as an answer when it was written in quotes."""
    quoted = len(raw) == len('"x"') and raw[0] == raw[-1] and raw[0] in "\"'"
    return raw[1] if quoted and raw[1].casefold() in KEYS else raw
