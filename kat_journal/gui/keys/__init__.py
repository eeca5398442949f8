"""The page for what opens the journal: the passphrase, and the recovery kit."""

from PySide6.QtWidgets import QWidget

from kat_journal.gui.context import PageContext
from kat_journal.gui.keys.changing import Changing
from kat_journal.gui.keys.kit_making import KitMaking
from kat_journal.gui.keys.view import KeysView
from kat_journal.gui.navigation import Place


def build(place: Place, context: PageContext, parent: QWidget | None) -> KeysView:
    """The page; ``place`` holds no more than its name."""
    del place
    view = KeysView(parent)
    KitMaking(view, context)
    Changing(view, context)
    view.back_asked.connect(context.navigator.back)
    return view
