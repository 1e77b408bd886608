"""What each kind of question takes, what it refuses and how it shows a value."""

from collections.abc import Mapping
from datetime import date, time

import pytest

from questionnaire.conditions import parse_condition
from questionnaire.errors import Place
from questionnaire.kinds import KINDS, KindContext
from questionnaire.model import Choice, Limits, Question
from questionnaire.text import ENGLISH, NEUTRAL, SPANISH, Language, Text

PLACE = Place("answers.yml", 7, 3, "q")
PEOPLE = ({"id": "lucia", "name": "Lucía Ferrer"}, {"id": "marcos", "name": "Marcos Gil"})
CONTEXT = KindContext({"people": PEOPLE}, PLACE)


def both(text: str) -> Text:
    """Return the same text in both languages."""
    return Text({"es": text, "en": text})


CHOICES = (
    Choice("bread", Text({"es": "Pan, bollos", "en": "Bread"})),
    Choice("cake", Text({"es": "Tartas", "en": "Cakes"})),
    Choice("coffee", Text({"es": "Café", "en": "Coffee"})),
    Choice("none", Text({"es": "Nada", "en": "Nothing"}), exclusive=True),
)


def ask(kind: str, **more: object) -> Question:
    """Return a question of a kind."""
    given: dict[str, object] = (
        {"choices": CHOICES} if kind in {"choice", "choices", "ranking"} else {}
    )
    given |= {"picks": "people", "item_label": "name"} if kind.startswith("pick") else {}
    return Question("q", kind, "essential", both("?"), both("q"), PLACE, **(given | more))  # type: ignore[arg-type]


def parse(kind: str, raw: object, language: Language = SPANISH, **more: object) -> object:
    """Return the value that a kind reads, or the codes with which it refuses."""
    parsed = KINDS[kind].parse(ask(kind, **more), raw, language, CONTEXT)
    if parsed.problems:
        assert parsed.value is None
        assert all(problem.where.file == "answers.yml" for problem in parsed.problems)
        return [problem.code.removeprefix("answer.") for problem in parsed.problems]
    return parsed.value


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_nothing_is_no_answer_and_no_problem(kind: str) -> None:
    """Whether a question may stay open is decided elsewhere; showing nothing shows nothing."""
    for nothing in (None, ""):
        assert parse(kind, nothing) is None
    assert KINDS[kind].show(ask(kind), None, SPANISH, CONTEXT) == ""


