"""Several single answers become one item of a list: one agency in four questions, then agencies."""

from collections.abc import Collection, Mapping, Sequence

from questionnaire.upgrade.records import Gathered, Record, keep_part, keep_whole


def gather(records: Sequence[Record], group: str, fields: Mapping[str, str]) -> None:
    """Put the answers of some questions into one item of a new group.

    The question that names the item takes the place of the group, also while it is open. Without
    a name there is no item: what the other questions held is kept.
    """
    present = {record.id: record for record in records if not record.gone}
    found = {field: present[old] for field, old in fields.items() if old in present}
    naming = next(iter(fields), "")
    head = found.get(naming)
    if group in present:
        head = None
    item: dict[str, object] = {}
    for field, record in found.items():
        answer = record.parts.get("answers")
        if head is None or head.parts.get("answers") is None or answer is None:
            if record is not head:
                keep_whole(record)
            continue
        item[field] = answer
        record.gathered = Gathered(group, field, naming)
        record.moves.append(("upgrade.gathered", group))
        if record is not head:
            _leave(record)
    if head is not None:
        head.id = group
        if item:
            head.parts["answers"] = [item]
        else:
            head.moves.append(("upgrade.renamed", group))


def follow(records: Sequence[Record], renames: Mapping[str, str]) -> None:
    """Remember under which names gathered answers stand after a later step."""
    for record in records:
        if record.gathered is not None:
            group = record.gathered.group
            fields = (record.gathered.field, record.gathered.naming)
            now = (renames.get(f"{group}.{one}", one).rpartition(".")[2] for one in fields)
            record.gathered = Gathered(renames.get(group, group), *now)


def set_aside(original: Record, changed: Record, into: Gathered, names: Collection[str]) -> Record:
    """Keep a gathered answer as it was written, where the item can't take it after all.

    Without what names it there is no item, so then all of it is kept.
    """
    group = into.group
    whole = group in names or f"{group}.{into.naming}" in names
    if whole or f"{group}.{into.field}" in names:
        keep_whole(original)
        original.id = changed.id
        return original
    items = changed.parts.get("answers")
    if not changed.gone and isinstance(items, list):
        left = {key: part for key, part in items[0].items() if f"{group}.{key}" not in names}
        changed.parts["answers"] = [left]
    return changed


def _leave(record: Record) -> None:
    """Take a question out of the file whose answer went into the item; the rest of it is kept."""
    for section, part in record.parts.items():
        if section != "answers" and part is not None:
            keep_part(record, record.origin, section, part)
    record.gone = True
