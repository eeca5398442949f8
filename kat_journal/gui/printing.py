"""A document on paper or in a PDF: on one page wherever it can be. Loaded when something is printed, not before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kat_journal.config import APP_NAME

MARGIN = 20.0
"""Millimetres."""
_NUMBER, _ROOM = 9.0, 16.0
"""Points: the number of a page, and the room that it takes."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """A document that can be set in several sizes.

    Attributes:
        make: Sets it in a size of type.
        sizes: The largest first; the last is as small as it may be.
    """

    make: Callable[[float], QTextDocument]
    sizes: Sequence[float]


def ask_for_printer(parent: QWidget, title: str) -> QPrinter | None:
    """The system's question for a printer; None where the person would not print."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    accepted = dialog.exec()
    if not isValid(dialog):  # the journal was locked meanwhile
        return None
    dialog.deleteLater()
    return printer if accepted else None


def print_on(printer: QPrinter, document: QTextDocument, title: str) -> None:
    """Print it; ``title`` is what the system's list of what is being printed says."""
    printer.setDocName(title)
    printer.setPageMargins(_margins(), QPageLayout.Unit.Millimeter)
    _paint(document, printer)


def pdf_of(document: QTextDocument, title: str) -> bytes:
    """The same page as a PDF."""
    buffer = QBuffer()
    writer = _writer(buffer, title)
    _paint(document, writer)
    return bytes(buffer.data().data())


def print_to_fit(printer: QPrinter, fitting: Fitting, title: str) -> None:
    """Print it in the largest size that takes one page, or in the smallest on as many pages as it needs."""
    printer.setDocName(title)
    printer.setPageMargins(_margins(), QPageLayout.Unit.Millimeter)
    _paint_pages(_fitted(fitting, printer), printer)


def pdf_to_fit(fitting: Fitting, title: str) -> bytes:
    """The same as a PDF."""
    buffer = QBuffer()
    writer = _writer(buffer, title)
    _paint_pages(_fitted(fitting, writer), writer)
    return bytes(buffer.data().data())


def pages_of(fitting: Fitting) -> int:
    """How many pages it takes on A4."""
    buffer = QBuffer()
    writer = _writer(buffer, "")  # outlives the document, which measures itself on it
    return _fitted(fitting, writer).pageCount()


def _writer(buffer: QBuffer, title: str) -> QPdfWriter:
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator(APP_NAME)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(_margins(), QPageLayout.Unit.Millimeter)
    return writer


def _fitted(fitting: Fitting, device: QPrinter | QPdfWriter) -> QTextDocument:
    smallest = _laid_out(fitting.make(fitting.sizes[-1]), device)
    if smallest.pageCount() > 1:
        _lay_out(smallest, device, room=_ROOM)
        return smallest
    documents = (_laid_out(fitting.make(size), device) for size in fitting.sizes[:-1])
    return next((one for one in documents if one.pageCount() == 1), smallest)


def _laid_out(document: QTextDocument, device: QPrinter | QPdfWriter) -> QTextDocument:
    _lay_out(document, device)
    return document


def _lay_out(document: QTextDocument, device: QPrinter | QPdfWriter, *, room: float = 0) -> None:
    document.documentLayout().setPaintDevice(device)
    document.setDocumentMargin(0)
    height = device.height() - room * device.logicalDpiY() / 72
    document.setPageSize(QSizeF(device.width(), height))


def _paint_pages(document: QTextDocument, device: QPrinter | QPdfWriter) -> None:
    """Page by page, each with its number where there are several."""
    painter = QPainter(device)
    size, pages = document.pageSize(), document.pageCount()
    for page in range(pages):
        if page:
            device.newPage()
        shown = QRectF(0, page * size.height(), size.width(), size.height())
        painter.save()
        painter.translate(0, -shown.top())
        document.drawContents(painter, shown)
        painter.restore()
        if pages > 1:
            font = QFont(QApplication.font())
            font.setPointSizeF(_NUMBER)
            painter.setFont(font)
            foot = QRectF(0, size.height(), size.width(), device.height() - size.height())
            painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, f"{page + 1} / {pages}")
    painter.end()


def _margins() -> QMarginsF:
    return QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)


def _paint(document: QTextDocument, device: QPrinter | QPdfWriter) -> None:
    # Not document.print_(): that adds page numbers, and margins of its own.
    painter = QPainter(device)
    document.documentLayout().setPaintDevice(device)
    document.setDocumentMargin(0)
    document.setPageSize(QSizeF(painter.viewport().size()))
    document.drawContents(painter)
    painter.end()