@pytest.mark.parametrize(
    ("kind", "raw", "value"),
    [
        ("text", "  Panadería \t Ñandú ", "Panadería Ñandú"),
        ("text", "Cafe\u0301", "Café"),
        ("text", 12, "12"),
        ("text", {"es": "hola", "en": "hello"}, Text({"es": "hola", "en": "hello"})),
        ("text", Text({"es": "hola"}), Text({"es": "hola"})),
        ("text", {"es": "", "en": None}, None),
        ("text", "La clave es escuchar", "La clave es escuchar"),
        ("text", "contraseñas: Bitwarden", "contraseñas: Bitwarden"),
        ("long_text", "uno\r\ndos  tres\n", "uno\ndos tres"),
        ("email", "Hola@Panaderia.ES", "Hola@panaderia.es"),
        ("url", "https://ejemplo.es/a?b=c#d", "https://ejemplo.es/a?b=c#d"),
        ("url", "http://ñandú.es:8080", "http://ñandú.es:8080"),
        ("date", "2026-12-15", date(2026, 12, 15)),
        ("date", "15/12/2026", date(2026, 12, 15)),
        ("date", "5-1-2026", date(2026, 1, 5)),
        ("date", date(2026, 1, 1), date(2026, 1, 1)),
        ("time", "8:00", time(8)),
        ("time", "08:30", time(8, 30)),
        ("time", "8h", time(8)),
        ("time", "8.15 h", time(8, 15)),
        ("time", "5 pm", time(17)),
        ("time", "12:30 a. m.", time(0, 30)),
        ("time", time(9), time(9)),
        ("integer", "1.500", 1500),
        ("integer", "12 %", 12),
        ("integer", 4, 4),
        ("integer", 4.0, 4),
        ("number", "1.500,5", 1500.5),
        ("number", "2,5", 2.5),
        ("number", "3 horas", 3),
        ("number", "−4", -4),
        ("number", 2.25, 2.25),
        ("boolean", "Sí", True),
        ("boolean", "si", True),
        ("boolean", "y", True),
        ("boolean", "No", False),
        ("boolean", True, True),
        ("choice", "cake", "cake"),
        ("choice", "cafe", "coffee"),
        ("choice", "Coffee", "coffee"),
        ("choice", "Pan, bollos", "bread"),
        ("choices", ["coffee", "bread", "coffee"], ("bread", "coffee")),
        ("choices", "tartas; café", ("cake", "coffee")),
        ("choices", "Pan, bollos", ("bread",)),
        ("choices", ["none"], ("none",)),
        ("choices", [], None),
        ("ranking", "coffee, bread", ("coffee", "bread")),
        ("pick", "lucia", "lucia"),
        ("pick", "lucía ferrer", "lucia"),
        ("picks", "marcos, Lucía Ferrer, marcos", ("marcos", "lucia")),
        ("colour", "#0B6", "#00bb66"),
        ("colour", "#0B6E4F", "#0b6e4f"),
    ],
)
def test_a_kind_reads_what_people_write(kind: str, raw: object, value: object) -> None:
    """Usual ways of writing a value all give the one typed value."""
    unit = Text({"es": "horas", "en": "hours"})
    read = parse(kind, raw, unit=unit)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    ("kind", "raw", "codes"),
    [
        ("text", "dos\nlíneas", ["one_line"]),
        ("text", "x" * 301, ["too_long"]),
        ("text", "a\u202eb", ["character"]),
        ("text", "a\x02b", ["character"]),
        ("text", ["a"], ["one_value"]),
        ("text", {"spanish!": "a"}, ["language"]),
        ("text", {"es": "x" * 301, "en": "a\nb"}, ["too_long", "one_line"]),
        ("text", "password=hunter2", ["secret"]),
        ("text", "Clave: x81kd9", ["secret"]),
        ("long_text", "token AKIAIOSFODNN7EXAMPLE", ["secret"]),
        ("long_text", "-----BEGIN RSA PRIVATE KEY-----", ["secret"]),
        ("text", "https://ana:secreta@ejemplo.es", ["secret"]),
        ("long_text", "x" * 5001, ["too_long"]),
        ("email", "hola@", ["email"]),
        ("email", "a@b@c.es", ["email"]),
        ("email", "a..b@c.es", ["email"]),
        ("url", "ejemplo.es", ["url_scheme"]),
        ("url", "javascript:alert(1)", ["url_scheme"]),
        ("url", "https://ana:x@ejemplo.es", ["url_user"]),
        ("url", "https://ejemplo.es/a b", ["url"]),
        ("url", "https://ejemplo.es\\@otro.es", ["url"]),
        ("url", "https://[::1", ["url"]),
        ("url", "https://ejemplo.es:99999", ["url"]),
        ("url", "https://", ["url"]),
        ("date", "mañana", ["date"]),
        ("date", "2026-02-30", ["no_such_date"]),
        ("date", "0026-02-03", ["no_such_date"]),
        ("time", "25:00", ["time"]),
        ("time", "13 pm", ["time"]),
        ("time", "pronto", ["time"]),
        ("integer", "2,5", ["integer"]),
        ("number", "muchos", ["number"]),
        ("number", "1e9", ["number"]),
        ("number", "٣", ["number"]),
        ("number", "nan", ["number"]),
        ("boolean", "quizá", ["boolean"]),
        ("choice", "crema", ["choice"]),
        ("choice", ["cake"], ["one_value"]),
        ("choices", ["cake", "x1", "x2"], ["choice", "choice"]),
        ("choices", ["none", "cake"], ["exclusive"]),
        ("choices", {"a": 1}, ["list"]),
        ("ranking", ["cake", "cake"], ["twice"]),
        ("pick", "Ana", ["pick"]),
        ("picks", ["lucia", "Ana"], ["pick"]),
        ("picks", {"a": 1}, ["list"]),
        ("colour", "red;}body{", ["colour"]),
        ("colour", "#12345", ["colour"]),
        ("group", "Ana", ["items"]),
    ],
)
def test_a_kind_refuses_with_its_code(kind: str, raw: object, codes: list[str]) -> None:
    """What can't be taken is refused for a reason that has a sentence."""
    assert parse(kind, raw) == codes


