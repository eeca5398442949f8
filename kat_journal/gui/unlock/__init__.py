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
    lead_to: Callable[[str], None],
    words: str,
    parent: QWidget,
) -> UnlockView:
    """The page with its presenter; ``words`` is something to say at once, or empty.

    ``lead_to`` shows another page that needs no passphrase, by its name.
    """
    view = UnlockView(parent)
    UnlockPresenter(view, gate, tasks, on_open)
    view.led_to.connect(lead_to)
    if words:
        view.show_trouble(words)
    return view
