"""Today over an empty journal, and a session of yesterday."""

import pytest

from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.today import build
from tests.helpers.clock import november


@pytest.fixture
def moves(context):
    places = []
    context.navigator.moved.connect(places.append)
    return places


@pytest.fixture
def show(qtbot, context):
    def show(surroundings=context, size=(1180, 800)):
        page = build(Place(PageName.TODAY), surroundings, None)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.start_focus()
        return page

    return show


@pytest.fixture
def held(journal, clock):
    """A session of yesterday."""
    journal.courses.plan(november(22, 10))
    clock.set(november(22, 12))
    session = journal.courses.just_had()
    clock.set(november(23, 10))
    return session
