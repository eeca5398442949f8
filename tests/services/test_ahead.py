"""What lies ahead: sessions, appointments, and when pages open; the same that Today will offer then."""

from datetime import UTC, datetime, timedelta

import pytest

from kat_journal.domain.clock import local_day
from kat_journal.domain.course import SessionStatus
from kat_journal.domain.ids import FormId
from kat_journal.services.ahead import FOUR_WEEKS, AheadKind
from tests.helpers.clock import november

FAR = november(1) + timedelta(days=400)
OPEN, SESSION, APPOINTMENT = AheadKind.OPEN, AheadKind.SESSION, AheadKind.APPOINTMENT


@pytest.fixture
def ahead(journal, clock):
    """What lies ahead in four weeks, of one kind or of all."""

    def ahead(kind=None, **span):
        found = journal.ahead.until(clock.now() + FOUR_WEEKS, **span)
        return [one for one in found if kind in (None, one.kind)]

    return ahead


def keys(found):
    return [one.key for one in found]


def test_an_empty_journal_has_nothing_ahead(ahead):
    assert ahead() == []


def test_a_planned_session_and_an_appointment_are_ahead_soonest_first(journal, ahead):
    meeting = journal.courses.add_appointment(november(26, 15), "Dr. Secret")
    session = journal.courses.plan(november(25, 9, 30))

    assert [(one.kind, one.when, one.key) for one in ahead() if one.kind is not OPEN] == [
        (SESSION, november(25, 9, 30), f"session:{session.uid}"),
        (APPOINTMENT, november(26, 15), f"appointment:{meeting.uid}"),
    ]


def test_there_is_no_word_of_anybody_and_no_title_in_it(demo, clock):
    found = demo.ahead.until(clock.now() + FOUR_WEEKS)

    texts = " ".join(f"{one.kind} {one.key} {one.zone}" for one in found)
    words = [form.title for form in demo.library.forms.values()] + [form.id for form in demo.library.forms.values()]
    words += [meeting.who for meeting in demo.courses.appointments()]
    assert found
    assert [word for word in words if word and word in texts] == []


def test_what_is_over_what_was_cancelled_and_what_has_no_day_is_not_ahead(journal, ahead, clock):
    over, off, unknown = (journal.courses.plan(november(day, 10)) for day in (24, 25, 26))
    journal.courses.cancel(off.id)
    journal.courses.put_off(unknown.id)
    clock.set(november(24, 11))

    assert ahead(SESSION) == []
    assert keys(ahead()) == [f"asks:{over.uid}"]


def test_what_is_further_away_comes_into_view_by_and_by(journal, ahead, clock):
    journal.courses.plan(november(23, 10) + timedelta(days=40))

    assert ahead(SESSION) == []
    clock.pass_time(days=20)
    assert len(ahead(SESSION)) == 1


def test_moving_a_session_changes_its_time_and_never_its_key(journal, ahead):
    session = journal.courses.plan(november(25, 10))
    before = {one.key for one in ahead()}

    journal.courses.move(session.id, november(26, 16))

    after = {one.key: one for one in ahead()}
    assert set(after) == before
    assert after[f"session:{session.uid}"].when == november(26, 16)


def test_after_a_planned_session_the_page_opens_that_asks_whether_it_took_place(journal, ahead, clock):
    session = journal.courses.plan(november(25, 10))

    (asks,) = [one for one in ahead(OPEN) if one.key == f"asks:{session.uid}"]

    assert asks.when == november(25, 12)
    clock.set(asks.when)
    assert journal.today.view().ask_about.id == session.id
    journal.courses.hold(session.id)
    assert f"asks:{session.uid}" not in keys(ahead(since=november(20)))


def test_whatever_opens_is_what_today_offers_or_asks_at_that_very_instant(demo, clock):
    """The law of this file: nobody is reminded of something that is not there."""
    found = [one for one in demo.ahead.until(clock.now() + 3 * FOUR_WEEKS) if one.kind is OPEN]

    assert len(found) > 8
    for one in found:
        clock.set(one.when)
        view = demo.today.view()
        asked = view.ask_about is not None and one.key == f"asks:{view.ask_about.uid}"
        assert asked or view.offers, one


