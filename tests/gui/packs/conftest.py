"""The page of packs, over a journal whose library is its own."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kat_journal.content.library import load_library
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.packs import build
from tests.conftest import opened
from tests.helpers.pack_making import as_folder


@pytest.fixture
def journal(vault, resources, messages, clock):
    """One whose library is its own, so that no other test meets what is added."""
    return opened(vault, load_library(resources), messages, clock)


class Shown:
    """A page as a person sees it."""

    def __init__(self, view, dialogs, folder):
        self.view = view
        self._dialogs = dialogs
        self._folder = folder
        self._count = 0

    def button(self, name):
        return next(one for one in self.view.findChildren(QAbstractButton, name) if not one.isHidden())

    def press(self, name):
        button = self.button(name)
        assert button.isEnabled()
        button.click()

    def sees(self, name):
        return any(one.isVisible() for one in self.view.findChildren(QWidget, name))

    def said(self, name):
        return next(one for one in self.view.findChildren(QLabel, name) if one.isVisible()).text()

    def words(self):
        return "\n".join(one.text() for one in self.view.findChildren(QLabel) if one.isVisible())

    def choose(self, files):
        """Choose these files, laid in a folder of their own."""
        self._count += 1
        root = as_folder(self._folder / f"pack-{self._count}", files)
        self._dialogs.answer(root)
        self.press("choose-pack-folder")
        return root


@pytest.fixture
def show(qtbot, dialogs, tmp_path):
    def show(context):
        view = build(Place(PageName.PACKS), context, None)
        qtbot.addWidget(view)
        view.resize(1000, 900)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        view.start_focus()
        return Shown(view, dialogs, tmp_path)

    return show


@pytest.fixture
def page(show, context):
    return show(context)
