"""The recovery kit: the same words on paper, in the PDF and in the text file."""

from datetime import date

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from kat_journal.gui.keys.paper import document_of
from kat_journal.gui.keys.sheet import sheet_of, text_of
from kat_journal.gui.printing import pdf_of

CODE = "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345-6789"


@pytest.fixture
def sheet():
    return sheet_of(CODE, date(2026, 11, 23))


def test_the_text_says_the_code_the_day_and_what_to_do_with_it(sheet):
    text = text_of(sheet)

    assert "Groups 1 to 4:    ABCD   EFGH   JKMN   PQRS\nGroups 5 to 8:    TVWX   YZ01   2345   6789" in text
    assert "23 November 2026" in text
    assert "I forgot it" in text
    assert "Whoever has this sheet" in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_the_paper_says_all_of_it_and_each_group_under_its_number(sheet, theme):
    text = document_of(sheet).toPlainText()

    for words in (sheet.title, sheet.made_on, sheet.steps_title, *sheet.steps, *sheet.cautions):
        assert words in text
    for number, group in enumerate(CODE.split("-"), start=1):
        assert f"{number}\n{group}" in text


def test_no_path_stands_on_it(sheet):
    assert "/" not in text_of(sheet)


@pytest.mark.parametrize(("points", "fits"), [((482, 729), True), ((499, 679), True), ((200, 300), False)])
def test_it_is_one_page_on_common_paper(sheet, theme, points, fits):
    """A4 and Letter, each without its margins; and a card that it cannot fit on, so that pages are counted."""
    document = document_of(sheet)
    paper = QImage(1, 1, QImage.Format.Format_RGB32)
    paper.setDotsPerMeterX(2835)  # 72 to the inch
    paper.setDotsPerMeterY(2835)
    document.documentLayout().setPaintDevice(paper)
    document.setDocumentMargin(0)
    document.setPageSize(QSizeF(*points))

    assert (document.pageCount() == 1) is fits


def test_the_pdf_has_one_page(sheet, theme):
    assert pdf_of(document_of(sheet), sheet.title).count(b"/Type /Page\n") == 1
