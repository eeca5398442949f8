"""How numbers, gaps and days are said on Progress."""

from datetime import date, datetime, timedelta

import pytest

from kat_journal.domain.material import Period
from kat_journal.domain.progress import Missing, Point, Series, SeriesKind
from kat_journal.gui.progress.plots import ends, shown
from kat_journal.gui.progress.words import Sayer, missing_words
from kat_journal.services.progress import EffectCell, Mark, ProgressView, Span

START = datetime(2026, 11, 2, 9)  # noqa: DTZ001 - on the wall clock, which has no zone
MARKS = (Mark(1, 1, START), Mark(2, 2, START + timedelta(days=14)))


def point(days=0, value=3.0, **about):
    return Point(START + timedelta(days=days), "My numbers", None, value, **about)


def series(*points, low=0.0, high=10.0, **about):
    return Series("a", SeriesKind.RATING, "Mood", "My numbers", low, high, points=points, **about)


def view(starts, ends):
    return ProgressView(Span.YEAR, Period(starts, ends), True, MARKS, (), ())


@pytest.fixture
def sayer(qapp):
    return Sayer(MARKS, numbers=True)


@pytest.fixture
def wordless(qapp):
    return Sayer(MARKS, numbers=False)


@pytest.mark.parametrize(
    ("days", "said", "short"),
    [
        (-1, "", ""),
        (0, "The day of session 1", "1, that day"),
        (1, "The day after session 1", "1, 1 day"),
        (13, "13 days after session 1", "1, 13 days"),
        (14, "The day of session 2", "2, that day"),
        (45, "31 days after session 2", "2, 31 days"),
        (46, "", ""),
    ],
)
def test_a_place_is_told_from_the_session_before_it_while_that_is_near(sayer, days, said, short):
    assert (sayer.after(point(days)), sayer.shortly_after(point(days))) == (said, short)


def test_a_number_says_what_it_is_of_or_what_it_counts(sayer):
    assert sayer.value(series(), point(value=3.0)) == "3 of 10"
    assert sayer.value(series(low=None, high=None, unit="times"), point(value=2.5)) == "2.5 times"
    assert sayer.value(series(low=None, high=None), point(value=1 / 3)) == "0.33"
    assert sayer.value(series(), point(value=3.0), short=True) == "3"


def test_the_heading_says_the_ends_unless_there_are_none_or_numbers_are_hidden(sayer, wordless):
    assert sayer.heading(series()) == "Answer, 0 to 10"
    assert sayer.heading(series(low=None)) == sayer.heading(series(high=None)) == "Answer"
    assert wordless.heading(series()) == "Answer"


def test_the_ends_have_words_always_and_numbers_where_they_may_be_seen(sayer, wordless):
    plain, bare = series(), series(low=None, high=None)

    assert sayer.ends(plain, 0, 10) == ("0  lowest possible", "10  highest possible")
    assert sayer.ends(bare, 0, 7) == ("0  lowest here", "7  highest here")
    assert wordless.ends(series(low_words="None", high_words="Most"), 0, 10) == ("None", "Most")


@pytest.mark.parametrize("missing", list(Missing))
def test_every_gap_has_its_own_words(qapp, missing):
    assert missing_words(missing)
    assert len({missing_words(one) for one in Missing}) == len(Missing)


def test_hidden_numbers_leave_no_digit(wordless):
    said = [
        wordless.value(series(), point(value=3.0)),
        wordless.value(series(), point(value=3.0, estimated=True, answered=8, of=9)),
        wordless.value(series(), point(value=None, missing=Missing.TOO_FEW, answered=1, of=9)),
        *wordless.ends(series(), 0, 10),
        *wordless.cell(EffectCell(3.0, None, "", 10)),
        *wordless.cell(EffectCell(3.0, None, "Hard", 4)),
    ]

    assert not any(letter.isdigit() for words in said for letter in words)


def test_a_long_scale_of_side_effects_is_said_and_not_drawn_as_dots(sayer):
    assert sayer.cell(EffectCell(7.0, None, "", 10)) == ("7", "7")
    assert sayer.cell(EffectCell(0.0, None, "Not at all", 4)) == ("○", "0, Not at all")
    assert sayer.cell(EffectCell(1.5, None, "", 4)) == ("1.5", "1.5")
    assert sayer.cell(None) == ("", "Not asked")


def test_a_question_without_ends_takes_those_of_its_answers_with_zero_among_them():
    assert ends(series(point(value=3.0), point(value=7.0), low=None, high=None)) == (0, 7)
    assert ends(series(point(value=-2.0), low=None, high=None)) == (-2, -1)
    assert ends(series(point(value=None, missing=Missing.NOTICED), low=None, high=None)) == (0, 1)
    assert ends(series(low=4.0, high=4.0)) == (4, 5)


def test_weeks_stand_under_a_short_time_and_months_under_a_long_one(sayer):
    short = shown(series(point()), view(date(2026, 11, 1), date(2026, 11, 23)), sayer)
    long = shown(series(point()), view(date(2026, 9, 15), date(2026, 11, 23)), sayer)

    assert [tick.text.split()[0] for tick in short.plot.ticks] == ["2", "9", "16", "23"]
    assert [tick.x for tick in short.plot.ticks] == [1.5, 8.5, 15.5, 22.5]
    assert len(long.plot.ticks) == 2


def test_a_place_stands_at_its_day_and_hour_and_sessions_at_theirs(sayer):
    made = shown(series(point(1)), view(date(2026, 11, 1), date(2026, 11, 23)), sayer)

    assert [dot.x for dot in made.plot.dots] == [2 + 9 / 24]
    assert [(mark.x, mark.text) for mark in made.plot.marks] == [(1 + 9 / 24, "1"), (15 + 9 / 24, "2")]
    assert made.plot.days == 23


def test_a_time_without_sessions_says_nothing_of_them(sayer):
    bare = ProgressView(Span.YEAR, Period(date(2026, 11, 1), date(2026, 11, 23)), True, (), (), ())

    assert "session" not in shown(series(point()), bare, Sayer((), numbers=True)).about
