"""Handbook → pages."""

from dataclasses import replace
from datetime import date

import pytest

from generator.project.render import render_pages
from questionnaire.errors import ContentProblems
from tests.sample import make_chapter, make_handbook, make_sample


def test_page_has_head_title_clauses_and_footer() -> None:
    """A page is front matter, title, lead, clauses and who keeps it, in that order."""
    chapter = make_chapter("p.a", "Título: <b>", "Lead.", {"one": "## One {#one}\n\nText."})
    page = render_pages(make_handbook(chapter))[0]
    assert page.page.path == "docs/es/a.md"
    assert page.page.clauses == ("p.a#one", "p.a#about")
    assert page.markdown == (
        '---\ntitle: "Título: &lt;b&gt;"\npage_id: "p.a"\nversion: "1.0"\n---\n\n'
        "# Título: &lt;b&gt;\n\nLead.\n\n## One {#one}\n\nText.\n\n"
        "## Sobre esta página {#about}\n\n**Responsable:** Lucía Ferrer · **Versión:** 1.0 · "
        "**Última revisión:** 22 de noviembre de 2026 · "
        "**Próxima revisión:** 22 de noviembre de 2027\n{: .page-facts }\n"
    )


def test_links_lead_to_files_or_become_text() -> None:
    """A link knows its page and anchor; without page it is text, without anchor it is the page."""
    lead = "[a](page:p.b#x) [b [c]](page:p.b#gone) [d](page:p.home) [**e**](page:p.gone#x)"
    pages = render_pages(
        make_handbook(
            make_chapter("p.home", "Home", lead),
            make_chapter("p.b", "B", "", {"x": "## X {#x}"}, related=("p.home", "p.gone")),
        )
    )
    assert "[a](b.md#x) [b [c]](b.md) [d](index.md) **e**" in pages[0].markdown
    assert "**Ver también:** [Home](index.md)" in pages[1].markdown


def test_review_date_of_a_short_month() -> None:
    """Six months after the last of August is the last of February."""
    chapter = replace(make_chapter("p.a", "A", ""), review_months=6)
    handbook = replace(make_handbook(chapter), date=date(2026, 8, 31))
    assert "28 de febrero de 2027" in render_pages(handbook)[0].markdown


def test_every_fault_of_every_page_is_told() -> None:
    """Unknown names and leftovers of all pages come in one error."""
    handbook = make_handbook(
        make_chapter("p.a", "A", "{{ gone }}"),
        make_chapter("p.b", "B", "a [x](page:P b)"),
    )
    with pytest.raises(ContentProblems) as caught:
        render_pages(handbook)
    assert [one.code for one in caught.value.problems] == ["prose.failed", "prose.leftover"]


def test_sample_renders_in_both_languages() -> None:
    """Every page of the sample exists in both languages under the same file name."""
    names = [
        [page.page.path.split("/")[-1] for page in render_pages(make_sample(language))]
        for language in ("es", "en")
    ]
    assert names[0] == names[1] == ["index.md", "emergency.md", "replies.md"]
