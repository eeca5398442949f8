"""The page of what left, over a small journal."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from kat_journal.domain.response import Answer, ShareMark
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.shared import build
from kat_journal.gui.shared.stack import Stack
from kat_journal.services.exports import Asked


@pytest.fixture(autouse=True)
def no_leftovers(qapp):
    """Deletes closed pages for good, which no loop does in a test; every look would dress them again."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def export(journal, clock, tmp_path):
    """Saves a summary of one new answer under that name; a minute passes."""

    def export(name, folder=tmp_path, **asked):
        draft = journal.responses.new("core:free-page").draft
        journal.responses.save(draft, Answer("words", text=f"words of {name}"))
        journal.responses.set_share(draft.uid, "words", ShareMark.SHARE)
        folder.mkdir(exist_ok=True)
        record = journal.exports.export_file(journal.summaries, folder / name, Asked(**asked)).record
        clock.pass_time(minutes=1)
        return record

    return export


class Reader:
    """A person before the page."""

    def __init__(self, page, qtbot):
        self.page = page
        self._qtbot = qtbot

    def button(self, name):
        return next(one for one in self.page.findChildren(QAbstractButton, name) if one.isVisible())

    def offers(self, name):
        return any(one.isVisible() for one in self.page.findChildren(QAbstractButton, name))

    def said(self, name):
        return next((one.text() for one in self.page.findChildren(QLabel, name) if one.isVisible()), "")

    def press(self, name):
        self.button(name).setFocus()
        self.button(name).click()
        QApplication.processEvents()
        self.settle()

    def settle(self):
        """Let all of it come."""
        self._qtbot.waitUntil(lambda: all(one.is_settled for one in self.page.findChildren(Stack)), timeout=20_000)

    @property
    def focused(self):
        widget = self.page.focusWidget()
        return widget.objectName() if widget is not None else ""

    def listed(self):
        """The names of the files, from the top."""
        rows = self.page.findChildren(QLabel)
        files = [one.text() for one in rows if one.objectName().endswith("-file") and one.isVisible()]
        return [words.split(" ")[0] for words in files]


@pytest.fixture
def show(qtbot, context):
    """Opens the page and lets all of it come."""

    def show(surroundings=context, size=(1000, 800)):
        page = build(Place(PageName.SHARED), surroundings, None)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.start_focus()
        reader = Reader(page, qtbot)
        reader.settle()
        return reader

    return show


@pytest.fixture
def change():
    """Somebody changes a file that was saved."""

    def change(record):
        Path(record.file).write_text("mine", encoding="utf-8")

    return change
