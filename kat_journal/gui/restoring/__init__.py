"""Restoring a backup while the journal is locked, damaged or missing."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kat_journal.gui.dialogs import Dialogs
from kat_journal.gui.gate import Gate
from kat_journal.gui.restoring.presenter import RestoringPresenter
from kat_journal.gui.restoring.view import RestoringView
from kat_journal.gui.tasks import Tasks


def build(
    gate: Gate,
    tasks: Tasks,
    dialogs: Dialogs,
    on_open: Callable[..., None],
    on_back: Callable[..., None],
    parent: QWidget | None,
) -> RestoringView:
    """The page with its presenter; ``on_back`` shows the way in, which is also where a restore ends."""
    del on_open  # the restored journal is opened with its passphrase, like any other
    view = RestoringView(parent)
    RestoringPresenter(view, gate, tasks, dialogs, on_back)
    return view
