"""Puts each choice into force and keeps it."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject

from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.settings.view import SettingsView
from kat_journal.services.journal import OpenJournal


class SettingsPresenter(QObject):
    """Decides what the Settings page does."""

    def __init__(self, view: SettingsView, context: PageContext) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        view.look_chosen.connect(self._on_look)
        view.size_chosen.connect(self._on_size)
        view.minutes_chosen.connect(self._on_minutes)
        view.kind_changed.connect(self._on_kind)
        view.guide_asked.connect(self._on_guide)
        view.show_preferences(context.preferences)
        context.tasks.journal(partial(read, context.journal), context=self, then=self._on_read, failed=self._on_failed)

    def _on_read(self, found: tuple[str, Mapping[str, bool]]) -> None:
        folder, kinds = found
        self._view.show_folder(folder)
        self._view.show_kinds(kinds)

    def _on_look(self, look: str) -> None:
        self._context.preferences.look = look
        self._apply()

    def _on_size(self, percent: int) -> None:
        self._context.preferences.text_scale = percent
        self._apply()

    def _on_minutes(self, minutes: int) -> None:
        self._context.preferences.auto_lock_minutes = minutes
        self._apply()

    def _on_guide(self) -> None:
        self._context.navigator.go(Place(PageName.GUIDE))

    def _apply(self) -> None:
        """Put the preferences into force, then write them; in order, so on the journal thread."""
        preferences = self._context.preferences
        self._context.apply_preferences()
        self._view.show_preferences(preferences)
        self._context.tasks.journal(preferences.save, context=self)

    def _on_kind(self, kind: str, shared: bool) -> None:
        work = partial(self._context.journal.settings.set_shared_kind, kind, shared)
        self._context.tasks.journal(work, context=self, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._view.show_problem(plain_words(error))


def read(journal: OpenJournal) -> tuple[str, Mapping[str, bool]]:
    """The folder, and which kinds start shared; runs on the journal thread."""
    return str(journal.folder), journal.settings.shared_kinds()
