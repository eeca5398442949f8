"""The page of backups: make one, see them all, check them, and choose a second place."""

from PySide6.QtWidgets import QWidget

from kat_journal.gui.backups.presenter import BackupsPresenter
from kat_journal.gui.backups.view import BackupsView
from kat_journal.gui.context import PageContext
from kat_journal.gui.navigation import Place


def build(place: Place, context: PageContext, parent: QWidget | None) -> BackupsView:
    """The page; ``place`` holds no more than its name."""
    del place
    view = BackupsView(context.clock.zone(), parent)
    BackupsPresenter(view, context)
    return view
