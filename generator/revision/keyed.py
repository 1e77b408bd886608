"""Three-way merge of a sequence whose parts have names: clauses of a page, lines of front matter."""

from collections.abc import Sequence


def merge_order(base: Sequence[str], user: Sequence[str], new: Sequence[str]) -> list[str]:
    """Give the order of all parts: who moved parts decides, the person before the generator.

    A part that only the other side has follows the part it follows there.
    """
    common = set(base) & set(user) & set(new)
    before, of_user, of_new = ([k for k in side if k in common] for side in (base, user, new))
    generator_moved = of_user == before != of_new
    order, other = (list(new), user) if generator_moved else (list(user), new)
    for number, key in enumerate(other):
        if key in order:
            continue
        ahead = next((k for k in reversed(other[:number]) if k in order), None)
        order.insert(0 if ahead is None else order.index(ahead) + 1, key)
    return order


def distinct(keys: Sequence[str]) -> list[str]:
    """Make repeated names distinct: the second `x` becomes `x~2`."""
    seen: dict[str, int] = {}
    result = []
    for key in keys:
        seen[key] = seen.get(key, 0) + 1
        result.append(key if seen[key] == 1 else f"{key}~{seen[key]}")
    return result