def test_numbers_are_read_in_the_language() -> None:
    """The same digits are another number in English, and in a file the point is decimal."""
    assert parse("number", "1.500", SPANISH) == 1500
    assert parse("number", "1.500", ENGLISH) == 1.5
    assert parse("number", "1.500", NEUTRAL) == 1.5
    assert parse("number", "1,500.5", ENGLISH) == 1500.5
    assert parse("number", "12/31/2026", ENGLISH) == ["number"]
    assert parse("date", "15/12/2026", ENGLISH) == ["date"]


def test_limits_hold() -> None:
    """Ranges, lengths, counts and patterns are those of the question."""
    assert parse("number", "11", limits=Limits(min=0, max=10)) == ["out_of_range"]
    assert parse("integer", "-1", limits=Limits(min=0)) == ["out_of_range"]
    assert parse("text", "abc", limits=Limits(max_length=2)) == ["too_long"]
    assert parse("text", "abc", limits=Limits(pattern="[a-c]+")) == "abc"
    assert parse("text", "abd", limits=Limits(pattern="[a-c]+")) == ["format"]
    assert parse("text", "abd", limits=Limits(pattern="[a-c]+", message=both("a-c"))) == ["pattern"]
    assert parse("ranking", ["cake"], limits=Limits(min_items=2)) == ["too_few"]
    assert parse("choices", ["cake", "bread"], limits=Limits(max_items=1)) == ["too_many"]


def data_of(kind: str, raw: object, **more: object) -> Mapping[str, object]:
    """Return the data of the first problem."""
    return KINDS[kind].parse(ask(kind, **more), raw, SPANISH, CONTEXT).problems[0].data


def test_a_near_miss_is_told_what_was_meant() -> None:
    """Codes, labels and names are compared without case or accents."""
    assert data_of("choice", "cofee")["hint"] == "coffee"
    assert data_of("choice", "tarta")["hint"] == "cake"
    assert data_of("choice", "x")["allowed_en"] == (
        "bread (Bread)", "cake (Cakes)", "coffee (Coffee)", "none (Nothing)",
    )  # fmt: skip
    assert data_of("pick", "Lucia Ferer")["hint"] == "lucia"
    assert data_of("url", "ejemplo.es")["hint"] == "https://ejemplo.es"


def test_a_secret_is_never_repeated() -> None:
    """The problem about a password doesn't hold the password."""
    assert "hunter2" not in str(data_of("text", "password=hunter2"))
    assert "x9" not in str(data_of("url", "https://ana:x9@ejemplo.es"))


def test_a_long_or_odd_value_is_shown_short() -> None:
    """A problem stays one readable line."""
    assert len(str(data_of("boolean", "x" * 500)["value"])) == 61
    assert data_of("text", "ab\x02")["position"] == 3


def test_a_pick_without_a_list_or_with_namesakes_says_so() -> None:
    """The cure differs: fill in the list, or use the id."""
    twins = ({"id": "a", "name": "Ana"}, {"id": "b", "name": "Ana"})
    empty = KINDS["pick"].parse(ask("pick"), "Ana", SPANISH, KindContext())
    double = KINDS["pick"].parse(ask("pick"), "Ana", SPANISH, KindContext({"people": twins}))
    assert [problem.code for problem in empty.problems] == ["answer.pick_empty"]
    assert double.problems[0].data["allowed"] == ("a", "b")


@pytest.mark.parametrize(
    ("kind", "value", "spanish", "english"),
    [
        ("text", "Pan", "Pan", "Pan"),
        ("text", Text({"es": "Pan", "en": "Bread"}), "Pan", "Bread"),
        ("date", date(2026, 12, 5), "5 de diciembre de 2026", "5 December 2026"),
        ("time", time(8, 5), "8:05", "8:05"),
        ("integer", 1500, "1500", "1,500"),
        ("number", 12500.5, "12\u00a0500,5", "12,500.5"),
        ("number", -0.25, "-0,25", "-0.25"),
        ("boolean", True, "Sí", "Yes"),
        ("boolean", False, "No", "No"),
        ("choice", "cake", "Tartas", "Cakes"),
        ("choice", "gone", "gone", "gone"),
        ("choices", ("bread", "cake"), "Pan, bollos, Tartas", "Bread, Cakes"),
        ("pick", "lucia", "Lucía Ferrer", "Lucía Ferrer"),
        ("pick", "gone", "gone", "gone"),
        ("picks", ("lucia", "marcos"), "Lucía Ferrer, Marcos Gil", "Lucía Ferrer, Marcos Gil"),
        ("colour", "#0b6e4f", "#0b6e4f", "#0b6e4f"),
    ],
)
def test_a_value_is_shown_as_people_read_it(
    kind: str, value: object, spanish: str, english: str
) -> None:
    """Labels, dates and numbers are in the language."""
    assert KINDS[kind].show(ask(kind), value, SPANISH, CONTEXT) == spanish
    assert KINDS[kind].show(ask(kind), value, ENGLISH, CONTEXT) == english


