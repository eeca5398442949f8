"""Shows the one reminder of this visit to Today, and does what the person answers."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.today.later_card import LaterCard
from kat_journal.gui.today.letting_go import LettingGo
from kat_journal.gui.today.rehearsal_card import RehearsalCard
from kat_journal.gui.today.reminder_card import ReminderCard
from kat_journal.gui.today.reminder_words import said
from kat_journal.gui.today.returning import Returning
from kat_journal.gui.today.saved_card import SavedCard
from kat_journal.gui.today.saved_words import keep_words, saved_said
from kat_journal.gui.today.view import TodayPage
from kat_journal.gui.widgets.announce import announce
from kat_journal.services.journal import OpenJournal
from kat_journal.services.reminders import Reminder, ReminderKind

_PLACES = {
    ReminderKind.KIT: PageName.KEYS,
    ReminderKind.DAMAGED: PageName.BACKUPS,
    ReminderKind.CONFLICT: PageName.SETTINGS,
    ReminderKind.SPACE: PageName.BACKUPS,
    ReminderKind.SECOND_PLACE: PageName.BACKUPS,
    ReminderKind.HOUSE_RULES: PageName.HOUSE_RULES,
    ReminderKind.QUESTIONS: PageName.CARRY,
}


class Reminding(QObject):
    """One at a time: after an answer nothing else follows until Today is opened again, or its own question answered."""

    def __init__(self, view: TodayPage, context: PageContext) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        # After the page's presenter, which has the answer kept: whether words belong to a session follows from it.
        view.held.connect(self._look)
        view.cancelled.connect(self._look)
        self._look()

    def _look(self) -> None:
        journal = self._context.journal
        self._context.tasks.journal(journal.reminders.next, context=self, then=self._show, failed=self._on_failed)

    def _show(self, reminder: Reminder | None) -> None:
        self._view.clear_reminder()
        if reminder is None:
            return
        card = self._card(reminder)
        card.declined.connect(partial(self._on_declined, reminder))
        self._view.show_reminder(card)

    def _card(self, reminder: Reminder) -> ReminderCard:
        if reminder.kind is ReminderKind.SAVED:
            saved = SavedCard(saved_said(reminder), keep_words(reminder))
            LettingGo(saved, reminder, self._context, self._on_failed)
            return saved
        words = said(reminder, self._context.journal.messages)
        if reminder.kind is ReminderKind.REHEARSAL:
            rehearsal = RehearsalCard(words)
            rehearsal.tried.connect(partial(self._on_tried, rehearsal))
            rehearsal.kit_asked.connect(partial(self._go, Place(PageName.KEYS)))
            return rehearsal
        if reminder.kind is ReminderKind.LATER:
            later = LaterCard(words, reminder.detail)
            Returning(later, reminder, self._context, self._on_failed)
            return later
        card = ReminderCard(words)
        card.accepted.connect(partial(self._on_accepted, reminder))
        card.looked.connect(partial(self._go, Place(PageName.RUNNER, response_uid=reminder.uid)))
        return card

    def _on_accepted(self, reminder: Reminder) -> None:
        if place := _PLACES.get(reminder.kind):
            self._go(Place(place))
        else:
            self._answer(partial(accept, self._context.journal, reminder))

    def _on_declined(self, reminder: Reminder) -> None:
        self._answer(partial(decline, self._context.journal, reminder))

    def _answer(self, work: Callable[[], None]) -> None:
        self._context.tasks.journal(
            work, context=self, then=lambda _: self._view.clear_reminder(), failed=self._on_failed
        )

    def _on_tried(self, card: RehearsalCard, passphrase: str) -> None:
        card.show_busy()

        def told(is_right: bool) -> None:
            card.show_outcome(is_right)
            announce(card, card.outcome())

        self._context.tasks.journal(
            partial(self._context.journal.keys.rehearse, passphrase), context=card, then=told, failed=self._on_failed
        )

    def _go(self, place: Place) -> None:
        self._context.navigator.go(place)

    def _on_failed(self, error: Exception) -> None:
        self._view.show_trouble(plain_words(error))


def accept(journal: OpenJournal, reminder: Reminder) -> None:
    """What yes means; runs on the journal thread."""
    if reminder.kind is ReminderKind.SEALED and reminder.uid is not None and reminder.session_id is not None:
        journal.sealed.belongs(reminder.uid, reminder.session_id)
    elif reminder.kind is ReminderKind.SEALED_UNREADABLE:
        journal.sealed.unreadable_told()
    else:
        journal.key_reminders.recovered_told()


def decline(journal: OpenJournal, reminder: Reminder) -> None:
    """What no, or not now, means; runs on the journal thread."""
    if reminder.kind is ReminderKind.SEALED and reminder.uid is not None:
        journal.sealed.keep_as_page(reminder.uid)
    elif reminder.kind is ReminderKind.HOUSE_RULES:
        journal.house_rules.settle()
    elif reminder.kind is ReminderKind.QUESTIONS:
        journal.asking.put_off()
    else:
        journal.reminders.put_off(reminder)
