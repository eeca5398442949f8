"""Which days the summary covers, and how a person gets to others."""

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDateEdit, QLabel, QWidget

from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.share import build
from tests.gui.share.seeding import PRIVATE, SHARED
from tests.helpers.long_journal import fill


@pytest.fixture
def covers(page):
    def read():
        return page.findChild(QLabel, "share-covers").text()

    return read


@pytest.fixture
def press(page, qtbot):
    def press(name):
        page.findChild(QAbstractButton, name).click()
        qtbot.waitUntil(lambda: page.ticks.is_ready)

    return press


def test_the_usual_days_need_no_click_and_the_others_are_folded_away(page, covers):
    assert covers().startswith("Since 30 October.")
    assert not page.period.isVisible()
    assert page.findChild(QAbstractButton, "period-since").isChecked()


def test_one_link_unfolds_the_other_days_and_leads_the_keyboard_to_them(page, press):
    press("other-days")

    assert page.period.isVisible()
    assert page.focusWidget().objectName() == "period-since"
    assert not page.findChild(QAbstractButton, "other-days").isVisible()


def test_since_the_last_summary_is_offered_only_after_one(page, press, covers, dialogs, tmp_path):
    press("other-days")
    assert not page.findChild(QAbstractButton, "period-summary").isVisible()

    dialogs.answer(tmp_path / "one.md")
    press("save-summary")
    press("period-everything")
    assert page.findChild(QAbstractButton, "period-summary").isVisible()

    press("period-summary")
    assert covers().startswith("Since the last summary, on 23 November.")


def test_one_session_is_chosen_from_those_that_took_place_newest_first(page, press, covers, context, tick):
    context.journal.courses.just_had()
    press("other-days")
    press("period-session")
    sessions = page.findChild(QComboBox, "session-choice")

    offered = [sessions.itemText(place) for place in range(sessions.count())]
    assert offered == ["23 Nov 2026, session 2", "22 Nov 2026, session 1"]
    assert covers().startswith("The session of 22 November.")  # the newest when the page was read

    sessions.activated.emit(0)
    assert covers().startswith("The session of 23 November.")

    sessions.activated.emit(1)
    assert tick("The coat stood")


def test_another_session_has_its_own_words(qtbot, context):
    fill(context.journal, years=0.2)
    view = build(Place(PageName.SHARE), context, None)
    qtbot.addWidget(view)
    view.findChild(QAbstractButton, "period-session").click()
    sessions = view.findChild(QComboBox, "session-choice")
    assert sessions.count() > 5

    sessions.setCurrentIndex(2)
    sessions.activated.emit(2)
    qtbot.waitUntil(lambda: view.ticks.is_ready)

    week = sessions.count() - 2
    words = " ".join(one.accessibleName() for one in view.ticks.findChildren(QAbstractButton))
    assert f"The river, week {week}." in words
    assert f"The river, week {week + 1}." not in words
    assert sessions.currentIndex() == 2


def test_everything_is_every_day_that_anything_was_written_on(page, press, covers):
    press("period-everything")

    assert covers().startswith("Everything, from 22 November to 23 November.")


def test_a_range_typed_the_wrong_way_round_is_taken_the_right_way(page, press, covers):
    press("period-range")
    page.findChild(QDateEdit, "from-date").setDate(QDate(2026, 11, 23))
    page.findChild(QDateEdit, "to-date").setDate(QDate(2026, 11, 1))

    assert covers().startswith("From 1 November to 23 November.")
    assert page.findChild(QDateEdit, "from-date").date() == QDate(2026, 11, 1)
    assert page.findChild(QDateEdit, "to-date").date() == QDate(2026, 11, 23)


def test_a_range_can_be_typed_by_keyboard_alone(page, press, covers, qtbot):
    press("other-days")
    button = page.findChild(QAbstractButton, "period-range")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    field = page.findChild(QDateEdit, "from-date")
    assert page.focusWidget() is field

    qtbot.keyClick(field, Qt.Key.Key_Up)

    assert covers().startswith("From 31 October to 23 November.")


def test_back_to_the_usual_days(page, press, covers):
    press("period-range")
    press("period-since")

    assert covers().startswith("Since 30 October.")
    assert not page.findChild(QWidget, "from-date").isVisible()


def test_the_file_covers_the_days_that_are_chosen(page, press, file_text):
    press("period-session")

    assert SHARED in file_text()
    assert PRIVATE not in file_text()
    assert "2026-11-22 to 2026-11-23" in file_text()