def group() -> Question:
    """Return a group of people with a field that depends on another."""
    fields = (
        Question("name", "text", "essential", both("?"), both("n"), PLACE),
        Question("role", "choice", "essential", both("?"), both("r"), PLACE, choices=CHOICES,
                 required=False),
        Question("hours", "number", "essential", both("?"), both("h"), PLACE,
                 when=parse_condition("item.role == 'cake' and paid")),
        Question("email", "email", "standard", both("?"), both("e"), PLACE),
        Question("boss", "pick", "standard", both("?"), both("b"), PLACE, picks="people",
                 item_label="name", required=False),
    )  # fmt: skip
    return ask("group", fields=fields, item_label="name")


def read_group(
    raw: object, **more: object
) -> tuple[object, list[tuple[str, str | None, int | None]]]:
    """Return the items and the problems of a group: code, path, line."""
    context = KindContext({"people": PEOPLE}, PLACE, **more)  # type: ignore[arg-type]
    parsed = KINDS["group"].parse(group(), raw, SPANISH, context)
    found = [(one.code, one.where.question, one.where.line) for one in parsed.problems]
    return parsed.value, found


def test_items_get_ids_of_their_labels_and_keep_those_they_have() -> None:
    """An id is made once, is unique, and stays when the name changes."""
    items, problems = read_group(
        [
            {"name": "Lucía Ferrer", "boss": "Marcos Gil"},
            {"id": "lucia-ferrer", "name": "Otra"},
            {"name": "Lucía Ferrer"},
            {"name": "日本"},
            {"name": Text({"es": "Ana", "en": "Anne"}), "x-note": "mine"},
        ]
    )
    assert problems == []
    assert isinstance(items, tuple)
    assert [item["id"] for item in items] == [
        "lucia-ferrer-2", "lucia-ferrer", "lucia-ferrer-3", "q", "ana",
    ]  # fmt: skip
    assert items[0] == {"id": "lucia-ferrer-2", "name": "Lucía Ferrer", "boss": "marcos"}
    assert next(iter(items[0])) == "id"


def test_every_problem_of_every_item_is_told_at_its_line() -> None:
    """Paths name the item and the field; lines come from the file when it gives them."""
    lines = {(0,): 8, (0, "email"): 9, (1,): 10, (1, "rol"): 11}
    value, problems = read_group(
        [{"name": "Ana", "email": "x"}, {"rol": "cake"}, "Eva", {"id": "ÑA", "name": "b"}],
        lines=lines,
    )
    assert value is None
    assert problems == [
        ("answer.email", "q[1].email", 9),
        ("answer.field", "q[2].rol", 11),
        ("answer.required", "q[2].name", 10),
        ("answer.item", "q[3]", 7),
        ("answer.item_id", "q[4]", 7),
    ]


def test_two_items_cannot_share_an_id() -> None:
    """A pick must know whom it means."""
    _, problems = read_group([{"id": "a", "name": "A"}, {"id": "a", "name": "B"}])
    assert problems == [("answer.same_id", "q[2]", 7)]


def test_a_field_is_needed_only_where_it_is_asked() -> None:
    """Conditions of fields read the item and the earlier answers; a deeper tier may be empty."""
    raw = [{"name": "Ana", "role": "cake"}]
    assert read_group(raw)[1] == []
    asked = read_group(raw, read={"paid": True}.get)[1]
    assert asked == [("answer.required", "q[1].hours", 7)]


def test_a_group_shows_the_names_of_its_items() -> None:
    """A check page has one line for a whole group."""
    assert KINDS["group"].show(group(), PEOPLE, SPANISH, CONTEXT) == "Lucía Ferrer, Marcos Gil"
