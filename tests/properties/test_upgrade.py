"""Whatever the chain of renames, changed kinds, changed codes and removals: no answer is lost."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from questionnaire.errors import AnswerProblems
from questionnaire.sources import dump_yaml, read_untrusted
from questionnaire.store import load_answers, save_answers
from questionnaire.text import SPANISH
from questionnaire.upgrade import KEPT, Conversion, Step, upgrade_document
from tests.unit.questionnaire.small import SMALL

IDS = ("alpha", "beta", "gamma", "delta")
FIELDS = ("name", "role", "code")
NAMES = (*IDS, *(f"{one}.{field}" for one in IDS for field in FIELDS))
TEXTS = ("purpose", "shop_name")

leaves = st.integers(0, 999).map(lambda number: f"w{number:03}w")
values = st.one_of(
    leaves,
    st.lists(leaves, min_size=1, max_size=3),
    st.fixed_dictionaries({"es": leaves, "en": leaves}),
    st.lists(st.dictionaries(st.sampled_from(FIELDS), leaves, min_size=1), min_size=1, max_size=3),
)
conversions = st.sampled_from(
    [Conversion("list"), Conversion("one"), Conversion("text"), Conversion("group", "name")]
)
codes = st.dictionaries(leaves, st.none() | leaves.map(lambda leaf: f"now-{leaf}"), max_size=3)


def lists_of(ids: tuple[str, ...]) -> st.SearchStrategy[dict[str, dict[str, str]]]:
    """Draw a group, new or of a name that is taken, and the questions that become its item."""
    fields = st.permutations(ids).map(lambda order: dict(zip(FIELDS, order, strict=False)))
    return st.dictionaries(st.sampled_from((*ids, "omega", "people")), fields, max_size=1)


@st.composite
def chains(draw: st.DrawFn, ids: tuple[str, ...] = IDS) -> tuple[Step, ...]:
    """Draw the changes of a few versions, each over any of the names."""
    names = tuple(name for name in NAMES if name.partition(".")[0] in ids) or ids
    steps = [Step("0")]
    for number in range(1, draw(st.integers(2, 5))):
        top = draw(st.dictionaries(st.sampled_from(ids), st.sampled_from(ids), max_size=3))
        inner = draw(st.dictionaries(st.sampled_from(ids), st.permutations(FIELDS), max_size=1))
        fields = {f"{one}.{a}": f"{one}.{b}" for one, (a, b, _) in inner.items()}
        steps.append(
            Step(
                str(number),
                renames=top | fields,
                kinds=draw(st.dictionaries(st.sampled_from(names), conversions, max_size=2)),
                choices=draw(st.dictionaries(st.sampled_from(names), codes, max_size=2)),
                lists=draw(lists_of(ids)),
                removed=tuple(draw(st.lists(st.sampled_from(names), max_size=2, unique=True))),
            )
        )
    return tuple(steps)


def leaves_of(data: Any) -> Iterator[str]:
    """Yield every text of a value, and the texts that a join put into one."""
    if isinstance(data, Mapping):
        data = list(data.values())
    if isinstance(data, list):
        for part in data:
            yield from leaves_of(part)
    elif isinstance(data, str):
        yield from data.split(", ")


def forms_of(leaf: str, steps: tuple[Step, ...]) -> set[str]:
    """Return a leaf and every code that some step gives it."""
    forms = {leaf}
    for step in steps:
        for recoded in step.choices.values():
            forms |= {str(recoded[form]) for form in forms if recoded.get(form)}
    return forms


def write(folder: str, data: Mapping[str, Any]) -> Path:
    """Write a file of version 0."""
    head = {"format": "1", "questionnaire": {"id": SMALL.id, "version": "0"}}
    path = Path(folder) / "answers.yml"
    path.write_text(dump_yaml(head | dict(data)), encoding="utf-8")
    return path


def missing(before: Any, after: Any, steps: tuple[Step, ...]) -> list[str]:
    """Return the texts that are in no form any more."""
    there = set(leaves_of(after))
    return [leaf for leaf in leaves_of(before) if not there & forms_of(leaf, steps)]


@given(
    st.dictionaries(st.sampled_from(IDS), values, max_size=4),
    st.dictionaries(st.sampled_from(IDS), leaves, max_size=4),
    chains(),
)
def test_every_text_is_still_there(
    answers: dict[str, Any], notes: dict[str, str], steps: tuple[Step, ...]
) -> None:
    """Each text stands under a present name or is kept, and nothing is under a name that went."""
    data = {"answers": answers, "notes": notes, "later": [one for one in IDS if one not in answers]}
    with TemporaryDirectory() as folder:
        document = read_untrusted(write(folder, data).read_bytes())
    questionnaire = replace(SMALL, version=steps[-1].version)
    after = upgrade_document(document, questionnaire, steps)
    assert missing(data["answers"], after.document.data, steps) == []
    assert missing(data["notes"], after.document.data, steps) == []
    origins = {name.partition(".")[0] for name in after.document.data.get(KEPT, {})}
    assert {one.rpartition("-")[0] or one for one in origins} <= set(IDS)
    assert upgrade_document(after.document, questionnaire, steps).report.moved == ()


@given(
    st.dictionaries(st.sampled_from(TEXTS), leaves, min_size=1),
    st.dictionaries(st.sampled_from(TEXTS), leaves),
    chains(TEXTS),
)
def test_a_save_loses_nothing_either(
    answers: dict[str, Any], notes: dict[str, str], steps: tuple[Step, ...]
) -> None:
    """What was loaded through the steps and saved again holds every text of the old file."""
    questionnaire = replace(SMALL, version=steps[-1].version)
    data = {"answers": answers, "notes": {key: notes[key] for key in notes if key in answers}}
    with TemporaryDirectory() as folder:
        path = write(folder, data)
        try:
            loaded = load_answers(path, questionnaire, steps)
        except AnswerProblems:
            return
        save_answers(path, loaded, questionnaire, SPANISH, steps=steps)
        after = read_untrusted(path.read_bytes()).data
        assert load_answers(path, questionnaire, steps) == loaded
    assert missing(data, after, steps) == []
