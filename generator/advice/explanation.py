"""Rules and changes in words: what goes on after "because" and after "if"."""

from collections.abc import Mapping
from typing import cast

from generator.advice.flips import Change
from generator.advice.knowledge import OwnershipData
from generator.advice.scoring import Rule, count_families
from generator.facts import Sizing
from generator.facts.knowledge import InputData, Said
from questionnaire.text import Text

_SPACED = 10_000
_JOINED = {"es": " y ", "en": " and "}


def find_questions(name: str, data: OwnershipData) -> tuple[str, ...]:
    """Return the questions behind an input of the rules."""
    if _root(name) == "goals":
        return tuple(data["goals"]["questions"])
    entry = data["inputs"].get(name)
    return tuple(entry["questions"]) if entry else ()


def list_reads(rule: Rule, data: OwnershipData) -> tuple[str, ...]:
    """Return the questions behind a rule, each once."""
    found = [question for name in rule.inputs() for question in find_questions(name, data)]
    return tuple(dict.fromkeys(found))


def is_assumed(rule: Rule, sizing: Sizing) -> bool:
    """Say whether a rule rests on an input whose question is still open."""
    return any(_root(name) in sizing.assumed for name in rule.inputs())


def explain_rule(rule: Rule, sizing: Sizing, data: OwnershipData) -> Text:
    """Return what the rule saw in this company, without a capital or a stop."""
    if rule.goals:
        heaviest = max(rule.goals, key=lambda goal: sizing.goals.get(goal, 0))
        return Text(_describe_goal(heaviest, sizing.goals.get(heaviest, 0), data))
    parts = [_describe(name, sizing, data) for name in rule.inputs()]
    return Text(
        {
            language: word.join(part[language] for part in parts)
            for language, word in _JOINED.items()
        }
    )


def explain_change(change: Change, data: OwnershipData) -> Text:
    """Return a change of one input in words that go on after "if"."""
    group, _, goal = change.input.partition(".")
    if group != "goals":
        return Text(dict(data["inputs"][change.input]["changed"][change.code]))
    label, said = data["goals"]["labels"][goal], data["goals"]["changed"][change.code]
    return Text({language: said[language].format(goal=label[language]) for language in said})


def show_number(value: float, language: str) -> str:
    """Write a number as the language does: 37,5 and 12 000 in Spanish, 37.5 and 12,000 in English."""
    rounded = round(value, 1)
    digits = f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,.1f}"
    if language != "es":
        return digits
    # Spanish parts thousands with a thin space that doesn't break, and only from five figures on.
    mark = "\u202f" if rounded >= _SPACED else ""
    return digits.replace(",", mark).replace(".", ",")


def _describe(name: str, sizing: Sizing, data: OwnershipData) -> Said:
    if name == "families":
        number = count_families(sizing.goals, data["goals"]["families"])
        return _fill(data["goals"]["families_said"], number)
    if name.startswith("goals."):
        goal = name.removeprefix("goals.")
        return _describe_goal(goal, sizing.goals.get(goal, 0), data)
    return _describe_input(name, data["inputs"][name], sizing)


def _describe_input(name: str, entry: InputData, sizing: Sizing) -> Said:
    if name in sizing.assumed:
        return entry["assumed"]
    figure = sizing.figures.get(name)
    if figure is not None and "other" in entry:
        return _fill(_choose_form(figure, entry), figure)
    return entry["said"][_position(name, entry, sizing)] if "said" in entry else entry["assumed"]


def _choose_form(figure: float, entry: InputData) -> Said:
    other = entry["other"]
    if figure == 0:
        return entry.get("zero", other)
    return entry.get("one", other) if figure == 1 else other


def _position(name: str, entry: InputData, sizing: Sizing) -> int:
    if name == "business":
        return list(entry.get("codes", ())).index(sizing.business)
    if name.startswith("has."):
        return int(sizing.has.get(name.removeprefix("has."), False))
    return cast("int", getattr(sizing, name))


def _describe_goal(goal: str, weight: int, data: OwnershipData) -> Said:
    label, said = data["goals"]["labels"][goal], data["goals"]["said"][weight]
    return {language: said[language].format(goal=label[language]) for language in said}


def _fill(said: Said, number: float) -> Mapping[str, str]:
    return {
        language: text.replace("{n}", show_number(number, language))
        for language, text in said.items()
    }


def _root(name: str) -> str:
    return "goals" if name == "families" or name.startswith("goals.") else name
