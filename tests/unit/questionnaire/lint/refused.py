"""One sound and one faulty questionnaire for each fault that the loader refuses."""

from tests.unit.questionnaire.lint.minis import (
    FIRST,
    Mini,
    ask,
    both,
    edit,
    field,
    mini,
    option,
    parts,
    section,
)

SOUND = mini(ask())
QUOTED = mini(ask(example=both("@panaderia", "@bakery")))
HASHTAG = mini(ask(example=both("#PanBueno", "#GoodBread")))
COLOUR = ask("colour", "choice")
PEOPLE = ask("people", "group")
CHILDREN = field("children", "group", fields=None, item_name=None, item_label=None)


def when(condition: str, kind: str = "choice") -> Mini:
    """Return a questionnaire with a question under a condition."""
    return mini(ask("colour", kind), ask(when=condition))


def recommend(kind: str, value: object, **changes: object) -> Mini:
    """Return a questionnaire with a recommendation."""
    rules = [{"value": value, "because": both("porque sí", "because yes")}]
    return mini(ask("colour", kind, recommend=rules, **changes))


def rules(*conditions: str | None) -> Mini:
    """Return a questionnaire with a recommendation for each condition."""
    listed = [
        {"value": f"Pan {at}", "because": both("porque sí", "because yes")}
        | ({"when": one} if one else {})
        for at, one in enumerate(conditions)
    ]
    return mini(COLOUR, ask(recommend=listed))


BROWN = "colour == 'red'"
SAMPLES: dict[str, tuple[Mini, Mini]] = {
    "yaml.tab": (SOUND, edit("  kind: text", "\tkind: text")),
    "yaml.reserved": (QUOTED, edit("'@panaderia'", "@panaderia", QUOTED)),
    "yaml.hashtag": (HASHTAG, edit("'#PanBueno'", "#PanBueno", HASHTAG)),
    "yaml.duplicate_key": (SOUND, edit("  kind: text", "  kind: text\n  kind: text")),
    "yaml.anchor": (SOUND, edit("Pan de masa", "&pan Pan de masa")),
    "yaml.tag": (SOUND, edit("Pan de masa", "!!str Pan de masa")),
    "yaml.character": (SOUND, edit("Pan de masa", "Pan\u202e de masa")),
    "yaml.second_document": (SOUND, {**SOUND, "questionnaire.yml": "a: 1\n---\nb: 2\n"}),
    "yaml.syntax": (SOUND, edit("Pan de masa", "Pan: de masa")),
    "yaml.not_utf8": (SOUND, edit("tamaño", "tama\udcf1o")),
    "questionnaire.unknown_key": (SOUND, mini(ask(halp="x"))),
    "questionnaire.missing_key": (mini(PEOPLE), mini(ask("people", "group", item_label=None))),
    "questionnaire.wrong_value": (SOUND, mini(ask(required="often"))),
    "questionnaire.missing_language": (SOUND, mini(ask(help={"es": "Lo que se ve."}))),
    "questionnaire.duplicate_section": (
        parts(section(ask()), section(ask("size"), id="team", questions=[ask("size")])),
        {
            **mini(ask()),
            "questions/020-shop.yml": mini(questions=[ask("size")])["questions/010-shop.yml"],
        },
    ),
    "questionnaire.duplicate_id": (mini(ask("one"), ask("two")), mini(ask("one"), ask("one"))),
    "questionnaire.duplicate_choice": (
        mini(COLOUR),
        mini(ask("colour", "choice", choices=[option(*FIRST), option("red", "Azul", "Blue")])),
    ),
    "questionnaire.unknown_kind": (SOUND, mini(ask(kind="textt"))),
    "questionnaire.useless_key": (SOUND, mini(ask(picks="opening"))),
    "questionnaire.unknown_field": (
        mini(PEOPLE), mini(ask("people", "group", item_label="nombre")),
    ),
    "questionnaire.unknown_group": (
        mini(PEOPLE, ask("boss", "pick")), mini(ask("boss", "pick"), PEOPLE),
    ),
    "questionnaire.group_in_group": (
        mini(PEOPLE),
        mini(ask("people", "group", fields=[field("name"), CHILDREN])),
    ),
    "questionnaire.limits_crossed": (
        mini(ask("size", "integer")), mini(ask("size", "integer", limits={"min": 9, "max": 3})),
    ),
    "questionnaire.bad_pattern": (
        mini(ask(limits={"pattern": ".+", "message": both("Algo.", "Something.")})),
        mini(ask(limits={"pattern": "(", "message": both("Algo.", "Something.")})),
    ),
    "questionnaire.unreachable_rule": (rules(BROWN, None), rules(None, None)),
    "questionnaire.no_last_rule": (rules(BROWN, None), rules(BROWN)),
    "questionnaire.recommend_pick": (
        mini(PEOPLE, ask("boss", "pick")),
        mini(PEOPLE, ask("boss", "pick", recommend=[{"value": "ana", "because": both("x", "x")}])),
    ),
    "condition.empty": (when(BROWN), when(" ")),
    "condition.too_long": (when(BROWN), when(f"colour == '{'x' * 500}'")),
    "condition.too_complex": (when(BROWN), when(" or ".join(["a"] * 60))),
    "condition.syntax": (when(BROWN), when("colour == 'red")),
    "condition.chained": (when(BROWN), when("'a' < colour < 'z'")),
    "condition.not_allowed": (when(BROWN), when("colour + 'x' == 'red'")),
    "condition.unknown_function": (when("answered(colour)"), when("given(colour)")),
    "condition.arguments": (when("answered(colour)"), when("answered(colour, 'x')")),
    "condition.name": (when(BROWN), when("none == 'red'")),
    "condition.unknown_name": (when(BROWN), when("color == 'red'")),
    "condition.looks_ahead": (
        mini(COLOUR, ask(when=BROWN)), mini(ask(when=BROWN), COLOUR),
    ),
    "condition.item_outside": (when(BROWN), when("item.colour == 'red'")),
    "condition.operator": (when(BROWN), when("colour > 'red'")),
    "condition.impossible": (when(BROWN), when("colour == 'pink'")),
    "answer.choice": (recommend("choice", "red"), recommend("choice", "pink")),
    "answer.out_of_range": (recommend("integer", 12), recommend("integer", 900)),
    "answer.too_many": (
        recommend("choices", ["red"], limits={"max_items": 1}),
        recommend("choices", ["red", "blue"], limits={"max_items": 1}),
    ),
    "answer.number": (recommend("integer", 12), recommend("integer", "many")),
}  # fmt: skip
