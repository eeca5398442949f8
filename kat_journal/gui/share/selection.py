"""What is ticked: a plain record of choices, without any window."""

from collections.abc import Iterable
from dataclasses import dataclass

from kat_journal.domain.form import Section
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
    """Which candidates are chosen. Guarded ones never start ticked."""

    def __init__(self, candidates: Iterable[Candidate] = (), before: "Selection | None" = None) -> None:
        """Begin with the ticks that are offered; what the person ticked ``before`` in this visit goes first."""
        self._candidates = {candidate.key: candidate for candidate in candidates}
        self._chosen = {key for key, candidate in self._candidates.items() if self._starts(candidate, before)}

    @property
    def chosen(self) -> frozenset[str]:
        """Keys of what is ticked."""
        return frozenset(self._chosen)

    @property
    def has_first_look(self) -> bool:
        """Whether something is ticked that asks to be looked at first."""
        return any(self._candidates[key].section is Section.FIRST_LOOK for key in self._chosen)

    def set(self, key: str, ticked: bool) -> None:
        """Tick one, or take its tick away."""
        if ticked and key in self._candidates:
            self._chosen.add(key)
        else:
            self._chosen.discard(key)

    def is_ticked(self, key: str) -> bool:
        """Whether it is chosen."""
        return key in self._chosen

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

    def knows(self, key: str) -> bool:
        """Whether it is among the candidates."""
        return key in self._candidates

    @staticmethod
    def _starts(candidate: Candidate, before: "Selection | None") -> bool:
        if candidate.guarded:
            return False
        known = before is not None and before.knows(candidate.key)
        return before.is_ticked(candidate.key) if before is not None and known else candidate.ticked
