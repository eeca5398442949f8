"""The first two steps: a passphrase, then the next session and the country."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kat_journal.gui.gate import Gate
from kat_journal.gui.tasks import Tasks
from kat_journal.gui.welcome.presenter import WelcomePresenter
from kat_journal.gui.welcome.view import WelcomeView


def build(
    gate: Gate,
    tasks: Tasks,
    on_made: Callable[..., None],
    on_open: Callable[..., None],
    lead_to: Callable[[str], None],
    on_back: Callable[[], None] | None,
    parent: QWidget,
) -> WelcomeView:
    """The page with its presenter; ``on_made`` gets the journal as soon as there is one, ``on_open`` at the end.

    ``lead_to`` shows another page, by its name; ``on_back`` is there where the person came from another page.
    """
    view = WelcomeView(parent, has_back=on_back is not None)
    WelcomePresenter(view, gate, tasks, on_made, on_open)
    view.passphrase_step.led_to.connect(lead_to)
    if on_back is not None:
        view.passphrase_step.back_asked.connect(on_back)
    return view
