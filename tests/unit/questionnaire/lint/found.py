"""One sound and one faulty questionnaire for each fault that a rule finds in structure."""

from typing import Any

from tests.unit.questionnaire.lint.minis import (
    FIRST,
    SECOND,
    THIRD,
    Mini,
    ask,
    both,
    edit,
    field,
    mini,
    option,
    options,
    parts,
    section,
)

SOUND = mini(ask())
COLOUR = ask("colour", "choice")
COLOURS = ask("colours", "choices")
PEOPLE = ask("people", "group")
RED = "colour == 'red'"
NONE = ("none", "Ninguno", "None")


def choose(kind: str, *choices: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Return a question with these options."""
    return ask("taste", kind, choices=list(choices), **changes)


def advise(*rules: tuple[str | None, object], **changes: Any) -> dict[str, Any]:
    """Return a question with recommendations: their condition and value."""
    listed = [
        {"value": value, "because": both(f"porque es {at}", f"because it is {at}")}
        | ({"when": when} if when else {})
        for at, (when, value) in enumerate(rules)
    ]
    return ask("taste", "choice", recommend=listed, **changes)


def when(condition: str, *before: dict[str, Any]) -> Mini:
    """Return a questionnaire with a question under a condition."""
    return mini(*(before or (COLOUR, COLOURS)), ask(when=condition))


def group(*fields: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Return a group with these fields."""
    return ask("people", "group", fields=list(fields), **changes)


def limited(kind: str, **limits: object) -> Mini:
    """Return a questionnaire with a limited question."""
    return mini(ask("size", kind, limits=limits))


HIDDEN = option("red", "Rojo", "Red", when="opening == 'x'")
BRANCHES: dict[str, tuple[Mini, Mini]] = {
    "lint.never_true": (
        when("colour == 'red' or colour == 'blue'"), when("colour == 'red' and colour == 'blue'"),
    ),
    "lint.always_true": (
        when("colour in ['red', 'blue']"), when("colour in ['red', 'blue', 'green']"),
    ),
    "lint.choice_never_offered": (
        mini(COLOUR, choose("choice", option(*FIRST, when="colour == 'red'"), option(*SECOND))),
        mini(
            COLOUR,
            choose(
                "choice", option(*FIRST, when="colour == 'red'"), option(*SECOND),
                when="colour == 'blue'",
            ),
        ),
    ),
    "lint.rule_covered": (
        mini(COLOUR, advise(("colour == 'red'", "red"), ("colour != 'blue'", "blue"), (None, "green"))),
        mini(COLOUR, advise(("colour != 'blue'", "blue"), ("colour == 'red'", "red"), (None, "green"))),
    ),
    "lint.recommends_hidden_choice": (
        mini(advise((None, "blue"), choices=[HIDDEN, option(*SECOND)])),
        mini(
            advise(
                ("opening == 'y'", "red"), (None, "blue"), choices=[HIDDEN, option(*SECOND)]
            )
        ),
    ),
    "lint.recommends_the_same": (
        mini(COLOUR, advise((RED, "red"), (None, "red"))),
        edit("es 1", "es 0", edit("is 1", "is 0", mini(COLOUR, advise((RED, "red"), (None, "red"))))),
    ),
    "lint.when_repeated": (
        parts(section(COLOUR), section(id="team", when="colour == 'red'", questions=[ask("boss")])),
        parts(
            section(COLOUR),
            section(
                id="team", when="colour == 'red'",
                questions=[ask("boss", when="colour == 'red'"), ask("role")],
            ),
        ),
    ),
    "lint.reads_deeper": (
        mini(ask("colour", "choice", tier="essential"), ask(tier="essential", when="colour == 'red'")),
        mini(COLOUR, ask(tier="essential", when="colour == 'red'")),
    ),
    "lint.part_repeated": (
        when("colour == 'red' or 'blue' in colours"), when("colour == 'red' or colour == 'red'"),
    ),
}  # fmt: skip
LIMITS: dict[str, tuple[Mini, Mini]] = {
    "lint.limit_unused": (limited("integer", min=1), limited("text", min=1)),
    "lint.limit_senseless": (limited("text", max_length=40), limited("text", max_length=-4)),
    "lint.limit_beyond_choices": (
        limited("choices", min_items=3), limited("choices", min_items=4),
    ),
    "lint.pattern_without_message": (
        limited("text", pattern=".+", message=both("Algo.", "Something.")),
        limited("text", pattern=".+"),
    ),
    "lint.message_without_pattern": (
        limited("text", pattern=".+", message=both("Algo.", "Something.")),
        limited("text", message=both("Algo.", "Something.")),
    ),
    "lint.example_refused": (
        limited("text", pattern="[A-Za-z ]+", message=both("Letras.", "Letters.")),
        limited("text", pattern="[0-9]+", message=both("Cifras.", "Figures.")),
    ),
    "lint.number_unbounded": (limited("number", min=0), limited("number", max=9)),
}  # fmt: skip
LONG = mini(choose("choice", *options(16)))
CHOICES: dict[str, tuple[Mini, Mini]] = {
    "lint.single_choice": (mini(COLOUR), mini(choose("choice", option(*FIRST)))),
    "lint.too_many_choices": (edit("  choices:", "  # One for each network.\n  choices:", LONG), LONG),
    "lint.duplicate_choice_text": (
        mini(COLOUR), mini(choose("choice", option(*FIRST), option("blue", "Azul", "Red"))),
    ),
    "lint.exclusive_alone": (
        mini(choose("choices", option(*FIRST), option(*SECOND), option(*NONE, exclusive=True))),
        mini(choose("choices", option(*FIRST, exclusive=True), option(*NONE, exclusive=True))),
    ),
    "lint.exclusive_useless": (
        mini(choose("choice", option(*FIRST), option(*NONE))),
        mini(choose("choice", option(*FIRST), option(*NONE, exclusive=True))),
    ),
    "lint.none_not_exclusive": (
        mini(choose("choices", option(*FIRST), option(*SECOND), option(*NONE, exclusive=True))),
        mini(choose("choices", option(*FIRST), option(*SECOND), option(*NONE))),
    ),
    "lint.other_not_last": (
        mini(choose("choice", option(*FIRST), option("other", "Otro", "Another"))),
        mini(choose("choice", option("other", "Otro", "Another"), option(*THIRD))),
    ),
}  # fmt: skip
GROUPS: dict[str, tuple[Mini, Mini]] = {
    "lint.label_optional": (
        mini(group(field("name"), field("role", required=False))),
        mini(group(field("name", required=False), field("role"))),
    ),
    "lint.label_hidden": (
        mini(group(field("role", "choice"), field("name"))),
        mini(group(field("role", "choice"), field("name", when="item.role == 'red'"))),
    ),
    "lint.label_kind": (
        mini(PEOPLE), mini(group(field("name", "number"), field("role"))),
    ),
    "lint.group_of_one_field": (mini(PEOPLE), mini(group(field("name")))),
    "lint.field_before_group": (
        mini(PEOPLE), mini(group(field("name"), field("role", tier="essential"))),
    ),
    "lint.pick_of_empty_group": (
        mini(ask("people", "group", required=False), ask("boss", "pick", required=False)),
        mini(ask("people", "group", required=False), ask("boss", "pick")),
    ),
    "lint.pick_beyond_group": (
        mini(ask("people", "group", limits={"max_items": 3}), ask("boss", "picks", limits={"min_items": 2})),
        mini(ask("people", "group", limits={"max_items": 1}), ask("boss", "picks", limits={"min_items": 2})),
    ),
    "lint.personal_unmarked": (
        mini(group(field("name"), field("phone", sensitivity="personal"))),
        mini(group(field("name"), field("phone"))),
    ),
}  # fmt: skip
MANY = [ask(f"more{at}", tier="essential") for at in range(17)]
STRUCTURE: dict[str, tuple[Mini, Mini]] = {
    "lint.essential_too_many": (
        mini(*MANY), mini(*MANY, ask("last", tier="essential")),
    ),
    "lint.section_without_essential": (SOUND, mini(questions=[ask()])),
    "lint.essential_optional": (
        mini(ask(tier="essential")), mini(ask(tier="essential", required=False)),
    ),
    "lint.minutes_unlikely": (SOUND, mini(ask(), minutes=40)),
    "lint.file_name": (
        SOUND,
        {"questionnaire.yml": SOUND["questionnaire.yml"], "questions/shop.yml": SOUND["questions/010-shop.yml"]},
    ),
    "lint.head_languages": (SOUND, parts(section(ask()), languages=("es",))),
    "lint.used_nowhere": (SOUND, mini(ask(used_in=None))),
    "lint.used_in_form": (
        mini(ask(used_in=["p.home", "p.raci"])), mini(ask(used_in=["p.home", "p.home"])),
    ),
    "lint.seed_form": (mini(ask(seeds=["S0.3", "S1.2"])), mini(ask(seeds=["S03"]))),
}  # fmt: skip
SAMPLES = BRANCHES | LIMITS | CHOICES | GROUPS | STRUCTURE
