"""A document of one page on paper or in a PDF. Loaded when something is to be printed, and not before."""

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kat_journal.config import APP_NAME

MARGIN = 20.0
"""Millimetres."""


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
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator(APP_NAME)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(_margins(), QPageLayout.Unit.Millimeter)
    _paint(document, writer)
    return bytes(buffer.data().data())


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
