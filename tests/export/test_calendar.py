"""The calendar file, read by a parser and by hand against the rules of RFC 5545."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from kat_journal.export.calendar import CalendarEvent, render

NOW = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)
UID = "7f1c7d2e-6f0a-4f6e-9a51-0d4a5b6c7d8e"
ZONES = st.sampled_from(["Europe/London", "America/Sao_Paulo", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia"])
INSTANTS = st.integers(1_700_000_000, 2_000_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))


def event(**changed):
    usual = {"uid": UID, "starts": NOW, "minutes": 60, "title": "Reminder", "busy": True, "alarm": None}
    return CalendarEvent(**(usual | {"changed_at": NOW} | changed))


def unfolded(data):
    """Every line of the file, put together again as section 3.1 of RFC 5545 has it; the rules of lines are checked."""
    assert data.endswith(b"\r\n")
    raw = data[:-2].split(b"\r\n")
    assert all(len(line) <= 75 for line in raw)
    assert b"\n" not in b"".join(raw)
    assert b"\r" not in b"".join(raw)
    lines = []
    for line in raw:
        if line[:1] in (b" ", b"\t"):
            lines[-1] += line[1:]
        else:
            lines.append(line)
    return [line.decode() for line in lines]


def test_an_event_is_what_the_rules_want():
    lines = unfolded(render([event(alarm=90)]))

    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    assert lines.count("VERSION:2.0") == 1
    assert sum(line.startswith("PRODID:") for line in lines) == 1
    for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "LAST-MODIFIED", "STATUS", "TRANSP"):
        assert sum(line.split(":")[0].split(";")[0] == name for line in lines) == 1, name
    assert "DTSTART:20261123T103000Z" in lines
    assert "DTEND:20261123T113000Z" in lines
    assert "TRIGGER:-PT1H30M" in lines
    assert "CLASS:PRIVATE" in lines
    assert not [line for line in lines if line.startswith(("METHOD", "ORGANIZER", "ATTENDEE", "LOCATION", "X-"))]


def test_no_event_makes_a_whole_file_too():
    assert unfolded(render([]))[0] == "BEGIN:VCALENDAR"


def test_nothing_in_it_names_the_program_or_the_treatment():
    data = render([event(alarm=0), event(cancelled=True, uid="other")]).lower()

    assert b"reminder" in data
    for word in (b"kat", b"ketamin", b"journal", b"session", b"therapy", b"python"):
        assert word not in data


def test_a_cancelled_event_says_so_and_reminds_nobody():
    lines = unfolded(render([event(cancelled=True, alarm=60, sequence=3)]))

    assert "STATUS:CANCELLED" in lines
    assert "SEQUENCE:3" in lines
    assert "BEGIN:VALARM" not in lines


def test_a_page_takes_nobodys_time():
    assert "TRANSP:TRANSPARENT" in unfolded(render([event(busy=False)]))
    assert "TRANSP:OPAQUE" in unfolded(render([event()]))


@given(title=st.text(max_size=200), uids=st.lists(st.uuids().map(str), max_size=4, unique=True))
def test_whatever_a_title_is_lines_stay_short_and_the_parser_finds_every_event(title, uids):
    data = render([event(uid=uid, title=title) for uid in uids])

    unfolded(data)
    found = Calendar.from_ical(data)
    assert [str(one["uid"]) for one in found.walk("VEVENT")] == sorted(uids)


@given(starts=INSTANTS, zone=ZONES, minutes=st.integers(15, 180))
def test_an_instant_stays_the_same_instant_in_every_zone_and_across_every_change_of_clocks(starts, zone, minutes):
    data = render([event(starts=starts.astimezone(ZoneInfo(zone)).astimezone(UTC), minutes=minutes)])

    (read,) = Calendar.from_ical(data).walk("VEVENT")
    assert read.start == starts
    assert read.start.astimezone(ZoneInfo(zone)) == starts.astimezone(ZoneInfo(zone))
    assert read.end - read.start == timedelta(minutes=minutes)


def test_the_same_events_give_the_same_bytes_in_any_order():
    one, two = event(), event(uid="another", starts=NOW + timedelta(days=1))

    assert render([one, two]) == render([two, one])
