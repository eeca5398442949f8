"""Which lines were left out in this visit: kept without a word of them, and in use while their answer is as it was.

A line is kept as its number under a digest of its answer's key and one of its answer's words. So what a place holds
tells neither the words nor which answer it is, a guarded one included; and a line that no longer fits is never taken
for another one.
"""

from collections.abc import Iterable, Mapping
from hashlib import blake2b

from kat_journal.services.summaries import Line, LineRef, Material, lines

Kept = tuple[str, tuple[int, ...]]
"""Digest of an answer's words, and the numbers of the lines that were left out."""

_BYTES = 8


class Struck:
    """The lines that are left out, for the days that are shown and for all other days of the visit."""

    def __init__(self, kept: Mapping[str, Kept] | None = None) -> None:
        """Begin with what an earlier part of the visit kept."""
        self._kept = dict(kept or {})
        self._material: Material | None = None
        self.refs: frozenset[LineRef] = frozenset()
        self._back: dict[str, int] = {}

    @property
    def kept(self) -> Mapping[str, Kept]:
        """What a place may hold of it, by a digest of each answer's key."""
        return dict(self._kept)

    def back_in(self, chosen: frozenset[str]) -> int:
        """How many lines of these answers were left out and are back, because the answer has changed."""
        return sum(number for key, number in self._back.items() if key in chosen)

    def read(self, material: Material, keys: Iterable[str]) -> None:
        """Take another reading of the journal: leave out what still fits."""
        self._material = material
        known = {_name_of(key): key for key in keys} if self._kept else {}
        here = {known[name]: kept for name, kept in self._kept.items() if name in known}
        shown = _by_key(lines(material, frozenset(here)))
        refs: set[LineRef] = set()
        self._back = {}
        for key, (digest, numbers) in here.items():
            if key in shown and digest == _digest(key, shown[key]):
                refs |= {LineRef(key, number) for number in numbers}
            else:
                self._back[key] = len(numbers)
        self.refs = frozenset(refs)

    def set(self, ref: LineRef, struck: bool) -> None:
        """Leave a line out, or put it back; what no longer fitted its answer is done with."""
        if self._material is None:
            return
        self._back.pop(ref.key, None)
        self.refs = self.refs | {ref} if struck else self.refs - {ref}
        numbers = tuple(sorted(one.line for one in self.refs if one.key == ref.key))
        name = _name_of(ref.key)
        self._kept.pop(name, None)
        if numbers:
            shown = lines(self._material, frozenset({ref.key}))
            self._kept[name] = (_digest(ref.key, shown), numbers)

    def forget_back(self, chosen: frozenset[str]) -> None:
        """The person was told of what is back in these answers."""
        for key in self._back.keys() & chosen:
            del self._back[key]
            self._kept.pop(_name_of(key), None)


def _by_key(found: Iterable[Line]) -> dict[str, list[Line]]:
    shown: dict[str, list[Line]] = {}
    for line in found:
        shown.setdefault(line.ref.key, []).append(line)
    return shown


def _name_of(key: str) -> str:
    return blake2b(key.encode(errors="surrogatepass"), digest_size=_BYTES).hexdigest()


def _digest(key: str, shown: Iterable[Line]) -> str:
    """Of the answer's words; its key holds a random id, so that equal words have different digests."""
    digest = blake2b(_name_of(key).encode(), digest_size=_BYTES)
    for line in shown:
        words = line.words.encode(errors="surrogatepass")
        digest.update(b"%d %d " % (line.ref.line, len(words)) + words)
    return digest.hexdigest()
