import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kat_journal.gui.navigation import Place
from kat_journal.gui.workspace import Workspace


class AtWork:
    """A person at the unlocked window, with the keyboard."""

    def __init__(self, workspace, context, qtbot):
        self.workspace = workspace
        self.context = context
        self.qtbot = qtbot

    def go(self, name, **where):
        self.context.navigator.go(Place(name, **where))
        return self.workspace.page

    def find(self, name):
        return next((one for one in self.workspace.findChildren(QWidget, name) if one.isVisible()), None)

    def sees(self, name):
        return self.find(name) is not None

    def focus(self):
        return self.workspace.focusWidget()

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(self.focus(), key, modifier)

    def catch(self):
        """The one key."""
        self.press(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)

    def type(self, words):
        self.qtbot.keyClicks(self.focus(), words)

    def keep(self, words):
        self.catch()
        self.type(words)
        self.press(Qt.Key.Key_Return)

    @property
    def carried(self):
        return self.context.journal.practices.carried()


@pytest.fixture
def someone(qtbot, context):
    workspace = Workspace()
    qtbot.addWidget(workspace)
    workspace.resize(1180, 800)
    workspace.show()
    workspace.activateWindow()
    qtbot.waitUntil(workspace.isActiveWindow)
    workspace.enter(context)
    return AtWork(workspace, context, qtbot)
