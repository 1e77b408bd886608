"""Runs the checks of `content/checks` over a company: contradictions, gaps, sums that don't add up.

A check is data. Its `when` is the one condition language over question ids, the derived names
of `NAMES` (facts.*, advice.*) and, with `for_each`, the `item.*` names of `items.KINDS`. What
is an open decision is no fault: a check that reads a pending question stays silent, unless
`silent_while_open` names the few questions that it really waits for.

- `for_each`: one finding per item that the condition finds; with `together` one for all of
  them, `{items}` being their labels and `{count}` how many they are.
- `instead_of`: checks that fall silent where this one speaks, their fault being part of it.
- `words` and `words_in`: one of the words (per language) must also stand in one of the
  answers named; `{word}` is the one that was found.
"""

import re
from collections.abc import Iterable, Mapping

from generator.advice.items import KINDS, Item, list_items
from generator.advice.judging import behind, condition, holds, is_open, reader
from generator.advice.model import Finding
from generator.advice.shelf import Row, Shelf, read_text
from generator.advice.situation import Parts, Situation
from generator.advice.wording import FIELD, Wording
from generator.facts.model import Facts
from questionnaire.text import Text, fold

ORDER = {"error": 0, "warning": 1, "note": 2}


def findings(facts: Facts, parts: Parts, library: Shelf) -> tuple[Finding, ...]:
    """Return what every check finds, most serious first, in the order of the files."""
    situation = Situation(facts, parts, library)
    found = [finding for check in library.checks for finding in _run(situation, check)]
    return tuple(sorted(found, key=lambda finding: ORDER[finding.level]))


def questions_read(check: Row) -> tuple[str, ...]:
    """Return the questions whose answer a check depends on."""
    names = condition(check["when"]).names() if "when" in check else frozenset()
    found = [question for name in sorted(names) for question in behind(name)]
    if "for_each" in check:
        found.append(KINDS[check["for_each"]][0])
    found += [*check.get("words_in", ()), *check.get("reads", ())]
    return tuple(dict.fromkeys(found))


def _run(situation: Situation, check: Row) -> Iterable[Finding]:
    reads = questions_read(check)
    waiting = set(check.get("silent_while_open", reads))
    if any(is_open(situation.facts.by_id.get(one)) for one in waiting):
        return ()
    if "for_each" not in check:
        word = _find_word(situation, check)
        found = holds(check, reader(situation)) and ("words" not in check or word is not None)
        return [_finding(situation, check, reads, {"word": word})] if found else ()
    items = [
        item
        for item in list_items(situation, check["for_each"])
        if holds(check, reader(situation, item))
    ]
    if not check.get("together"):
        return [_finding(situation, check, reads, {}, item) for item in items]
    labels = tuple(item["label"] for item in items)
    extra = {"items": labels, "count": len(items)}
    return [_finding(situation, check, reads, extra)] if items else ()


def _find_word(situation: Situation, check: Row) -> str | None:
    """Return the first of the check's words that stands in one of its answers."""
    for question in check.get("words_in", ()):
        value = situation.facts.value(question)
        texts = value.by_language.values() if isinstance(value, Text) else (value,)
        folded = [fold(text) for text in texts if isinstance(text, str)]
        for words in check.get("words", {}).values():
            for word in words:
                pattern = re.compile(rf"(?<!\w){re.escape(fold(word))}(?!\w)")
                if any(pattern.search(text) for text in folded):
                    return str(word)
    return None


def _finding(
    situation: Situation,
    check: Row,
    reads: tuple[str, ...],
    extra: Mapping[str, object],
    item: Item | None = None,
) -> Finding:
    read = reader(situation, item, extra)
    wording = Wording(situation, read)
    message = read_text(check["message"])
    data = {name: _plain(read(name)) for name in _values(message)}
    if item is not None:
        data["item"] = str(item["id"])
    return Finding(
        id=check["id"],
        level=check["level"],
        message=wording.fill(message),
        remedy=wording.fill(read_text(check["remedy"])),
        why=wording.fill(read_text(check["why"])),
        data=data,
        reads=reads,
        seeds=tuple(check.get("seeds", ())),
        minutes=int(check.get("minutes", 0)),
    )


def _values(text: Text) -> list[str]:
    names = [
        found.group(1) for words in text.by_language.values() for found in FIELD.finditer(words)
    ]
    return [name for name in dict.fromkeys(names) if not name.startswith("who.")]


def _plain(value: object) -> str | int | float:
    if isinstance(value, int | float | str):
        return value
    if isinstance(value, tuple | list):
        return ", ".join(str(_plain(one)) for one in value)
    if isinstance(value, Text):
        return next(iter(value.by_language.values()), "")
    return "" if value is None else str(value)
