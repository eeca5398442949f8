"""A summary part by part, and what of it is other than before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kat_journal.domain.summary import Block, Summary, Table

_OPENING, _CLOSING = "\0opening", "\0closing"


@dataclass(frozen=True, slots=True)
class Part:
    """A block, and the headings that stand above it.

    Attributes:
        place: What it belongs to: the heading of its section, or the opening, or the closing.
        headings: The title for the first part of all, its section's for the first of a section.
    """

    place: str
    headings: tuple[str, ...]
    block: Block

    @property
    def is_table(self) -> bool:
        """Whether it is a table."""
        return isinstance(self.block, Table)

    @property
    def begins_a_block(self) -> bool:
        """Whether it begins with a text block of its own; a table without a heading ends the one before it."""
        return bool(self.headings) or not self.is_table


@dataclass(frozen=True, slots=True)
class Hunk:
    """Parts ``first`` to ``last``, the last not included, that others take the place of."""

    first: int
    last: int
    parts: tuple[Part, ...]


def parts_of(summary: Summary) -> list[Part]:
    """The summary in its order."""
    parts = [Part(_OPENING, (), block) for block in summary.opening]
    for section in summary.sections:
        for number, block in enumerate(section.blocks):
            parts.append(Part(section.heading, () if number else (section.heading,), block))
    parts += [Part(_CLOSING, (), block) for block in summary.closing]
    if parts:
        parts[0] = Part(parts[0].place, (summary.title, *parts[0].headings), parts[0].block)
    return parts


def hunks(old: Sequence[Part], new: Sequence[Part]) -> list[Hunk] | None:
    """What to put where, from the top; None where the places are not in one order.

    A line in one section and a row in another are two small hunks, so that nothing between them is written again.
    """
    old_runs, new_runs = _runs(old), _runs(new)
    if [one for one in old_runs if one in new_runs] != [one for one in new_runs if one in old_runs]:
        return None
    found, at = [], 0
    waiting = list(old_runs)
    for place, run in new_runs.items():
        if place not in old_runs:
            found.append(Hunk(at, at, tuple(run)))
            continue
        while waiting[0] != place:
            gone = len(old_runs[waiting.pop(0)])
            found.append(Hunk(at, at + gone, ()))
            at += gone
        before = old_runs[waiting.pop(0)]
        found += _within(before, run, at)
        at += len(before)
    gone = sum(len(old_runs[place]) for place in waiting)
    return [*found, Hunk(at, at + gone, ())] if gone else found


def widened(found: Sequence[Hunk], old: Sequence[Part]) -> list[Hunk]:
    """The same change, in hunks that begin and end at whole text blocks."""
    some = list(found)
    for number in range(len(some) - 1, 0, -1):
        above, below = some[number - 1 : number + 1]
        if _widened(below, old).first < _widened(above, old).last:
            between = old[above.last : below.first]
            some[number - 1 : number + 1] = [Hunk(above.first, below.last, (*above.parts, *between, *below.parts))]
    return [_widened(hunk, old) for hunk in some]


def _widened(hunk: Hunk, old: Sequence[Part]) -> Hunk:
    first, last, parts = hunk.first, hunk.last, list(hunk.parts)
    while last < len(old) and not old[last].begins_a_block:
        parts.append(old[last])
        last += 1
    while first and not all(part.begins_a_block for part in (*old[first : first + 1], *parts[:1])):
        first -= 1
        parts.insert(0, old[first])
    return Hunk(first, last, tuple(parts))


def _runs(parts: Sequence[Part]) -> dict[str, list[Part]]:
    runs: dict[str, list[Part]] = {}
    for part in parts:
        runs.setdefault(part.place, []).append(part)
    return runs


def _within(old: Sequence[Part], new: Sequence[Part], at: int) -> Iterator[Hunk]:
    """Leave alone what both begin and end with."""
    most = min(len(old), len(new))
    same = next((number for number in range(most) if old[number] != new[number]), most)
    rest = most - same
    tail = next((number for number in range(rest) if old[-1 - number] != new[-1 - number]), rest)
    if same + tail < max(len(old), len(new)):
        yield Hunk(at + same, at + len(old) - tail, tuple(new[same : len(new) - tail]))
