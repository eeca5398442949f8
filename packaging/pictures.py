"""Draws the pictures of docs/images from the fictional journal; run by ``make pictures``.

The same program gives the same pictures: no display, the project's own fonts, and a clock that stands still.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["FONTCONFIG_FILE"] = str(ROOT / "packaging" / "fonts.conf")

from PySide6.QtCore import QDeadlineTimer, Qt  # noqa: E402 - after the environment
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from kat_journal.app import App  # noqa: E402
from kat_journal.config import Config, Preferences  # noqa: E402
from kat_journal.content.locate import resources_folder  # noqa: E402
from kat_journal.gui.dialogs import SystemDialogs  # noqa: E402
from kat_journal.gui.tasks import ThreadTasks  # noqa: E402
from kat_journal.gui.theme import Theme  # noqa: E402
from kat_journal.services.demo import PASSPHRASE, make  # noqa: E402
from kat_journal.storage.keys import KdfParameters  # noqa: E402

IMAGES = ROOT / "docs" / "images"
TODAY = date(2026, 11, 23)
MORNING = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)
EVENING_BEFORE = datetime(2026, 11, 25, 19, 0, tzinfo=UTC)
THIRD_DAY = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
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


def welcome(application: QApplication, folder: Path, look: str) -> None:
    """The first two steps."""
    camera = Camera(application, folder / f"new-{look}", look, MORNING)
    field = camera.see("new-passphrase")
    camera.wait(lambda: bool(field.property("text")))
    field.setProperty("text", "window otter lemon quiet")
    camera.take("welcome")
    camera.type("passphrase-again", "window otter lemon quiet")
    camera.click("go-on")
    camera.see("next-session")
    camera.take("welcome-session")
    camera.click("no-date")
    camera.see("today-sentence")
    camera.put_away()


def the_day_after(application: QApplication, folder: Path, look: str) -> None:
    """Every page on the day after a session."""
    camera = Camera(application, folder, look, MORNING)
    camera.take("unlock")
    camera.click("support")
    camera.see("support-heading")
    camera.take("support-locked")
    camera.click("support-back")
    camera.unlock()
    camera.see("take-offer")
    camera.take("today")
    for page in ("sessions", "write", "share", "support", "settings"):
        camera.click(f"nav-{page}")
        if page == "share":
            camera.see("share-tick-20")
        camera.take(page)
    camera.click("guide")
    camera.take("guide")
    camera.click("nav-sessions")
    camera.click("open-session-4")
    camera.see("part-intention")
    camera.take("session")
    check_in(camera)
    after_session(camera)
    camera.put_away()


def check_in(camera: Camera) -> None:
    """The check-in with a card."""
    camera.click("nav-today")
    camera.click("take-offer")
    camera.see("item-nausea-tick").setFocus()
    for row, key in (("dizzy", Qt.Key.Key_1), ("headache", Qt.Key.Key_2)):
        camera.see(f"item-{row}-tick").setFocus()
        QTest.keyClick(camera.window.focusWidget(), key)
    camera.take("check-in")
    camera.see("item-chest-tick").setFocus()
    QTest.keyClick(camera.window.focusWidget(), Qt.Key.Key_3)
    camera.take("check-in-advice")
    camera.see("item-chest-tick").setFocus()
    QTest.keyClick(camera.window.focusWidget(), Qt.Key.Key_Space)
    QTest.keyClick(camera.window.focusWidget(), Qt.Key.Key_Escape)
    camera.see("today-sentence")


def after_session(camera: Camera) -> None:
    """The dim pages; they look the same in light and dark."""
    camera.click("just-had")
    camera.see("item-with-you-here")
    camera.take("after-session-first", own_look=True)
    camera.click("item-with-you-here")
    camera.see("item-three-words")
    camera.click("next")
    camera.type("item-still-with-you", "The river. I was in it and it was also me breathing.")
    camera.take("after-session", own_look=True)
    camera.click("something-in-my-body")
    camera.see("item-nausea-tick")
    camera.take("first-hours", own_look=True)
    camera.click("leave")
    camera.click("that-is-enough")
    camera.see("closing")
    camera.take("after-session-closing", own_look=True)
    camera.click("today")
    camera.see("today-sentence")


def other_days(application: QApplication, folder: Path, look: str) -> None:
    """The third day's reflection, and the evening before a session."""
    camera = Camera(application, folder, look, THIRD_DAY)
    camera.unlock()
    camera.click("nav-sessions")
    camera.click("open-session-4")
    camera.click("open-part-reflection.day-3")
    camera.type(
        "item-two-other-ways", "Maybe I was the one hanging it up, at last. Or it was only the smell of the room."
    )
    camera.take("reflection")
    camera.click("enough")
    camera.see("session-title")
    camera.click("nav-today")
    camera.see("today-sentence")
    camera.put_away()
    camera = Camera(application, folder, look, EVENING_BEFORE)
    camera.unlock()
    camera.see("take-offer")
    camera.take("today-evening-before")
    camera.click("take-offer")
    camera.see("item-intention")
    camera.take("intention")
    camera.put_away()


def main() -> int:
    """Draw them all."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    application = QApplication(["pictures"])
    resources = resources_folder()
    for look in ("light", "dark"):
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            app = App(Config(folder / "Journal", resources, Preferences(folder / "config.toml")))
            welcome(application, folder, look)
            for name, story in (("Journal", the_day_after), ("Later", other_days)):
                make(folder / name, app.library, app.messages, resources, TODAY, LIGHTEST)
                story(application, folder / name, look)
    for image in sorted(IMAGES.iterdir()):
        print(image.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
