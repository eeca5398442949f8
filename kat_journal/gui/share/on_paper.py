"""The summary on a printer. Loaded when something is printed, not before."""

from collections.abc import Iterator

from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from kat_journal.domain.summary import Summary
from kat_journal.gui.share.letter import MARGINS, UNIT, Letter


class Printing:
    """A summary on its way to a printer; walk through :meth:`steps` on the window's thread.

    Attributes:
        done: How much of it is done, 0 to 1.
    """

    def __init__(self, summary: Summary, printer: QPrinter, title: str) -> None:
        """Print it; ``title`` is what the system's list of what is being printed says."""
        self.done = 0.0
        self._printer = printer
        printer.setDocName(title)
        printer.setPageMargins(MARGINS, QPageLayout.Unit.Millimeter)
        self._room = printer.pageLayout().paintRect(QPageLayout.Unit.Point)
        self._letter = Letter(summary, self._room.size())

    def steps(self) -> Iterator[None]:
        """Set and print, a little at a time."""
        letter, printer = self._letter, self._printer
        yield from letter.steps()
        painter = QPainter(printer)
        try:
            painter.scale(printer.width() * UNIT / self._room.width(), printer.height() * UNIT / self._room.height())
            for number in range(len(letter.sheets)):
                if number:
                    printer.newPage()
                letter.paint(painter, number)
                self.done = (number + 1) / len(letter.sheets)
                yield
        finally:
            painter.end()
