from dataclasses import replace

import pytest

from kat_journal.services.today import Coming, Moment
from tests.helpers.clock import november


@pytest.fixture
def today(journal):
    return journal.today


def offered(view):
    return [offer.form_id.removeprefix("core:") for offer in view.offers]


# ---- the sentence


def test_a_new_journal_says_that_nothing_is_planned(today):
    view = today.view()

    assert (view.moment, view.session, view.number, view.days) == (Moment.NOTHING_PLANNED, None, 0, 0)
    assert (view.offers, view.last, view.marks, view.coming) == ((), None, (), ())


@pytest.mark.parametrize(("day", "days"), [(24, -1), (30, -7)])
def test_before_a_session_the_days_are_counted(today, journal, day, days):
    journal.courses.plan(november(day, 9))

    view = today.view()

    assert (view.moment, view.number, view.days) == (Moment.BEFORE, 1, days)


def test_on_the_day_of_a_session_it_is_today(today, journal):
    journal.courses.plan(november(23, 14))

    assert today.view().moment is Moment.SESSION_TODAY


@pytest.mark.parametrize(
    ("now", "moment", "days"),
    [
        (november(22, 12), Moment.FIRST_HOURS, 0),
        (november(22, 17, 59), Moment.FIRST_HOURS, 0),
        (november(22, 18), Moment.SAME_DAY, 0),
        (november(23, 0), Moment.DAY_AFTER, 1),
        (november(24, 0), Moment.DAYS_AFTER, 2),
        (november(30, 12), Moment.DAYS_AFTER, 8),
        (november(30, 12).replace(month=12), Moment.BETWEEN, 38),
    ],
)
def test_after_a_session_the_sentence_follows_the_days(today, held, clock, now, moment, days):
    clock.set(now)

    view = today.view()

    assert (view.moment, view.session, view.number, view.days) == (moment, held, 1, days)


def test_the_evening_before_is_about_the_session_to_come(today, journal, held):
    next_one = journal.courses.plan(november(24, 9))

    view = today.view()

    assert (view.moment, view.session, view.number) == (Moment.BEFORE, next_one, 2)


def test_the_first_hours_are_about_the_session_that_just_ended(today, journal, held, clock):
    journal.courses.plan(november(23, 9))
    clock.set(november(22, 13))

    assert today.view().session == held


def test_a_later_session_waits_while_the_last_one_is_near(today, journal, held):
    journal.courses.plan(november(26, 9))

    assert today.view().session == held


def test_a_day_is_counted_in_the_zone_of_its_session(today, held, clock):
    clock.travel("Pacific/Auckland")
    clock.set(november(22, 20))  # already the 23rd there

    view = today.view()

    assert (view.moment, view.today.day, view.days) == (Moment.DAY_AFTER, 23, 1)


# ---- did it take place?


def test_a_planned_session_whose_time_has_passed_is_asked_about_once_at_a_time(today, journal):
    journal.courses.plan(november(20, 9))
    latest = journal.courses.plan(november(22, 9))
    journal.courses.plan(november(23, 10))

    view = today.view()

    assert (view.ask_about, view.ask_number) == (latest, 2)
    assert today.asks()
    assert view.moment is Moment.NOTHING_PLANNED


def test_nothing_after_a_session_is_offered_before_it_took_place(today, journal):
    session = journal.courses.plan(november(22, 9))
    assert offered(today.view()) == []

    journal.courses.hold(session.id)

    assert today.view().ask_about is None
    assert not today.asks()
    assert offered(today.view()) == ["check-in.next-day", "reflection.next-day", "session-record"]


def test_a_session_that_did_not_happen_closes_its_forms_without_a_word(today, journal):
    session = journal.courses.plan(november(24, 9))
    assert offered(today.view()) != []

    journal.courses.cancel(session.id)

    view = today.view()
    assert (view.offers, view.marks, view.coming, view.moment) == ((), (), (), Moment.NOTHING_PLANNED)


# ---- what is offered


def test_what_was_meant_for_earlier_comes_after_what_is_meant_for_now(today, held):
    assert offered(today.view()) == ["check-in.next-day", "reflection.next-day", "session-record"]


def test_among_what_is_meant_for_now_the_one_that_closes_soonest_comes_first(today, journal, held):
    journal.courses.plan(november(26, 9))

    assert offered(today.view()) == [
        "check-in.next-day",
        "reflection.next-day",
        "session-record",
        "intention",
        "practical-list",
    ]


