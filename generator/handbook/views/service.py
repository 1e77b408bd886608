"""Section `service`: when somebody answers, and when the next answer can be expected."""

from generator.handbook.context import ViewContext, fill_once


@fill_once
def view(context: ViewContext) -> dict[str, object]:
    """Return the days and hours of service in words."""
    service = context.facts.service
    pack = context.pack
    none = pack.word("open_decision", "words")
    known = bool(service.days) and service.opens is not None and service.closes is not None
    opens, closes = service.opens, service.closes
    timed = opens is not None and closes is not None
    days = pack.weekdays(service.days) if service.days else none
    hours = pack.hours_range(opens, closes) if opens is not None and closes is not None else none
    closed = [day for day in range(1, 8) if day not in service.days]
    return {
        "known": known,
        "days": days,
        "hours": hours,
        "text": f"{days}, {hours}" if known else none,
        "opens": pack.hours(opens) if opens is not None else none,
        "closes": pack.hours(closes) if closes is not None else none,
        "hours_known": timed,
        "closed_days": pack.weekdays(closed) if closed and service.days else "",
        "closed_any": bool(closed and service.days),
        "day_codes": list(service.days),
        "hours_week": pack.plural("hour", round(service.hours_a_week, 1)),
        "first_day": pack.weekday(min(service.days)) if service.days else none,
        "last_day": pack.weekday(max(service.days)) if service.days else none,
        "day_length": pack.duration(minutes_a_day(context)) if minutes_a_day(context) else none,
        "always": service.hours_a_week >= 7 * 23,
    }


def minutes_a_day(context: ViewContext) -> int:
    """Return the minutes of service on one day of service; none while the hours are open."""
    service = context.facts.service
    if not service.days:
        return 0
    return round(service.hours_a_week * 60 / len(service.days))
