"""Money, days of the week and tables: how people write them and how they are shown."""

import pytest

from questionnaire.conditions import parse_condition
from questionnaire.errors import Place
from questionnaire.interview import Interview
from questionnaire.kinds import KINDS, KindContext
from questionnaire.kinds.money import CURRENCIES
from questionnaire.loader import load_questionnaire
from questionnaire.model import Choice, Limits, Question
from questionnaire.money import Money
from questionnaire.store import empty_answers
from questionnaire.text import ENGLISH, NEUTRAL, SPANISH, Language, Text

PLACE = Place("answers.yml", 7, 3, "q")
PEOPLE = ({"id": "lucia", "name": "Lucía Ferrer"}, {"id": "marcos", "name": "Marcos Gil"})


def both(words: str) -> Text:
    """Return the same words in both languages."""
    return Text({"es": words, "en": words})


ROWS = (Choice("crisis", both("Crisis")), Choice("paid", Text({"es": "Anuncios", "en": "Ads"})))
COLUMNS = (Choice("accountable", both("Answers")), Choice("told", both("Told")))


def parse(
    kind: str,
    raw: object,
    language: Language = SPANISH,
    *,
    usual: str | None = "EUR",
    **parts: object,
) -> object:
    """Return the value read, or the codes with which it is refused."""
    question = Question("q", kind, "deep", both("?"), both("q"), PLACE, **parts)  # type: ignore[arg-type]
    context = KindContext(
        {"people": PEOPLE}, PLACE, lambda name: usual if name == "currency" else None
    )
    parsed = KINDS[kind].parse(question, raw, language, context)
    return [one.code.removeprefix("answer.") for one in parsed.problems] or parsed.value


def show(kind: str, value: object, language: Language, **parts: object) -> str:
    """Return a value as people read it."""
    question = Question("q", kind, "deep", both("?"), both("q"), PLACE, **parts)  # type: ignore[arg-type]
    return KINDS[kind].show(question, value, language, KindContext({"people": PEOPLE}, PLACE))


@pytest.mark.parametrize(
    ("raw", "language", "value"),
    [
        ("1.500 €", SPANISH, Money(1500, "EUR")),
        ("€1,500.50", ENGLISH, Money(1500.5, "EUR")),
        ("1800 GBP", NEUTRAL, Money(1800, "GBP")),
        ("MXN 20", SPANISH, Money(20, "MXN")),
        ("20 pesos chilenos", SPANISH, Money(20, "CLP")),
        ("150", SPANISH, Money(150, "EUR")),
        ("150 al mes", SPANISH, Money(150, "EUR")),
        (1800, NEUTRAL, Money(1800, "EUR")),
        ({"amount": "3", "currency": "usd"}, NEUTRAL, Money(3, "USD")),
        (Money(2.5, "GBP"), ENGLISH, Money(2.5, "GBP")),
        ("", SPANISH, None),
        ("20 $", SPANISH, ["currency"]),
        ("mucho", SPANISH, ["money"]),
        ("-5 EUR", SPANISH, ["out_of_range"]),
    ],
)
def test_money_is_read_with_its_currency(raw: object, language: Language, value: object) -> None:
    """An amount alone is in the currency of the company; a lone $ is nobody's."""
    unit = Text({"es": "al mes", "en": "a month"})
    assert (
        parse("money", raw, language, currency="currency", limits=Limits(min=0), unit=unit) == value
    )


def test_an_amount_without_any_currency_is_refused() -> None:
    """We never guess in whose money."""
    assert parse("money", "150", usual=None, currency="currency") == ["currency_missing"]
    assert parse("money", "150") == ["currency_missing"]


def test_money_is_shown_as_each_language_writes_it() -> None:
    """A sign only where it can be no other currency's."""
    assert show("money", Money(1800, "EUR"), SPANISH) == "1800\u00a0€"
    assert show("money", Money(1800, "EUR"), ENGLISH) == "€1,800"
    assert show("money", Money(185000, "USD"), ENGLISH) == "185,000\u00a0USD"


def test_the_currencies_offered_are_those_that_an_amount_can_have() -> None:
    """The question about the currency and the amounts know the same list."""
    offered = {one.value for one in load_questionnaire().by_id["currency"].choices}
    assert offered == set(CURRENCIES)


