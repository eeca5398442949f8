"""Finding one's own words on the Write page: as one types, by kind, by session, by day."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDateEdit, QLabel, QLineEdit, QListView

from kat_journal.domain.form import Kind
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.write import build
from kat_journal.gui.write.model import ROW
from tests.gui.share.seeding import PRIVATE, SHARED
from tests.helpers.long_journal import fill


def shown(page):
    model = page.findChild(QListView, "write-list").model()
    return [model.index(place).data(ROW) for place in range(model.rowCount())]


def words(page):
    return [row.words for row in shown(page)]


def line(page):
    return page.findChild(QLineEdit, "find-words")


def press(page, qtbot, name):
    qtbot.mouseClick(page.findChild(QAbstractButton, name), Qt.MouseButton.LeftButton)


def say(page):
    return page.findChild(QLabel, "write-empty").text()


def test_what_is_typed_is_found_letter_by_letter(page, qtbot):
    qtbot.keyClicks(line(page), "coat s")

    (row,) = shown(page)
    assert row.words == SHARED
    assert [row.words[start:end] for start, end in row.marks] == ["coat", "stood"]


def test_private_words_are_found_too_for_they_are_ones_own(page, qtbot):
    qtbot.keyClicks(line(page), "sentinel")

    assert words(page) == [PRIVATE]


def test_nothing_found_says_so_and_escape_shows_everything_again(page, qtbot):
    everything = words(page)
    qtbot.keyClicks(line(page), "zebra")
    assert shown(page) == []
    assert say(page).startswith("Nothing here holds all of these words.")
    assert line(page).isVisible()

    qtbot.keyClick(line(page), Qt.Key.Key_Escape)
    assert words(page) == everything
    assert line(page).text() == ""


def test_down_leads_into_the_list_and_not_away_where_there_is_none(page, qtbot):
    line(page).setFocus()
    qtbot.keyClick(line(page), Qt.Key.Key_Down)
    assert page.focusWidget() is page.findChild(QListView, "write-list")

    line(page).setFocus()
    qtbot.keyClicks(line(page), "zebra")
    qtbot.keyClick(line(page), Qt.Key.Key_Down)
    assert page.focusWidget() is line(page)


def test_an_empty_journal_has_nothing_to_look_through(qtbot, context):
    view = build(Place(PageName.WRITE), context, None)
    qtbot.addWidget(view)
    view.show()

    assert not line(view).isVisible()
    assert say(view).startswith("Nothing is written yet.")


def test_the_ways_to_narrow_down_are_folded_until_they_are_wanted(page, qtbot):
    kind = page.findChild(QAbstractButton, "find-kinds-pages")
    assert not kind.isVisible()

    press(page, qtbot, "narrow-down")
    assert kind.isVisible()

    press(page, qtbot, "narrow-down")
    assert not kind.isVisible()


def test_kinds_narrow_it_down_and_can_be_taken_back(page, qtbot):
    everything = words(page)
    press(page, qtbot, "narrow-down")
    press(page, qtbot, "find-kinds-reflections")
    press(page, qtbot, "find-kinds-check-ins")
    assert {row.kind for row in shown(page)} == {Kind.REFLECTION, Kind.CHECK_IN}

    press(page, qtbot, "find-kinds-reflections")
    press(page, qtbot, "find-kinds-check-ins")
    assert words(page) == everything


def test_only_what_may_be_shared_can_be_shown(page, qtbot):
    press(page, qtbot, "narrow-down")
    press(page, qtbot, "find-marks-share")

    assert shown(page)
    assert all(row.shared for row in shown(page))


def test_a_session_is_chosen_by_its_number_and_day(page, qtbot):
    chooser = page.findChild(QComboBox, "find-session")
    press(page, qtbot, "narrow-down")
    assert [chooser.itemText(place) for place in range(chooser.count())] == [
        "Any session, or none",
        "first session, 22 Nov 2026",
    ]

    chooser.setCurrentIndex(1)
    assert {row.session_number for row in shown(page)} == {1}


def test_a_day_ends_the_list_and_days_with_words_stand_out(page, qtbot):
    press(page, qtbot, "narrow-down")
    day = page.findChild(QDateEdit, "find-day")
    assert not day.isVisible()
    assert day.calendarWidget().dateTextFormat(QDate(2026, 11, 22)).fontUnderline()
    assert not day.calendarWidget().dateTextFormat(QDate(2026, 11, 1)).fontUnderline()

    press(page, qtbot, "find-time-until")
    assert day.isVisible()
    day.setDate(QDate(2026, 11, 22))
    assert {row.day for row in shown(page)} == {date(2026, 11, 22)}


def test_words_and_places_work_together_and_one_press_shows_everything(page, qtbot):
    everything = words(page)
    press(page, qtbot, "narrow-down")
    press(page, qtbot, "find-kinds-reflections")
    qtbot.keyClicks(line(page), "of")
    assert words(page) == [PRIVATE]

    press(page, qtbot, "show-everything")
    assert words(page) == everything
    assert not page.findChild(QAbstractButton, "show-everything").isVisible()


def test_a_page_can_go_to_the_bin_from_what_was_found(page, qtbot):
    qtbot.keyClicks(line(page), "coat s")
    press(page, qtbot, "move-to-bin")
    assert shown(page) == []

    press(page, qtbot, "undo")
    assert words(page) == [SHARED]


@pytest.fixture
def years(qtbot, context, journal):
    fill(journal, years=5)
    view = build(Place(PageName.WRITE), context, None)
    qtbot.addWidget(view)
    view.resize(1000, 800)
    view.show()
    return view


def test_in_five_years_the_newest_places_are_shown_and_it_says_that_there_are_more(years, qtbot):
    qtbot.keyClicks(line(years), "river")

    assert len(shown(years)) <= 300
    assert shown(years)[0].day >= shown(years)[-1].day
    assert "300" in years.findChild(QLabel, "write-notice-text").text()


def test_a_narrowed_list_grows_while_one_scrolls(years, qtbot):
    press(years, qtbot, "narrow-down")
    press(years, qtbot, "find-kinds-check-ins")
    model = years.findChild(QListView, "write-list").model()
    before = model.rowCount()

    model.fetchMore(model.index(-1, -1))

    assert model.rowCount() > before
    assert {row.kind for row in shown(years)} == {Kind.CHECK_IN}
