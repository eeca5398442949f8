"""Everything written: listed, opened, moved to the bin and back."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QListView

from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.write import build
from kat_journal.gui.write.presenter import FREE_PAGE
from tests.gui.share.seeding import seed


def rows(page):
    return page.findChild(QListView, "write-list")


def titles(page):
    model = rows(page).model()
    return [model.index(row).data() for row in range(model.rowCount())]


def button(page, name):
    return page.findChild(QAbstractButton, name)


def test_the_newest_stands_first_with_its_day_words_and_share_state(page):
    said = rows(page).model().index(0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert titles(page)[0] == "Before my appointment"
    assert said == "Before my appointment. Monday 23 November, left open. Why the coat. may share."


def test_a_day_of_another_year_is_shown_with_its_year(qtbot, context, clock):
    seed(context.journal, clock)
    clock.pass_time(days=60)
    view = build(Place(PageName.WRITE), context, None)
    qtbot.addWidget(view)
    said = rows(view).model().index(0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert said == "Before my appointment. 23 November 2026, left open. Why the coat. may share."


def test_a_session_is_named_by_its_number(page):
    model = rows(page).model()
    said = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]

    assert any("session 1" in line for line in said)


def test_a_row_opens_with_enter_the_button_and_two_clicks(page, qtbot, context):
    newest = context.journal.written.newest(1)[0]
    center = rows(page).visualRect(rows(page).model().index(0)).center()

    def click_twice():
        qtbot.mouseClick(rows(page).viewport(), Qt.MouseButton.LeftButton, pos=center)
        qtbot.mouseDClick(rows(page).viewport(), Qt.MouseButton.LeftButton, pos=center)

    by_enter, by_button = partial(qtbot.keyClick, rows(page), Qt.Key.Key_Return), button(page, "open-written").click
    for way in (by_enter, by_button, click_twice):
        with qtbot.waitSignal(context.navigator.moved) as moved:
            way()
        assert moved.args[0] == Place(PageName.RUNNER, response_uid=newest.uid)


def test_the_earlier_versions_of_the_chosen_row_and_the_bin_are_one_press_away(page, qtbot, context):
    rows(page).setCurrentIndex(rows(page).model().index(1))
    chosen = context.journal.written.newest(2)[1]
    for name, place in (
        ("earlier-versions", Place(PageName.VERSIONS, response_uid=chosen.uid)),
        ("open-bin", Place(PageName.BIN)),
    ):
        with qtbot.waitSignal(context.navigator.moved) as moved:
            button(page, name).click()
        assert moved.args[0] == place


def test_a_new_page_opens_the_runner(page, qtbot, context):
    with qtbot.waitSignal(context.navigator.moved) as moved:
        button(page, "write-freely").click()

    assert moved.args[0] == Place(PageName.RUNNER, form_id=FREE_PAGE)
    assert FREE_PAGE in context.journal.library.forms


def test_what_is_moved_to_the_bin_leaves_the_list_and_comes_back(page, context):
    before = titles(page)

    button(page, "move-to-bin").click()

    assert titles(page) == before[1:]
    assert len(context.journal.written.newest()) == len(before) - 1
    assert page.findChild(QLabel, "write-notice-text").text() == (
        "Moved to the bin: Before my appointment, Monday 23 November."
    )

    button(page, "undo").click()

    assert titles(page) == before
    assert len(context.journal.written.newest()) == len(before)


def test_delete_moves_to_the_bin_too(page, qtbot):
    before = titles(page)

    qtbot.keyClick(rows(page), Qt.Key.Key_Delete)

    assert titles(page) == before[1:]


def test_an_empty_journal_says_so_kindly(qtbot, context):
    view = build(Place(PageName.WRITE), context, None)
    qtbot.addWidget(view)
    view.show()
    view.start_focus()

    assert view.findChild(QLabel, "write-empty").isVisible()
    assert not rows(view).isVisible()
    assert view.focusWidget() is button(view, "write-freely")
    assert button(view, "open-bin").isVisible()
    assert not button(view, "earlier-versions").isVisible()


def test_it_begins_in_the_list(page):
    page.start_focus()

    assert page.focusWidget() is rows(page)
    assert page.place() == Place(PageName.WRITE)


def test_every_row_is_painted_at_every_size(page, theme):
    for look, scale in (("light", 100), ("dark", 200)):
        theme.apply(look, scale)
        page.resize(600 if scale == 200 else 1000, 700)
        assert not page.grab().isNull()


def test_what_goes_wrong_is_said_in_the_page(page):
    page.show_problem("The disk is full.")

    assert page.findChild(QLabel, "write-notice-text").text() == "The disk is full."


def test_the_focus_stays_in_the_list_and_undo_comes_back_to_the_row(page, qtbot):
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    rows(page).setCurrentIndex(rows(page).model().index(1))
    chosen = rows(page).currentIndex().data()
    button(page, "move-to-bin").setFocus()
    button(page, "move-to-bin").click()
    assert rows(page).hasFocus()

    button(page, "undo").setFocus()
    button(page, "undo").click()

    assert rows(page).hasFocus()
    assert (rows(page).currentIndex().row(), rows(page).currentIndex().data()) == (1, chosen)