def test_conditions_weigh_money_by_its_amount() -> None:
    """Two currencies can't be compared, so neither is more."""
    values = {"fee": Money(200, "EUR"), "budget": Money(100, "EUR"), "far": Money(1, "CLP")}

    def holds(source: str) -> bool:
        return parse_condition(source).holds(values.get)

    assert holds("fee > budget")
    assert holds("fee == 200")
    assert not holds("fee > far")
    assert not holds("far > fee")


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("lun-vie", ("mon", "tue", "wed", "thu", "fri")),
        ("mon,tue", ("mon", "tue")),
        ("de lunes a viernes y domingo", ("mon", "tue", "wed", "thu", "fri", "sun")),
        ("Monday to Wednesday", ("mon", "tue", "wed")),
        ("sábados", ("sat",)),
        ("L-V", ("mon", "tue", "wed", "thu", "fri")),
        ("vie-lun", ("mon", "fri", "sat", "sun")),
        ("todos los días", ("mon", "tue", "wed", "thu", "fri", "sat", "sun")),
        (["sun", "mon"], ("mon", "sun")),
        ("", None),
        ("lunes, nunca", ["choice"]),
        ({"mon": "yes"}, ["list"]),
    ],
)
def test_days_are_read_as_people_write_them(raw: object, value: object) -> None:
    """A range, a list, a word for several; always in the order of the week."""
    assert parse("weekdays", raw) == value


@pytest.mark.parametrize(
    ("days", "spanish", "english"),
    [
        (("mon", "tue", "wed", "thu", "fri"), "de lunes a viernes", "Monday to Friday"),
        (("mon", "wed"), "lunes y miércoles", "Monday and Wednesday"),
        (
            ("mon", "wed", "thu", "fri", "sun"),
            "lunes, de miércoles a viernes y domingo",
            "Monday, Wednesday to Friday and Sunday",
        ),
        ((), "", ""),
    ],
)
def test_days_are_shown_as_ranges(days: tuple[str, ...], spanish: str, english: str) -> None:
    """And what is shown can be read again."""
    assert show("weekdays", days, SPANISH) == spanish
    assert show("weekdays", days, ENGLISH) == english
    assert parse("weekdays", spanish) == (days or None)
    assert parse("weekdays", english, ENGLISH) == (days or None)


TABLE = {"rows": ROWS, "columns": COLUMNS, "picks": "people", "item_label": "name"}
NARROW = {**TABLE, "columns": COLUMNS[:1]}


@pytest.mark.parametrize(
    ("parts", "raw", "value"),
    [
        (TABLE, {"paid": {"told": "Marcos Gil"}}, {"paid": {"told": "marcos"}}),
        (NARROW, {"paid": "lucia", "crisis": None}, {"paid": {"accountable": "lucia"}}),
        (NARROW, "Anuncios: lucia; crisis: marcos",
         {"crisis": {"accountable": "marcos"}, "paid": {"accountable": "lucia"}}),
        (TABLE, "paid: lucia, marcos", {"paid": {"accountable": "lucia", "told": "marcos"}}),
        (TABLE, {"paid": {"x-note": "mine"}, "x-all": "b"}, None),
        (TABLE, {"pad": {}}, ["choice"]),
        (TABLE, {"paid": {"told": "nobody"}}, ["pick"]),
        (TABLE, ["paid"], ["rows"]),
        (TABLE, "whatever", ["rows"]),
        (TABLE, {}, None),
    ],
)  # fmt: skip
def test_tables_are_read_row_by_row(parts: dict[str, object], raw: object, value: object) -> None:
    """Rows in the order of the question; an empty row says nothing; every wrong cell is told."""
    assert parse("matrix", raw, **parts) == value


def test_cells_may_be_codes() -> None:
    """Without a list of people, the options of the question."""
    parts = {"rows": ROWS, "columns": COLUMNS[:1], "choices": COLUMNS}
    assert parse("matrix", {"paid": "told"}, **parts) == {"paid": {"accountable": "told"}}


def test_a_table_is_shown_with_names() -> None:
    """Nobody should have to know codes."""
    value = {"paid": {"accountable": "lucia"}}
    assert show("matrix", value, SPANISH, **NARROW) == "Anuncios: Lucía Ferrer"
    assert show("matrix", {"paid": {"told": "lucia"}}, ENGLISH, **TABLE) == "Ads: Told Lucía Ferrer"


def test_a_person_in_a_table_cannot_be_removed_unseen() -> None:
    """The interview says where the person still stands."""
    questionnaire = load_questionnaire()
    interview = Interview(questionnaire, empty_answers(questionnaire))
    person = {"role": "x", "department": "management", "hours": 1}
    for given in (
        (
            "people",
            [{"id": "ana", "name": "Ana", **person}, {"id": "bea", "name": "Bea", **person}],
        ),
        ("raci_overrides", {"paid": "ana"}),
    ):
        outcome = interview.answer(*given, ENGLISH)
        assert isinstance(outcome, Interview)
        interview = outcome
    refused = interview.remove_item("people", 0)
    assert isinstance(refused, tuple)
    assert refused[0].data["uses"] == ("raci_overrides[paid]",)
    assert isinstance(interview.remove_item("people", 1), Interview)
