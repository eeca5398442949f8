"""A window on a fictional journal that has its picture taken: no display, our own fonts, and a clock that stands."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["FONTCONFIG_FILE"] = str(ROOT / "packaging" / "fonts.conf")

from PySide6.QtCore import QDeadlineTimer, QPoint, Qt  # noqa: E402 - after the environment
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget  # noqa: E402

from kat_journal.app import App  # noqa: E402
from kat_journal.config import Config, Preferences  # noqa: E402
from kat_journal.content.locate import resources_folder  # noqa: E402
from kat_journal.gui.dialogs import SystemDialogs  # noqa: E402
from kat_journal.gui.tasks import ThreadTasks  # noqa: E402
from kat_journal.gui.theme import Theme  # noqa: E402
from kat_journal.services.demo import PASSPHRASE  # noqa: E402
from kat_journal.storage.keys import KdfParameters  # noqa: E402

IMAGES = ROOT / "docs" / "images"
SIZE = (1180, 800)
PATIENCE = 20_000  # milliseconds
SETTLING = 300
LIGHTEST = KdfParameters(8192, 1, 1)


class StandingClock:
    """A clock that shows what it was set to, in London."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        """The set instant."""
        return self._now

    def zone(self) -> str:
        """Where the fictional person lives."""
        return "Europe/London"


class Camera:
    """Drives one window and takes its picture."""

    def __init__(self, application: QApplication, folder: Path, look: str, now: datetime) -> None:
        resources = resources_folder()
        preferences = Preferences(folder.parent / f"{look}.toml", look=look, country="GB")
        app = App(Config(folder, resources, preferences), StandingClock(now), lambda: None, LIGHTEST)
        self._look = look
        self._tasks = ThreadTasks(application)
        self._theme = Theme(resources / "styles", resources / "fonts", application)
        self.window = app.window(self._tasks, SystemDialogs(), self._theme)
        self.window.resize(*SIZE)
        self.window.show()

    def see(self, name: str) -> QWidget:
        """The visible widget of that name, once it is there."""
        found: list[QWidget] = []

        def look() -> bool:
            found[:] = [widget for widget in self.window.findChildren(QWidget, name) if widget.isVisible()]
            return bool(found)

        self.wait(look)
        if not found:
            names = {w.objectName() for w in self.window.findChildren(QWidget) if w.isVisible() and w.objectName()}
            raise SystemExit(f"nothing is called {name} among {', '.join(sorted(names))}")
        return found[0]

    def click(self, name: str) -> None:
        """Click a widget."""
        QTest.mouseClick(self.see(name), Qt.MouseButton.LeftButton)

    def type(self, name: str, words: str) -> None:
        """Put words into a field."""
        QTest.keyClicks(self.see(name), words)

    def take(self, name: str, *, own_look: bool = False) -> None:
        """Save the picture; pages with a look of their own have one picture."""
        QTest.qWait(SETTLING)
        self.window.grab().save(str(IMAGES / (f"{name}.png" if own_look else f"{name}-{self._look}.png")))

    def bring(self, page: str, name: str) -> None:
        """Scroll a page until a widget of it stands at its top."""
        area, widget = self.see(page), self.see(name)
        QTest.qWait(SETTLING)
        if isinstance(area, QScrollArea) and (column := area.widget()) is not None:
            area.verticalScrollBar().setValue(widget.mapTo(column, QPoint(0, 0)).y())

    def say(self, name: str, words: str) -> None:
        """Put made-up words in the place of what is another with each run: a folder, a code."""
        self.see(name).setProperty("text", words)

    def unlock(self) -> None:
        """Open the fictional journal."""
        self.type("passphrase", PASSPHRASE)
        self.click("open")
        self.see("today-sentence")

    def put_away(self) -> None:
        """Close the window."""
        self.window.close()
        self.wait(lambda: not self.window.isVisible())
        self._tasks.finish()

    def wait(self, condition: Callable[[], bool]) -> None:
        """Let the window work until it is so."""
        deadline = QDeadlineTimer(PATIENCE)
        while not condition() and not deadline.hasExpired():
            QTest.qWait(10)
