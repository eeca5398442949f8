"""One session or five years of them: what is next and newest is in view, the rest is folded away by year."""

from itertools import chain, pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from kat_journal.domain.ids import SessionId
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.sessions.rows import SessionLine
from kat_journal.gui.sessions.session_list import SessionList, chunks
from tests.gui.sessions.looking import find, focused, press, words
from tests.helpers.long_journal import fill


def lines(number, first_year=2021):
    return [
        SessionLine(place, f"Session {place}", "Planned.", first_year + (number - place) // 52)
        for place in range(number)
    ]


@pytest.fixture
def five_years(journal):
    return fill(journal, 5, written=False)


def settle(page):
    while page._sessions.is_filling:
        QApplication.processEvents()
    QApplication.processEvents()


def opened_by(page):
    """The sessions that can be opened, by the object names of what opens them."""
    found = (button for button in page.findChildren(QAbstractButton) if button.isVisible())
    return [button.objectName() for button in found if button.objectName().startswith("open-session-")]


def unfold(page, name):
    press(page, name)
    settle(page)


def test_a_few_are_never_folded():
    assert chunks([]) == [[]]
    assert chunks(lines(10)) == [lines(10)]


def test_many_are_folded_by_year():
    parts = chunks(lines(260))

    assert list(chain.from_iterable(parts)) == lines(260)
    assert len(parts[0]) == 6
    assert all(len({line.year for line in part}) == 1 for part in parts[1:])
    assert all(one[-1].year != other[0].year for one, other in pairwise(parts[1:]))


def test_five_years_begin_with_what_is_next_and_what_was_last(show, five_years):
    page = show()
    settle(page)

    assert len(opened_by(page)) == 10
    assert words(find(page, "sessions-ahead"))[1] == "Your 252nd session"
    assert words(find(page, "sessions-earlier"))[1] == "Your 251st session"
    folds = [find(page, f"fold-earlier-{number}", QAbstractButton).text() for number in range(6)]
    assert folds == ["Show: Earlier in 2026", *(f"Show: {year}" for year in (2025, 2024, 2023, 2022, 2021))]
    assert find(page, "line-legend", QLabel).text() == "On the line, each stroke is a session. The bar is now."


def test_every_session_can_be_reached_a_year_at_a_time(show, five_years, moves):
    page = show()
    settle(page)
    seen = set(opened_by(page))
    for number in range(6):
        unfold(page, f"fold-earlier-{number}")
        assert len(opened_by(page)) <= 10 + 53
        seen |= set(opened_by(page))

    assert seen == {f"open-session-{session.id}" for session in five_years}
    press(page, f"open-session-{five_years[0].id}")
    assert moves == [Place(PageName.SESSION, session_id=five_years[0].id)]


def test_a_year_is_folded_again(show, five_years):
    page = show()
    settle(page)
    unfold(page, "fold-earlier-1")
    assert find(page, "fold-earlier-1", QAbstractButton).text() == "Hide: 2025"

    press(page, "fold-earlier-1")

    assert len(opened_by(page)) == 10
    assert find(page, "fold-earlier-1", QAbstractButton).text() == "Show: 2025"


def test_tab_leads_through_an_unfolded_year(show, five_years, qtbot):
    page = show()
    settle(page)
    unfold(page, "fold-earlier-5")
    find(page, "fold-earlier-5").setFocus()

    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)

    assert focused(page) == opened_by(page)[10]


def test_many_ahead_are_folded_too(show, journal):
    fill(journal, 0.1, ahead=30, written=False)
    page = show()
    settle(page)

    unfold(page, "fold-ahead-0")

    assert find(page, "fold-ahead-0", QAbstractButton).text() == "Hide: 2027"
    assert len(opened_by(page)) > 20


def test_one_year_pressed_after_the_other_leaves_only_the_last(qtbot):
    listed = SessionList()
    qtbot.addWidget(listed)
    listed.show()
    listed.show_sessions([], [*lines(260), SessionLine(SessionId(999), "A session", "Did not happen.", None)])
    QApplication.processEvents()

    for number in (0, 1, 5):
        find(listed, f"fold-earlier-{number}", QAbstractButton).click()
    while listed.is_filling:
        QApplication.processEvents()
    QApplication.processEvents()

    assert find(listed, "fold-earlier-5", QAbstractButton).text() == "Hide: Without a day"
    assert opened_by(listed)[-1] == "open-session-999"
    assert len(opened_by(listed)) == 7


def test_the_filling_helper_makes_a_journal_of_years(journal):
    sessions = fill(journal, 0.3)

    assert len(sessions) == 20
    assert journal.clock.now() == journal.clock.now()
    assert journal.written.newest()
    assert len(journal.courses.appointments()) == 5
