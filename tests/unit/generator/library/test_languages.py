"""Language packs: dates, numbers, lists, plurals and messages are data."""

import string
from collections.abc import Iterator, Mapping
from datetime import date, time
from pathlib import Path

import pytest

from generator.library.languages import LanguagePack, load_language, read_languages
from questionnaire.errors import ContentProblems
from questionnaire.text import ENGLISH, SPANISH

THIN, FIXED = "\u202f", "\u00a0"


@pytest.fixture
def es() -> LanguagePack:
    """Return Spanish."""
    return load_language(SPANISH)


@pytest.fixture
def en() -> LanguagePack:
    """Return English."""
    return load_language(ENGLISH)


def test_dates_follow_the_language(es: LanguagePack, en: LanguagePack) -> None:
    """The month in words, no capital in Spanish."""
    day = date(2026, 12, 15)
    assert (es.long_date(day), en.long_date(day)) == ("15 de diciembre de 2026", "15 December 2026")
    assert (es.month_year(day), en.short_date(day)) == ("diciembre de 2026", "15/12/2026")


@pytest.mark.parametrize(
    ("value", "decimals", "spanish", "english"),
    [
        (1234, None, "1234", "1,234"),
        (12345.5, None, f"12{THIN}345,5", "12,345.5"),
        (1234567, None, f"1{THIN}234{THIN}567", "1,234,567"),
        (2, 1, "2,0", "2.0"),
        (-3, None, "−3", "−3"),
        (-0.001, None, "0", "0"),
        (0.5, None, "0,5", "0.5"),
    ],
)
def test_numbers_follow_the_language(
    value: float, decimals: int | None, spanish: str, english: str
) -> None:
    """Comma or point; four figures stay together in Spanish."""
    shown = [load_language(language).number(value, decimals) for language in (SPANISH, ENGLISH)]
    assert shown == [spanish, english]


def test_percent_has_a_fixed_space_in_spanish(es: LanguagePack, en: LanguagePack) -> None:
    """So that the sign never begins a line."""
    assert (es.percent(60), en.percent(60)) == (f"60{FIXED}%", "60%")


@pytest.mark.parametrize(
    ("last", "joiner"),
    [
        ("informes", "e"),
        ("hijos", "e"),
        ("Ítaca", "e"),
        ("hielo", "y"),
        ("yogur", "y"),
        ("agua", "y"),
    ],
)
def test_spanish_says_e_before_the_sound_of_an_i(es: LanguagePack, last: str, joiner: str) -> None:
    """But not before the diphthong of hielo."""
    assert es.join_and(["a", "b", last]) == f"a, b {joiner} {last}"


def test_lists_are_joined_without_an_oxford_comma(es: LanguagePack, en: LanguagePack) -> None:
    """One element stands alone, none is nothing."""
    assert en.join_and(["a", "b", "c"]) == "a, b and c"
    assert (en.join_and(["a"]), en.join_and([])) == ("a", "")
    assert (es.join_or(["siete", "ocho"]), en.join_or(["a", "b"])) == ("siete u ocho", "a or b")


@pytest.mark.parametrize(
    ("minutes", "service_day", "spanish"),
    [
        (15, None, "15 min"),
        (60, None, "1 h"),
        (90, None, "1 h 30 min"),
        (0, None, "0 min"),
        (1440, None, "24 h"),
        (2880, None, "2 días"),
        (420, 420, "el mismo día"),
        (840, 420, "2 días laborables"),
        (240, 420, "4 h"),
    ],
)
def test_durations(es: LanguagePack, minutes: int, service_day: int | None, spanish: str) -> None:
    """A day of service is the same day; more are counted in working days."""
    assert es.duration(minutes, service_day) == spanish


@pytest.mark.parametrize(
    ("days", "spanish", "english"),
    [
        ((1, 2, 3, 4, 5, 6), "de lunes a sábado", "Monday to Saturday"),
        ((1, 2, 5), "lunes, martes y viernes", "Monday, Tuesday and Friday"),
        ((1, 2, 3, 7), "de lunes a miércoles y domingo", "Monday to Wednesday and Sunday"),
        (range(1, 8), "todos los días", "every day"),
        ((), "", ""),
    ],
)
def test_weekdays(
    es: LanguagePack, en: LanguagePack, days: tuple[int, ...], spanish: str, english: str
) -> None:
    """Three neighbours or more are a range."""
    assert (es.weekdays(days), en.weekdays(days)) == (spanish, english)


def test_hours_and_plurals(es: LanguagePack, en: LanguagePack) -> None:
    """The 24-hour clock; one and many."""
    assert es.hours_range(time(8), time(15, 30)) == "de 8:00 a 15:30"
    assert en.hours(time(9, 5)) == "9:05"
    assert (es.plural("post", 1), es.plural("post", 3)) == ("1 publicación", "3 publicaciones")
    assert en.plural("hour", 1.5) == "1.5 hours"


def test_messages_are_filled_and_never_fail(es: LanguagePack) -> None:
    """An unknown code and a value nobody gave stay readable."""
    assert "«x»" in es.message("chapter.key_missing", key="x")
    assert es.message("chapter.key_missing") == "Falta la clave «{key}»."
    assert es.message("no.such.code", n=3) == "no.such.code (n: 3)"


def _leaves(tree: Mapping[str, object], path: str = "") -> Iterator[tuple[str, object]]:
    for key, value in tree.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, f"{path}/{key}")
        else:
            yield f"{path}/{key}", value


def test_both_languages_have_the_same_words(es: LanguagePack, en: LanguagePack) -> None:
    """Only the vowel rules and the forms of address of Spanish have no twin."""
    spanish, english = dict(_leaves(es.tree)), dict(_leaves(en.tree))
    own = ("_before/", "/voice/usted/", "/voice/vos/")
    missing = {path for path in set(spanish) ^ set(english) if not any(one in path for one in own)}
    assert missing == set()


def test_both_languages_fill_the_same_blanks(es: LanguagePack, en: LanguagePack) -> None:
    """A value that only one language prints is lost in the other."""

    def blanks(value: object) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(str(value)) if name}

    english = dict(_leaves(en.tree))
    different = [
        path
        for path, value in _leaves(es.tree)
        if path in english
        and "pattern" not in path
        and not path.startswith("/dates")
        and blanks(value) != blanks(english[path])
    ]
    assert different == []


def test_a_language_file_must_be_keys_with_values(tmp_path: Path) -> None:
    """A list of words has no codes."""
    (tmp_path / "xx.yml").write_text("- a\n", encoding="utf-8")
    with pytest.raises(ContentProblems):
        read_languages(tmp_path)
