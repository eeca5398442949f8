"""One page on paper, and the same in a PDF."""

import re

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import delete

from kat_journal.gui.dialogs import SystemDialogs
from kat_journal.gui.printing import Fitting, pages_of, pdf_of, pdf_to_fit, print_on, print_to_fit

TITLE = "A page"


@pytest.fixture
def document(theme):
    return QTextDocument("Some words, and nothing else.")


def pages(data):
    return len(re.findall(rb"/Type /Page\b", data))


def test_a_pdf_has_one_page_and_a_title(document):
    data = pdf_of(document, TITLE)

    assert data.startswith(b"%PDF")
    assert pages(data) == 1
    assert TITLE.encode("utf-16-be") in data or TITLE.encode() in data


def test_what_is_printed_is_the_same_page(document, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))

    print_on(printer, document, TITLE)

    assert pages((tmp_path / "out.pdf").read_bytes()) == 1
    assert printer.docName() == TITLE


def when_open(act):
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        act(dialog)
    else:
        QTimer.singleShot(10, lambda: when_open(act))


@pytest.mark.parametrize(("act", "prints"), [(QDialog.accept, True), (QDialog.reject, False)])
def test_the_system_is_asked_for_a_printer(qtbot, act, prints):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    QTimer.singleShot(0, lambda: when_open(act))

    printer = SystemDialogs().choose_printer(parent, TITLE)

    assert isinstance(printer, QPrinter) is prints


def test_a_page_that_goes_meanwhile_is_not_printed(qtbot):
    parent = QWidget()
    parent.show()

    def lock(dialog):
        dialog.reject()
        delete(parent)

    QTimer.singleShot(0, lambda: when_open(lock))

    assert SystemDialogs().choose_printer(parent, TITLE) is None


def words(lines):
    """A document of so many lines that can be set in any size, and the sizes that were tried."""
    tried = []

    def make(size):
        tried.append(size)
        document = QTextDocument("\n".join(["Some words"] * lines))
        font = document.defaultFont()
        font.setPointSizeF(size)
        document.setDefaultFont(font)
        return document

    return Fitting(make, (20.0, 15.0, 10.0)), tried


@pytest.mark.parametrize(("lines", "size", "count"), [(3, 20, 1), (35, 15, 1), (55, 10, 1), (90, 10, 2), (160, 10, 3)])
def test_the_largest_type_that_takes_one_page_is_used_and_else_the_smallest(theme, lines, size, count):
    fitting, tried = words(lines)

    assert pages(pdf_to_fit(fitting, TITLE)) == count == pages_of(fitting)
    assert tried[-1] == size or (tried[-1] == 15 and size == 10)


@pytest.mark.parametrize(
    ("paper", "lines"),
    [(QPageSize.PageSizeId.A4, 40), (QPageSize.PageSizeId.Letter, 38), (QPageSize.PageSizeId.A5, 25)],
)
def test_it_fits_on_whatever_paper_the_printer_has(theme, tmp_path, paper, lines):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setPageSize(QPageSize(paper))
    fitting, tried = words(lines)

    print_to_fit(printer, fitting, TITLE)

    assert pages((tmp_path / "out.pdf").read_bytes()) == 1
    assert tried[-1] == 15, "neither the largest nor the smallest: the paper's own size counts"
