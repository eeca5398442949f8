"""The unlock page: a passphrase, and the pages that need none."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kat_journal.gui.gate import Gate
from kat_journal.gui.tasks import Tasks
from kat_journal.gui.unlock.missing import MissingView
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
    view = UnlockView(parent, can_seal=gate.can_seal(), words_wait=gate.has_sealed_words())
    UnlockPresenter(view, gate, tasks, on_open)
    view.led_to.connect(lead_to)
    if words:
        view.show_trouble(words)
    return view


def build_missing(
    gate: Gate,
    tasks: Tasks,
    show: Callable[[], None],
    lead_to: Callable[[str], None],
    words: str,
    parent: QWidget,
) -> MissingView:
    """The page for a journal that is gone; ``show`` shows the way in once it is there again."""
    view = MissingView(str(gate.folder), parent)

    def on_looked(found: bool) -> None:
        if found:
            show()
        else:
            view.show_still_missing()

    view.looked_for.connect(lambda: tasks.journal(gate.has_journal, context=view, then=on_looked))
    view.led_to.connect(lead_to)
    if words:
        view.show_trouble(words)
    return view
