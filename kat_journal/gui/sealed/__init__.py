"""Writing a few words without opening the journal: they can be kept here, and not be read."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kat_journal.gui.dialogs import Dialogs
from kat_journal.gui.gate import Gate
from kat_journal.gui.sealed.presenter import SealedPresenter
from kat_journal.gui.sealed.view import SealedView
from kat_journal.gui.tasks import Tasks


def build(
    gate: Gate,
    tasks: Tasks,
    dialogs: Dialogs,
    on_open: Callable[..., None],
    on_back: Callable[..., None],
    parent: QWidget | None,
) -> SealedView:
    """An empty page with its presenter; ``on_back`` takes something to say at once, or nothing."""
    del dialogs, on_open  # nothing is opened from here
    view = SealedView(parent)
    SealedPresenter(view, gate, tasks, on_back)
    return view
