"""Which wording of a text is missing, or older than its twin in the other language.

The answers hold the words; what each was written beside is remembered in `.playbook/`, because
nobody's file should carry such marks.
"""

import hashlib
from collections.abc import Mapping

from questionnaire.model import Question
from questionnaire.text import Text
from questionnaire.web.company import Company
from questionnaire.web.visit import Visit


def mark_wordings(visit: Visit, question: Question, key: str, value: object) -> Mapping[str, str]:
    """Return for each language whose wording isn't as good as new what is wrong with it."""
    if not question.translatable or value is None:
        return {}
    languages = [str(one) for one in visit.documents]
    said = spread(value, languages)
    marks = {code: "wording_missing" for code in languages if not said.get(code)}
    marks |= dict.fromkeys(find_stale(visit.company, key, said), "wording_stale")
    return {code: visit.words.say(mark) for code, mark in marks.items()}


def find_stale(company: Company, key: str, said: Mapping[str, str]) -> tuple[str, ...]:
    """Return the languages whose words were written beside older words of another language."""
    kept = company.wordings.read().get(key)
    if not isinstance(kept, dict):
        return ()
    return tuple(
        code
        for code in said
        if code in kept
        and any(
            other in kept[code] and kept[code][other] != _hash(words)
            for other, words in said.items()
            if other != code
        )
    )


def note_wordings(
    company: Company, key: str, before: Mapping[str, str], after: Mapping[str, str]
) -> None:
    """Remember beside which other words each wording was written, after a save.

    Words that were changed were written beside the others as they are now. Words that stayed the
    same keep what they were written beside, so they show as old if their twin was changed.
    """
    kept = company.wordings.read().get(key)
    known = dict(kept) if isinstance(kept, dict) else {}
    hashes = {code: _hash(words) for code, words in after.items() if words}
    for code in hashes:
        others = {other: one for other, one in hashes.items() if other != code}
        unchanged = before.get(code) == after[code]
        if not unchanged:
            known[code] = others
        elif code not in known:
            known[code] = {other: _hash(words) for other, words in before.items() if other != code}
    left = {code: beside for code, beside in known.items() if code in hashes}
    company.wordings.keep(key, left if len(hashes) > 1 else None)


def confirm_wording(company: Company, key: str, said: Mapping[str, str]) -> None:
    """Remember that all wordings say the same now."""
    note_wordings(company, key, {}, said)


def spread(value: object, languages: list[str]) -> dict[str, str]:
    """Return a text by language; words without a language are those of the main one."""
    if isinstance(value, Text):
        return {code: words for code, words in value.by_language.items() if words}
    return {languages[0]: str(value)} if value is not None and languages else {}


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:12]
