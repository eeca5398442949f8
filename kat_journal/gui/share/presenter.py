"""Decides what the Share page shows: which days, what is ticked, and the file that is made of it."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from kat_journal.domain.clock import local_day
from kat_journal.errors import NothingChosenError
from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.share.asked import Asked
from kat_journal.gui.share.copying import Copying
from kat_journal.gui.share.days import day_of
from kat_journal.gui.share.loading import Loaded, Made, Wish, load
from kat_journal.gui.share.making import Copies, make
from kat_journal.gui.share.newest import Newest
from kat_journal.gui.share.saving import Saving
from kat_journal.gui.share.selection import Selection
from kat_journal.gui.share.view import ShareView
from kat_journal.gui.share.visit import Visit
from kat_journal.services.summaries import HEADING, NAME, Choice, Edited, Heading


class SharePresenter(QObject):
    """Keeps the preview in step with the ticks; the newest wish wins."""

    def __init__(self, view: ShareView, context: PageContext, kept: str = "") -> None:
        """Begin anew, or where the person was in this visit."""
        super().__init__(view)
        self._view = view
        self._context = context
        self._loaded: Loaded | None = None
        visit = Visit.found(kept, self._today())
        self._selection = Selection(decided=visit.decided, first=visit.first)
        self._format = visit.format
        self._copies = Copies()
        self._saving = Saving(view, context, self)
        self._copying = Copying(view.copy_pane, view.changes_line, context, self, visit.struck)
        self._reading = Newest(context.tasks.journal, self._on_loaded, self._on_not_loaded, self)
        self._making = Newest(context.tasks.pool, self._on_made, self._on_not_made, self)
        self._labels: dict[str, str] = {}
        self._waiting: Callable[[], None] | None = None
        self._connect(view)
        self._load(visit.asked)

    def _connect(self, view: ShareView) -> None:
        view.period.asked.connect(self._load)
        view.ticks.ticked.connect(self._on_ticked)
        view.ticks.many_ticked.connect(self._on_many_ticked)
        view.ticks.put_first.connect(self._on_put_first)
        view.top.changed.connect(self._refresh)
        view.top.settled.connect(self._on_top_settled)
        view.save_wanted.connect(partial(self._when_made, self._saving.begin))
        view.overwrite_wanted.connect(partial(self._when_made, self._saving.overwrite))
        view.actions.print_wanted.connect(partial(self._when_made, self._saving.print_it))
        view.actions.screen_wanted.connect(partial(self._when_made, self._saving.show_on_screen))
        view.actions.copy_wanted.connect(partial(self._when_made, self._saving.copy_text))
        view.actions.format_chosen.connect(self._on_format)
        view.support_wanted.connect(self._on_support)
        view.shared_wanted.connect(self._on_shared)
        self._copying.changed.connect(self._refresh)

    def _load(self, asked: Asked) -> None:
        words = self.tr(
            "Nobody may read this before your appointment. If it cannot wait, ring {clinic} or {emergency}."
        )
        self._reading.ask(partial(load, self._context.journal, asked, words))

    def _on_loaded(self, loaded: Loaded) -> None:
        today = self._today()
        if self._loaded is None:
            self._view.show_top(loaded.choice.heading, loaded.name)
            self._view.actions.show_format(self._format or loaded.format)
        self._loaded = loaded
        self._selection = Selection(loaded.candidates, self._selection.decided, self._selection.first_kept)
        self._labels = self._labels_of(loaded)
        self._view.show_loaded(loaded, today)
        self._view.show_selection(self._selection, today, after_summary=loaded.summary is not None)
        self._copying.show_material(loaded.material, self._selection.labels())
        self._refresh()

    def _on_not_loaded(self, error: Exception) -> None:
        self._waiting = None
        self._on_failed(error)

    def _on_ticked(self, key: str, ticked: bool) -> None:
        self._selection.set(key, ticked)
        self._refresh()

    def _on_many_ticked(self, keys: list[str], ticked: bool) -> None:
        self._selection.set_many(keys, ticked)
        self._view.ticks.show_chosen()
        self._refresh()

    def _on_put_first(self, key: str, wanted: bool) -> None:
        self._selection.set_first(key, wanted)
        self._refresh()

    def _on_top_settled(self, kind: str, name: str) -> None:
        settings = self._context.journal.settings

        def keep() -> None:
            settings.put(NAME, name)
            settings.put(HEADING, kind)

        self._context.tasks.journal(keep, context=self, failed=self._on_failed)

    def _on_format(self, name: str) -> None:
        self._format = name
        self._refresh()

    def _refresh(self) -> None:
        loaded = self._loaded
        if loaded is None:
            return
        self._view.clear_notice()  # what it said was of another document
        self._saving.choice_changed()
        self._note_visit(loaded)
        top, chosen = self._view.top, self._selection.chosen
        self._copying.show_chosen(chosen, self._labels)
        wish = Wish(
            loaded,
            chosen,
            Choice(Heading(top.kind), first_look=self._selection.first),
            top.name,
            self._view.actions.format,
            copy=Edited(loaded.material),
            edits=self._copying.edits,
        )
        journal = self._context.journal
        self._making.ask(partial(make, journal.summaries, journal.exports, self._copies, wish))

    def _note_visit(self, loaded: Loaded) -> None:
        """So that Support and back, or locking, finds the ticks as they are; a guarded one is asked for again."""
        selection = self._selection
        visit = Visit(loaded.asked, selection.decided, self._format, selection.first_kept, self._copying.struck)
        self._view.keep(visit.kept(self._today()))
        self._context.navigator.note(self._view.place())

    def _labels_of(self, loaded: Loaded) -> dict[str, str]:
        """What each line is called in the copy; its day tells sheets that are written often apart."""
        today = self._today()
        days = {one.key: one.day for one in loaded.candidates if one.day is not None and not one.memory}
        labels = self._selection.labels()
        return {key: f"{label} · {day_of(days[key], today)}" if key in days else label for key, label in labels.items()}

    def _on_made(self, made: Made) -> None:
        self._saving.made = made
        self._view.show_composed(made.composed)
        self._view.show_first_look(made.wish.loaded.ring_words if made.rings else "")
        copy, chosen = made.wish.copy, made.wish.chosen
        self._copying.show_made(copy.changes_in(chosen), copy.longer_in(chosen))
        self._do_what_waits()

    def _on_not_made(self, error: Exception) -> None:
        self._saving.made = None
        self._view.show_nothing_chosen()
        self._view.show_first_look("")
        self._copying.show_made((), ())
        if not isinstance(error, NothingChosenError):
            self._on_failed(error)
        self._do_what_waits()

    def _when_made(self, act: Callable[[], None]) -> None:
        """Act on what is ticked now, not on the file before it."""
        self._waiting = act
        if not (self._reading.is_busy or self._making.is_busy):
            self._do_what_waits()

    def _do_what_waits(self) -> None:
        act, self._waiting = self._waiting, None
        if act is not None:
            act()

    def _on_support(self) -> None:
        self._context.navigator.go(Place(PageName.SUPPORT))

    def _on_shared(self) -> None:
        self._context.navigator.go(Place(PageName.SHARED))

    def _on_failed(self, error: Exception) -> None:
        self._view.show_problem(plain_words(error))

    def _today(self) -> date:
        clock = self._context.clock
        return local_day(clock.now(), clock.zone())
