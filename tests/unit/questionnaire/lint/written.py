"""One sound and one faulty questionnaire for each fault that a rule finds in the words."""

from typing import Any

from tests.unit.questionnaire.lint.minis import Mini, ask, both, field, mini

SOUND = mini(ask())
LONG = "una palabra y otra " * 4
ENGLISH_LONG = "a word and another " * 4


def says(key: str, es: str, en: str, kind: str = "text") -> Mini:
    """Return a questionnaire with another text."""
    return mini(ask("offer", kind, **{key: both(es, en)}))


def because(es: str, en: str) -> Mini:
    """Return a questionnaire with the reason of a recommendation."""
    return mini(ask(recommend=[{"value": "Pan", "because": both(es, en)}]))


def fields(**changes: Any) -> Mini:
    """Return a questionnaire with a field of a group changed."""
    return mini(ask("people", "group", fields=[field("name"), field("role", **changes)]))


REASON = because("porque se vende bien", "because it sells well")
SAMPLES: dict[str, tuple[Mini, Mini]] = {
    "lint.question_too_long": (SOUND, says("text", f"¿Qué {LONG}?", f"What {ENGLISH_LONG}?")),
    "lint.no_question_mark": (SOUND, says("text", "Di tu oferta", "Tell your offer")),
    "lint.two_questions": (SOUND, says("text", "¿Qué? ¿Y cuándo?", "What? And when?")),
    "lint.help_missing": (SOUND, mini(ask(help=None))),
    "lint.help_too_long": (
        says("help", "Por ejemplo, 2.5 horas.", "For example, 2.5 hours."),
        says("help", "Lo de siempre. Lo que se ve.", "The usual. What is seen."),
    ),
    "lint.link": (SOUND, says("help", "Mira www.pan.example.", "See www.bread.example.")),
    "lint.help_repeats": (
        SOUND, says("help", "Qué dices de offer.", "What do you say of offer."),
    ),
    "lint.label_too_long": (
        says("short", "Lo que más vendes", "What you sell most"),
        says("short", "Lo que más vendes ahora", "What you now sell most"),
    ),
    "lint.label_missing": (fields(), fields(short=None)),
    "lint.why_missing": (fields(), fields(why_we_ask=None)),
    "lint.why_vague": (
        SOUND, says("why_we_ask", "Es importante para el manual.", "It is important to know."),
    ),
    "lint.example_missing": (SOUND, mini(ask(example=None))),
    "lint.text_twice": (
        mini(ask("one"), ask("two")),
        mini(ask("one"), ask("two", text=both("¿Qué dices de one?", "What about two?"))),
    ),
    "lint.label_twice": (
        mini(ask("one"), ask("two")),
        mini(ask("one"), ask("two", short=both("Dato one", "Item two"))),
    ),
    "lint.because_form": (REASON, because("Se vende bien.", "It sells well.")),
    "lint.opening_mark": (SOUND, says("text", "Qué vendes?", "What do you sell?")),
    "lint.opening_mark_in_english": (SOUND, says("text", "¿Qué vendes?", "¿What do you sell?")),
    "lint.spaces": (SOUND, says("help", "Lo que se ve. ", "What is seen.")),
    "lint.stop_missing": (SOUND, says("help", "Lo que se ve", "What is seen.")),
    "lint.stop_extra": (SOUND, says("short", "Oferta.", "Offer")),
    "lint.quotes": (
        says("help", "Di «pan» a secas.", "Just say “bread”, the baker's word."),
        says("help", 'Di "pan" a secas.', "Just say “bread”."),
    ),
    "lint.three_dots": (
        says("help", "Pan, tartas…", "Bread, cakes…"), says("help", "Pan...", "Bread…"),
    ),
    "lint.placeholder": (SOUND, says("help", "TODO: escribir.", "What is seen.")),
    "lint.markup": (SOUND, says("help", "Lo que **se ve**.", "What is seen.")),
    "lint.capital": (SOUND, says("short", "oferta", "Offer")),
    "lint.wrong_language": (
        SOUND, says("help", "What you see in the shop.", "What you see in the shop.")
    ),
    "lint.same_in_both": (
        says("example", "Panadería Ñandú", "Panadería Ñandú"),
        says("example", "Pan con aceite y sal", "Pan con aceite y sal"),
    ),
    "lint.figures_differ": (
        says("help", "Hasta 1.500 panes.", "Up to 1,500 loaves."),
        says("help", "Hasta 15 panes.", "Up to 16 loaves."),
    ),
    "lint.plural_address": (SOUND, says("help", "Lo que tenéis hoy.", "What you have today.")),
    "lint.american_spelling": (
        says("help", "El color del pan.", "The colour of bread."),
        says("help", "El color del pan.", "The color of bread."),
    ),
}  # fmt: skip
