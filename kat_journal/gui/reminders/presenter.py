"""Puts each choice into force and keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Slot

from kat_journal.domain.notices import NoticePlan, Quiet
from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.noticing import Reach
from kat_journal.gui.reminders.saving import Saving
from kat_journal.gui.reminders.view import RemindersView
from kat_journal.services.ahead import FOUR_WEEKS, Ahead, AheadKind
from kat_journal.services.calendar_file import TITLES, CalendarChoice
from kat_journal.services.journal import OpenJournal
from kat_journal.services.notices import NoticeChoice


@dataclass(frozen=True, slots=True)
class Found:
    """What the page reads."""

    ahead: tuple[Ahead, ...]
    choice: NoticeChoice
    calendar: CalendarChoice
    titles: Mapping[str, str]


class RemindersPresenter(QObject):
    """Decides what the page of reminders does."""

    def __init__(self, view: RemindersView, context: PageContext) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._choice: NoticeChoice | None = None  # until the journal has been read: it is not written over unread
        view.kinds_chosen.connect(self._on_kinds)
        view.lead_chosen.connect(self._on_lead)
        view.switched.connect(self._on_switched)
        view.quiet_chosen.connect(self._on_quiet)
        view.one_asked.connect(self._on_one)
        view.calendar_changed.connect(self._on_calendar)
        view.sessions_asked.connect(self._on_sessions)
        view.back_asked.connect(context.navigator.back)
        Saving(view, context, self)
        if context.noticing is not None:
            context.noticing.changed.connect(self._on_reach)
            view.show_reach(context.noticing.reach)
        context.tasks.journal(partial(read, context.journal), context=self, then=self._on_read, failed=self._on_failed)

    def _on_read(self, found: Found) -> None:
        self._choice = found.choice
        self._view.show_ahead(found.ahead, self._context.clock.zone())
        self._view.show_choice(found.choice)
        self._view.show_calendar(found.calendar, found.titles)

    def _on_kinds(self, kinds: tuple[AheadKind, ...]) -> None:
        self._change(kinds=frozenset(kinds))

    def _on_lead(self, lead: int) -> None:
        self._change(lead=lead)

    def _on_switched(self, on: bool) -> None:
        self._change(on=on)

    def _on_quiet(self, quiet: Quiet) -> None:
        self._change(quiet=quiet)

    def _on_one(self) -> None:
        if self._context.noticing is not None:
            self._context.noticing.show_one()
        else:
            self._view.show_reach(Reach.REFUSES)

    @Slot()  # the notices outlive the page
    def _on_reach(self) -> None:
        if self._context.noticing is not None:
            self._view.show_reach(self._context.noticing.reach)

    def _on_calendar(self, choice: CalendarChoice) -> None:
        keep = partial(self._context.journal.calendar.keep, choice)
        self._context.tasks.journal(keep, context=self, failed=self._on_failed)

    def _on_sessions(self) -> None:
        self._context.navigator.go(Place(PageName.SESSIONS))

    def _change(self, **changed: Any) -> None:
        if self._choice is None:
            return
        self._choice = choice = replace(self._choice, **changed)
        self._view.show_choice(choice)
        work = partial(keep, self._context.journal, choice)
        self._context.tasks.journal(work, context=self, then=self._on_kept, failed=self._on_failed)

    def _on_kept(self, plan: NoticePlan | None) -> None:
        if self._context.noticing is not None:
            self._context.noticing.follow(plan)

    def _on_failed(self, error: Exception) -> None:
        self._view.show_problem(plain_words(error))


def read(journal: OpenJournal) -> Found:
    """What the page shows; runs on the journal thread."""
    titles = {title: journal.messages.get(f"calendar.title.{title}") for title in TITLES}
    ahead = journal.ahead.until(journal.clock.now() + FOUR_WEEKS)
    return Found(ahead, journal.notices.choice(), journal.calendar.choice(), titles)


def keep(journal: OpenJournal, choice: NoticeChoice) -> NoticePlan | None:
    """Keep the choice; gives the plan that follows from it. What stands there already has been seen."""
    journal.notices.keep(choice)
    return journal.notices.begin(())
