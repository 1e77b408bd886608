"""The day a handbook is of: the day on which its answers were first built as they are now.

Without it every build on another day would move every date of every page, and a person who
edits by hand would see changes that nobody made.
"""

import hashlib
import json
from datetime import date

from generator.revision.workspace import STATE, Workspace

RECORD = f"{STATE}/dated.json"
BUILT = f"{STATE}/built.json"
"""Which answers the site is of; its time is that of the last build."""


def date_answers(workspace: Workspace, answers: bytes, today: date) -> date:
    """Return the day of these answers: the recorded one if they are the same, else today."""
    try:
        record = json.loads(workspace.disk.read(RECORD) or b"{}")
        same = record.get("answers") == _digest(answers)
        return date.fromisoformat(record["date"]) if same else today
    except (ValueError, TypeError, AttributeError, KeyError):
        # A record that can't be read only costs the old date.
        return today


def record_date(workspace: Workspace, answers: bytes, day: date) -> None:
    """Remember the day of these answers; the caller holds the workspace's lock."""
    record = json.dumps({"answers": _digest(answers), "date": day.isoformat()}).encode()
    if workspace.disk.read(RECORD) != record:
        workspace.disk.write(RECORD, record, 0o600)


def record_built(workspace: Workspace, answers: bytes) -> None:
    """Remember that the site is of these answers now; the caller holds the workspace's lock."""
    workspace.disk.write(BUILT, json.dumps({"answers": _digest(answers)}).encode(), 0o600)


def is_built(workspace: Workspace, answers: bytes) -> bool:
    """Tell whether the site was built from these very answers."""
    try:
        record = json.loads(workspace.disk.read(BUILT) or b"{}")
        return bool(record.get("answers") == _digest(answers))
    except (ValueError, AttributeError):
        return False


def _digest(answers: bytes) -> str:
    return hashlib.sha256(answers).hexdigest()
