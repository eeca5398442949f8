"""Answers that the disk refused: held in memory until they are in the file, across a lock if need be."""

from collections.abc import Callable, Iterable

from kat_journal.domain.ids import ItemId, Uid
from kat_journal.domain.response import Answer, Draft
from kat_journal.errors import KatJournalError

Held = tuple[Draft, Answer]


class Unsaved:
    """Holds the newest refused answer of each item."""

    def __init__(self, store: Callable[[Draft, Answer], object]) -> None:
        self._store = store
        self._held: dict[tuple[Uid, ItemId], Held] = {}

    def hold(self, draft: Draft, answer: Answer) -> None:
        """Hold an answer before it is written."""
        self._held[draft.uid, answer.item_id] = (draft, answer)

    def drop(self, draft: Draft, answer: Answer) -> None:
        """Let go of an answer that is in the file."""
        self._held.pop((draft.uid, answer.item_id), None)

    def forget(self, draft: Draft, item_id: ItemId) -> None:
        """Let go of an answer that the person took back."""
        self._held.pop((draft.uid, item_id), None)

    def forget_all_of(self, uid: Uid) -> None:
        """Let go of every answer of a response that was deleted for good."""
        self._held = {key: held for key, held in self._held.items() if key[0] != uid}

    def take_over(self, held: Iterable[Held]) -> None:
        """Hold what an earlier unlocking could not write."""
        for draft, answer in held:
            self.hold(draft, answer)

    def retry(self) -> tuple[Held, ...]:
        """Write what is held; returns what the disk still refuses."""
        for draft, answer in tuple(self._held.values()):
            try:
                self._store(draft, answer)
            except KatJournalError:
                continue
            self.drop(draft, answer)
        return tuple(self._held.values())
