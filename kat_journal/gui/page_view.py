"""What every page of the window promises."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kat_journal.gui.navigation import PageName, Place


class PageView(QWidget):
    """Base of every page. A page shows and emits; its presenter decides.

    Signals:
        keep_asked: The person would keep something; its kind, or empty for the one that they kept last.
        something_kept: The panel at the foot of the window has kept something meanwhile.
    """

    keep_asked = Signal(str)
    something_kept = Signal()

    show_chrome = True
    """Whether the side bar stands beside this page."""

    keeps_awake_minutes = 0
    """For how many minutes this page holds off the idle lock."""

    def title(self) -> str:
        """What a screen reader says when the page is shown; empty where it says so by itself."""
        return self.accessibleName()

    def flush(self) -> None:
        """Hand every pending keystroke to Tasks now; called before leaving and before locking."""

    def place(self) -> Place:
        """Where the person is, caret included."""
        return Place(PageName.TODAY)

    def draft(self) -> dict[str, str]:
        """What stands half-typed in fields that are kept only when the person says so; locking keeps it for them."""
        return {}

    def take_draft(self, draft: Mapping[str, str]) -> None:
        """Show again what :meth:`draft` gave, the fields unfolded; called once the page has read the journal."""

    def start_focus(self) -> None:
        """Put the focus where a person would begin; called when the page is shown."""
