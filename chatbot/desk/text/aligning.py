"""Two texts -> how alike they are, and the edits that lead from one to the other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from rapidfuzz import process
from rapidfuzz.distance import Indel, Levenshtein

_EDITS_OF_A_SWAP = 12  # the edits among which two items are looked for that changed places
_LONGEST_SWAP = 60  # tokens
_SHARED_ENDS = 8  # tokens that both items may begin with, or end with


@dataclass(frozen=True, slots=True)
class Edit:
    """The places start..end of the old sequence, and those of the new that stand there now."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    equal: bool


def similarity(old: str, new: str) -> float:
    """Twice the characters in common, in order, over all characters: 1 is equal, 0 nothing."""
    return float(Indel.normalized_similarity(old, new))


def most_similar(text: str, others: Sequence[str]) -> tuple[int, float]:
    """The place of the text most like this one, and its similarity; (-1, 0) when there is none."""
    if not others:
        return -1, 0.0
    found = process.extractOne(text, others, scorer=Indel.normalized_similarity)
    return int(found[2]), float(found[1])


def edits(old: Sequence[str], new: Sequence[str]) -> tuple[Edit, ...]:
    """The edits in order, equal stretches included; together they cover both sequences.

    Items that changed places are one edit; so are edits around an equal stretch no longer than
    either of them, as a person would read them (the rule of Fraser's diff-match-patch).
    """
    found = _joined(
        Edit(code.src_start, code.src_end, code.dest_start, code.dest_end, code.tag == "equal")
        for code in Levenshtein.opcodes(old, new)
    )
    if swap := _swap(found, old, new):
        before, after = (swap.old_start, swap.new_start), (swap.old_end, swap.new_end)
        return (
            *_moved(edits(old[: before[0]], new[: before[1]]), 0, 0),
            swap,
            *_moved(edits(old[after[0] :], new[after[1] :]), *after),
        )
    while (again := _without_short_equals(found, old, new)) != found:
        found = again
    return tuple(_slid(found, old, new))


def _swap(found: list[Edit], old: Sequence[str], new: Sequence[str]) -> Edit | None:
    """The first two items beside one sign that changed places: 扶优、扶大 -> 扶大、扶优."""
    changed = [edit for edit in found if not edit.equal]
    for first, last in combinations(changed[:_EDITS_OF_A_SWAP], 2):
        whole = _trimmed(_span(first, last), old, new)
        gone, come = old[whole.old_start : whole.old_end], new[whole.new_start : whole.new_end]
        if len(gone) > _LONGEST_SWAP or sorted(gone) != sorted(come):
            continue
        for left, right in product(range(_SHARED_ENDS), range(_SHARED_ENDS)):
            wider = _wider(whole, left, right, len(old), len(new))
            if wider and _swaps(wider, old, new):
                return wider
    return None


def _trimmed(edit: Edit, old: Sequence[str], new: Sequence[str]) -> Edit:
    """An edit without the tokens at its sides that both texts have."""
    gone = old[edit.old_start : edit.old_end]
    come = new[edit.new_start : edit.new_end]
    most = min(len(gone), len(come))
    right = next((n for n in range(most) if gone[-1 - n] != come[-1 - n]), most)
    left = next((n for n in range(most - right) if gone[n] != come[n]), most - right)
    old_ends = edit.old_start + left, edit.old_end - right
    return Edit(*old_ends, edit.new_start + left, edit.new_end - right, equal=False)


def _wider(edit: Edit, left: int, right: int, most_old: int, most_new: int) -> Edit | None:
    """An edit with so many more tokens at its sides; None where the texts have no more."""
    old = edit.old_start - left, edit.old_end + right
    new = edit.new_start - left, edit.new_end + right
    if old[0] < 0 or new[0] < 0 or old[1] > most_old or new[1] > most_new:
        return None
    return Edit(*old, *new, equal=False)


def _swaps(edit: Edit, old: Sequence[str], new: Sequence[str]) -> bool:
    gone = tuple(old[edit.old_start : edit.old_end])
    come = tuple(new[edit.new_start : edit.new_end])
    signs = [place for place, token in enumerate(gone) if not token.isalnum()]
    return any(
        0 < sign < len(gone) - 1
        and come == (*gone[sign + 1 :], gone[sign], *gone[:sign])
        and gone[0].isalnum()
        and gone[-1].isalnum()
        for sign in signs
    )


def _moved(found: Iterable[Edit], old: int, new: int) -> Iterator[Edit]:
    for edit in found:
        yield Edit(
            edit.old_start + old,
            edit.old_end + old,
            edit.new_start + new,
            edit.new_end + new,
            edit.equal,
        )


def _without_short_equals(found: list[Edit], old: Sequence[str], new: Sequence[str]) -> list[Edit]:
    for place in range(1, len(found) - 1):
        before, equal, after = found[place - 1 : place + 2]
        if not equal.equal:
            continue
        length, edited = equal.old_end - equal.old_start, min(_size(before), _size(after))
        touched = (*old[before.old_start : after.old_end], *new[before.new_start : after.new_end])
        words = all(len(token) == 1 and token.isalpha() for token in touched)
        if length <= edited and (edited > 1 or words):
            return _joined([*found[: place - 1], _span(before, after), *found[place + 2 :]])
    return found


def _slid(found: list[Edit], old: Sequence[str], new: Sequence[str]) -> Iterator[Edit]:
    """The edits, those that only add or only drop tokens slid to where a sign ends them.

    In 自我教育、自我服务、自我提高 it is 自我服务、 that a person sees gone, not 服务、自我.
    """
    moved = 0  # tokens by which the edit before was slid to the left
    for place, edit in enumerate(found):
        if edit.equal:
            after = _slide(found, place + 1, old, new)
            starts, ends = (edit.old_start, edit.new_start), (edit.old_end, edit.new_end)
            if starts[0] - moved < ends[0] - after:
                yield Edit(
                    starts[0] - moved,
                    ends[0] - after,
                    starts[1] - moved,
                    ends[1] - after,
                    equal=True,
                )
            moved = after
        else:
            yield Edit(
                edit.old_start - moved,
                edit.old_end - moved,
                edit.new_start - moved,
                edit.new_end - moved,
                equal=False,
            )


def _slide(found: list[Edit], place: int, old: Sequence[str], new: Sequence[str]) -> int:
    """How far an edit between two equal stretches should go to the left."""
    if place + 1 >= len(found):
        return 0
    edit, text, start, end = found[place], old, found[place].old_start, found[place].old_end
    if edit.old_start == edit.old_end:
        text, start, end = new, edit.new_start, edit.new_end
    elif edit.new_start != edit.new_end:
        return 0
    room = found[place - 1].old_end - found[place - 1].old_start - (place > 1)
    most = next((n for n in range(room) if text[start - 1 - n] != text[end - 1 - n]), room)
    signs = (n for n in range(most + 1) if not text[end - 1 - n].isalnum())
    return next(signs, 0)


def _size(edit: Edit) -> int:
    """The tokens of the longer side."""
    return max(edit.old_end - edit.old_start, edit.new_end - edit.new_start)


def _span(first: Edit, last: Edit) -> Edit:
    return Edit(first.old_start, last.old_end, first.new_start, last.new_end, equal=False)


def _joined(found: Iterable[Edit]) -> list[Edit]:
    """Neighbouring edits that are not equal become one."""
    joined: list[Edit] = []
    for edit in found:
        if joined and not edit.equal and not joined[-1].equal:
            joined[-1] = _span(joined[-1], edit)
        else:
            joined.append(edit)
    return joined
