"""Bringing everything in from a file, where there is no journal yet."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kat_journal.gui.archive.bringing_in.presenter import BringingInPresenter
from kat_journal.gui.archive.bringing_in.view import BringingInView
from kat_journal.gui.dialogs import Dialogs
from kat_journal.gui.gate import Gate
from kat_journal.gui.tasks import Tasks


def build(
    gate: Gate,
    tasks: Tasks,
    dialogs: Dialogs,
    on_open: Callable[..., None],
    on_back: Callable[..., None],
    parent: QWidget | None,
) -> BringingInView:
    """The page with its presenter; ``on_open`` gets the new journal, ``on_back`` shows the way in."""
    view = BringingInView(parent)
    BringingInPresenter(view, gate, tasks, dialogs, on_open, on_back)
    return view
