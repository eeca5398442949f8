"""What is ticked: a plain record of choices, without any window."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kat_journal.services.summaries import Candidate


@dataclass(frozen=True, slots=True)
class Group:
    """Candidates that stand together in the tick list.

    Attributes:
        title: Empty for the guarded ones, whose heading is the page's own.
    """

    title: str
    guarded: bool
    candidates: tuple[Candidate, ...]


class Selection:
    """Which candidates are chosen.

    A guarded one never starts ticked, is ticked by itself alone, and is forgotten with the selection.
    """

    def __init__(
        self,
        candidates: Iterable[Candidate] = (),
        decided: Mapping[str, bool] | None = None,
        first: Iterable[str] = (),
    ) -> None:
        """Begin with the ticks that are offered; what the person ``decided`` earlier in this visit goes first.

        So does what they put ``first``.
        """
        self._candidates = {candidate.key: candidate for candidate in candidates}
        self._decided = dict(decided or {})
        self._chosen = {key for key, candidate in self._candidates.items() if self._starts(candidate)}
        self._first = {key for key in first if key not in self._candidates or key in self._chosen}

    @property
    def chosen(self) -> frozenset[str]:
        """Keys of what is ticked."""
        return frozenset(self._chosen)

    @property
    def decided(self) -> Mapping[str, bool]:
        """What the person ticked or unticked in this visit, also on other days; nothing guarded."""
        return dict(self._decided)

    @property
    def first(self) -> frozenset[str]:
        """Keys of what is ticked and to be looked at first."""
        return frozenset(self._first & self._chosen)

    @property
    def first_kept(self) -> frozenset[str]:
        """The same, with what is on other days; nothing guarded."""
        return frozenset(key for key in self._first if key not in self._candidates or not self._candidates[key].guarded)

    def set_first(self, key: str, wanted: bool) -> None:
        """Put something that is ticked first, or back in its own place."""
        if wanted and key in self._chosen:
            self._first.add(key)
        else:
            self._first.discard(key)

    def set(self, key: str, ticked: bool) -> None:
        """Tick one, or take its tick away."""
        candidate = self._candidates.get(key)
        if candidate is None:
            return
        if ticked:
            self._chosen.add(key)
        else:
            self._chosen.discard(key)
            self._first.discard(key)
        if not candidate.guarded:
            self._decided[key] = ticked

    def set_many(self, keys: Iterable[str], ticked: bool) -> None:
        """Tick several at once, but none that is guarded; or take their ticks away, guarded or not."""
        for key in keys:
            candidate = self._candidates.get(key)
            if candidate is not None and not (ticked and candidate.guarded):
                self.set(key, ticked)

    def is_ticked(self, key: str) -> bool:
        """Whether it is chosen."""
        return key in self._chosen

    def labels(self) -> dict[str, str]:
        """What each line is called."""
        return {key: candidate.label for key, candidate in self._candidates.items()}

    def groups(self) -> tuple[Group, ...]:
        """Groups in the order of their first candidate; everything guarded is one group at the end."""
        open_ones: dict[str, list[Candidate]] = {}
        guarded = []
        for candidate in self._candidates.values():
            if candidate.guarded:
                guarded.append(candidate)
            else:
                open_ones.setdefault(candidate.group, []).append(candidate)
        groups = [Group(title, False, tuple(candidates)) for title, candidates in open_ones.items()]
        return (*groups, Group("", True, tuple(guarded))) if guarded else tuple(groups)

    def _starts(self, candidate: Candidate) -> bool:
        return not candidate.guarded and self._decided.get(candidate.key, candidate.ticked)
