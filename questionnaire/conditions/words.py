"""A condition in plain Spanish or English, for help pages, reports and lint."""

from collections.abc import Callable, Mapping
from typing import Final

from questionnaire.conditions.tree import Call, Compare, Literal, Logic, Name, Node, Value

Label = Callable[[str], str]
Choice = Callable[[str, object], str]

_PHRASES: Final[Mapping[str, Mapping[str, str]]] = {
    "es": {
        "quote": "«{text}»",
        "and": " y ",
        "or": " o ",
        "not": "no se cumple que {text}",
        "yes": "{name} es sí",
        "no": "{name} es no",
        "==": "{name} es {value}",
        "!=": "{name} no es {value}",
        "<": "{name} es menos de {value}",
        "<=": "{name} es {value} como mucho",
        ">": "{name} es más de {value}",
        ">=": "{name} es {value} como mínimo",
        "in": "{name} es {value}",
        "not in": "{name} no es {value}",
        "has": "{name} incluye {value}",
        "has not": "{name} no incluye {value}",
        "any_in": "{name} incluye {value}",
        "answered": "{name} tiene respuesta",
        "count": "el número de {name}",
        "true": "sí",
        "false": "no",
    },
    "en": {
        "quote": "“{text}”",
        "and": " and ",
        "or": " or ",
        "not": "it is not the case that {text}",
        "yes": "{name} is yes",
        "no": "{name} is no",
        "==": "{name} is {value}",
        "!=": "{name} is not {value}",
        "<": "{name} is less than {value}",
        "<=": "{name} is at most {value}",
        ">": "{name} is more than {value}",
        ">=": "{name} is at least {value}",
        "in": "{name} is {value}",
        "not in": "{name} is not {value}",
        "has": "{name} includes {value}",
        "has not": "{name} does not include {value}",
        "any_in": "{name} includes {value}",
        "answered": "{name} has an answer",
        "count": "the number of {name}",
        "true": "yes",
        "false": "no",
    },
}
_MIRRORED: Final[Mapping[str, str]] = {
    "<": ">", "<=": ">=", ">": "<", ">=": "<=", "in": "has", "not in": "has not",
}  # fmt: skip


def say(tree: Node, language: str, label: Label, choice: Choice) -> str:
    """Return the sentence without a capital or a full stop, ready to follow "only if"."""
    return _Speaker(_PHRASES.get(language, _PHRASES["en"]), label, choice).say(tree)


class _Speaker:
    """Says trees in one language with one set of names."""

    def __init__(self, phrases: Mapping[str, str], label: Label, choice: Choice) -> None:
        self._phrases = phrases
        self._label = label
        self._choice = choice

    def say(self, node: Node) -> str:
        match node:
            case Logic():
                return self._say_logic(node)
            case Name(path):
                return self._fill("yes", name=self._name(path))
            case Call(function, Name(path), values):
                value = self._literal(path, values)
                return self._fill(function, name=self._name(path), value=value)
            case Compare():
                return self._say_comparison(node)
            case Value(value):
                return self._literal("", value)

    def _say_logic(self, node: Logic) -> str:
        first = node.parts[0]
        if node.operator != "not":
            return self._phrases[node.operator].join(map(self._nested, node.parts))
        if isinstance(first, Name):
            return self._fill("no", name=self._name(first.path))
        return self._fill("not", text=self._nested(first))

    def _say_comparison(self, node: Compare) -> str:
        match node.left, node.right:
            case Name(path), Value(value):
                return self._about(path, node.operator, value)
            case Value(value), Name(path):
                return self._about(path, _MIRRORED.get(node.operator, node.operator), value)
            case left, right:
                return self._fill(
                    node.operator, name=self._operand(left), value=self._operand(right)
                )

    def _about(self, path: str, operator: str, value: Literal | tuple[Literal, ...]) -> str:
        return self._fill(operator, name=self._name(path), value=self._literal(path, value))

    def _operand(self, node: Node) -> str:
        return self._name(node.path) if isinstance(node, Name) else self.say(node)

    def _nested(self, node: Node) -> str:
        said = self.say(node)
        return f"({said})" if isinstance(node, Logic) and node.operator != "not" else said

    def _name(self, path: str) -> str:
        return self._fill("quote", text=self._label(path))

    def _literal(self, path: str, value: Literal | tuple[Literal, ...]) -> str:
        if isinstance(value, tuple):
            *first, last = [self._literal(path, one) for one in value] or [""]
            return ", ".join(first) + self._phrases["or"] + last if first else last
        if isinstance(value, bool):
            return self._phrases["true" if value else "false"]
        if isinstance(value, str) and path:
            return self._fill("quote", text=self._choice(path, value))
        return str(value)

    def _fill(self, phrase: str, **parts: str) -> str:
        text = self._phrases[phrase]
        # One pass over the phrase, so that a name that holds braces stays as it is.
        pieces = text.replace("}", "{").split("{")
        return "".join(parts[piece] if odd % 2 else piece for odd, piece in enumerate(pieces))
