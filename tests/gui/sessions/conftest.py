"""Both pages of sessions, shown over a real journal."""

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from kat_journal.gui import sessions
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.sessions import one


@pytest.fixture(autouse=True)
def british(qapp):
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def moves(context):
    places = []
    context.navigator.moved.connect(places.append)
    return places


@pytest.fixture
def show(qtbot, context):
    """Sessions; or one session, where one is given."""

    def show(session=None, line=""):
        if session is None:
            page = sessions.build(Place(PageName.SESSIONS), context, None)
        else:
            page = one.build(Place(PageName.SESSION, session_id=session.id, line=line), context, None)
        qtbot.addWidget(page)
        page.resize(1180, 900)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.start_focus()
        QApplication.processEvents()
        return page

    return show
