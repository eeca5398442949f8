"""The summary on a printer. Loaded when something is printed, not before."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from kat_journal.domain.summary import Summary
from kat_journal.gui.share.letter import MARGINS, UNIT, Letter


class Printing:
    """A summary on its way to a printer; walk through :meth:`steps` on the window's thread.

    Attributes:
        done: How much of it is done, 0 to 1.
        refused: Whether the printer did not take it.
        is_on_paper: Whether a printer has some of it, which cannot be taken back.
        file: The PDF that it is printed into instead, where the person chose that; else None.
    """

    def __init__(self, summary: Summary, printer: QPrinter, title: str) -> None:
        """Print it; ``title`` is what the system's list of what is being printed says."""
        self.done = 0.0
        self.refused = False
        self.is_on_paper = False
        self._printer = printer
        name = printer.outputFileName()
        self.file = Path(name).absolute() if name else None
        printer.setDocName(title)
        printer.setPageMargins(MARGINS, QPageLayout.Unit.Millimeter)
        self._room = printer.pageLayout().paintRect(QPageLayout.Unit.Point)
        self._letter = Letter(summary, self._room.size())

    def steps(self) -> Iterator[None]:
        """Set and print, a little at a time."""
        letter, printer = self._letter, self._printer
        yield from letter.steps()
        if self.file is not None:
            with suppress(OSError):  # where there is no place for it, the next line finds out
                self.file.touch(mode=0o600)  # nobody else reads it meanwhile
        painter = QPainter()
        self.refused = not painter.begin(printer)
        if self.refused:
            return
        self.is_on_paper = self.file is None
        is_whole = False
        try:
            painter.scale(printer.width() * UNIT / self._room.width(), printer.height() * UNIT / self._room.height())
            for number in range(len(letter.sheets)):
                if number and not printer.newPage():
                    self.refused = True
                    return
                letter.paint(painter, number)
                self.done = (number + 1) / len(letter.sheets)
                yield
            is_whole = True
        finally:
            painter.end()
            if self.file is not None and not is_whole:
                with suppress(OSError):
                    self.file.unlink()  # a part of it, which nobody would know of
