"""Section `company`: who the handbook is for, in words and sizes."""

from generator.facts.model import Known
from generator.handbook.context import ViewContext
from generator.handbook.views.answers import describe_answer


def view(context: ViewContext) -> dict[str, object]:
    """Return the company's name, size of book and the few facts that many pages repeat."""
    book = context.facts.book
    employees = context.facts.value("employees")
    return {
        "name": company_name(context),
        "book": book,
        "micro": book == "micro",
        "small": book == "small",
        "full": book == "full",
        "size_text": context.pack.word("sizes", book),
        "employees": employees if isinstance(employees, (int, float)) else 0,
        "employees_text": _count_employees(context, employees),
        **{key: _words(context, key) for key in ("sector", "offer", "flagship", "website")},
        "sector_code": str(context.facts.value("sector", "")),
        "regulated": context.facts.plain.sizing.regulation > 0,
    }


def company_name(context: ViewContext) -> str:
    """Return the name of the company, or the words for an open decision."""
    name = context.text(context.facts.value("company_name"))
    return name or context.pack.word("open_decision", "words")


def _count_employees(context: ViewContext, employees: object) -> str:
    if isinstance(employees, (int, float)):
        return context.pack.plural("person", employees)
    return context.pack.word("open_decision", "words")


def _words(context: ViewContext, question: str) -> str:
    """Return the answer to a question in words; nothing while it is open."""
    asked = context.question(question)
    if asked is None or not isinstance(context.facts.fact(question), Known):
        return ""
    return str(describe_answer(context, asked)["text"])
