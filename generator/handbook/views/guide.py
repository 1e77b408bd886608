"""Section `guide`: which page helps in which situation, and what each person reads first."""

from collections.abc import Iterable, Mapping

from generator.handbook.context import ViewContext
from generator.handbook.names import names
from generator.handbook.views import team
from questionnaire.conditions import parse_condition

View = dict[str, object]
Titles = Mapping[str, str]


def view(context: ViewContext) -> View:
    """Return the situations and the reading paths, with the pages that this book has."""
    titles = chapter_titles(context)
    people = team.view(context)["rows"]
    rows = people if isinstance(people, list) else []
    paths = [_describe_path(context, person, titles) for person in rows if person["role_codes"]]
    others = [str(person["name"]) for person in rows if not person["role_codes"]]
    everybody = _tree(context).get("everybody")
    return {
        "situations": _list_situations(context, titles),
        "paths": [path for path in paths if path["pages"]],
        "everybody": _list_pages(everybody if isinstance(everybody, list) else (), titles),
        "others": context.pack.join_and(others),
    }


def chapter_titles(context: ViewContext) -> Titles:
    """Return the title of every chapter of this book by its id."""
    read = names(context.facts.plain, context.advice, context.edition)
    return {
        head.id: head.title.read_in(context.language)
        for head in context.library.chapters
        if head.when is None or head.when.holds(read)
    }


def holds(context: ViewContext, when: object) -> bool:
    """Return whether a condition of a knowledge file holds; no condition always does."""
    if not isinstance(when, str):
        return True
    condition = parse_condition(when)
    context.facts.note(sorted(condition.names() & context.facts.questionnaire.by_id.keys()))
    return condition.holds(names(context.facts.plain, context.advice, context.edition))


def _tree(context: ViewContext) -> Mapping[str, object]:
    return context.library.knowledge.get("guide", {})


def _list_situations(context: ViewContext, titles: Titles) -> list[View]:
    rows = _tree(context).get("situations")
    return [
        {
            "text": context.text(row.get("text")),
            "page": "#".join(str(row[key]) for key in ("chapter", "anchor") if row.get(key)),
            "title": titles[row["chapter"]],
        }
        for row in (rows if isinstance(rows, list) else ())
        if row["chapter"] in titles and holds(context, row.get("when"))
    ]


def _describe_path(context: ViewContext, person: View, titles: Titles) -> View:
    """Return what one person reads: the pages of all their roles, the most urgent first."""
    held = person["role_codes"]
    roles = held if isinstance(held, list) else []
    reading = context.entry("guide", "reading")
    wanted = (
        page
        for role, pages in reading.items()
        if role in roles and isinstance(pages, list)
        for page in pages
    )
    most = _tree(context).get("pages_at_most")
    pages = _list_pages(dict.fromkeys(wanted), titles)
    return {
        "name": person["name"],
        "job": person["role"],
        "pages": pages[:most] if isinstance(most, int) else pages,
    }


def _list_pages(chapters: Iterable[str], titles: Titles) -> list[View]:
    return [{"page": one, "title": titles[one]} for one in chapters if one in titles]
