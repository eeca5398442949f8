"""What every test of the window needs, and a person in front of it: real threads, real file, real keys and clicks."""

import shutil

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from kat_journal.app import App
from kat_journal.config import Config, Preferences
from kat_journal.gui.gallery.view import Gallery
from kat_journal.gui.theme import Theme
from kat_journal.services.demo import PASSPHRASE
from tests.gui import seeing
from tests.gui.eyes import SIZES, Eyes
from tests.helpers.clock import FixedClock
from tests.journeys.conftest import Person


@pytest.fixture(autouse=True)
def no_leftovers(qapp):
    """Deletes closed pages for good, which no loop does in a test; every look would dress them again."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    # What was copied is Python's: the offscreen platform would drop it after Python has ended, and crash.
    QApplication.clipboard().clear()


@pytest.fixture
def folder(demo_folder, tmp_path):
    folder = tmp_path / "Demo"
    shutil.copytree(demo_folder, folder)
    return folder


@pytest.fixture
def sit_down(qtbot, qapp, tmp_path, resources, kdf, clock, dialogs):
    """Puts a person in front of the window on a folder."""
    people = []

    def sit(folder, **choices):
        preferences = Preferences(tmp_path / "config.toml", look="light", country="GB", **choices)

        def restart():
            people[-1].restarts += 1

        app = App(Config(folder, resources, preferences), clock, restart, kdf)
        people.append(Person(qtbot, app, dialogs, qapp))
        return people[-1]

    yield sit
    for person in people:
        person.window._held = ()
        person.window.close()
        person.tasks.finish()
        QApplication.processEvents()
        person.theme.setParent(None)


@pytest.fixture
def person(sit_down, folder):
    return sit_down(folder)


@pytest.fixture
def inside(person):
    """A person with the demo's journal open."""
    person.unlock(PASSPHRASE)
    person.see("today-sentence")
    return person


@pytest.fixture(params=list(SIZES))
def size(request):
    return request.param


@pytest.fixture
def look(qtbot, qapp, tmp_path, resources, kdf):
    """Opens the window on a folder."""
    windows = []

    def on(folder):
        preferences = Preferences(tmp_path / "config.toml", look="light", country="GB")
        app = App(Config(folder, resources, preferences), FixedClock(), lambda: None, kdf)
        theme = Theme(resources / "styles", resources / "fonts", qapp)
        eyes = Eyes(app, theme, qtbot)
        windows.append(eyes)
        return eyes

    yield on
    for eyes in windows:
        eyes.window.lock()
        eyes.window.close()
        eyes.window.deleteLater()
        eyes.theme.setParent(None)
        eyes.theme.deleteLater()
        seeing.settle()
        QApplication.setStyleSheet(qapp, "")


@pytest.fixture
def locked(look, demo_folder, tmp_path, size):
    folder = tmp_path / "Demo"
    shutil.copytree(demo_folder, folder)
    eyes = look(folder)
    eyes.show(size)
    return eyes


@pytest.fixture
def open_demo(locked):
    locked.unlock()
    return locked


@pytest.fixture
def open_gallery(qtbot, qapp, resources):
    """Shows every widget in a look, with the styles of a folder."""
    themes = []

    def show(look, styles=None, percent=100):
        theme = Theme(styles or resources / "styles", resources / "fonts", qapp)
        themes.append(theme)
        gallery = Gallery(theme)
        qtbot.addWidget(gallery)
        gallery.wear(look, percent)
        gallery.resize(1024, 768)
        with qtbot.waitExposed(gallery):
            gallery.show()
        gallery.activateWindow()
        seeing.settle()
        return gallery

    yield show
    for theme in themes:
        theme.setParent(None)
        theme.deleteLater()
    QApplication.setStyleSheet(qapp, "")
