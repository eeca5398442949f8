"""One page on paper, and the same in a PDF."""

import re

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import delete

from kat_journal.gui.dialogs import SystemDialogs
from kat_journal.gui.printing import pdf_of, print_on

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
