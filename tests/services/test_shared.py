"""What left: what was in it is named, nothing of it is lost, and its file can go again."""

import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kat_journal.domain.clock import local_day
from kat_journal.domain.ids import Uid
from kat_journal.domain.response import ShareMark
from kat_journal.domain.sharing import EVERYTHING, ShareRecord
from kat_journal.errors import CannotDeleteError
from kat_journal.services.exports import Asked
from kat_journal.services.notices import NoticeChoice
from kat_journal.services.reminders import Reminder, ReminderKind
from kat_journal.services.shared import FileState, file_states, things
from kat_journal.storage.shares import Shares
from tests.storage.making import read_only


@pytest.fixture
def shared(journal):
    return journal.shared


@pytest.fixture
def export(journal, writer, tmp_path):
    """Saves a summary of that name."""

    def export(name="a.md", **asked):
        draft = writer.free_page(f"of {name}")
        journal.responses.set_share(draft.uid, "words", ShareMark.SHARE)
        return journal.exports.export_file(journal.summaries, tmp_path / name, Asked(**asked)).record

    return export


@pytest.fixture
def handed(journal, export, clock):
    """Two summaries of before an appointment that is over."""
    records = (export("a.md"), export("b.md"))
    journal.courses.add_appointment(clock.now() + timedelta(hours=1))
    clock.pass_time(hours=2, minutes=1)
    return records[::-1]


def lines(contents):
    return [line for _, group in contents.groups for line in group]


def test_what_was_in_it_is_named_under_the_headings_of_the_tick_list(demo, tmp_path):
    record = demo.exports.export_file(demo.summaries, tmp_path / "a.md", Asked(everything=True)).record
    material = demo.summaries.material(demo.summaries.whole_period())
    offered = [one for one in demo.summaries.candidates(material) if one.key in things(record)]

    contents = demo.shared.contents(record)

    assert contents.gone == 0
    assert [line.label for line in lines(contents)] == [one.label for one in offered]
    assert [name for name, _ in contents.groups] == list(dict.fromkeys(one.group for one in offered))
    answers = [(one.label, one.day) for one in offered if one.key.startswith("answer:")]
    assert [(line.label, line.day) for line in lines(contents) if line.day is not None] == answers
    assert any(one.guarded for one in offered), "else nothing is said of the guarded ones"


def test_questions_small_steps_and_sessions_are_told_apart_by_their_words(demo, tmp_path):
    record = demo.exports.export_file(demo.summaries, tmp_path / "a.md", Asked(everything=True)).record
    told = {line.words for line in lines(demo.shared.contents(record)) if line.words}
    assert {one.words for one in demo.practices.questions() if not one.asked} <= told
    assert {one.words for one in demo.practices.practices() if not one.ended} <= told


def test_what_was_deleted_since_is_counted_and_not_named(shared, export, journal):
    record = export()
    (key,) = things(record)
    assert shared.contents(record).gone == 0

    journal.responses.trash(Uid(key.split(":")[1]))

    assert shared.contents(record).gone == 1
    assert shared.contents(record).groups == ()
    journal.bin.empty()
    assert shared.contents(record).gone == 1


def test_what_is_new_since_then_is_counted(shared, export, writer, clock):
    record = export()
    assert shared.contents(record).since == 0
    clock.pass_time(minutes=1)
    writer.free_page("later")
    assert shared.contents(record).since == 1


def test_the_newest_comes_first_and_one_can_be_forgotten(shared, export, journal, clock):
    first = export("a.md")
    clock.pass_time(days=1)
    second = export("b.md")
    assert shared.records() == (second, first)

    shared.forget(second.uid)

    assert shared.records() == (first,)
    assert Path(second.file).exists()
    assert journal.summaries.since_summary().starts == local_day(first.made_at, clock.zone())


