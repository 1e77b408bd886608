"""Merging pages that nobody thought of: what a person wrote is always there afterwards."""

import re
from collections import Counter
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.project.model import Page, Project
from generator.revision.markdown_merge import merge_page
from generator.revision.page_parts import split_page
from generator.revision.plan import plan_revision
from generator.revision.tokens import tokenise
from generator.revision.transaction import apply_plan
from generator.revision.workspace import create_workspace

PATH = "docs/en/x.md"
WORDS = ["alfa", "beta", "delta", "queja", "crisis", "equipo", "dueña", "nunca", "24h", "Acme"]
EXTRA = ["uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho"]


def _sentences(words: list[str]) -> st.SearchStrategy[str]:
    some = st.lists(st.sampled_from(words), min_size=2, max_size=5)
    return some.map(lambda found: " ".join(found).capitalize() + ".")


def _blocks(words: list[str]) -> st.SearchStrategy[str]:
    few = st.lists(_sentences(words), min_size=1, max_size=3)
    return st.one_of(
        few.map(" ".join),
        few.map("\n".join),
        few.map(lambda found: "\n".join(f"- {one}" for one in found)),
        few.map(lambda found: "\n".join(f"{n}. {one}" for n, one in enumerate(found, 1))),
        few.map(lambda found: "| A | B |\n|---|---|\n" + "\n".join(f"| {s} | y |" for s in found)),
        few.map(lambda found: '!!! note "N"\n' + "\n\n".join(f"    {s}" for s in found)),
        few.map(lambda found: "```\n" + "\n".join(found) + "\n```"),
        st.sampled_from([f"## {w} {{#{w}}}" for w in ("one", "two", "three", "four")]),
        _sentences(words).map(lambda one: f"## {one[:-1]}"),
        st.text(alphabet="ab |#`-*\n>!.1<é", max_size=12),
    )


def _pages() -> st.SearchStrategy[str]:
    blocks = st.lists(_blocks(WORDS), max_size=7).map(lambda found: "\n\n".join(found) + "\n")
    front = st.sampled_from(["", "---\npage_id: p.x\ntitle: T\n---\n\n"])
    return st.tuples(front, blocks).map("".join)


Edit = tuple[str, int, str]
EDITS = st.lists(
    st.tuples(st.sampled_from(["add", "drop", "word"]), st.integers(0, 30), _blocks(EXTRA)),
    max_size=4,
)


def _edit(text: str, edits: list[Edit]) -> str:
    blocks = text.split("\n\n")
    for what, number, extra in edits:
        at = number % len(blocks)
        if what == "add":
            blocks.insert(at + 1, extra)
        elif what == "drop" and len(blocks) > 1:
            del blocks[at]
        else:
            words = blocks[at].split(" ")
            words.insert(number % (len(words) + 1), extra.split("\n")[0][:12])
            blocks[at] = " ".join(words)
    return "\n\n".join(blocks)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _distinct_anchors(text: str) -> bool:
    """Tell whether no two clauses share an anchor: that holds for every generated page."""
    return not any(re.search(r"~\d+$", key) for key in split_page(text))


def _count(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W\d_]\w*", text))


@settings(max_examples=300, deadline=None)
@given(_pages())
def test_cutting_loses_nothing(page):
    """Tokens and parts of a page put together again are the page."""
    assert "".join(token.raw for token in tokenise(page)) == page
    assert "".join(split_page(page).values()) == page


@settings(max_examples=300, deadline=None)
@given(_pages(), EDITS)
def test_edits_of_the_person_alone_stay_to_the_byte(page, edits):
    """Where the generator changed nothing, the person's page is the result."""
    mine = _edit(page, edits)
    assert merge_page(page, mine, page).text.rstrip() == mine.rstrip()


@settings(max_examples=300, deadline=None)
@given(_pages(), EDITS)
def test_edits_of_the_generator_alone_arrive(page, edits):
    """Where the person changed nothing, the generator's page is the result."""
    new = _edit(page, edits)
    merged = merge_page(page, page, new)
    assert not [clause for clause in merged.clauses if clause.state == "conflict"]
    assert _plain(merged.text) == _plain(new)


@settings(max_examples=500, deadline=None)
@given(_pages(), EDITS, EDITS)
def test_no_word_of_the_person_is_ever_missing(page, mine, theirs):
    """Each word a person added is in the result, but where the generator dropped the same word."""
    user, new = _edit(page, mine), _edit(page, theirs)
    text = merge_page(page, user, new).text
    added = _count(user) - _count(page)
    dropped = _count(page) - _count(new)
    have = _count(text)
    assert {word for word, n in added.items() if have[word] + dropped[word] < n} == set()


@settings(max_examples=300, deadline=None)
@given(_pages(), EDITS, EDITS)
def test_merging_again_changes_nothing(page, mine, theirs):
    """A merged page merged with the same new page stays as it is, conflicts or not."""
    user, new = _edit(page, mine), _edit(page, theirs)
    assume(_distinct_anchors(page) and _distinct_anchors(new))
    once = merge_page(page, user, new)
    again = merge_page(once.base, once.text, new)
    assert again.text == once.text
    assert again.base == once.base


@settings(max_examples=25, deadline=None)
@given(_pages(), EDITS, EDITS)
def test_second_update_is_a_no_op(page, mine, theirs):
    """On disk too, the same update again has nothing to do; an edit alone isn't touched."""
    with TemporaryDirectory() as folder:
        workspace = create_workspace(Path(folder))
        _update(workspace, page)
        path = workspace.handbook / PATH
        path.write_bytes(_edit(page, mine).encode())
        _update(workspace, page)
        assert path.read_bytes().decode() == _edit(page, mine)
        assume(_distinct_anchors(page) and _distinct_anchors(_edit(page, theirs)))
        _update(workspace, _edit(page, theirs))
        merged = path.read_bytes()
        plan = _update(workspace, _edit(page, theirs))
        assert not plan.operations
        assert path.read_bytes() == merged


def _update(workspace, text):
    project = Project({PATH: text.encode()}, (Page("p.x", "en", PATH, "", ()),), ("en",))
    plan = plan_revision(project, workspace)
    apply_plan(plan, workspace, date(2026, 5, 4))
    return plan
