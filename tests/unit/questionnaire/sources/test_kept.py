"""What is kept between processes: the same results, never wrong, and never in the way."""

from pathlib import Path

import pytest

from questionnaire.loader import load_questionnaire
from questionnaire.sources import data_folder, read_content
from questionnaire.sources.kept import KeptEntries, hash_parts
from questionnaire.sources.kept_documents import find_document, keep_document
from questionnaire.sources.kept_results import find_result


def test_entry_comes_back_in_another_process(tmp_path: Path) -> None:
    """What was put is found by whoever opens the file next."""
    first = KeptEntries(tmp_path, "x")
    first.put("a", b"1")
    first.save()
    assert KeptEntries(tmp_path, "x").find("a") == b"1"
    assert KeptEntries(tmp_path, "x").find("b") is None


@pytest.mark.parametrize("damage", [b"", b"short", b"\0" * 100])
def test_damaged_file_is_begun_again(tmp_path: Path, damage: bytes) -> None:
    """A file cut off or overwritten costs time and nothing else."""
    first = KeptEntries(tmp_path, "x")
    first.put("a", b"1")
    first.save()
    first.file.write_bytes(damage or first.file.read_bytes()[:-1])
    assert KeptEntries(tmp_path, "x").find("a") is None


def test_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """A read-only installation works as before."""
    (tmp_path / "__pycache__").write_text("in the way")
    entries = KeptEntries(tmp_path, "x")
    entries.put("a", b"1")
    entries.save()
    assert entries.find("a") == b"1"


def test_full_store_keeps_what_this_process_used(tmp_path: Path) -> None:
    """An author's edits don't let the file grow for ever."""
    old = KeptEntries(tmp_path, "x", most=2)
    old.put("a", b"1")
    old.put("b", b"2")
    old.save()
    new = KeptEntries(tmp_path, "x", most=2)
    assert new.find("b") == b"2"
    new.put("c", b"3")
    new.save()
    kept = KeptEntries(tmp_path, "x")
    assert [kept.find(key) for key in "abc"] == [None, b"2", b"3"]


def test_parts_do_not_run_together() -> None:
    """Two lists of parts with the same letters are two keys."""
    assert hash_parts(["ab", "c"]) != hash_parts(["a", "bc"])


def test_kept_document_is_the_document() -> None:
    """Data, lines, columns and places are those of the first reading, in an object of its own."""
    path = data_folder("questionnaire", "questionnaire.yml")
    content = path.read_bytes()
    read = read_content(path)
    keep_document(content, read)
    found = find_document(content, "elsewhere.yml")
    assert found is not None
    assert (found.data, dict(found.lines), dict(found.columns)) == (
        read.data,
        dict(read.lines),
        dict(read.columns),
    )
    assert found.place("id").line == read.place("id").line
    assert found.place("id").file == "elsewhere.yml"
    assert found.data is not read.data


def test_document_of_somebody_else_is_not_kept(tmp_path: Path) -> None:
    """Only files of ours are kept: a workspace holds what people wrote."""
    path = tmp_path / "mkdocs.yml"
    path.write_text(f"site_name: {tmp_path.name}\n")
    read_content(path)
    assert find_document(path.read_bytes(), str(path)) is None


def test_result_is_built_again_when_a_file_changes(tmp_path: Path) -> None:
    """A result belongs to the bytes of its files and to the state of its code."""
    file, code = tmp_path / "a.yml", tmp_path / "a.py"
    file.write_text("1")
    code.write_text("")
    built: list[str] = []

    def build() -> str:
        built.append(file.read_text())
        return built[-1]

    def find() -> str:
        return find_result((tmp_path, "x"), (tmp_path,), (file,), build)

    assert [find(), find()] == ["1", "1"]
    file.write_text("2")
    assert [find(), find()] == ["2", "2"]
    code.write_text("changed")
    assert [find(), find()] == ["2", "2"]
    assert built == ["1", "2", "2"]


def test_kept_questionnaire_is_the_questionnaire() -> None:
    """What the next process unpacks equals what this one built."""
    folder = data_folder("questionnaire")
    known = load_questionnaire()
    load_questionnaire.__globals__["_load"].cache_clear()
    again = load_questionnaire(folder)
    assert again == known
    assert again.by_id == known.by_id
