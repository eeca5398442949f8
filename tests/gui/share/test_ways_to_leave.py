"""PDF, a PDF with a password, paper, clipboard: each from the same row, each recorded."""

import hashlib
from io import BytesIO

import pytest
from pypdf import PasswordType, PdfReader
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit

from kat_journal.domain.summary import Quote, Section, Summary
from kat_journal.gui.clipping import clipping
from kat_journal.gui.share.formats import FIRST, FOR_PROGRAMS, about
from kat_journal.gui.share.on_paper import Printing
from kat_journal.gui.share.pdf import pdf
from kat_journal.gui.share.saving import page_size
from tests.gui.share.saving_steps import choose, notice, press, said, save, type_password
from tests.gui.share.seeding import SHARED

PASSWORD = "seven gulls"


@pytest.fixture
def shown(page, qtbot):
    """Chooses a format and waits for the page to show it."""

    def choose_and_wait(format):
        choose(page, format)
        qtbot.waitUntil(lambda: page.preview.composed is not None)
        return page

    return choose_and_wait


def records(context):
    return context.journal.summaries.records()


def test_every_format_can_be_chosen_and_says_what_it_is_for(page):
    chooser = page.findChild(QComboBox, "save-as")
    offered = [chooser.itemData(place) for place in range(chooser.count())]
    assert [one for one in offered if one] == [*FIRST, *FOR_PROGRAMS]

    for format in (*FIRST, *FOR_PROGRAMS):
        choose(page, format)
        assert page.actions.format == format
        assert page.findChild(QLabel, "save-as-about").text() == about(format) == chooser.accessibleDescription()


def test_a_pdf_is_the_one_that_the_document_gives(shown, dialogs, tmp_path, context, qtbot):
    page = shown("pdf")
    dialogs.answer(tmp_path / "mine")

    save(page)
    qtbot.waitUntil(lambda: said(page) != "")

    data = (tmp_path / "mine.pdf").read_bytes()
    assert data == pdf(page.preview.composed.summary, page_size())
    assert dialogs.asked[0].suggested.suffix == ".pdf"
    assert dialogs.asked[0].filters == "PDF (*.pdf)"
    (record,) = records(context)
    assert (record.format, record.sha256) == ("pdf", hashlib.sha256(data).hexdigest())
    assert context.journal.saved_files.format(context.journal.exports) == "pdf"


def test_a_pdf_with_a_password_opens_with_it_alone(shown, dialogs, tmp_path, context, qtbot):
    page = shown("pdf-locked")
    type_password(page, PASSWORD)
    dialogs.answer(tmp_path / "mine.pdf")

    save(page)
    qtbot.waitUntil(lambda: said(page) != "")

    data = (tmp_path / "mine.pdf").read_bytes()
    assert SHARED.encode() not in data
    assert PdfReader(BytesIO(data)).decrypt("seven gull") is PasswordType.NOT_DECRYPTED
    pages = PdfReader(BytesIO(data), password=PASSWORD).pages
    assert "The coat stood" in "".join(one.extract_text() for one in pages)
    assert "It opens only with the password you chose." in said(page)
    assert records(context)[0].format == "pdf-locked"


def test_the_password_is_hidden_asked_twice_and_forgotten_after_saving(shown, dialogs, tmp_path, qtbot):
    page = shown("pdf-locked")
    first, again = (page.findChild(QLineEdit, name) for name in ("pdf-password", "pdf-password-again"))
    assert first.echoMode() is QLineEdit.EchoMode.Password
    press(page, "show-pdf-password")
    assert {first.echoMode(), again.echoMode()} == {QLineEdit.EchoMode.Normal}
    type_password(page, PASSWORD)
    dialogs.answer(tmp_path / "mine.pdf")

    save(page)
    qtbot.waitUntil(lambda: said(page) != "")

    assert (first.text(), again.text()) == ("", "")
    assert first.echoMode() is QLineEdit.EchoMode.Password
    assert not first.isUndoAvailable()


@pytest.mark.parametrize(("first", "again", "words"), [
    ("", "", "The password needs at least eight letters."),
    ("seven g", "seven g", "The password needs at least eight letters."),
    (PASSWORD, "seven gulps", "The two passwords are not the same."),
])  # fmt: skip
def test_without_a_good_password_nothing_is_asked_or_saved(shown, dialogs, first, again, words):
    page = shown("pdf-locked")
    type_password(page, first, again)

    save(page)

    assert notice(page) == words
    assert dialogs.asked == []
    assert page.actions.take_password() == ""


