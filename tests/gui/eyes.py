"""The real window, everything inline, and what a person would find wrong on it."""

from PySide6.QtWidgets import QAbstractButton, QWidget

from kat_journal.gui.navigation import Place
from kat_journal.gui.tasks import InlineTasks
from kat_journal.services.demo import PASSPHRASE
from tests.gui import seeing
from tests.helpers.dialogs import FakeDialogs

SIZES = {"small": (100, 1024, 600), "large-text": (200, 1024, 600)}


class Eyes:
    """Shows pages in the real window, everything inline, and judges what is on it."""

    def __init__(self, app, theme, qtbot):
        self.app = app
        self.qtbot = qtbot
        self.theme = theme
        self.window = app.window(InlineTasks(), FakeDialogs(), theme)

    def show(self, size):
        scale, width, height = SIZES[size]
        self.app.config.preferences.text_scale = scale
        self.window.apply_preferences()
        self.window.resize(width, height)
        self.window.show()
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        seeing.settle()

    def find(self, name, kind=QWidget):
        return next(found for found in self.window.findChildren(kind, name) if found.isVisible())

    def sees(self, name):
        return any(found.isVisible() for found in self.window.findChildren(QWidget, name))

    def press(self, name):
        self.find(name, QAbstractButton).click()
        seeing.settle()

    def unlock(self):
        field = self.find("passphrase")
        field.setText(PASSPHRASE)
        self.press("open")
        assert not self.window.is_locked

    @property
    def journal(self):
        return self.window.centralWidget()._context.journal

    def go(self, name, **where):
        self.window.centralWidget()._context.navigator.go(Place(name, **where))
        seeing.settle()

    def judge(self, page, *, targets=False):
        seeing.settle()
        window = self.window
        places = seeing.places_of(window)
        found = [*seeing.unnamed(window), *seeing.unreached(window), *seeing.clipped(window)]
        found += [*seeing.unheard(window), *seeing.overlapping(window)]
        found += seeing.too_low(window) if targets else ()
        stops = seeing.tab_stops(window)
        walk = seeing.walk(window)
        if not walk.closed:
            found.append(f"Tab goes in circles after {[seeing.named(stop) for stop in walk.stops[-3:]]}")
        found += [f"Tab never comes to {seeing.named(stop)}" for stop in stops if stop not in walk.stops]
        found += [f"Tab comes to {seeing.named(stop)}" for stop in walk.stops if stop not in stops]
        found += walk.hidden
        found += [
            f"{seeing.named(walk.stops[place])} does not show its focus"
            for place, differs in walk.pictures.items()
            if not differs and len(walk.stops) > 1
        ]
        found += seeing.out_of_order(walk.stops, places)
        assert not found, "\n".join([f"on {page}:", *found])
