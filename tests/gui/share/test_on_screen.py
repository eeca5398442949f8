"""The summary on the whole screen: nothing else of the journal is there while it is shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QWidget

from kat_journal.gui.clearing import close_dialogs
from kat_journal.gui.share.on_screen import STEPS
from tests.gui.share.saving_steps import press
from tests.gui.share.seeding import SHARED


@pytest.fixture
def window(page, qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(page)
    window.resize(1000, 700)
    window.show()
    window.activateWindow()
    page.findChild(QAbstractButton, "show-on-screen").setFocus()
    yield window
    window.takeCentralWidget()


@pytest.fixture
def screen(window, page, qtbot):
    press(page, "show-on-screen")
    cover = window.findChild(QWidget, "whole-screen")
    qtbot.waitUntil(lambda: "coat" in cover.page.toPlainText())
    return cover


def gone(window):
    return not [one for one in window.findChildren(QWidget, "whole-screen") if one.isVisible()]


def test_it_shows_the_whole_summary_over_the_whole_window(screen, window, page):
    assert window.isFullScreen()
    assert screen.geometry() == window.rect()
    assert SHARED in screen.page.toPlainText()
    assert page.preview.composed.summary.title in screen.page.toPlainText()
    assert screen.page.hasFocus()


def test_nothing_else_can_be_reached(screen, window, page):
    assert not page.isVisible()
    assert QAccessible.queryAccessibleInterface(page).state().invisible
    seen = set()
    for _ in range(12):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        seen.add(window.focusWidget().objectName())
    assert seen == {"screen-page", "screen-smaller", "screen-larger", "screen-close"}
    others = [one for one in window.findChildren(QAbstractButton) if one.isVisible() and not screen.isAncestorOf(one)]
    assert others == []


def test_a_curtain_that_is_drawn_back_does_not_show_the_page(screen, page, qtbot):
    page.show()

    qtbot.waitUntil(lambda: not page.isVisible())


@pytest.mark.parametrize("way", ["screen-close", "escape"])
def test_closing_goes_back_to_where_the_person_was(screen, window, page, way):
    if way == "escape":
        QTest.keyClick(screen.page, Qt.Key.Key_Escape)
    else:
        screen.findChild(QAbstractButton, way).click()

    assert gone(window)
    assert page.isVisible()
    assert not window.isFullScreen()
    assert window.focusWidget().objectName() == "show-on-screen"


def test_the_text_grows_and_shrinks_in_steps(screen, qtbot):
    size = screen.page.document().defaultFont().pixelSize()
    larger, smaller = (screen.findChild(QAbstractButton, f"screen-{name}") for name in ("larger", "smaller"))

    larger.click()
    assert screen.page.document().defaultFont().pixelSize() > size
    QTest.keyClick(screen.page, Qt.Key.Key_Minus)
    assert screen.page.document().defaultFont().pixelSize() == size
    for _ in STEPS:
        larger.click()
    assert not larger.isEnabled()
    for _ in STEPS:
        smaller.click()
    assert not smaller.isEnabled()


def test_it_is_light_in_the_dark(window, page, theme, qtbot):
    from kat_journal.gui.theme import Look, LookChoice

    theme.apply(LookChoice.DARK, 100)
    press(page, "show-on-screen")
    cover = window.findChild(QWidget, "whole-screen")

    assert cover.palette().window().color() == theme.colour("paper", Look.LIGHT)
    theme.apply(LookChoice.LIGHT, 100)


def test_it_grows_with_the_window(screen, window):
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(1200, 760)

    assert screen.geometry() == window.rect()


def test_locking_closes_it(screen, window):
    close_dialogs(window)

    assert gone(window)


def test_a_window_that_was_full_screen_stays_so(window, page):
    window.showFullScreen()
    press(page, "show-on-screen")

    window.findChild(QWidget, "whole-screen").close()

    assert window.isFullScreen()


def test_a_page_that_is_a_window_by_itself_is_covered_too(page):
    press(page, "show-on-screen")

    assert page.findChild(QWidget, "whole-screen").geometry() == page.rect()
    page.findChild(QWidget, "whole-screen").close()


def test_showing_it_leaves_no_record(screen, context):
    assert context.journal.summaries.records() == ()


def test_nothing_in_it_can_be_changed(screen):
    before = screen.page.toPlainText()
    QTest.keyClicks(screen.page, "words")

    assert screen.page.toPlainText() == before
    assert screen.page.isReadOnly()


def test_the_shortcut_that_locks_works_while_it_is_shown(inside):
    inside.click("nav-share")
    inside.click("show-on-screen")
    inside.see("screen-page")

    QTest.keyClick(inside.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    inside.see("passphrase")
    assert gone(inside.window)
    assert not inside.window.isFullScreen()
