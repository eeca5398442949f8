"""The way in with the recovery code: the code, then a new passphrase."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kat_journal.gui.dialogs import Dialogs
from kat_journal.gui.gate import Gate
from kat_journal.gui.recovery.presenter import RecoveryPresenter
from kat_journal.gui.recovery.view import RecoveryView
from kat_journal.gui.tasks import Tasks


def build(
    gate: Gate,
    tasks: Tasks,
    dialogs: Dialogs,
    on_open: Callable[..., None],
    on_back: Callable[..., None],
    parent: QWidget | None,
) -> RecoveryView:
    """The page with its presenter; ``on_open`` gets the journal, ``on_back`` may take something to say."""
    del dialogs  # no file is asked for
    view = RecoveryView(parent)
    RecoveryPresenter(view, gate, tasks, on_open)
    view.back_asked.connect(lambda: on_back())
    return view
