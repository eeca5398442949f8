from PySide6.QtWidgets import QPushButton, QTextBrowser

from kat_journal.content.library import Library
from kat_journal.gui.guide import build
from kat_journal.gui.navigation import PageName, Place


def test_the_guide_can_be_read_inside_the_program_and_left_again(qtbot, context):
    context.navigator.go(Place(PageName.SETTINGS))
    context.navigator.go(Place(PageName.GUIDE))
    page = build(Place(PageName.GUIDE), context, None)
    qtbot.addWidget(page)
    page.show()
    assert "Before a session" in page.findChild(QTextBrowser, "guide").toPlainText()

    with qtbot.waitSignal(context.navigator.moved) as moved:
        page.findChild(QPushButton, "back").click()
    assert moved.args == [Place(PageName.SETTINGS)]


def test_an_installation_without_a_guide_says_so_on_the_page(qtbot, context, tmp_path):
    context.journal.library = Library(tmp_path / "elsewhere", "en", ())
    page = build(Place(PageName.GUIDE), context, None)
    qtbot.addWidget(page)
    assert "cannot be used" in page.findChild(QTextBrowser, "guide").toPlainText()
