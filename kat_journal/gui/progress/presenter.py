"""What happens on Progress."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from kat_journal.domain.ids import FormId
from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.progress.saving import Saving
from kat_journal.gui.progress.view import ProgressPage
from kat_journal.services.journal import OpenJournal
from kat_journal.services.progress import ProgressView, Series, SeriesKind, Span
from kat_journal.services.progress_choice import ProgressChoice, keep_choice, kept_choice

DAY: Final = FormId("core:ratings.day")


@dataclass(frozen=True, slots=True)
class _Loaded:
    choice: ProgressChoice
    view: ProgressView


class ProgressPresenter(QObject):
    """Loads the numbers, and remembers what the person wants to see of them."""

    def __init__(self, view: ProgressPage, context: PageContext) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._loaded: _Loaded | None = None
        self._saving = Saving(view, context, self)
        controls = view.controls
        controls.span_chosen.connect(self._on_span)
        controls.seen_toggled.connect(self._on_seen)
        controls.numbers_hidden.connect(self._on_numbers)
        controls.guarded_shown.connect(self._on_guarded)
        view.effect_chosen.connect(self._on_effect)
        view.note_wanted.connect(self._on_note)
        context.tasks.journal(partial(_load, context.journal), context=self, then=self._begin, failed=self._on_failed)

    def _begin(self, loaded: _Loaded) -> None:
        self._show(loaded)
        self._view.start_focus()

    def _show(self, loaded: _Loaded) -> None:
        view, choice = loaded.view, loaded.choice
        effects = self._effects(loaded)
        known = {series.key for series in effects}
        if choice.effect not in known and effects:
            often = max(effects, key=lambda series: (not series.guarded, series.noticed))
            choice = replace(choice, effect=often.key)
        self._loaded = _Loaded(choice, view)
        self._saving.period = view.period
        self._view.show_progress(view, choice, self._offered(loaded), effects)

    @staticmethod
    def _offered(loaded: _Loaded) -> Sequence[Series]:
        """The ratings and scores that may be shown."""
        series = (one for one in loaded.view.series if one.kind is not SeriesKind.EFFECT)
        return [one for one in series if loaded.choice.offers(one)]

    @staticmethod
    def _effects(loaded: _Loaded) -> Sequence[Series]:
        """The side effects that were there at least once; the others stand in the table."""
        series = (one for one in loaded.view.series if one.kind is SeriesKind.EFFECT and one.noticed)
        return [one for one in series if loaded.choice.offers(one)]

    def _choose(self, loaded: _Loaded) -> None:
        """Show another choice of the same numbers, and keep it."""
        focused = QApplication.focusWidget()
        name = focused.objectName() if focused is not None else ""
        self._show(loaded)
        self._view.return_focus(name)
        work = partial(keep_choice, self._context.journal.settings, loaded.choice, loaded.view.series)
        self._context.tasks.journal(work, context=self, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._view.show_text(plain_words(error))

    @Slot(str)
    def _on_span(self, span: str) -> None:
        if self._loaded is not None:
            choice = replace(self._loaded.choice, span=Span(span))
            work = partial(_load, self._context.journal, choice, self._loaded.view.series)
            self._context.tasks.journal(work, context=self, then=self._show, failed=self._on_failed)

    @Slot(int)
    def _on_seen(self, place: int) -> None:
        if self._loaded is not None:
            key = self._offered(self._loaded)[place].key
            unseen = self._loaded.choice.unseen ^ {key}
            self._choose(replace(self._loaded, choice=replace(self._loaded.choice, unseen=unseen)))

    @Slot(bool)
    def _on_numbers(self, hidden: bool) -> None:
        if self._loaded is not None:
            self._choose(replace(self._loaded, choice=replace(self._loaded.choice, numbers=not hidden)))

    @Slot(bool)
    def _on_guarded(self, shown: bool) -> None:
        if self._loaded is not None:
            self._choose(replace(self._loaded, choice=replace(self._loaded.choice, guarded=shown)))

    @Slot(int)
    def _on_effect(self, place: int) -> None:
        if self._loaded is not None:
            key = self._effects(self._loaded)[place].key
            self._choose(replace(self._loaded, choice=replace(self._loaded.choice, effect=key)))

    @Slot()
    def _on_note(self) -> None:
        self._context.navigator.go(Place(PageName.RUNNER, form_id=DAY))


def _load(journal: OpenJournal, choice: ProgressChoice | None = None, series: Sequence[Series] = ()) -> _Loaded:
    """The numbers of a choice, which is kept; of the kept one, where none is made."""
    if choice is None:
        choice = kept_choice(journal.settings)
    else:
        keep_choice(journal.settings, choice, series)
    return _Loaded(choice, journal.progress.view(choice.span))
