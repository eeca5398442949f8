from datetime import timedelta

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from kat_journal.domain.response import NOTICED, Answer
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.progress import build
from tests.helpers.clock import november


@pytest.fixture(autouse=True)
def british(qapp):
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


class Seen:
    """The page, and what a person sees and does on it."""

    def __init__(self, page):
        self.page = page

    def find(self, name, kind=QWidget):
        return next(found for found in self.page.findChildren(kind, name) if found.isVisibleTo(self.page))

    def sees(self, name):
        return any(found.isVisibleTo(self.page) for found in self.page.findChildren(QWidget, name))

    def press(self, name):
        self.find(name, QAbstractButton).click()
        QApplication.processEvents()

    def buttons(self, name):
        """The words of a row of buttons, and whether each is chosen."""
        return {one.text(): one.isChecked() for one in self.find(name).findChildren(QAbstractButton)}

    def rows(self, name):
        model = self.find(name).model()
        return [
            [model.index(row, column).data() for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def words(self):
        return [label.text() for label in self.page.findChildren(QLabel) if label.isVisibleTo(self.page)]


@pytest.fixture
def show(qtbot, context):
    def show(size=(1180, 900), surroundings=context):
        page = build(Place(PageName.PROGRESS), surroundings, None)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.start_focus()
        QApplication.processEvents()
        return Seen(page)

    return show


@pytest.fixture
def hold(journal):
    """A session that took place at ten in the morning of a day of November."""

    def hold(day):
        return journal.courses.hold(journal.courses.plan(november(day, 10)).id)

    return hold


@pytest.fixture
def answer(journal, clock):
    """Answers to a form: numbers by item id; ``None`` is skipped, ``...`` is noticed and not rated."""

    def answer(form, when, session=None, **given):
        now = clock.now()
        clock.set(when)
        begin = journal.responses.begin if session else journal.responses.new
        draft = begin(f"core:{form}", session_id=session.id if session else None).draft
        for item_id, number in given.items():
            options = (NOTICED,) if number is ... else ()
            kept = number if isinstance(number, float) else None
            journal.responses.save(
                draft, Answer(item_id.replace("_", "-"), number=kept, options=options, skipped=number is None)
            )
        clock.set(now)

    return answer


@pytest.fixture
def told(hold, answer):
    """Two sessions with check-ins, and numbers of three days."""
    sessions = [hold(day) for day in (2, 16)]
    answer("check-in.next-day", sessions[0].end + timedelta(hours=20), sessions[0], nausea=3.0, dizzy=0.0, tired=...)
    answer("check-in.next-day", sessions[1].end + timedelta(hours=20), sessions[1], nausea=1.0, dizzy=None, chest=2.0)
    for day, mood, anxiety in ((4, 3.0, 6.0), (10, None, 5.0), (20, 10.0, 4.0)):
        answer("ratings.day", november(day, 18), mood=mood, anxiety=anxiety)
    return sessions