def test_an_offer_says_what_it_is(today, held, library):
    offer = today.view().offers[0]

    form = library.form("core:check-in.next-day")
    assert (offer.title, offer.about, offer.minutes) == (form.title, form.about, form.minutes)
    assert (offer.kind, offer.phase, offer.started) == (form.kind, form.phase, False)
    assert (offer.session_id, offer.closes) == (held.id, november(24, 12))


def test_a_form_that_was_begun_stays_and_says_so(today, writer, held):
    writer.write(writer.begin("reflection.next-day", held), "a-person")

    assert [offer.started for offer in today.view().offers] == [False, True, False]


def test_a_finished_form_is_offered_no_more(today, journal, writer, held):
    journal.responses.finish(writer.begin("check-in.next-day", held))

    assert "check-in.next-day" not in offered(today.view())


def test_not_now_lasts_until_midnight(today, held, clock):
    today.not_now(today.view().offers[0])
    assert offered(today.view()) == ["reflection.next-day", "session-record"]

    clock.set(november(24, 1))

    assert "check-in.next-day" in offered(today.view())


def test_an_appointment_offers_its_page_in_the_days_before(today, journal, clock):
    appointment = journal.courses.add_appointment(november(25, 9))

    (offer,) = today.view().offers
    assert (offer.form_id, offer.appointment_id) == ("core:before-appointment", appointment.id)

    clock.set(november(25, 9))
    assert today.view().offers == ()


def test_a_session_of_long_ago_offers_nothing(today, held, clock):
    clock.pass_time(days=40)

    assert today.view().offers == ()


# ---- what lies around


def test_the_line_shows_every_counted_session_at_its_time(today, journal, held):
    journal.courses.plan(november(26, 9))
    journal.courses.cancel(journal.courses.plan(november(28, 9)).id)

    assert [(mark.when, mark.held) for mark in today.view().marks] == [
        (november(22, 10), True),
        (november(26, 9), False),
    ]


def test_a_session_without_a_time_is_not_on_the_line(today, journal):
    session = journal.courses.plan(november(26, 9))
    journal.courses.update(replace(session, scheduled_at=None))

    assert today.view().marks == ()


def test_the_three_soonest_things_are_coming(today, journal, held):
    journal.courses.plan(november(26, 9))
    journal.courses.plan(november(30, 9))
    journal.courses.add_appointment(november(27, 15), "Nadia")
    journal.courses.add_appointment(november(28, 15), "Dr Low")
    journal.courses.add_appointment(november(20, 15), "Nadia")

    assert today.view().coming == (
        Coming(november(26, 9), 2, ""),
        Coming(november(27, 15), None, "Nadia"),
        Coming(november(28, 15), None, "Dr Low"),
    )


def test_the_last_words_are_those_of_a_page_a_record_or_a_reflection(today, writer, held, clock):
    writer.free_page("The river.")
    clock.pass_time(minutes=5)
    writer.write(writer.begin("check-in.next-day", held), "nausea", number=1, note="a note on a row")

    assert today.view().last.words == "The river."


def test_what_is_carried_forward_is_there(today, journal, clock):
    practice = journal.practices.add("Ten minutes outside")

    assert today.view().practices == (practice,)


def test_two_hours_after_a_session_nothing_comes_before_the_words_of_that_day(today, journal, clock):
    clock.set(november(23, 15))
    journal.courses.add_appointment(november(24, 15))
    journal.courses.just_had()
    clock.pass_time(hours=2)

    assert [offer.form_id for offer in today.view().offers][:2] == ["core:after-session", "core:check-in.first-hours"]


def test_before_a_session_the_intention_is_shown_or_else_the_last_one(today, journal, writer, held, clock):
    earlier = writer.begin("intention", held)
    writer.write(earlier, "intention", "To be less careful.")
    ahead = journal.courses.plan(november(24, 9))

    assert (today.view().carried, today.view().carried_now) == ("To be less careful.", False)

    writer.write(writer.begin("intention", ahead), "intention", "To rest.")

    assert (today.view().carried, today.view().carried_now) == ("To rest.", True)


def test_after_a_session_no_intention_stands_on_today(today, writer, held):
    writer.write(writer.begin("intention", held), "intention", "To be less careful.")

    assert today.view().carried == ""
