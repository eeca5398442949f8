from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from kat_journal.gui.theme import LookChoice
from kat_journal.gui.widgets.timeline import MOST_SAID, Mark, MarkKind, Tick, Timeline

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
DAYS = st.lists(st.integers(-400, 400), min_size=1, max_size=30)


def marks_of(days):
    kinds = {True: MarkKind.HELD, False: MarkKind.PLANNED}
    return [Mark(NOW + timedelta(days=day), f"{day} Nov", kinds[day < 0]) for day in days]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(days=DAYS, width=st.integers(200, 1200))
def test_labels_never_touch_and_never_leave_the_line(shown, days, width):
    line = Timeline()
    line.resize(width, 80)
    line.set_marks(marks_of(days), NOW)
    places = [place for _, place in line.label_places()]
    assert places
    assert all(place.left() >= 0 and place.right() <= width for place in places)
    assert not any(one.intersects(other) for one, other in combinations(places, 2))


def test_distances_are_to_time_scale(shown):
    line = shown(Timeline(), 860, 80)
    line.set_marks(marks_of([-20, -10, 20]), NOW)
    lefts = [place.center().x() for _, place in line.label_places()]
    assert round((lefts[2] - lefts[1]) / (lefts[1] - lefts[0])) == 3


def test_all_of_it_is_said_even_what_is_not_drawn(shown):
    line = shown(Timeline(), 200, 80)
    line.set_marks(marks_of(range(-15, 15)), NOW)
    said = line.accessibleDescription()
    assert said.count("held") == 15
    assert said.count("planned") == 15
    assert said.index("-1 Nov, held") < said.index("now") < said.index("1 Nov, planned", said.index("now"))


def test_one_session_now_stands_in_the_middle(theme, shown):
    line = shown(Timeline(), 400, 80)
    line.set_marks([Mark(NOW, "today", MarkKind.HELD)], NOW)
    assert line.grab().toImage().pixelColor(200 - 5, line.tick) == theme.colour("accent")


def test_no_session_draws_nothing(shown):
    line = shown(Timeline(), 400, 80)
    empty = line.grab().toImage()
    line.set_marks([], NOW)
    assert line.grab().toImage() == empty
    assert line.accessibleDescription() == ""


def test_right_to_left_readers_see_time_from_the_right(shown):
    line = Timeline()
    line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shown(line, 860, 80)
    line.set_marks(marks_of([-20, 20]), NOW)
    earlier, later = (place.center().x() for _, place in line.label_places())
    assert earlier > later


def test_the_line_has_room_for_both_rows_of_labels(theme, shown):
    line = shown(Timeline(), 860, 80)
    low = line.sizeHint().height()
    assert low == line.minimumSizeHint().height() >= 2 * line.fontMetrics().lineSpacing()
    theme.apply(LookChoice.LIGHT, 200)
    assert line.sizeHint().height() > low


def test_an_appointment_and_what_did_not_happen_are_said_and_only_sessions_have_a_label(shown):
    line = shown(Timeline(), 860, 80)
    line.set_marks(
        [
            Mark(NOW - timedelta(days=9), "14 Nov", MarkKind.CANCELLED),
            Mark(NOW + timedelta(days=2), "25 Nov", MarkKind.APPOINTMENT),
            Mark(NOW + timedelta(days=9), "2 Dec", MarkKind.PLANNED),
        ],
        NOW,
    )

    assert line.accessibleDescription() == "14 Nov, did not happen; now; 25 Nov, appointment; 2 Dec, planned"
    assert [words for words, _ in line.label_places()] == ["14 Nov", "2 Dec"]


def test_what_did_not_happen_looks_like_nothing_else(shown):
    pictures = []
    for kind in MarkKind:
        line = shown(Timeline(), 400, 80)
        line.set_marks([Mark(NOW - timedelta(days=9), "", kind), Mark(NOW, "", MarkKind.HELD)], NOW)
        pictures.append(line.grab().toImage())

    assert not any(one == other for one, other in combinations(pictures, 2))


def test_where_labels_have_no_room_those_of_months_stand_there(shown):
    line = shown(Timeline(), 860, 80)
    months = [Tick(NOW + timedelta(days=30 * month), f"month {month}") for month in (-6, 0, 6)]

    line.set_marks(marks_of(range(-180, 180, 7)), NOW, months)
    assert [words for words, _ in line.label_places()] == ["month -6", "month 0", "month 6"]

    line.set_marks(marks_of([-180, 0, 180]), NOW, months)
    assert [words for words, _ in line.label_places()] == ["-180 Nov", "0 Nov", "180 Nov"]


def test_five_years_are_strokes_and_said_as_numbers(theme, shown):
    line = shown(Timeline(), 860, 80)
    many = marks_of(range(-1820, 28, 7))
    many.append(Mark(NOW, "23 Nov", MarkKind.APPOINTMENT))

    line.set_marks(many, NOW)

    assert len(many) > MOST_SAID
    assert line.accessibleDescription() == "From -1820 Nov to 21 Nov; held: 260; planned: 4; appointment: 1"
    assert line.mark_size() < 2
    picture = line.grab().toImage()
    assert picture.pixelColor(30, line.tick) == theme.colour("accent")


@pytest.mark.parametrize(("sessions", "least", "most"), [(6, 8, 8), (52, 4, 8)])
def test_marks_are_as_large_as_their_room(theme, shown, sessions, least, most):
    line = shown(Timeline(), 860, 80)
    line.set_marks(marks_of(range(0, 7 * sessions, 7)), NOW)

    assert least <= line.mark_size() <= most
