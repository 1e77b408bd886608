"""A page cut into front matter, lead and clauses."""

from generator.revision.keyed import merge_order
from generator.revision.page_parts import page_id_of, replace_part, split_page

PAGE = "---\npage_id: p.x\n---\n\n# X\n\nLead.\n\n## One {#one}\n\nA.\n\n## Own\n\nB.\n"


def test_parts_have_the_anchors_of_their_headings():
    """Clauses go by their anchor, a person's by its title; front matter and lead by fixed names."""
    assert list(split_page(PAGE)) == ["---", "", "one", "~own"]


def test_heading_in_a_code_block_is_none():
    """A line that looks like a heading inside code starts no clause."""
    assert list(split_page("```\n## no\n```\n\n## Yes {: #yes .big }\n")) == ["---", "", "yes"]


def test_repeated_titles_are_kept_apart():
    """Two clauses with one title are two clauses."""
    assert list(split_page("## A\n\n## A\n")) == ["---", "", "~a", "~a~2"]


def test_page_id_is_read_from_front_matter_only():
    """The id of a page is in its front matter, with or without quotes and byte-order mark."""
    assert page_id_of(PAGE) == "p.x"
    assert page_id_of("\ufeff---\r\npage_id: 'p.y'\r\n---\r\n") == "p.y"
    assert page_id_of("Text\npage_id: p.x\n") == ""


def test_clause_is_replaced_in_its_place():
    """A new text takes a clause's place; all other bytes stay."""
    assert replace_part(PAGE, "one", "## One {#one}\n\nNew.\n") == PAGE.replace("A.", "New.")
    assert replace_part(PAGE, "two", "## Two {#two}\n") == PAGE + "\n## Two {#two}\n"


def test_order_is_the_persons_where_both_moved():
    """The person's order wins; what only the generator has follows what it follows there."""
    assert merge_order("abc", "cab", "bac") == ["c", "a", "b"]
    assert merge_order("abc", "abc", "cab") == ["c", "a", "b"]
    assert merge_order("ab", "ba", "axb") == ["b", "a", "x"]
    assert merge_order("ab", "aub", "ba") == ["b", "a", "u"]
