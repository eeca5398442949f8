"""Fills the Support page while the journal is locked."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from kat_journal.config import Preferences
from kat_journal.gui.support.contents import Source, gather
from kat_journal.gui.support.view import SupportView


class LockedPresenter(QObject):
    """Shows the fixed texts and the numbers of the chosen country; there is no journal to wait for."""

    def __init__(self, view: SupportView, source: Source, preferences: Preferences, back: Callable[[], object]) -> None:
        super().__init__(view)
        self._view = view
        self._source = source
        self._preferences = preferences
        self._back = back
        view.back_wanted.connect(self._on_back)
        view.country_chosen.connect(self._on_country)
        self._load()

    def _load(self) -> None:
        self._view.show_contents(gather(self._source, self._preferences.country))

    def _on_country(self, code: str) -> None:
        self._preferences.country = code
        self._preferences.save()
        self._load()

    def _on_back(self) -> None:
        self._back()
