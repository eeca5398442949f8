"""Every control of the pane: named, reached by Tab in reading order, and never wider than its room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.gui.seeing import controls, tab_stops, unheard, unnamed

PARTS = ("names", "lines", "changes")


@pytest.fixture
def full(page, qtbot):
    """Two names, a longer word, a struck line."""
    page.add("Anna", "A.")
    page.add("Will", "my doctor")
    page.press("copy-part-lines")
    page.press("copy-line-3")

    def turn(part):
        page.press(f"copy-part-{part}")
        for column in (page.pane.names.list, page.pane.lines.list, page.pane.changes):
            qtbot.waitUntil(lambda column=column: column.is_ready)
        QApplication.processEvents()
        return page

    return turn


@pytest.mark.parametrize("part", PARTS)
def test_every_control_is_heard_with_what_it_is_about(full, part):
    page = full(part)

    assert len(controls(page.pane)) > 5
    assert list(unnamed(page.pane)) == []
    assert list(unheard(page.pane)) == []


@pytest.mark.parametrize("part", PARTS)
def test_tab_goes_through_the_pane_as_it_is_read_and_leaves_it(full, qtbot, part):
    page = full(part)
    page.pane.first.setFocus()
    page.find("copy-part-names").setFocus()
    met = []
    while (focused := QApplication.focusWidget()) is not None and page.pane.isAncestorOf(focused) and len(met) < 99:
        met.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)

    assert set(met) == set(tab_stops(page.pane))
    assert QApplication.focusWidget() is page.find("changes-see")
    places = [(one.mapTo(page.pane.widget(), one.rect().topLeft()).y() // 20) for one in met]
    assert places == sorted(places)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize(("scale", "width"), [(100, 300), (200, 460), (200, 700)])
def test_nothing_is_wider_than_its_room(full, theme, qtbot, part, scale, width):
    theme.apply("dark", scale)
    page = full(part)
    page.resize(width, 600)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: page.pane.lines.list.is_ready)

    assert page.pane.widget().width() <= page.pane.viewport().width()
    for one in controls(page.pane):
        right = one.mapTo(page.pane.viewport(), one.rect().topRight()).x()
        assert right <= page.pane.viewport().width(), one.objectName()


def test_where_there_is_little_room_only_the_page_scrolls(full, qtbot):
    page = full("names")
    page.resize(460, 300)
    qtbot.waitUntil(lambda: page.pane.verticalScrollBar().maximum() > 0)

    page.pane.show_whole(True)

    qtbot.waitUntil(lambda: page.pane.verticalScrollBar().maximum() == 0)
    page.pane.show_whole(False)
    assert page.pane.minimumHeight() == 0
