"""Which day it is, for whoever starts something: the only place that asks the clock for it."""

import os
from datetime import UTC, date, datetime


def read_today() -> date:
    """Return today's date, or the one SOURCE_DATE_EPOCH fixes for repeatable builds."""
    return read_fixed_day() or read_clock()


def read_fixed_day() -> date | None:
    """Return the day that SOURCE_DATE_EPOCH fixes, if it fixes one."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), tz=UTC).date() if epoch.isdigit() else None


def read_clock() -> date:
    """Return the day it is where this computer stands."""
    return datetime.now(tz=UTC).astimezone().date()
