"""Today: one sentence, one action, the person's last words, and what lies around them."""

from PySide6.QtWidgets import QWidget

from kat_journal.gui.context import PageContext
from kat_journal.gui.navigation import Place
from kat_journal.gui.today.presenter import TodayPresenter
from kat_journal.gui.today.reminding import Reminding
from kat_journal.gui.today.view import TodayPage


def build(_place: Place, context: PageContext, parent: QWidget) -> TodayPage:
    """The page with its presenter."""
    view = TodayPage(parent)
    TodayPresenter(view, context)
    Reminding(view, context)
    return view
