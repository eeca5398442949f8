"""Changing the copy on the Share page itself, from the button to the file."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.share import build
from tests.gui.share.copying.harness import WORDS, words_in_journal


@pytest.fixture
def share(written, qtbot):
    view = build(Place(PageName.SHARE), written, None)
    qtbot.addWidget(view)
    view.resize(1000, 800)
    view.show()
    qtbot.waitUntil(lambda: view.ticks.is_ready)
    return view


def find(view, name):
    return next(one for one in reversed(view.findChildren(QWidget, name)) if one.isVisible())


def press(view, name, qtbot):
    columns = (view.copy_pane.names.list, view.copy_pane.lines.list, view.copy_pane.changes)
    qtbot.waitUntil(lambda: all(column.is_ready for column in columns))
    button = find(view, name)
    assert isinstance(button, QAbstractButton)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: all(column.is_ready for column in columns))


def file_of(view):
    return view.preview.composed.data.decode()


def test_names_and_lines_change_the_file_and_never_the_journal(share, written, qtbot):
    before = words_in_journal(written.journal)
    assert "Anna came." in file_of(share), "a positive control"
    press(share, "change-names", qtbot)
    assert not share.ticks.isVisible()

    name, instead = (find(share, f"copy-{field}") for field in ("name", "instead"))
    assert isinstance(name, QLineEdit)
    qtbot.keyClicks(name, "Anna")
    qtbot.keyClicks(instead, "my partner")
    press(share, "copy-keep", qtbot)
    press(share, "copy-longer-0", qtbot)
    press(share, "copy-part-lines", qtbot)
    press(share, "copy-line-3", qtbot)

    made = file_of(share)
    assert "my partner came." in made
    assert "my partner coat stood there." in made
    assert "Will said we will go." in made
    assert "The canal was quiet." not in made
    assert "Anna" not in made
    assert find(share, "changes-words").text() == "3 changes in this copy."
    assert words_in_journal(written.journal) == before
    assert WORDS in [answer.text for answer in before]


def test_see_them_turns_to_the_changes_and_from_there_all_is_undone(share, written, qtbot):
    made = file_of(share)
    written.journal.replacements.put("Will", "W.", as_written=True)
    view = build(Place(PageName.SHARE), written, None)
    qtbot.addWidget(view)
    view.resize(1000, 800)
    view.show()
    assert "W. said we will go." in file_of(view), "the list is there before the first file is made"

    press(view, "changes-see", qtbot)
    qtbot.waitUntil(lambda: view.copy_pane.changes.isVisible())
    assert QApplication.focusWidget().objectName() == "copy-part-changes"
    before = find(view, "copy-change-0-before")
    assert isinstance(before, QLabel)
    assert before.text() == "Will said we will go."
    press(view, "copy-change-0-off-0", qtbot)

    assert file_of(view) == made
    assert not view.changes_line.isVisible()
    press(view, "change-names", qtbot)
    assert view.ticks.isVisible()
