"""The one action with what belongs to it, and the quiet list of what else is open."""

from datetime import timedelta

import pytest

from tests.helpers.clock import november


@pytest.fixture
def today(journal):
    return journal.today


def test_what_belongs_to_one_session_is_together_and_the_rest_is_a_list_of_its_own(today, journal, held, clock):
    ahead = journal.courses.plan(november(26, 9))
    appointment = journal.courses.add_appointment(november(24, 11))

    view = today.view()

    assert [one.form_id.removeprefix("core:") for one in view.sitting] == ["before-appointment"]
    assert {one.appointment_id for one in view.sitting} == {appointment.id}
    assert [(one.session_id, one.session_number) for one in view.also_open] == [
        (held.id, 1),
        (held.id, 1),
        (ahead.id, 2),
        (ahead.id, 2),
        (held.id, 1),
    ]
    assert view.offers == view.sitting + view.also_open
    assert all(one.opens <= clock.now() < one.closes for one in view.offers)


def test_what_a_course_asks_does_not_wait_behind_its_first_session(today, journal):
    journal.courses.plan(november(26, 9))

    view = today.view()

    assert {one.form_id for one in view.sitting} == {"core:intention", "core:practical-list"}
    assert {one.form_id for one in view.also_open} == {"core:baseline", "core:check-in.baseline"}
    assert {(one.course_id, one.session_number) for one in view.also_open} == {(1, 0)}


def test_put_off_for_today_the_sitting_gives_way_to_what_is_also_open(today, journal):
    journal.courses.plan(november(26, 9))
    for offer in today.view().sitting:
        today.not_now(offer)

    view = today.view()

    assert {one.course_id for one in view.sitting} == {1}
    assert view.also_open == ()


def test_asleep_for_five_days_it_shows_what_is_still_open_each_with_its_own_time(today, journal, held, clock):
    journal.courses.plan(november(30, 9))
    clock.set(november(28, 13))

    view = today.view()

    assert [(one.form_id.removeprefix("core:"), one.closes) for one in view.offers] == [
        ("intention", november(30, 9)),
        ("practical-list", november(30, 9)),
        ("check-in.week", november(29, 12) + timedelta(days=2)),
        ("reflection.day-7", november(29, 12) + timedelta(days=3)),
    ]


def test_one_prepares_for_the_next_session_and_not_for_those_after_it(today, journal, clock):
    first, second = (journal.courses.plan(november(day, 9)) for day in (26, 29))

    assert {one.session_id for one in today.view().offers} - {None} == {first.id}
    journal.courses.cancel(first.id)
    assert {one.session_id for one in today.view().offers} - {None} == {second.id}


def test_in_the_hours_after_a_session_nothing_is_asked_for_another_week(today, journal, held, clock):
    ahead = journal.courses.plan(november(28, 9))

    clock.set(november(22, 17, 59))
    assert {one.session_id for one in today.view().offers} - {None} == {held.id}
    clock.set(november(22, 18))
    assert {one.session_id for one in today.view().offers} - {None} == {held.id, ahead.id}


def test_a_session_of_tomorrow_is_prepared_for_even_in_the_hours_after_one(today, journal, held, clock):
    ahead = journal.courses.plan(november(23, 9))

    clock.set(november(22, 14))

    assert {one.session_id for one in today.view().offers} - {None} == {held.id, ahead.id}


def test_while_sessions_are_asked_about_what_belongs_before_the_next_one_is_open(today, journal, clock):
    for day in (2, 9, 16):
        journal.courses.plan(november(day, 9))
    ahead = journal.courses.plan(november(25, 9))

    asked = []
    while (session := today.view().ask_about) is not None:
        assert {one.session_id for one in today.view().offers} - {None} == {ahead.id}
        asked.append(session.start.day)
        journal.courses.cancel(session.id)

    assert asked == [16, 9, 2]
    assert {one.session_id for one in today.view().offers} - {None} == {ahead.id}


def test_where_nothing_is_open_both_are_empty(today):
    assert (today.view().sitting, today.view().also_open, today.view().offers) == ((), (), ())