KEYS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        [EVERYTHING, "answer:", "answer::", "effects:x", "score:x", "question:y", "session:", "practice:z"]
    ),
    st.tuples(st.sampled_from(["answer", "effects", "score"]), st.text(max_size=9), st.text(max_size=9)).map(":".join),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    keys=st.lists(KEYS, max_size=12), picked=st.sets(st.integers(0, 40)), file=st.text(max_size=60), format=st.text()
)
def test_any_record_can_be_shown_and_nothing_in_it_is_lost(demo, keys, picked, file, format):
    material = demo.summaries.material(demo.summaries.default_period())
    offered = [one.key for one in demo.summaries.candidates(material)]
    theirs = [key for at, key in enumerate(offered) if at in picked]
    day = date(2026, 11, 23)
    record = ShareRecord(Uid("any"), demo.clock.now(), format, "0" * 64, day, day, file, (*keys, *theirs))
    kept = Shares(demo._vault.connection)
    kept.add(record)
    (stored,) = demo.shared.records()
    kept.remove(Uid("any"))
    assert stored == record

    contents = demo.shared.contents(stored)

    assert len(lines(contents)) + contents.gone == len(things(record))
    assert len(lines(contents)) >= len(theirs)
    assert set(file_states([stored])) == {Uid("any")}


def test_of_each_file_it_is_told_what_is_at_its_place(shared, export, journal):
    there, changed, moved, kept = (export(f"{name}.md") for name in "abcd")
    Path(changed.file).write_text("mine", encoding="utf-8")
    Path(moved.file).rename(Path(moved.file).with_name("other.md"))
    shared.keep([kept])
    states = file_states(shared.records())
    assert states == {
        there.uid: FileState.UNCHANGED,
        changed.uid: FileState.CHANGED,
        moved.uid: FileState.AWAY,
        kept.uid: FileState.FORGOTTEN,
    }
    assert Path(kept.file).exists()


def test_only_what_is_as_it_was_saved_is_deleted(shared, export):
    there, changed = export("a.md"), export("b.md")
    Path(changed.file).write_text("mine", encoding="utf-8")

    outcome = shared.delete([there, changed])

    assert (outcome.deleted, outcome.untouched, outcome.refused) == ((there,), (changed,), ())
    assert not Path(there.file).exists()
    assert Path(changed.file).read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no mode there")
def test_what_the_system_keeps_is_told_and_can_be_tried_again(shared, export, tmp_path):
    kept, free = export("a.md"), export("b.md")
    (tmp_path / "locked").mkdir()
    moved = Path(kept.file).rename(tmp_path / "locked" / "a.md")
    kept = ShareRecord(kept.uid, kept.made_at, kept.format, kept.sha256, kept.starts, kept.ends, str(moved), kept.keys)
    with read_only(tmp_path / "locked"):
        outcome = shared.delete([kept, free])
    assert (outcome.deleted, outcome.refused) == ((free,), (kept,))
    assert isinstance(outcome.reason, CannotDeleteError)
    assert moved.exists()
    assert shared.delete(outcome.refused).deleted == (kept,)


def test_after_the_appointment_its_files_are_offered(shared, handed, journal):
    assert shared.offer() == Reminder(ReminderKind.SAVED, "2", records=handed)
    journal.house_rules.settle()
    journal.reminders.put_off(Reminder(ReminderKind.KIT))
    assert journal.reminders.next() == shared.offer()

    shared.keep(handed)

    assert shared.offer() is None
    assert journal.reminders.next() is None


def test_not_today_lasts_a_day(handed, journal, clock):
    reminder = journal.reminders.next()
    assert reminder.kind is ReminderKind.SAVED

    journal.reminders.put_off(reminder)

    clock.pass_time(hours=23, minutes=59)
    assert journal.reminders.next().kind is not ReminderKind.SAVED
    clock.pass_time(minutes=1)
    assert journal.reminders.next() == reminder


def test_a_drive_that_is_not_connected_is_nothing_to_speak_of(shared, handed):
    for one in handed:
        Path(one.file).rename(Path(one.file).with_suffix(".away"))
    assert shared.offer() is None


def test_in_the_hours_after_a_session_it_waits(handed, journal, clock):
    journal.courses.just_had()
    assert journal.shared.offer() is not None, "else there would be nothing to wait with"
    assert journal.reminders.next() is None
    clock.pass_time(days=1)
    assert journal.reminders.next().kind is ReminderKind.SAVED


def test_the_desktop_is_told_nothing_of_it(shared, handed, journal):
    journal.notices.keep(NoticeChoice(on=True))
    assert shared.offer() is not None
    told = journal.notices.plan()

    shared.keep(handed)

    assert shared.offer() is None
    assert told is not None
    assert journal.notices.plan() == told
