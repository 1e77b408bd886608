"""Section `dates`: the days a handbook names, in words."""

import calendar
from datetime import date, timedelta

from generator.handbook.context import ViewContext

DEFAULT_REVIEW_MONTHS = 12
"""Months until a handbook is due for review when nobody chose: a starting value."""


def view(context: ViewContext) -> dict[str, object]:
    """Return today, the next review, and the days of the roadmap counted from its start."""
    today = context.facts.today
    start = effective_date(context)
    days = {f"day{count}": start + timedelta(days=count) for count in (7, 30, 60, 90)}
    months = {f"month{count}": add_months(start, count) for count in (6, 12)}
    reviews = {
        "today": today,
        "effective": start,
        "next_review": next_review(context),
        "quarter_review": add_months(today, 3),
        "law_review": add_months(today, 6),
    }
    long = {name: context.pack.long_date(day) for name, day in (reviews | days | months).items()}
    return {**long, "today_iso": today.isoformat(), "year": today.year}


def today(context: ViewContext) -> str:
    """Return today in words."""
    return context.pack.long_date(context.facts.today)


def effective_date(context: ViewContext) -> date:
    """Return the day from which the handbook counts: the company's, or today."""
    found = context.facts.value("effective_date")
    return found if isinstance(found, date) else context.facts.today


def next_review(context: ViewContext) -> date:
    """Return the day of the next review of the whole handbook."""
    months = context.facts.value("review_months")
    return add_months(
        context.facts.today, months if isinstance(months, int) else DEFAULT_REVIEW_MONTHS
    )


def add_months(day: date, months: int) -> date:
    """Return the same day some months later, or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))
