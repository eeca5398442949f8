"""What every desktop has in common; by itself it hears nothing."""

from PySide6.QtCore import QObject, Signal

from kat_journal.gui.desktop.heard import Heard


class DesktopWatch(QObject):
    """Listens for the moments when the journal must lock.

    Signals:
        leaving: The screen was locked, or the computer is about to sleep.
    """

    leaving = Signal()

    def heard(self) -> Heard:
        """What can be heard here and now."""
        return Heard()

    def hold_sleep(self) -> None:
        """A journal is open: ask the system to wait a moment before it sleeps."""

    def let_sleep(self) -> None:
        """No journal is open: the system need not wait. The end of the process says the same."""
