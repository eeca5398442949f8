"""A person in front of the real window: real vault, real threads, real keys and clicks."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from kat_journal.app import App
from kat_journal.config import Config, Preferences
from kat_journal.gui.tasks import ThreadTasks
from kat_journal.gui.theme import Theme
from tests.helpers.clock import FixedClock

EVENING_BEFORE = datetime(2026, 11, 25, 19, 0, tzinfo=UTC)
PATIENCE = 20_000  # milliseconds


class Person:
    """Sees what is visible, clicks and types; counts decisions and clicks."""

    def __init__(self, qtbot, app, dialogs, qapp):
        self.qtbot = qtbot
        self.app = app
        self.dialogs = dialogs
        self.restarts = 0
        self.clicks = 0
        resources = app.config.resources
        self.tasks = ThreadTasks(qapp)
        self.theme = Theme(resources / "styles", resources / "fonts", qapp)
        self.window = app.window(self.tasks, dialogs, self.theme)
        qtbot.addWidget(self.window)
        self.window.resize(1180, 800)
        self.window.show()

    def see(self, name, kind=QWidget):
        """The visible widget of that name, once it is there."""
        self.qtbot.waitUntil(lambda: self.sees(name), timeout=PATIENCE)
        return next(found for found in self.window.findChildren(kind, name) if found.isVisible())

    def sees(self, name):
        return any(isValid(found) and found.isVisible() for found in self.window.findChildren(QWidget, name))

    def click(self, name):
        widget = self.see(name)
        self.qtbot.waitUntil(widget.isEnabled, timeout=PATIENCE)
        self.clicks += 1
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def type(self, name, text):
        self.qtbot.keyClicks(self.see(name), text)

    def press(self, key, times=1, modifier=Qt.KeyboardModifier.NoModifier):
        """Press a key where the focus is."""
        for _ in range(times):
            self.qtbot.keyClick(self.focus(), key, modifier)

    def focus(self):
        found = self.window.focusWidget()
        assert found is not None, "something has the focus"
        return found

    def tab_to(self, name, most=120):
        """Press Tab until the focus is there; fails when it is never reached."""
        seen = []
        for _ in range(most):
            seen.append(self.focus().objectName())
            if seen[-1] == name:
                return self.focus()
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never reached {name}, but {seen}")

    def wait_saved(self):
        label = self.see("saved")
        self.qtbot.waitUntil(lambda: label.text() in {"Saved", "Kept"}, timeout=PATIENCE)

    def texts(self):
        """Everything that can be read in the window now."""
        labels = self.window.findChildren(QWidget)
        return "\n".join(found.text() for found in labels if isValid(found) and hasattr(found, "text"))

    def unlock(self, passphrase):
        self.type("passphrase", passphrase)
        self.click("open")
        self.qtbot.waitUntil(lambda: not self.window.is_locked, timeout=PATIENCE)

    def lock(self):
        before = self.restarts
        self.window.lock()
        self.see("passphrase")
        self.qtbot.waitUntil(lambda: self.restarts > before, timeout=PATIENCE)

    def leave(self):
        """Close the window, as at the end of a day."""
        self.window.close()
        self.qtbot.waitUntil(lambda: not self.window.isVisible(), timeout=PATIENCE)


@pytest.fixture
def clock():
    return FixedClock(EVENING_BEFORE)


@pytest.fixture
def sit_down(qtbot, qapp, tmp_path, resources, kdf, clock, dialogs):
    """Sits a person down in front of the window on a folder."""
    people = []

    def sit(folder: Path = tmp_path / "Journal", packs=(), preferences=None, **more):
        preferences = preferences or Preferences(tmp_path / "config.toml", look="light", country="GB")
        config = Config(folder, resources, preferences, packs)
        person = None

        def restart():
            person.restarts += 1

        app = App(config, clock, restart, kdf, **more)
        person = Person(qtbot, app, dialogs, qapp)
        people.append(person)
        return person

    yield sit
    for person in people:
        person.window.close()
        person.tasks.finish()
        QApplication.processEvents()
        person.theme.setParent(None)


def buttons_of(window):
    return [found for found in window.findChildren(QAbstractButton) if found.isVisible()]
