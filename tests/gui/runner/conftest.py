"""The runner over a real, empty journal."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget

from kat_journal.domain.ids import FormId, ItemId
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.runner import build

NEXT_DAY = "check-in.next-day"


class Runner:
    """A runner as a person sees it: found by names, moved by keys and clicks."""

    def __init__(self, qtbot, page):
        self._qtbot = qtbot
        self.page = page

    def find(self, name):
        found = self.page.findChild(QWidget, name)
        assert found is not None, f"nothing is called {name}"
        return found

    def sees(self, name):
        found = self.page.findChild(QWidget, name)
        return found is not None and found.isVisibleTo(self.page)

    def click(self, name):
        self._qtbot.mouseClick(self.find(name), Qt.MouseButton.LeftButton)

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        self._qtbot.keyClick(self.focused(), key, modifiers)

    def type(self, words):
        self._qtbot.keyClicks(self.focused(), words)

    def focused(self):
        return self.page.focusWidget() or self.page

    def question(self):
        return self.find("question").text()


@pytest.fixture
def moves(context):
    """Every place that the navigator went to."""
    places = []
    context.navigator.moved.connect(places.append)
    return places


@pytest.fixture
def session(journal):
    """A session that has just taken place."""
    return journal.courses.just_had()


@pytest.fixture
def run(qtbot, context):
    """Opens a runner at a place."""
    pages = []

    def open_at(place):
        page = build(place, context, None)
        pages.append(page)
        page.resize(1180, 800)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.start_focus()
        return Runner(qtbot, page)

    yield open_at
    for page in pages:
        page.close()
        page.deleteLater()
    # Gone before the next test dresses the application, which would dress these hundreds of widgets too.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def run_form(run):
    """Opens a form of the core pack, for a session or by itself."""

    def open_form(name, session=None, **where):
        return run(place_of(name, session, **where))

    return open_form


@pytest.fixture
def kept(journal):
    """The answers of a form's response as they stand in the file."""

    def answers(name, session):
        return journal.responses.begin(form_id(name), session_id=session.id).answers

    return answers


def form_id(name):
    return FormId(f"core:{name}")


def place_of(name, session=None, **where):
    session_id = session.id if session is not None else None
    return Place(PageName.RUNNER, form_id=form_id(name), session_id=session_id, **where)


def item(name):
    return ItemId(name)
