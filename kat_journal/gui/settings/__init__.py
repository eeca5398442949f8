"""The Settings page."""

from PySide6.QtWidgets import QWidget

from kat_journal.gui.context import PageContext
from kat_journal.gui.navigation import Place
from kat_journal.gui.settings.presenter import SettingsPresenter
from kat_journal.gui.settings.view import SettingsView


def build(place: Place, context: PageContext, parent: QWidget) -> SettingsView:
    """The page; ``place`` holds no more than its name."""
    del place
    view = SettingsView(parent)
    SettingsPresenter(view, context)
    return view
