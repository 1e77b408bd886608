"""One step applied to the records of a file: nothing is thrown away, it moves or it is kept."""

from collections.abc import Callable, Mapping, Sequence

from questionnaire.upgrade.lists import follow, gather
from questionnaire.upgrade.records import Raw, Record, keep_part, keep_whole
from questionnaire.upgrade.table import Conversion, Step


def apply_step(records: Sequence[Record], step: Step) -> None:
    """Change the records from the version before the step to its own."""
    for record in records:
        if not record.gone:
            _change_value(record, step)
    _rename(records, step.renames)
    follow(records, step.renames)
    for group, fields in step.lists.items():
        gather(records, group, fields)


def _change_value(record: Record, step: Step) -> None:
    name = record.id
    if name in step.removed:
        keep_whole(record)
        return
    _change_fields(record, step)
    if "answers" not in record.parts:
        return
    if name in step.choices:
        _apply(record, lambda value: recode(value, step.choices[name]), "upgrade.recoded")
    if name in step.kinds and "answers" in record.parts:
        record.reread = record.reread or step.kinds[name].into == "same"
        _apply(record, lambda value: convert(value, step.kinds[name]), "upgrade.converted")


def _apply(record: Record, change: Callable[[Raw], tuple[Raw, Raw]], code: str) -> None:
    """Change the answer; what doesn't fit the new form is kept under the old id."""
    before = record.parts["answers"]
    after, rest = change(before)
    if rest is not None:
        keep_part(record, record.origin, "answers", rest)
    if after is None and before is not None:
        del record.parts["answers"]
    elif after != before:
        record.parts["answers"] = after
        record.moves.append((code, record.id))


def recode(value: Raw, codes: Mapping[str, str | None]) -> tuple[Raw, Raw]:
    """Return an answer in the new codes, and what of it has none any more."""
    if isinstance(value, list):
        new = [codes.get(one, one) if isinstance(one, str) else one for one in value]
        left = [one for one in new if one is not None]
        lost = [old for old, now in zip(value, new, strict=True) if now is None and old is not None]
        once = [one for at, one in enumerate(left) if one not in left[:at]]
        return once or None, lost or None
    if isinstance(value, str) and value in codes:
        fresh = codes[value]
        return fresh, value if fresh is None else None
    return value, None


def convert(value: Raw, how: Conversion) -> tuple[Raw, Raw]:
    """Return an answer in the form of another kind, and what of it doesn't fit there."""
    if value is None or how.into == "same":
        return value, None
    if how.into == "list":
        return (value, None) if isinstance(value, list) else ([value], None)
    if how.into == "one":
        if isinstance(value, list) and value:
            return value[0], value[1:] or None
        return (None, value) if isinstance(value, list | dict) else (value, None)
    if how.into == "text":
        return _as_text(value)
    return _as_items(value, how.field)


def _as_text(value: Raw) -> tuple[Raw, Raw]:
    if isinstance(value, list):
        plain = all(isinstance(one, str) for one in value)
        return (", ".join(map(str, value)) or None, None) if plain else (None, value)
    return value, None  # words stay, and so do words for each language


def _as_items(value: Raw, field: str) -> tuple[Raw, Raw]:
    if isinstance(value, list):
        items = [one if isinstance(one, Mapping) else {field: one} for one in value]
        return items or None, None
    return [{field: value}], None


def _change_fields(record: Record, step: Step) -> None:
    """Change the fields of a group's items: `people.tel` is the field tel of people."""
    items = record.parts.get("answers")
    if not isinstance(items, list):
        return
    fresh: list[Raw] = []
    for at, item in enumerate(items):
        if isinstance(item, Mapping):
            label = str(item.get("id") or at + 1)
            fresh.append(_change_item(record, step, label, item))
        else:
            fresh.append(item)
    record.parts["answers"] = fresh


def _change_item(record: Record, step: Step, label: str, item: Mapping[str, Raw]) -> dict[str, Raw]:
    values: dict[str, Raw] = {}
    for field, value in item.items():
        name = f"{record.id}.{field}"
        if name in step.removed:
            _keep_field(record, field, label, value)
            continue
        changed, rest = value, None
        if name in step.choices:
            changed, rest = recode(changed, step.choices[name])
            _keep_field(record, field, label, rest)
        if name in step.kinds:
            changed, rest = convert(changed, step.kinds[name])
            _keep_field(record, field, label, rest)
        if changed != value:
            record.moves.append(("upgrade.recoded", name))
        if changed is not None or value is None:
            values[field] = changed
    return _rename_fields(record, step, label, values)


def _rename_fields(
    record: Record, step: Step, label: str, values: Mapping[str, Raw]
) -> dict[str, Raw]:
    targets = {field: _field_name(record.id, field, step) for field in values}
    fresh = {field: value for field, value in values.items() if targets[field] == field}
    for field, value in values.items():
        target = targets[field]
        if target == field:
            continue
        if target in fresh:
            _keep_field(record, field, label, value)
        else:
            fresh[target] = value
            record.moves.append(("upgrade.renamed", f"{record.id}.{target}"))
    order = [targets[field] for field in values]
    return {field: fresh[field] for field in dict.fromkeys(order)}


def _field_name(group: str, field: str, step: Step) -> str:
    target = step.renames.get(f"{group}.{field}", "")
    return target.rpartition(".")[2] or field


def keep_field(record: Record, field: str) -> None:
    """Take a field out of every item and keep what it held."""
    items = record.parts.get("answers")
    for at, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict):
            _keep_field(record, field, str(item.get("id") or at + 1), item.pop(field, None))


def _keep_field(record: Record, field: str, label: str, value: Raw) -> None:
    if value is not None:
        keep_part(record, f"{record.origin}.{field}", label, value)


def _rename(records: Sequence[Record], renames: Mapping[str, str]) -> None:
    """Rename all at once, so that two questions can swap; who comes second to a name is kept."""
    present = [record for record in records if not record.gone]
    taken = {record.id for record in present if record.id not in renames}
    for record in present:
        target = renames.get(record.id)
        if target is None:
            continue
        if target in taken:
            keep_whole(record)
            continue
        taken.add(target)
        record.id = target
        record.moves.append(("upgrade.renamed", target))
