"""Progress over a real journal: which days, which sessions, and which gaps."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kat_journal.domain.response import Answer
from kat_journal.services.progress import Missing, Span
from tests.helpers.clock import november

NEXT_DAY, DAY = "core:check-in.next-day", "core:ratings.day"
TODAY = date(2026, 11, 23)


@pytest.fixture
def hold(journal, clock):
    """A session that took place at ten in the morning of a day of November."""

    def hold(day, course=None):
        now = clock.now()
        session = journal.courses.plan(november(day, 10), course.id if course else None)
        session = journal.courses.hold(session.id)
        clock.set(now)
        return session

    return hold


@pytest.fixture
def note(journal, clock):
    """Numbers of a day of November, noted by hand."""

    def note(day, **given):
        now = clock.now()
        clock.set(november(day, 18))
        draft = journal.responses.new(DAY).draft
        for item_id, number in given.items():
            journal.responses.save(draft, Answer(item_id, number=number, skipped=number is None))
        clock.set(now)

    return note


@pytest.fixture
def check_in(journal, clock):
    """A check-in of the day after a session."""

    def check_in(session, **given):
        now = clock.now()
        clock.set(session.end + timedelta(hours=20))
        draft = journal.responses.begin(NEXT_DAY, session_id=session.id).draft
        for item_id, number in given.items():
            journal.responses.save(draft, Answer(item_id, number=number))
        clock.set(now)

    return check_in


@pytest.fixture
def values(journal):
    def values(title, span=Span.THREE_MONTHS):
        series = next((one for one in journal.progress.view(span).series if one.title == title), None)
        return [] if series is None else [point.value for point in series.points]

    return values


def test_an_empty_journal_has_nothing_to_show(journal):
    for span in Span:
        view = journal.progress.view(span)
        assert (view.ever, view.series, view.effects, view.marks) == (False, (), (), ())
        assert view.period.ends == TODAY


def test_numbers_stand_at_their_day_and_time(journal, note):
    note(20, mood=4.0)

    [mood] = journal.progress.view(Span.THREE_MONTHS).series

    assert [(point.at.isoformat(), point.value) for point in mood.points] == [("2026-11-20T18:00:00", 4)]


def test_a_number_of_a_day_that_was_written_on_another_stands_in_the_middle_of_its_day(journal, clock, check_in, hold):
    session = hold(20)
    check_in(session, nausea=1.0)
    connection = journal._vault.connection
    with connection.writing():
        connection.execute("UPDATE response SET day = ?", ("2026-11-19",))

    [nausea] = journal.progress.view(Span.THREE_MONTHS).series

    assert nausea.points[0].at.isoformat() == "2026-11-19T12:00:00"


def test_a_laptop_that_travelled_changes_no_day(journal, clock, note):
    clock.travel("Pacific/Auckland")
    note(20, mood=4.0)  # 18:00 UTC is seven in the morning of the day after, there
    clock.travel("Europe/London")

    [mood] = journal.progress.view(Span.THREE_MONTHS).series

    assert mood.points[0].at.isoformat() == "2026-11-21T07:00:00"


@pytest.mark.parametrize(
    ("span", "seen"), [(Span.THREE_MONTHS, [3, 4]), (Span.YEAR, [2, 3, 4]), (Span.EVERYTHING, [1, 2, 3, 4])]
)
def test_each_span_reaches_as_far_back_as_it_says(journal, clock, values, span, seen):
    for days_ago, mood in ((800, 1.0), (200, 2.0), (80, 3.0), (1, 4.0)):
        clock.set(november(23) - timedelta(days=days_ago))
        draft = journal.responses.new(DAY).draft
        journal.responses.save(draft, Answer("mood", number=mood))
    clock.set(november(23))

    assert values("Mood", span) == seen


def test_the_course_begins_with_its_first_session_or_with_what_was_noted_shortly_before(journal, hold, note, values):
    first = journal.courses.begin_course("Spring")
    hold(2, first)
    second = journal.courses.begin_course("Autumn")
    hold(16, second)
    for day, mood in ((1, 1.0), (10, 2.0), (20, 3.0)):
        note(day, mood=mood)

    view = journal.progress.view(Span.COURSE)

    assert values("Mood", Span.COURSE) == [2, 3]
    assert view.period.starts == date(2026, 11, 2)
    assert [mark.number for mark in view.marks] == [1, 2]


def test_a_course_without_a_session_that_was_held_is_the_last_three_months(journal, note, hold):
    course = journal.courses.begin_course("Autumn")
    journal.courses.plan(november(30, 10), course.id)
    note(20, mood=4.0)

    assert journal.progress.view(Span.COURSE).period.starts == date(2026, 11, 20)


def test_a_session_that_was_held_is_a_mark_and_no_other_is(journal, hold):
    held = hold(16)
    journal.courses.plan(november(30, 10))
    journal.courses.cancel(journal.courses.plan(november(17, 10)).id)
    old = journal.courses.plan(november(16, 10) - timedelta(days=400))
    journal.courses.hold(old.id)
    journal.courses.update(replace(journal.courses.plan(november(18, 10)), scheduled_at=None, status=held.status))

    [mark] = journal.progress.view(Span.THREE_MONTHS).marks

    assert (mark.session_id, mark.number, mark.at.isoformat()) == (held.id, 2, "2026-11-16T10:00:00")


def test_a_check_in_that_was_let_go_by_is_a_gap_between_its_neighbours(journal, hold, check_in):
    sessions = [hold(day) for day in (2, 9, 16)]
    check_in(sessions[0], nausea=2.0)
    check_in(sessions[2], nausea=1.0)

    [nausea] = journal.progress.view(Span.THREE_MONTHS).series

    first, *_, last = nausea.points
    assert [(point.value, point.missing) for point in (first, last)] == [(2, None), (1, None)]
    missed = [point for point in nausea.points if point.missing is Missing.OFFERED]
    assert any(point.session_id == sessions[1].id for point in missed)
    assert not any(nausea.joined())


def test_what_is_open_still_and_what_waits_for_a_request_is_no_gap(journal, hold, check_in, library):
    sessions = [hold(day) for day in (16, 22)]
    for session in sessions:
        check_in(session, nausea=1.0)

    view = journal.progress.view(Span.THREE_MONTHS)

    titles = {point.form_title for series in view.series for point in series.points if point.value is None}
    on_request = {form.title for form in library.forms.values() if form.on_request}
    assert on_request
    assert not titles & on_request
    open_now = library.form("core:check-in.next-day").title
    assert open_now not in {
        point.form_title for series in view.series for point in series.points if point.session_id == sessions[1].id
        and point.missing
    }  # fmt: skip


def test_an_asking_of_a_course_that_was_let_go_by_is_a_gap_too(journal, clock, hold):
    course = journal.courses.begin_course("A long one")
    first = journal.courses.plan(november(20, 10) - timedelta(days=100), course.id)
    journal.courses.hold(first.id)
    form = next(one for one in journal.library.forms.values() if one.timing and one.timing.every and not one.on_request)
    item = next(one for one in form.questions() if one.type == "symptom")
    for days in (0, 100):
        clock.set(november(20, 12) - timedelta(days=100 - days))
        draft = journal.responses.new(form.id).draft
        journal.responses.save(draft, Answer(item.id, number=1.0))
    clock.set(november(23, 12))

    series = next(one for one in journal.progress.view(Span.YEAR).series if one.title == item.name)

    assert [point.value for point in series.points][:: len(series.points) - 1] == [1, 1]
    assert Missing.OFFERED in {point.missing for point in series.points}


def test_side_effects_have_one_column_for_each_session(journal, hold, check_in):
    sessions = [hold(day) for day in (9, 16)]
    check_in(sessions[1], nausea=3.0, dizzy=0.0)

    view = journal.progress.view(Span.THREE_MONTHS)

    worst = {row.title: [cell and cell.worst for cell in row.cells] for row in view.effects}
    assert worst == {"Feeling sick": [None, 3], "Dizzy or light-headed": [None, 0]}


def test_what_is_in_the_bin_is_not_shown(journal, clock, note, values):
    note(20, mood=4.0)
    [written] = journal.written.newest()
    journal.responses.trash(written.uid)

    assert values("Mood") == []
    assert not journal.progress.view(Span.YEAR).ever


def test_what_would_have_been_asked_beside_sessions_alone_is_no_gap(journal, clock, hold):
    """Questions about the last weeks wait while a session is near; with one every other day they always waited."""
    course = journal.courses.begin_course("A close one")
    form = next(one for one in journal.library.forms.values() if one.recall and not one.on_request)
    item = next(one for one in form.questions() if one.type == "symptom")
    for days in range(0, 80, 2):
        session = journal.courses.plan(november(22, 10) - timedelta(days=80 - days), course.id)
        journal.courses.hold(session.id)
    for days in (0, 80):
        clock.set(november(22, 12) - timedelta(days=80 - days))
        draft = journal.responses.new(form.id).draft
        journal.responses.save(draft, Answer(item.id, number=1.0))
    clock.set(november(23, 12))

    series = next(one for one in journal.progress.view(Span.YEAR).series if one.title == item.name)

    assert form.title not in {point.form_title for point in series.points if point.missing is Missing.OFFERED}
