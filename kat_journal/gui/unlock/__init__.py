"""The unlock page: a passphrase, and Support."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kat_journal.gui.gate import Gate
from kat_journal.gui.tasks import Tasks
from kat_journal.gui.unlock.presenter import UnlockPresenter
from kat_journal.gui.unlock.view import UnlockView


def build(
    gate: Gate,
    tasks: Tasks,
    on_open: Callable[..., None],
    on_support: Callable[[], None],
    words: str,
    parent: QWidget,
) -> UnlockView:
    """The page with its presenter; ``words`` is something to say at once, or empty."""
    view = UnlockView(parent)
    UnlockPresenter(view, gate, tasks, on_open)
    view.support_asked.connect(on_support)
    if words:
        view.show_trouble(words)
    return view