def test_pages_of_the_same_session_that_open_together_are_one(journal, ahead, held, clock):
    clock.set(november(22, 12))

    opens = [one.when for one in ahead(OPEN)]

    assert opens
    assert len(opens) == len(set(opens))


def test_a_page_that_was_answered_before_it_opens_is_not_ahead(journal, ahead, held, clock, responses):
    clock.set(november(22, 20))
    first = ahead(OPEN)[0]
    opening = [form for form in journal.library.forms.values() if form.timing and form.timing.anchor == "session-end"]
    together = [form for form in opening if held.end + form.timing.opens == first.when and not form.on_request]
    assert together
    for form in together:
        responses.finish(responses.begin(form.id, session_id=held.id).draft)

    assert first.when not in [one.when for one in ahead(OPEN)]


def test_what_is_open_already_is_found_by_looking_back(journal, ahead, held, clock):
    now = clock.now()

    open_now = [one for one in ahead(OPEN, since=now - FOUR_WEEKS) if one.when <= now < one.closes]

    assert open_now
    assert journal.today.view().offers


def test_a_form_of_the_clinic_opens_only_once_it_was_asked_for(journal, held):
    measures = [form for form in journal.library.forms.values() if form.on_request and form.timing]
    before = keys(journal.ahead.until(FAR))

    for form in measures:
        journal.measures.turn_on(FormId(form.id))

    assert measures
    assert set(before) < set(keys(journal.ahead.until(FAR)))


def test_questions_about_the_last_weeks_never_open_on_the_day_of_a_session_or_the_day_after(journal, clock):
    looking_back = [form for form in journal.library.forms.values() if form.recall and form.timing]
    for form in looking_back:
        journal.measures.turn_on(FormId(form.id))
    begun = journal.courses.plan(november(22, 10))
    journal.courses.update(journal.courses.hold(begun.id))
    for week in range(1, 9):
        for off in (0, 1, 2):  # three days in a row, so that the fourteenth day is beside one
            journal.courses.plan(november(22, 10) + timedelta(days=7 * week - off))
    days = {local_day(one.start, "Europe/London") for one in journal.courses.sessions()}

    found = [
        one for one in journal.ahead.until(november(22) + timedelta(days=60)) if one.key.startswith("open:course:")
    ]

    assert looking_back
    assert found
    others = {_offset(form) for form in journal.library.forms.values() if form.timing and not form.recall}
    alone = [one for one in found if one.key.rpartition(":")[2] not in others]
    assert alone
    for one in alone:
        day = local_day(one.when, "Europe/London")
        assert day not in days
        assert day - timedelta(days=1) not in days


def _offset(form):
    return str(int(form.timing.opens.total_seconds()))


def test_what_comes_again_opens_each_time_until_the_end_of_the_view(demo, clock):
    found = [one for one in demo.ahead.until(clock.now() + timedelta(days=120)) if one.key.startswith("open:course:")]

    assert len({one.when for one in found}) > 3
    assert all(uid in found[0].key for uid in [demo.courses.courses()[0].uid])


def test_a_page_before_the_first_session_opens_without_any_course(journal, ahead):
    journal.courses.plan(november(30, 10))

    assert journal.courses.courses() == ()
    assert ahead(OPEN, since=november(1))


def test_the_time_of_everything_is_in_utc_and_the_zone_is_that_of_its_row(journal, ahead, clock):
    clock.travel("Asia/Kathmandu")
    journal.courses.plan(november(25, 10))
    clock.travel("Europe/London")

    (session,) = ahead(SESSION)

    assert session.when == datetime(2026, 11, 25, 10, tzinfo=UTC)
    assert session.zone == "Asia/Kathmandu"


def test_a_held_session_is_not_ahead_even_if_its_day_is_still_to_come(journal, ahead):
    session = journal.courses.plan(november(25, 10))
    journal.courses.update(type(session)(**{**_fields(session), "status": SessionStatus.HELD}))

    assert ahead(SESSION) == []


def _fields(session):
    return {name: getattr(session, name) for name in session.__dataclass_fields__}
