"""Charts: every place reached by keys and said, no number made up, time to scale, and long times scrolled."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from kat_journal.gui.theme import LookChoice
from kat_journal.gui.widgets import roles
from kat_journal.gui.widgets.chart import Chart
from kat_journal.gui.widgets.plot import Dot, Label, Places, Plot

DAYS = st.lists(st.floats(0, 400, allow_nan=False), max_size=40)


def plot(*values, days=20, marks=(), ticks=(), **ends):
    """One dot a day, from the first day on."""
    dots = [Dot(day + 0.5, value) for day, value in enumerate(values)]
    words = {"low_words": "none", "high_words": "most"} | ends

    def said(place):
        return f"day {place}: {values[place]}"

    return Plot(days, 0, 10, **words, dots=tuple(dots), marks=tuple(marks), ticks=tuple(ticks), said=said)


@pytest.fixture
def chart(shown, qtbot):
    chart = shown(Chart("a-chart", "Mood"), 420, 300)
    qtbot.waitUntil(chart.isActiveWindow)
    chart.clearFocus()
    chart.show_plot(plot(2, None, 5), "Three places")
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    return chart


@pytest.fixture
def went(chart):
    places = []
    chart.pointed.connect(places.append)
    return places


def press(chart, *keys):
    for key in keys:
        QTest.keyClick(chart, getattr(Qt.Key, f"Key_{key}"))


def test_a_screen_reader_is_told_what_it_is_and_all_of_it(chart):
    roles.install()
    spoken = QAccessible.queryAccessibleInterface(chart)

    assert spoken.role() == QAccessible.Role.Chart
    assert spoken.text(QAccessible.Text.Name) == "Mood"
    assert spoken.text(QAccessible.Text.Description) == "Three places"


def test_the_focus_begins_at_the_newest_place_and_the_keys_reach_every_other(chart, went):
    assert chart.current == 2

    press(chart, "Left", "Left", "Left", "Right", "End", "Home", "Right")

    assert went == [1, 0, 0, 1, 2, 0, 1]


def test_coming_back_returns_to_the_place_that_was_left(chart, qtbot):
    press(chart, "Home")
    chart.clearFocus()

    chart.setFocus(Qt.FocusReason.TabFocusReason)

    assert chart.current == 0


def test_up_down_and_letters_are_left_to_the_page(shown, qtbot):
    class Outer(QWidget):
        def keyPressEvent(self, event):
            self.keys = [*getattr(self, "keys", []), event.key()]

    outer = Outer()
    chart = Chart("a-chart", "Mood", outer)
    chart.show_plot(plot(1, 2), "")
    shown(outer)
    chart.setFocus()

    press(chart, "Up", "Down", "A", "Left")

    assert outer.keys == [Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_A]


def test_tab_leaves_it(shown, qtbot):
    outer = QWidget()
    column = QVBoxLayout(outer)
    chart, after = Chart("a-chart", "Mood"), QLineEdit()
    column.addWidget(chart)
    column.addWidget(after)
    shown(outer)
    chart.show_plot(plot(1), "")
    chart.setFocus()

    QTest.keyClick(chart, Qt.Key.Key_Tab)

    assert QApplication.focusWidget() is after


def test_an_empty_chart_has_no_place_to_go_to(shown, qtbot):
    chart = shown(Chart("a-chart", "Mood"), 420, 300)
    before = chart.grab().toImage()
    chart.setFocus()
    press(chart, "Left", "End")
    QTest.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    chart.show_plot(plot(), "")
    QTest.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    press(chart, "Left")

    assert chart.current == -1
    assert chart.grab().toImage() != before  # the scale is there all the same


def test_a_click_goes_to_the_nearest_place(chart, went):
    for x, place in ((0, 0), (400, 2)):
        QTest.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 100))
        assert went[-1] == place


def test_a_place_without_a_number_is_drawn_under_the_plot_and_not_as_zero(chart, theme):
    image = chart.grab().toImage()
    places = chart._seen()
    zero, dash = (QPoint(round(places.x(1.5)), round(y)) for y in (places.y(0) - 3, places.dashes))
    edge = chart.viewport().pos()

    assert image.pixelColor(dash + edge) == theme.colour("muted")
    assert image.pixelColor(zero + edge) == theme.colour("surface")


def test_a_line_is_drawn_only_where_a_dot_is_joined(shown, theme):
    def middle(joined):
        chart = shown(Chart("a-chart", "Mood"), 420, 300)
        dots = (Dot(0, 4.5), Dot(20, 4.5, joined=joined))
        chart.show_plot(Plot(20, 0, 9, "", "", dots), "")
        places = chart._seen()
        at = QPoint(round(places.x(10)), round(places.y(4.5))) + chart.viewport().pos()
        return chart.grab().toImage().pixelColor(at)

    assert middle(joined=True) != theme.colour("surface")
    assert middle(joined=False) == theme.colour("surface")


def test_an_estimate_is_hollow(shown, theme):
    def inside(hollow):
        chart = shown(Chart("a-chart", "Mood"), 420, 300)
        chart.show_plot(Plot(20, 0, 9, "", "", (Dot(10, 4.5, hollow=hollow),)), "")
        places = chart._seen()
        return (
            chart.grab()
            .toImage()
            .pixelColor(QPoint(round(places.x(10)), round(places.y(4.5))) + chart.viewport().pos())
        )

    assert inside(hollow=False) == theme.colour("accent")
    assert inside(hollow=True) == theme.colour("surface")


def test_a_long_time_begins_at_its_newest_end_and_the_keys_scroll_to_the_oldest(shown):
    chart = shown(Chart("a-chart", "Mood"), 420, 300)
    chart.show_plot(plot(*([5] * 700), days=700), "")
    bar = chart.horizontalScrollBar()
    assert bar.value() == bar.maximum() > 0

    chart.setFocus()
    press(chart, "Home")
    assert bar.value() == 0

    chart.resize(300, 300)
    assert bar.value() == 0


def test_a_chart_that_nobody_went_into_stays_at_its_newest_end_in_a_window_of_another_size(shown):
    chart = shown(Chart("a-chart", "Mood"), 420, 300)
    chart.show_plot(plot(5, days=700), "")
    for width in (300, 500):
        chart.resize(width, 300)
        assert chart.horizontalScrollBar().value() == chart.horizontalScrollBar().maximum() > 0


def test_right_to_left_readers_see_time_from_the_right_and_the_left_key_goes_left(shown, qtbot):
    chart = Chart("a-chart", "Mood")
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shown(chart, 420, 300)
    chart.show_plot(plot(*([5] * 700), days=700), "")
    assert chart.horizontalScrollBar().value() == 0
    places = chart._seen()
    assert places.x(600) < places.x(1)

    chart.setFocus()
    press(chart, "Home", "Left")

    assert chart.current == 1


def wheel(chart, sideways):
    delta = QPoint(-120, 0) if sideways else QPoint(0, -120)
    event = QWheelEvent(
        QPointF(50, 50), QPointF(50, 50), QPoint(), delta, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    chart.wheelEvent(event)
    return event.isAccepted()


def test_the_wheel_scrolls_the_page_up_and_down_and_the_chart_sideways(shown):
    chart = shown(Chart("a-chart", "Mood"), 420, 300)
    chart.show_plot(plot(5, days=700), "")
    chart.horizontalScrollBar().setValue(0)

    assert not wheel(chart, sideways=False)
    assert chart.horizontalScrollBar().value() == 0
    wheel(chart, sideways=True)
    assert chart.horizontalScrollBar().value() > 0


def test_larger_text_gets_more_room(chart, theme):
    low = chart.sizeHint().height()

    theme.apply(LookChoice.LIGHT, 200)

    assert chart.sizeHint().height() == chart.minimumSizeHint().height() == chart.height() > 1.5 * low


def test_a_picture_shows_all_of_it_however_long(chart, shown):
    small = chart.picture("Mood, 2 November to 23 November")
    assert small.width() == 1800

    chart.show_plot(plot(*([5] * 2000), days=2000), "")
    assert chart.picture("Years").width() > 2000 * chart.day_width
    chart.show_plot(plot(5, days=40_000), "")
    assert chart.picture("Decades").width() == 30_000


def test_a_picture_of_nothing_is_its_title(shown):
    chart = shown(Chart("a-chart", "Mood"), 420, 300)

    assert not chart.picture("Mood").isNull()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(days=DAYS, width=st.integers(120, 9000))
def test_labels_never_touch_and_never_leave_the_plot(qapp, days, width):
    labels = tuple(Label(day, f"session {number}") for number, day in enumerate(days))
    places = Places(plot(days=400), QFontMetricsF(qapp.font()), width, 240, 16)

    drawn = [place for _, place in places.label_places(labels, 0)]

    assert bool(drawn) == bool(days)
    assert all(place.right() <= width for place in drawn)
    ordered = sorted(drawn, key=lambda place: place.left())
    assert all(one.right() < two.left() for one, two in pairwise(ordered))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(value=st.floats(-5, 15, allow_nan=False), day=st.floats(-5, 25, allow_nan=False))
def test_nothing_stands_outside_the_plot(qapp, value, day):
    places = Places(plot(days=20), QFontMetricsF(qapp.font()), 400, 240, 16)

    assert places.top <= places.y(value) <= places.bottom
    assert 16 <= places.x(day) <= 384
