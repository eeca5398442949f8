"""Ticking, seeing, and what the preview promises."""

from datetime import timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDateEdit, QLabel, QLineEdit, QWidget

from kat_journal.domain.ids import FormId, ItemId
from kat_journal.domain.response import Answer, ShareMark
from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.share import build
from kat_journal.services.summaries import HEADING, NAME
from tests.gui.share.seeding import NOW, PRIVATE, SHARED


def test_what_is_marked_to_share_starts_ticked_and_the_rest_does_not(tick):
    assert tick("The coat stood").isChecked()
    assert not tick("Sentinel").isChecked()


def test_the_page_says_which_appointment_it_is_for(page):
    assert page.findChild(QLabel, "share-heading").text() == "For Friday’s appointment"


def test_the_plain_view_is_the_file_to_the_last_character(page, file_text):
    assert file_text() == page.preview.composed.data.decode()


def test_unticking_takes_the_words_out_of_the_file(tick, file_text):
    assert SHARED in file_text()

    tick("The coat stood").click()

    assert SHARED not in file_text()


def test_private_words_are_nowhere_in_the_file_until_they_are_ticked(tick, file_text):
    assert PRIVATE not in file_text()

    tick("Sentinel").click()

    assert PRIVATE in file_text()


def test_with_nothing_ticked_there_is_no_file_and_saving_says_so(page, tick, dialogs):
    for one in page.findChildren(QAbstractButton):
        if one.objectName().startswith("share-tick-") and one.isChecked():
            one.click()

    page.findChild(QAbstractButton, "save-summary").click()

    assert page.preview.composed is None
    assert dialogs.asked == []
    assert "Nothing is chosen" in page.findChild(QLabel, "share-notice-text").text()


