"""Decides what the Share page shows: which days, what is ticked, and the file that is made of it."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from kat_journal.domain.clock import local_day
from kat_journal.errors import NothingChosenError
from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.share.loading import Loaded, Made, Wish, load, make
from kat_journal.gui.share.newest import Newest
from kat_journal.gui.share.saving import Saving
from kat_journal.gui.share.selection import Selection
from kat_journal.gui.share.view import ShareView
from kat_journal.services.summaries import HEADING, NAME, Choice, Heading


class SharePresenter(QObject):
    """Keeps the preview in step with the ticks; the newest wish wins."""

    def __init__(self, view: ShareView, context: PageContext) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._loaded: Loaded | None = None
        self._selection = Selection()
        self._saving = Saving(view, context, self)
        self._newest = Newest(context.tasks, self._on_made, self._on_not_made, self)
        self._waits_to_save = False
        view.period.since_chosen.connect(self._load)
        view.period.range_chosen.connect(self._on_range)
        view.ticks.ticked.connect(self._on_ticked)
        view.ticks.many_ticked.connect(self._on_many_ticked)
        view.top.changed.connect(self._on_top_changed)
        view.top.settled.connect(self._on_top_settled)
        view.save_wanted.connect(self._on_save)
        view.support_wanted.connect(self._on_support)
        self._load()

    def _load(self, days: Sequence[date] = ()) -> None:
        words = self.tr(
            "Nobody may read this before your appointment. If it cannot wait, ring {clinic} or {emergency}."
        )
        self._context.tasks.journal(
            partial(load, self._context.journal, days, words),
            context=self,
            then=self._on_loaded,
            failed=self._on_failed,
        )

    def _on_range(self, first: date, last: date) -> None:
        self._load((first, last))

    def _on_loaded(self, loaded: Loaded) -> None:
        clock = self._context.clock
        if self._loaded is None:
            self._view.top.show_choice(loaded.choice.heading, loaded.name)
        self._loaded = loaded
        self._selection = Selection(loaded.candidates, self._selection)
        self._view.show_loaded(loaded, local_day(clock.now(), clock.zone()))
        self._view.show_selection(self._selection)
        self._refresh()

    def _on_ticked(self, key: str, ticked: bool) -> None:
        self._selection.set(key, ticked)
        self._refresh()

    def _on_many_ticked(self, keys: list[str], ticked: bool) -> None:
        for key in keys:
            self._selection.set(key, ticked)
        self._view.ticks.show_chosen(self._selection)
        self._refresh()

    def _on_top_changed(self) -> None:
        self._refresh()

    def _on_top_settled(self, kind: str, name: str) -> None:
        settings = self._context.journal.settings

        def keep() -> None:
            settings.put(NAME, name)
            settings.put(HEADING, kind)

        self._context.tasks.journal(keep, context=self, failed=self._on_failed)

    def _refresh(self) -> None:
        if self._loaded is None:
            return
        self._view.clear_notice()  # what it said was of another document
        self._view.show_first_look(self._loaded.ring_words if self._selection.has_first_look else "")
        top = self._view.top
        wish = Wish(self._loaded, self._selection.chosen, Choice(Heading(top.kind)), top.name)
        journal = self._context.journal
        self._newest.ask(partial(make, journal.summaries, journal.exports, wish))

    def _on_made(self, made: Made) -> None:
        self._saving.made = made
        self._view.show_composed(made.composed)
        self._save_if_waiting()

    def _on_not_made(self, error: Exception) -> None:
        self._saving.made = None
        self._view.show_nothing_chosen()
        if not isinstance(error, NothingChosenError):
            self._on_failed(error)
        self._save_if_waiting()

    def _on_save(self) -> None:
        self._waits_to_save = True
        if not self._newest.is_busy:
            self._save_if_waiting()

    def _save_if_waiting(self) -> None:
        if self._waits_to_save:
            self._waits_to_save = False
            self._saving.begin()

    def _on_support(self) -> None:
        self._context.navigator.go(Place(PageName.SUPPORT))

    def _on_failed(self, error: Exception) -> None:
        self._view.show_problem(plain_words(error))
