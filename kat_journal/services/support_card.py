"""Keeping a few things readable while the journal is locked: only what the person chose, and only as they saw it."""

from pathlib import Path
from typing import Final

from kat_journal.domain.support_card import CardOffer, CardState, ReadableCard, ReadablePart, ReadablePerson
from kat_journal.errors import KatJournalError
from kat_journal.services.papers import PaperService
from kat_journal.services.settings import SettingsService
from kat_journal.services.support import SupportService
from kat_journal.storage import support_card

KEPT: Final = "support-card"
"""Setting: the card as the person last agreed to it; empty where it is off."""


class SupportCardService:
    """Keeps the readable card. Nothing gets onto it that was not shown to the person before."""

    def __init__(self, folder: Path, support: SupportService, papers: PaperService, settings: SettingsService) -> None:
        self._folder = folder
        self._support = support
        self._papers = papers
        self._settings = settings

    def offer(self) -> CardOffer:
        """What can be chosen, and how the card stands."""
        kept = self._kept()
        people, plan = self._people(), self._plan()
        return CardOffer(self._state(kept, people, plan), kept or ReadableCard(), people, plan)

    def keep(self, card: ReadableCard) -> None:
        """Make exactly this card readable; an empty one turns it off.

        Raises:
            SupportCardFullError: It is too large; nothing was changed.
            DiskFullError, ReadOnlyError, StorageFailedError: The disk refused; what was readable before still is.
        """
        if card.is_empty:
            self.turn_off()
            return
        # Agreed to first: a crash between the two leaves nothing readable that the journal does not know of.
        before = self._settings.get(KEPT)
        self._settings.put(KEPT, support_card.encode(card).decode())
        try:
            support_card.write(self._folder, card)
        except KatJournalError:
            self._settings.put(KEPT, before)
            raise

    def turn_off(self) -> None:
        """Make nothing readable any more."""
        support_card.remove(self._folder)
        self._settings.put(KEPT, "")

    def withdraw(self) -> None:
        """Take from the card who is no longer on Support and what is no longer in the plan; for locking."""
        kept = self._kept()
        if kept is None or support_card.read(self._folder) != kept:
            return
        uids, items = {one.uid for one in self._people()}, {one.item_id for one in self._plan()}
        people = tuple(one for one in kept.people if one.uid in uids)
        plan = tuple(one for one in kept.plan if one.item_id in items)
        left = ReadableCard(kept.line, people, plan)
        if left != kept:
            self.keep(left)

    def _state(
        self, kept: ReadableCard | None, people: tuple[ReadablePerson, ...], plan: tuple[ReadablePart, ...]
    ) -> CardState:
        if kept is None:
            return CardState.NOT_OURS if support_card.is_there(self._folder) else CardState.OFF
        if support_card.read(self._folder) != kept:
            return CardState.NOT_OURS
        is_same = set(kept.people) <= set(people) and set(kept.plan) <= set(plan)
        return CardState.AS_SEEN if is_same else CardState.CHANGED

    def _kept(self) -> ReadableCard | None:
        stored = self._settings.get(KEPT)
        return support_card.decode(stored.encode()) if stored else None

    def _people(self) -> tuple[ReadablePerson, ...]:
        return tuple(ReadablePerson(one.uid, one.kind, one.name, one.number) for one in self._support.contacts())

    def _plan(self) -> tuple[ReadablePart, ...]:
        return tuple(ReadablePart(part.item_id, part.heading, part.words) for part in self._papers.plan().parts)