def test_the_keyboard_alone_ticks_moves_and_ticks_everything_unguarded(page, qtbot):
    first, second = (page.findChild(QAbstractButton, f"share-tick-{n}") for n in (0, 1))
    first.setFocus()

    qtbot.keyClick(first, Qt.Key.Key_Space)
    qtbot.keyClick(first, Qt.Key.Key_Down)

    assert not first.isChecked()
    assert page.focusWidget() is second

    qtbot.keyClick(second, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    ticks = [one for one in page.findChildren(QAbstractButton) if one.objectName().startswith("share-tick-")]
    assert all(one.isChecked() for one in ticks)


def test_one_button_ticks_or_clears_a_group(page, tick, file_text):
    page.findChild(QAbstractButton, "group-2-none").click()
    assert not tick("The coat stood").isChecked()

    page.findChild(QAbstractButton, "group-2-all").click()
    assert tick("Sentinel").isChecked()
    assert PRIVATE in file_text()


def test_a_range_of_days_shows_what_was_written_in_them(page, qtbot):
    page.findChild(QAbstractButton, "period-range").click()
    page.findChild(QDateEdit, "to-date").setDate(QDate(2026, 10, 31))

    assert page.findChild(QWidget, "nothing-here").text().startswith("Nothing was written")
    assert "From 30 October to 31 October." in page.findChild(QLabel, "share-covers").text()


def test_ticks_of_this_visit_outlast_a_change_of_days(page, tick):
    tick("Sentinel").click()

    page.findChild(QAbstractButton, "period-range").click()

    assert tick("Sentinel").isChecked()


def test_the_name_stands_at_the_top_and_is_kept(page, file_text, context, qtbot):
    field = page.findChild(QLineEdit, "share-name")
    qtbot.keyClicks(field, "Jo March")
    assert "J. M." in file_text()

    page.findChild(QAbstractButton, "heading-name").click()

    assert "Jo March" in file_text()
    assert context.journal.settings.get(NAME) == "Jo March"
    assert context.journal.settings.get(HEADING) == "name"

    page.findChild(QAbstractButton, "heading-nothing").click()

    assert "Jo March" not in file_text()
    assert field.isHidden()


def test_the_length_is_said_in_words(page):
    words = page.preview.composed.words

    assert page.findChild(QLabel, "word-count").text() == f"About {words} words."
    assert page.findChild(QLabel, "long").isHidden()


def test_with_little_room_one_pane_is_shown_at_a_time(page, qtbot):
    page.resize(560, 600)
    qtbot.waitUntil(lambda: not page.preview.isVisible())

    page.findChild(QAbstractButton, "tab-preview").click()

    assert page.preview.isVisible()
    assert not page.ticks.isVisible()


def test_asking_for_the_plain_text_turns_to_it_where_there_is_little_room(page, qtbot, file_text):
    page.resize(560, 600)
    qtbot.waitUntil(lambda: not page.preview.isVisible())

    file_text()

    assert page.preview.isVisible()


def test_the_rendered_page_follows_another_text_size(page, theme):
    before = page.preview.document().defaultFont().pixelSize()

    theme.apply("light", 200)

    assert page.preview.document().defaultFont().pixelSize() == 2 * before


def test_the_place_is_this_page(page):
    assert page.place().name is PageName.SHARE


def stand_well(page):
    ticks = [page.findChild(QAbstractButton, f"share-tick-{n}") for n in range(5)]
    return (
        all(one.height() >= one.heightForWidth(one.width()) for one in ticks)
        and all(above.geometry().bottom() < below.y() for above, below in pairwise(ticks))
        and page.ticks.height() >= ticks[-1].geometry().bottom()
    )


def test_no_tick_is_cut_off_or_covers_another_at_any_width_and_size(page, theme, qtbot):
    for width, scale in ((1000, 100), (820, 100), (820, 200), (560, 100)):
        theme.apply("light", scale)
        page.resize(width, 600)
        QApplication.processEvents()
        qtbot.waitUntil(lambda: page.ticks.is_ready)
        qtbot.waitUntil(lambda: stand_well(page))


def test_a_long_summary_is_gently_called_long(page, tick, context, qtbot):
    opened = context.journal.responses.new(FormId("core:free-page"))
    words = Answer(ItemId("words"), text="river " * 950, share=ShareMark.SHARE)
    context.journal.responses.save(opened.draft, words)

    page.findChild(QAbstractButton, "period-range").click()
    assert tick("river").isChecked()

    assert not page.findChild(QLabel, "long").isHidden()

    page.findChild(QAbstractButton, "period-since").click()
    assert page.findChild(QLabel, "share-covers").text().startswith("Since 30 October.")


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "For today’s appointment"), (4, "For Friday’s appointment"), (20, "For the appointment on 13 December")],
)
def test_the_page_names_the_day_of_the_next_appointment(qtbot, context, clock, days, words):
    clock.set(NOW)
    context.journal.courses.add_appointment(NOW + timedelta(days=days))
    view = build(Place(PageName.SHARE), context, None)
    qtbot.addWidget(view)

    assert view.findChild(QLabel, "share-heading").text() == words


def test_without_an_appointment_it_is_a_summary_to_share(qtbot, context):
    view = build(Place(PageName.SHARE), context, None)
    qtbot.addWidget(view)
    view.start_focus()

    assert view.findChild(QLabel, "share-heading").text() == "A summary to share"
    assert view.preview.composed is None


def test_a_tick_says_of_which_group_it_is_and_ends_no_sentence_twice(page):
    ticks = [one for one in page.findChildren(QAbstractButton) if one.objectName().startswith("share-tick-")]

    assert all(one.accessibleDescription() for one in ticks)
    assert not any("?." in one.accessibleName() for one in ticks)


def test_only_what_is_ticked_can_be_listed(page, tick, qtbot):
    only = page.findChild(QAbstractButton, "only-ticked")
    shared, private = tick("The coat stood"), tick("Sentinel")
    only.click()
    qtbot.waitUntil(lambda: page.ticks.is_ready)
    assert shared.isVisible()
    assert not private.isVisible()

    shared.click()
    assert shared.isVisible(), "it does not go from under the finger"

    only.click()
    qtbot.waitUntil(lambda: page.ticks.is_ready)
    assert private.isVisible()
    assert not private.geometry().intersects(shared.geometry())


def test_with_little_room_only_the_page_scrolls(page, qtbot):
    page.resize(480, 800)
    qtbot.waitUntil(lambda: page.ticks.is_ready)
    pane = page.ticks.parentWidget().parentWidget()

    qtbot.waitUntil(lambda: pane.verticalScrollBar().maximum() == 0)
    page.resize(1000, 500)
    qtbot.waitUntil(lambda: pane.minimumHeight() == 0)
