"""YAML as we read it: ours typed, everybody else's as text, both strict and with positions."""

from pathlib import Path

import pytest

from questionnaire.errors import AnswerProblems, ContentProblems
from questionnaire.sources import Document, data_folder, read_content, read_untrusted


def read(tmp_path: Path, text: str) -> Document:
    """Read a text as a file of ours."""
    path = tmp_path / "content.yml"
    path.write_text(text, encoding="utf-8")
    return read_content(path)


def refused(text: str | bytes) -> list[tuple[str, int | None]]:
    """Return the codes and lines with which a stranger's file is refused."""
    content = text.encode() if isinstance(text, str) else text
    with pytest.raises(AnswerProblems) as caught:
        read_untrusted(content, "answers.yml")
    assert all(problem.where.file == "answers.yml" for problem in caught.value.problems)
    return [(problem.code, problem.where.line) for problem in caught.value.problems]


def test_our_values_are_typed_as_in_yaml_1_2(tmp_path: Path) -> None:
    """Only true, false, null and decimal numbers have a type; the old traps stay text."""
    document = read(
        tmp_path,
        "a: true\nb: no\nc: 9:30\nd: 012\ne: 12\nf: -1.5\ng: ~\nh: 2026-01-01\ni: '12'\n"
        "j: 1e3\nk: .inf\nl: on\nm:\n7: seven\n",
    )
    assert document.data == {
        "a": True, "b": "no", "c": "9:30", "d": "012", "e": 12, "f": -1.5, "g": None,
        "h": "2026-01-01", "i": "12", "j": "1e3", "k": ".inf", "l": "on", "m": None, "7": "seven",
    }  # fmt: skip


def test_a_strangers_values_all_stay_text() -> None:
    """The question decides what NO, 012 and 12:30 mean, so the reader leaves them alone."""
    document = read_untrusted(b"a: NO\nb: 012\nc: [12:30, 1e3, true]\nd:\ne: ''\nf: null\n")
    assert document.data == {
        "a": "NO", "b": "012", "c": ["12:30", "1e3", "true"], "d": None, "e": "", "f": None,
    }  # fmt: skip


def test_every_value_has_its_place() -> None:
    """Lines and columns count from one; an unknown path falls back on what is around it."""
    document = read_untrusted(b"answers:\n  people:\n    - name: Ana\n      hours: 3\n", "a.yml")
    place = document.place("answers", "people", 0, "hours", question="people[1].hours")
    assert (place.file, place.line, place.column) == ("a.yml", 4, 7)
    assert place.question == "people[1].hours"
    assert document.place("answers", "people", 0, "email").line == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", [("yaml.duplicate_key", 3)]),
        ("a: &x 1\nb: *x\n", [("yaml.anchor", 1), ("yaml.anchor", 2)]),
        ("a: !!python/object:os.system x\n", [("yaml.tag", 1)]),
        ("a: !x [1]\n", [("yaml.tag", 1)]),
        ("a: 1\n---\nb: 2\n", [("yaml.second_document", 2)]),
        ("a: 1\nhandle: @acme\n", [("yaml.reserved", 2)]),
        ("a: 1\ntag: #Brand\n", [("yaml.hashtag", 2)]),
        ("tags:\n  - #Brand\n", [("yaml.hashtag", 2)]),
        ("a:\n\tb: 1\n", [("yaml.tab", 2)]),
        ("a: 'open\n", [("yaml.syntax", 2)]),
        ("? [a, b]\n: 1\n", [("yaml.key", 1)]),
        ("- a\n", [("yaml.not_mapping", 1)]),
        ("lone text\n", [("yaml.not_mapping", 1)]),
        ("", [("yaml.empty", 1)]),
        ("# only a comment\n", [("yaml.empty", 1)]),
        ("a: x\x00y\n", [("yaml.character", 1)]),
        ("a: 1\nb: \u202eevil\n", [("yaml.character", 2)]),
        ('a: "\\0"\n', [("yaml.character", 1)]),
        ('a: "\\ud800"\n', [("yaml.character", 1)]),
        (b"a: caf\xe9\n", [("yaml.not_utf8", 1)]),
        ("a: 1\n".encode("utf-16"), [("yaml.not_utf8", 1)]),
    ],
)
def test_a_strangers_file_is_refused_with_code_and_line(
    text: str | bytes, expected: list[tuple[str, int]]
) -> None:
    """Each thing that isn't plain YAML has its own code, at the line where it stands."""
    assert refused(text) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: " + "[" * 100_000, "yaml.too_deep"),
        ("a: [" + "1," * 20_001 + "]", "yaml.too_many"),
        ("a: " + "x" * 20_001, "yaml.too_long"),
        ("# " + "x" * (1 << 20), "yaml.too_large"),
    ],
)
def test_limits_stop_a_hostile_file(text: str, code: str) -> None:
    """Size, depth, number and length are bounded before anything is built of them."""
    assert [found for found, _ in refused(text)] == [code]


def test_a_byte_order_mark_and_windows_lines_are_accepted() -> None:
    """What a common editor saves is read."""
    assert read_untrusted(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n").data == {"a": "1", "b": "2"}


def test_an_empty_value_before_a_comment_is_no_hashtag() -> None:
    """A comment with a space after its sign is a comment."""
    assert read_untrusted(b"a: # later\nb: 1 #x\n").data == {"a": None, "b": "1"}


def test_content_problems_are_reported_together(tmp_path: Path) -> None:
    """An author sees all the duplicate keys of a file at once."""
    with pytest.raises(ContentProblems) as caught:
        read(tmp_path, "a: 1\na: 2\nb: &x 1\n")
    codes = [problem.code for problem in caught.value.problems]
    assert codes == ["yaml.duplicate_key", "yaml.anchor"]


def test_a_missing_file_is_a_problem_with_its_name(tmp_path: Path) -> None:
    """A file that isn't there, and one that can't be read, are told apart."""
    for path, code in ((tmp_path / "no.yml", "yaml.missing"), (tmp_path, "yaml.unreadable")):
        with pytest.raises(ContentProblems) as caught:
            read_content(path)
        assert caught.value.problems[0].code == code
        assert caught.value.problems[0].where.file == str(path)


def test_the_data_folders_are_found() -> None:
    """Our three packages with data are known, and nothing else is."""
    assert data_folder("questionnaire", "questionnaire.yml").is_file()
    assert data_folder("generator", "content").is_dir()
    assert data_folder("themes").is_dir()
    with pytest.raises(ValueError, match="no content"):
        data_folder("tests")
