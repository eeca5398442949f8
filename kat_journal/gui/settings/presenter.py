"""Puts each choice into force and keeps it."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject

from kat_journal.domain.ids import FormId
from kat_journal.gui.context import PageContext
from kat_journal.gui.failures import plain_words
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.settings.view import SettingsView
from kat_journal.services.backup_list import Backup
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
        view.curtain_chosen.connect(self._on_curtain)
        view.pictures_chosen.connect(self._on_pictures)
        view.sealed_changed.connect(self._on_sealed)
        view.kind_changed.connect(self._on_kind)
        view.measure_changed.connect(self._on_measure)
        view.keys_asked.connect(self._on_keys)
        view.backups_asked.connect(self._on_backups)
        view.packs_asked.connect(self._on_packs)
        view.archive_asked.connect(self._on_archive)
        view.reminders_asked.connect(self._on_reminders)
        view.guide_asked.connect(self._on_guide)
        view.shared_asked.connect(self._on_shared)
        view.house_rules_asked.connect(self._on_house_rules)
        view.show_preferences(context.preferences)
        view.show_heard(context.heard())
        context.tasks.pool(context.journal.backups.list, context=self, then=self._on_listed, failed=self._on_failed)
        context.tasks.journal(partial(read, context.journal), context=self, then=self._on_read, failed=self._on_failed)
        available = context.journal.measures.available
        context.tasks.journal(available, context=self, then=view.show_measures, failed=self._on_failed)

    def _on_read(self, found: tuple[str, tuple[str, ...], Mapping[str, bool]]) -> None:
        folder, copies, kinds = found
        self._view.show_folder(folder, copies)
        self._view.show_kinds(kinds)

    def _on_listed(self, backups: tuple[Backup, ...]) -> None:
        clock, folder = self._context.clock, str(self._context.journal.backups.folder)
        self._view.show_backups(backups, folder, clock.now(), clock.zone())

    def _on_look(self, look: str) -> None:
        self._context.preferences.look = look
        self._apply()

    def _on_size(self, percent: int) -> None:
        self._context.preferences.text_scale = percent
        self._apply()

    def _on_minutes(self, minutes: int) -> None:
        self._context.preferences.auto_lock_minutes = minutes
        self._apply()

    def _on_sealed(self, on: bool) -> None:
        self._context.preferences.sealed_words = on
        self._apply()

    def _on_curtain(self, wanted: bool) -> None:
        self._context.preferences.hide_when_away = wanted
        self._apply()

    def _on_pictures(self, hidden: bool) -> None:
        self._context.preferences.hide_from_pictures = hidden
        self._apply()

    def _on_keys(self) -> None:
        self._context.navigator.go(Place(PageName.KEYS))

    def _on_backups(self) -> None:
        self._context.navigator.go(Place(PageName.BACKUPS))

    def _on_reminders(self) -> None:
        self._context.navigator.go(Place(PageName.REMINDERS))

    def _on_packs(self) -> None:
        self._context.navigator.go(Place(PageName.PACKS))

    def _on_archive(self) -> None:
        self._context.navigator.go(Place(PageName.ARCHIVE))

    def _on_guide(self) -> None:
        self._context.navigator.go(Place(PageName.GUIDE))

    def _on_shared(self) -> None:
        self._context.navigator.go(Place(PageName.SHARED))

    def _on_house_rules(self) -> None:
        self._context.navigator.go(Place(PageName.HOUSE_RULES))

    def _apply(self) -> None:
        """Put the preferences into force, then write them; in order, so on the journal thread."""
        preferences = self._context.preferences
        self._context.apply_preferences()
        self._view.show_preferences(preferences)
        self._context.tasks.journal(preferences.save, context=self)

    def _on_kind(self, kind: str, shared: bool) -> None:
        work = partial(self._context.journal.settings.set_shared_kind, kind, shared)
        self._context.tasks.journal(work, context=self, failed=self._on_failed)

    def _on_measure(self, form_id: str, on: bool) -> None:
        measures = self._context.journal.measures
        change = measures.turn_on if on else measures.turn_off
        self._context.tasks.journal(partial(change, FormId(form_id)), context=self, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._view.show_problem(plain_words(error))


def read(journal: OpenJournal) -> tuple[str, tuple[str, ...], Mapping[str, bool]]:
    """The folder, copies in it, and which kinds start shared; runs on the journal thread."""
    return str(journal.folder), journal.surroundings.copies(), journal.settings.shared_kinds()
