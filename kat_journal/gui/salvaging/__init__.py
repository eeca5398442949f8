"""Saving what can still be read of a journal that is damaged."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kat_journal.gui.dialogs import Dialogs
from kat_journal.gui.gate import Gate
from kat_journal.gui.salvaging.presenter import SalvagingPresenter
from kat_journal.gui.salvaging.view import SalvagingView
from kat_journal.gui.tasks import Tasks


def build(
    gate: Gate,
    tasks: Tasks,
    dialogs: Dialogs,
    on_open: Callable[..., None],
    on_back: Callable[..., None],
    parent: QWidget | None,
) -> SalvagingView:
    """The page with its presenter; ``on_back`` shows the way in, with something to say or without."""
    del dialogs, on_open  # the new journal lies beside the old one, and is opened with its passphrase
    view = SalvagingView(parent)
    SalvagingPresenter(view, gate, tasks, on_back)
    return view
