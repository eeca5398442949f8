"""Five years of sessions every week and numbers almost every day: labels are thinned out, and never what was given."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt

from kat_journal.domain.material import Period
from kat_journal.domain.progress import Missing, Point, Series, SeriesKind
from kat_journal.gui.progress.answer_rows import AnswerRows, each_answer_once
from kat_journal.gui.progress.effects import Effects
from kat_journal.gui.progress.section import Section
from kat_journal.gui.progress.words import Sayer
from kat_journal.gui.widgets.chart import Chart
from kat_journal.gui.widgets.table import Table
from kat_journal.services.progress import EffectCell, EffectRow, Mark, ProgressView, Span
from tests.helpers.clock import november

DAYS, WEEKS = 1_820, 260
START = datetime.combine(november(23).date() - timedelta(days=DAYS), time(12))


def given(day):
    """A number of most days; now and then it was skipped."""
    value = float(day % 11) if day % 40 else None
    missing = None if day % 40 else Missing.SKIPPED
    return Point(START + timedelta(days=day), "My numbers today", None, value, missing)


@pytest.fixture(scope="module")
def years():
    points = tuple(given(day) for day in range(DAYS) if day % 7 != 3)
    series = Series("core:mood", SeriesKind.RATING, "Mood", "My numbers today", 0, 10, points=points)
    marks = tuple(Mark(week + 1, week + 1, START + timedelta(weeks=week)) for week in range(WEEKS))
    return series, ProgressView(Span.EVERYTHING, Period(START.date(), november(23).date()), True, marks, (series,), ())


@pytest.fixture
def section(qtbot, theme, years):
    series, view = years
    section = Section("series-0", series, view, Sayer(view.marks, numbers=True))
    qtbot.addWidget(section)
    section.resize(900, 700)
    with qtbot.waitExposed(section):
        section.show()
    return section


def test_every_number_and_every_session_is_drawn_and_labels_that_fit(section, years):
    series, view = years
    places = section.findChild(Chart)._seen()

    assert len(places.plot.dots) == len(places.points) == len(series.points)
    assert [mark.text for mark in places.plot.marks] == [str(number) for number in range(1, WEEKS + 1)]
    assert 10 < len(places.named_marks) < WEEKS
    assert len(view.marks) == WEEKS


def test_what_is_in_sight_is_drawn_with_the_lines_that_lead_out_of_it(section):
    places = section.findChild(Chart)._seen()
    shown = places.between(places.points[100].x(), places.points[200].x())

    assert (shown[0], shown[-1]) == (99, 201)
    assert places.between(-50, -10) == range(0, 1)
    assert list(places.between(-50, 10**6)) == list(range(len(places.points)))


def test_each_different_answer_is_measured_once(years):
    series, view = years
    rows = AnswerRows(series, Sayer(view.marks, numbers=True))
    measured = each_answer_once(series)

    assert len(measured) == 12, "0 to 10, and skipped"
    everywhere = {rows[place][1].text for place in range(len(rows))}
    assert {rows[place][1].text for place in measured} == everywhere
    assert rows[0][0].text == "22 Nov 2026", "the newest first"


def test_the_table_beside_it_holds_the_same_answers(section, years):
    series, _ = years
    model = section.findChild(Table).model()

    assert model.rowCount() == len(series.points)
    assert model.index(0, 0).data() == "22 Nov 2026"
    assert model.index(model.rowCount() - 1, 1).data() == "Skipped"


def test_sessions_of_several_years_are_named_with_the_year(qtbot, theme, years):
    _, view = years
    cell = EffectCell(1.0, words="A little", high=4)
    row = EffectRow("Worn out", (cell,) * WEEKS)
    effects = Effects(replace(view, effects=(row,)), Sayer(view.marks, numbers=True))
    qtbot.addWidget(effects)
    model = effects.findChild(Table).model()

    assert model.headerData(0, Qt.Orientation.Horizontal) == "1: 29 Nov 2021"
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "1, A little"
