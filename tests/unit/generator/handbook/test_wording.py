"""Words of an answer inside our sentences."""

import pytest

from generator.handbook.wording import capitalise, lower_article, lower_job


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La gestoría que lleva las nóminas", "la gestoría que lleva las nóminas"),
        ("The accountant", "the accountant"),
        ("Elena Quiroga, asesora jurídica", "Elena Quiroga, asesora jurídica"),
        ("Lasa Abogados", "Lasa Abogados"),
        ("", ""),
    ],
)
def test_only_an_article_loses_its_capital(text: str, expected: str) -> None:
    """A reviewer may be a firm, a person or "the accountant"."""
    assert lower_article(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Jefa de taller", "jefa de taller"), ("HR manager", "HR manager"), ("", "")],
)
def test_a_job_is_a_common_noun(text: str, expected: str) -> None:
    """Initials stay as they are."""
    assert lower_job(text) == expected


def test_a_sentence_starts_with_a_capital() -> None:
    """The rest of the words keep theirs."""
    assert capitalise("una persona de HR") == "Una persona de HR"
