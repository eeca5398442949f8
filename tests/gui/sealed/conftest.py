"""The page for words without opening, over a writer whose disk may refuse."""

from dataclasses import fields

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kat_journal.gui.gate import Gate
from kat_journal.gui.sealed import build
from kat_journal.gui.tasks import InlineTasks


class Writer:
    """Keeps texts in memory, and refuses while it is told to."""

    def __init__(self):
        self.kept = []
        self.refusal = None
        self.useless = None

    def check(self):
        if self.useless is not None:
            raise self.useless

    def keep(self, text):
        if self.refusal is not None:
            raise self.refusal
        self.kept.append(text)


class LaterTasks(InlineTasks):
    """Holds work back until it is let go."""

    def __init__(self):
        self.waiting = []

    def journal(self, work, *, context, **outcome):
        self.waiting.append(lambda: InlineTasks.journal(self, work, context=context, **outcome))

    def go_on(self):
        while self.waiting:
            self.waiting.pop(0)()


@pytest.fixture
def disk():
    return Writer()


@pytest.fixture
def backs():
    """What was said at each way back; empty where nothing was."""
    return []


@pytest.fixture
def gate(disk, preferences, clock, tmp_path):
    def nothing():
        return None

    mine = {"preferences": preferences, "clock": clock, "folder": tmp_path, "sealed_writer": lambda: disk}
    return Gate(**({field.name: nothing for field in fields(Gate)} | mine))


@pytest.fixture
def show(qtbot, theme, gate, backs, dialogs):
    def show(tasks=None):
        def back(words=""):
            backs.append(words)

        page = build(gate, tasks or InlineTasks(), dialogs, lambda _: None, back, None)
        qtbot.addWidget(page)
        page.resize(1024, 600)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.start_focus()
        return page

    return show


@pytest.fixture
def page(show):
    return show()


def words(page):
    return page.findChild(QWidget, "sealed-words")


def press(page, name):
    page.findChild(QAbstractButton, name).click()


def state(page):
    return page.findChild(QLabel, "saved").text()


def trouble(page):
    notice = page.findChild(QWidget, "sealed-trouble")
    return notice.text() if notice.isVisible() else ""
