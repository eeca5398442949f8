"""The file for a calendar: neutral, the same each time, and bringing what it wrote before up to date."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from icalendar import Calendar

from kat_journal.errors import AlreadyExistsError
from kat_journal.services.ahead import AheadKind
from kat_journal.services.calendar_file import SECRET, TITLES, CalendarChoice
from tests.helpers.clock import november


@pytest.fixture
def sessions_only(journal):
    journal.notices.keep(replace(journal.notices.choice(), kinds=frozenset({AheadKind.SESSION})))
    return journal


@pytest.fixture
def saved(journal, tmp_path):
    """Saves the file and reads it; gives the events by their uid."""

    def saved(journal=journal):
        path = tmp_path / "reminders.ics"
        journal.calendar.save(path, overwrite=True)
        data = path.read_bytes()
        return {str(event["uid"]): event for event in Calendar.from_ical(data).walk("VEVENT")}, data

    return saved


def only(events):
    (event,) = events.values()
    return event


def test_nothing_ahead_gives_a_file_without_events(saved):
    assert saved()[0] == {}


def test_the_file_is_open_to_its_owner_alone_and_replaces_nothing_unasked(journal, tmp_path):
    path = tmp_path / "reminders.ics"

    assert journal.calendar.save(path) == 0

    assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(AlreadyExistsError):
        journal.calendar.save(path)


def test_a_session_is_a_time_under_a_neutral_title(sessions_only, saved):
    sessions_only.courses.plan(november(26, 10))

    event = only(saved()[0])

    assert event["summary"] == "Reminder"
    assert event.start == november(26, 10)
    assert event.end == november(26, 12)
    assert event["status"] == "CONFIRMED"


@pytest.mark.parametrize(("title", "word"), list(zip(TITLES, ("Reminder", "Appointment", "Notebook"), strict=True)))
def test_the_person_chooses_among_neutral_words(sessions_only, saved, title, word):
    sessions_only.courses.plan(november(26, 10))
    sessions_only.calendar.keep(CalendarChoice(title, alarm=True))

    event = only(saved()[0])

    assert event["summary"] == word
    (alarm,) = event.walk("VALARM")
    assert alarm["description"] == word
    assert alarm["trigger"].dt == timedelta(days=-1)
    assert sessions_only.calendar.choice() == CalendarChoice(title, alarm=True)


def test_a_title_that_is_none_of_them_is_the_usual_one(journal):
    journal.settings.put("calendar.title", "ketamine")

    assert journal.calendar.choice() == CalendarChoice()


def test_a_page_reminds_when_it_opens_but_not_at_night_nor_in_the_hours_after_a_session(journal, saved, held, clock):
    clock.set(november(22, 13))
    journal.calendar.keep(CalendarChoice(alarm=True))

    events = list(saved()[0].values())

    silence = journal.notices.silence(november(30))
    assert events
    assert not [event for event in events if silence.is_silent(event.start, "Europe/London")]
    assert all(event["transp"] == "TRANSPARENT" for event in events)
    assert {event.walk("VALARM")[0]["trigger"].dt for event in events} == {timedelta(0)}
    assert november(23, 8) in [event.start for event in events]


def test_pages_that_remind_at_the_same_time_are_one_event(demo, saved):
    starts = [event.start for event in saved(demo)[0].values() if event["transp"] == "TRANSPARENT"]

    assert len(starts) > 3
    assert len(starts) == len(set(starts))


def test_nothing_of_the_journal_is_in_the_file(demo, saved):
    events, data = saved(demo)

    assert len(events) > 10
    text = data.decode().lower()
    for word in ("kat", "ketamin", "session", "journal", "core:", "check", "reflection"):
        assert word not in text.replace("-//reminders//reminders//en", ""), word
    rows = [*demo.courses.sessions(), *demo.courses.appointments(), *demo.courses.courses()]
    assert not [row.uid for row in rows if row.uid.lower() in text]
    assert {key for event in events.values() for key in event} == {
        "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "CLASS", "TRANSP", "STATUS",
    }  # fmt: skip


def test_an_uid_is_a_random_one_to_look_at_and_the_same_each_time(sessions_only, saved):
    sessions_only.courses.plan(november(26, 10))

    (first,) = saved()[0]

    assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", first)
    assert list(saved()[0]) == [first]


def test_two_journals_give_the_same_session_different_uids(sessions_only, saved):
    sessions_only.courses.plan(november(26, 10))
    (first,) = saved()[0]

    sessions_only.settings.put("calendar.secret", "00" * 32)

    assert first not in {uid for uid, event in saved()[0].items() if event["status"] == "CONFIRMED"}


def test_the_same_data_gives_the_same_bytes_on_another_day_too(sessions_only, saved, clock):
    sessions_only.courses.plan(november(26, 10))
    _, first = saved()

    clock.pass_time(days=1)

    assert saved()[1] == first


def test_a_moved_session_is_the_same_event_with_a_higher_count(sessions_only, saved, clock):
    session = sessions_only.courses.plan(november(26, 10))
    before = only(saved()[0])
    sessions_only.courses.move(session.id, november(27, 14))
    clock.pass_time(hours=1)

    after = only(saved()[0])

    assert after["uid"] == before["uid"]
    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert after.start == november(27, 14)
    assert after["last-modified"].dt == november(23, 11, 30)
    assert only(saved()[0])["sequence"] == 1


def test_a_cancelled_session_that_was_in_the_calendar_is_dropped_from_it(sessions_only, saved, clock):
    session = sessions_only.courses.plan(november(26, 10))
    saved()
    sessions_only.courses.cancel(session.id)

    event = only(saved()[0])

    assert event["status"] == "CANCELLED"
    assert event["sequence"] == 1
    assert event.walk("VALARM") == []
    _, again = saved()
    assert again == saved()[1]
    clock.set(november(27))
    assert saved()[0] == {}


def test_a_cancelled_session_that_was_never_in_it_stays_out(sessions_only, saved):
    session = sessions_only.courses.plan(november(26, 10))
    sessions_only.courses.cancel(session.id)

    assert saved()[0] == {}


def test_a_session_that_comes_back_is_the_same_event_again(sessions_only, saved):
    session = sessions_only.courses.plan(november(26, 10))
    saved()
    sessions_only.courses.put_off(session.id)
    saved()
    sessions_only.courses.move(session.id, november(28, 10))

    event = only(saved()[0])

    assert (event["status"], event["sequence"]) == ("CONFIRMED", 2)


def test_what_took_place_stays_in_the_calendar_untouched(sessions_only, saved, clock):
    session = sessions_only.courses.plan(november(26, 10))
    saved()
    clock.set(november(26, 13))
    sessions_only.courses.hold(session.id)

    assert saved()[0] == {}


def test_a_page_that_closes_before_the_silence_ends_is_left_out(journal, saved, clock):
    session = journal.courses.plan(november(22, 10))
    clock.set(november(22, 12))
    journal.courses.hold(session.id)

    starts = [event.start for event in saved()[0].values()]

    assert starts
    assert min(starts) >= november(23, 8)


def test_a_failed_save_remembers_nothing(sessions_only, tmp_path):
    sessions_only.courses.plan(november(26, 10))
    path = tmp_path / "reminders.ics"
    path.write_text("mine")

    with pytest.raises(AlreadyExistsError):
        sessions_only.calendar.save(path)

    assert sessions_only.settings.get("calendar.sent") == ""
    assert path.read_text() == "mine"


def test_a_change_of_clocks_moves_no_instant(sessions_only, saved, clock):
    """In London the clocks go forward on 28 March 2027."""
    clock.set(november(23, 10) + timedelta(days=120))
    before, after = (november(23, 10) + timedelta(days=days) for days in (124, 126))
    for at in (before, after):
        sessions_only.courses.plan(at)

    assert sorted(event.start for event in saved()[0].values()) == [before, after]


def test_what_is_long_over_is_forgotten(sessions_only, saved, clock):
    sessions_only.courses.plan(november(26, 10))
    saved()
    clock.pass_time(days=500)
    saved()

    assert sessions_only.settings.get("calendar.sent") == "[]"


@pytest.mark.parametrize("kept", ["", '[["uid', "17", '[["too", "short"]]'])
def test_a_memory_that_lost_its_end_is_an_empty_one(sessions_only, saved, kept):
    sessions_only.courses.plan(november(26, 10))
    sessions_only.settings.put("calendar.sent", kept)

    assert only(saved()[0])["status"] == "CONFIRMED"


def test_a_secret_of_which_damage_left_only_a_piece_still_names_events(sessions_only, saved):
    sessions_only.courses.plan(november(30, 10))
    sessions_only.settings.put(SECRET, "zz")

    events, _ = saved()
    assert len(events) == 1
