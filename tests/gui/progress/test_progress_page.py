"""Progress: charts beside the same numbers as tables, and only what the person wants to see."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kat_journal.gui.navigation import PageName, Place
from kat_journal.gui.widgets.chart import Chart
from tests.helpers.clock import november


def test_an_empty_journal_says_what_will_stand_here_and_offers_to_begin(show, context):
    moves = []
    context.navigator.moved.connect(moves.append)
    seen = show()

    assert "Nothing to show yet" in seen.find("nothing").text()
    assert not seen.sees("span-course")
    assert seen.page.focusWidget().objectName() == "note-numbers"

    seen.press("note-numbers")
    assert moves == [Place(PageName.RUNNER, form_id="core:ratings.day")]
    assert seen.page.place() == Place(PageName.PROGRESS)


def test_each_rating_has_a_chart_and_the_same_answers_as_a_table_newest_first(show, told):
    seen = show()

    assert seen.buttons("seen") == {"Mood": True, "Worry or anxiety": True}
    assert seen.rows("series-0-table") == [
        ["20 Nov 2026", "10, As good as I can imagine", "2, 4 days"],
        ["10 Nov 2026", "Skipped", "1, 8 days"],
        ["4 Nov 2026", "3", "1, 2 days"],
    ]
    plot = seen.find("series-0-chart", Chart)._plot
    assert [(dot.value, dot.joined) for dot in plot.dots] == [(3, False), (None, False), (10, False)]
    assert plot.said(0) == "4 Nov 2026, 2 days after session 1: 3 of 10"


def test_a_chart_says_all_of_itself_its_ends_its_places_and_its_sessions(show, told):
    about = show().find("series-0-chart").accessibleDescription()

    assert "0  As low as I can imagine" in about
    assert "10  As good as I can imagine" in about
    assert "3 places, from 4 November 2026 to 20 November 2026" in about
    assert "session 1 on 2 Nov; session 2 on 16 Nov" in about


def test_many_sessions_are_said_as_first_and_last(show, journal, answer):
    for weeks in range(20):
        planned = journal.courses.plan(november(16, 10) - timedelta(weeks=weeks))
        journal.courses.hold(planned.id)
    answer("ratings.day", november(20), mood=4.0)

    seen = show()
    seen.press("span-year")

    assert "sessions 1 to 20" in seen.find("series-0-chart").accessibleDescription()


def test_a_place_that_is_gone_to_is_said_under_the_chart_and_marked_in_the_table(show, told):
    seen = show()
    seen.find("series-0-chart").setFocus()
    assert seen.find("series-0-said").text() == (
        "20 Nov 2026, 4 days after session 2: 10 of 10, As good as I can imagine"
    )
    assert seen.find("series-0-table").currentIndex().row() == 0

    QTest.keyClick(seen.find("series-0-chart"), Qt.Key.Key_Home)

    assert seen.find("series-0-said").text() == "4 Nov 2026, 2 days after session 1: 3 of 10"
    assert seen.find("series-0-table").currentIndex().row() == 2


def test_a_row_that_is_gone_to_is_marked_in_the_chart(show, told):
    seen = show()
    table = seen.find("series-0-table")
    table.setFocus()
    table.setCurrentIndex(table.model().index(1, 0))

    assert seen.find("series-0-chart", Chart).current == 1
    assert seen.find("series-0-said").text() == "10 Nov 2026, 8 days after session 1: Skipped"


def test_side_effects_stand_by_session_and_blank_is_never_zero(show, told):
    seen = show()
    table = seen.find("effects-table").model()
    names = [table.headerData(row, Qt.Orientation.Vertical) for row in range(table.rowCount())]
    spoken = [
        [table.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in range(2)]
        for row in range(table.rowCount())
    ]

    assert [table.headerData(column, Qt.Orientation.Horizontal) for column in range(2)] == ["1: 2 Nov", "2: 16 Nov"]
    cells = dict(zip(names, seen.rows("effects-table"), strict=True))
    assert cells["Feeling sick"] == ["●●●", "●"]
    assert cells["Dizzy or light-headed"] == ["○", "–"]
    assert cells["Worn out"] == ["?", ""]
    said = dict(zip(names, spoken, strict=True))
    assert said["Feeling sick"] == ["3, Hard", "1, A little"]
    assert said["Dizzy or light-headed"] == ["0, Not at all", "Skipped"]
    assert said["Worn out"] == ["Noticed, not rated", "Not asked"]


def test_the_side_effect_that_was_there_most_often_is_shown_over_time_until_another_is_chosen(show, told, journal):
    seen = show()
    assert seen.buttons("effect") == {"Feeling sick": True, "Worn out": False, "Chest pain or trouble breathing": False}
    assert [row[1] for row in seen.rows("effect-series-table")] == ["1, A little", "Nothing written", "3, Hard"]

    seen.find("effect-2").setFocus()
    seen.press("effect-2")

    assert [row[1] for row in seen.rows("effect-series-table")] == ["2, Noticeable"]
    assert seen.page.focusWidget().objectName() == "effect-2"
    assert show().buttons("effect")["Chest pain or trouble breathing"]


def test_what_was_switched_off_stays_off(show, told):
    seen = show()
    assert seen.sees("series-1-chart")

    seen.find("seen-0").setFocus()
    seen.press("seen-0")

    assert not seen.sees("series-0-chart")
    assert seen.sees("series-1-chart")
    assert seen.page.focusWidget().objectName() == "seen-0"
    again = show()
    assert again.buttons("seen") == {"Mood": False, "Worry or anxiety": True}
    again.press("seen-0")
    assert again.sees("series-0-chart")


def test_hidden_numbers_are_nowhere_on_the_page_and_words_and_shapes_stay(show, told):
    seen = show()
    dots = seen.find("series-0-chart", Chart)._plot.dots

    seen.press("hide-numbers")

    chart = seen.find("series-0-chart", Chart)
    assert [dot.value for dot in chart._plot.dots] == [dot.value for dot in dots]
    assert (chart._plot.low_words, chart._plot.high_words) == ("As low as I can imagine", "As good as I can imagine")
    assert [row[1] for row in seen.rows("series-0-table")] == ["As good as I can imagine", "Skipped", "Answered"]
    assert not any(" of 10" in chart._plot.said(place) for place in range(len(chart._plot.dots)))
    assert [row[1] for row in seen.rows("effect-series-table")] == ["A little", "Nothing written", "Hard"]
    assert show().rows("series-0-table")[2][1] == "Answered"


def test_how_far_back_is_chosen_and_remembered(show, told, answer):
    answer("ratings.day", november(1) - timedelta(days=300), mood=5.0)
    seen = show()
    assert len(seen.rows("series-0-table")) == 3
    seen.find("span-year").setFocus()

    seen.press("span-year")

    assert len(seen.rows("series-0-table")) == 4
    assert seen.page.focusWidget().objectName() == "span-year"
    assert show().buttons("span")["A year"]


def test_a_time_without_numbers_says_so_and_leaves_the_way_to_a_longer_one(show, answer):
    answer("ratings.day", november(1) - timedelta(days=300), mood=5.0)
    seen = show()
    assert "no numbers in this time" in seen.find("nothing").text()
    assert not seen.sees("note-numbers")

    seen.press("span-everything")

    assert not seen.sees("nothing")
    assert seen.sees("series-0-chart")
    assert not seen.sees("seen")  # there is nothing to choose from


def test_sensitive_questions_are_shown_on_request_and_only_until_the_page_is_left(show, told, answer, journal, library):
    form = library.form("core:check-in.week")
    guarded = next(item for item in form.questions() if item.guarded and item.type == "symptom")
    session = told[0]
    answer("check-in.week", session.end + timedelta(days=6), session, **{guarded.id.replace("-", "_"): 2.0})
    seen = show()
    assert guarded.name not in seen.buttons("effect")

    seen.press("show-guarded")

    assert guarded.name in seen.buttons("effect")
    place = list(seen.buttons("effect")).index(guarded.name)
    seen.press(f"effect-{place}")
    assert seen.rows("effect-series-table")[0][1].startswith("2")
    assert guarded.id not in journal.settings.get("progress.effect")
    assert guarded.name not in show().buttons("effect")


def test_a_score_says_what_it_rests_on(show, answer, library):
    rows = [item_id.replace("-", "_") for item_id in library.form("core:phq-9").scores[0].items]
    whole = dict.fromkeys(rows, 1.0)
    answer("phq-9", november(5), **whole)
    answer("phq-9", november(19), **{name: 1.0 for name in rows if name != "sleep"})
    answer("phq-9", november(21), interest=1.0)
    seen = show()

    assert [row[1] for row in seen.rows("series-0-table")] == [
        "No score: 1 of 9 rows answered", "9, estimated from 8 of 9 rows", "9",
    ]  # fmt: skip
    plot = seen.find("series-0-chart", Chart)._plot
    assert [dot.hollow for dot in plot.dots] == [False, True, False]
    assert (plot.low_words, plot.high_words) == ("0  lowest possible", "27  highest possible")

    seen.press("hide-numbers")
    assert [row[1] for row in seen.rows("series-0-table")] == [
        "No score: too few rows answered", "Answered, partly estimated", "Answered",
    ]  # fmt: skip


def test_no_word_says_where_the_numbers_go(show, told):
    said = " ".join(show().words()).lower()

    assert "mood" in said  # it was read at all
    for word in ("better", "worse", "improv", "trend", "average", "mild", "severe", "goal"):
        assert word not in said


def test_charts_stand_beside_their_tables_where_there_is_room(show, told):
    wide = show()
    assert wide.find("series-0-chart").y() == wide.find("series-0-table").y()

    narrow = show((700, 900))
    assert narrow.find("series-0-chart").y() < narrow.find("series-0-table").y()


def test_a_long_time_gets_the_whole_width(show, told):
    seen = show()
    seen.press("span-year")
    QApplication.processEvents()

    assert seen.find("series-0-chart").y() < seen.find("series-0-table").y()


@pytest.mark.parametrize("at", ["the start", "a choice"])
def test_trouble_is_said_in_the_page(show, told, vault, at):
    if at == "the start":
        vault.close()
    seen = show()
    if at == "a choice":
        vault.close()
        seen.press("hide-numbers")

    assert seen.find("progress-notice").text() != ""


def test_choosing_before_anything_was_read_does_nothing(show, vault):
    vault.close()
    seen = show()

    seen.page.controls.span_chosen.emit("year")
    seen.page.controls.seen_toggled.emit(0)
    seen.page.controls.numbers_hidden.emit(True)
    seen.page.controls.guarded_shown.emit(True)
    seen.page.effect_chosen.emit(0)

    assert not seen.sees("series-0")


def test_a_span_with_other_questions_offers_those(show, told, answer, library):
    rows = [item_id.replace("-", "_") for item_id in library.form("core:gad-7").scores[0].items]
    answer("gad-7", november(1) - timedelta(days=200), **dict.fromkeys(rows, 1.0))
    seen = show()
    assert list(seen.buttons("seen")) == ["Mood", "Worry or anxiety"]

    seen.press("span-year")

    assert seen.buttons("seen") == {"Mood": True, "Worry or anxiety": True, "GAD-7": True}