def test_another_format_forgets_the_password(shown):
    page = shown("pdf-locked")
    type_password(page, PASSWORD)
    assert page.actions.take_password() == PASSWORD

    choose(page, "markdown")
    choose(page, "pdf-locked")

    assert page.findChild(QLineEdit, "pdf-password").text() == ""


def test_what_is_printed_is_the_same_letter(page, dialogs, tmp_path, context, qtbot):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    dialogs.printer = printer

    press(page, "print-summary")
    qtbot.waitUntil(lambda: said(page) != "")

    assert printer.docName() == "Notes"
    printed = PdfReader(tmp_path / "printed.pdf")
    saved = PdfReader(BytesIO(pdf(page.preview.composed.summary)))
    assert len(printed.pages) == len(saved.pages)
    assert "The coat stood" in printed.pages[0].extract_text().replace("\t", " ")


def test_a_pdf_that_is_chosen_instead_of_a_printer_counts_as_saved(page, dialogs, tmp_path, context, qtbot):
    path = tmp_path / "printed.pdf"
    path.write_bytes(b"older")
    path.chmod(0o644)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(path))
    dialogs.printer = printer

    press(page, "print-summary")
    qtbot.waitUntil(lambda: said(page) != "")

    (record,) = records(context)
    assert (record.format, record.file) == ("pdf", str(path))
    assert path.stat().st_mode & 0o777 == 0o600
    assert said(page).startswith("Saved as printed.pdf in ")
    press(page, "delete-saved")
    assert not path.exists()


def test_a_long_letter_is_printed_on_all_its_sheets(theme, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    quotes = tuple(Quote(f"Answer {number}.", "Question") for number in range(200))
    printing = Printing(Summary("Notes", (), (Section("Words", quotes),), ()), printer, "Notes")

    for _ in printing.steps():
        pass

    pages = [one.extract_text().replace("\t", " ") for one in PdfReader(tmp_path / "printed.pdf").pages]
    assert len(pages) > 3
    assert all(f"Page {number} of {len(pages)}" in page for number, page in enumerate(pages, 1))
    assert printing.done == 1


def test_nothing_is_printed_without_a_printer(page, dialogs, context):
    dialogs.printer = None

    press(page, "print-summary")

    assert (said(page), records(context)) == ("", ())


def test_what_is_copied_is_the_file_as_plain_text(page, context):
    press(page, "copy-summary")

    assert QApplication.clipboard().text() == page.preview.composed.text
    assert said(page) == "Copied. It can be pasted for one minute, then it is taken back."
    (record,) = records(context)
    assert (record.format, record.file) == ("copy", "")
    QApplication.clipboard().clear()


def test_what_is_copied_out_of_the_preview_by_hand_is_marked_and_goes_after_a_minute_too(page):
    page.preview.selectAll()
    QTest.keyClick(page.preview, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    data = QApplication.clipboard().mimeData()
    assert data.text() == page.preview.toPlainText()
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert not data.hasHtml()
    clipping().timer.timeout.emit()
    assert QApplication.clipboard().text() == ""


def test_the_row_fits_a_small_window_with_large_letters(page, theme, qtbot):
    from kat_journal.gui.theme import LookChoice

    theme.apply(LookChoice.LIGHT, 200)
    page.resize(QSize(1024 - 204, 600))
    choose(page, "pdf-locked")
    qtbot.waitUntil(lambda: page.actions.width() < 820)

    for one in page.actions.findChildren(QLineEdit):
        assert one.width() <= page.actions.width()
    assert page.actions.minimumSizeHint().width() <= page.actions.width()
    theme.apply(LookChoice.LIGHT, 100)


def test_the_window_itself_saves_a_locked_pdf_on_its_threads(inside, tmp_path, qtbot):
    target = tmp_path / "mine.pdf"
    inside.dialogs.answer(target)
    inside.click("nav-share")
    inside.see("save-as")
    choose(inside.window, "pdf-locked")
    type_password(inside.window, PASSWORD)

    inside.click("save-summary")
    qtbot.waitUntil(target.exists, timeout=20_000)
    inside.see("saved-notice")

    assert len(PdfReader(target, password=PASSWORD).pages) == 2
