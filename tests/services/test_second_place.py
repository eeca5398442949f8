"""A second place gets every day's backup, and is never insisted on."""

import pytest

from kat_journal.errors import DiskFullError, SecondPlaceError
from kat_journal.services.backup_run import Watch
from kat_journal.services.backups import GivenUp
from kat_journal.services.reminders import Reminder, ReminderKind
from kat_journal.storage.backup_look import verify
from tests.services.backing_up import names, run
from tests.storage.making import small_disk


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_a_second_place_gets_the_backup_at_once_and_then_once_a_day(backups, writer, clock, stick):
    assert backups.second_place() is None
    run(backups)
    backups.choose_second_place(stick)
    assert backups.due()

    copied = run(backups).copied

    assert copied.parent == stick
    assert verify(copied).verified
    assert backups.second_place().copied == copied.name
    assert not backups.due()
    clock.pass_time(hours=25)
    writer.free_page("the sea")
    assert run(backups).copied.name > copied.name
    assert len(names(stick)) == 2


def test_a_place_that_is_away_waits_and_is_reminded_of_after_a_week(backups, writer, clock, stick):
    backups.choose_second_place(stick)
    assert backups.second_place_reminder() is None
    run(backups)
    clock.pass_time(days=8)
    assert backups.second_place_reminder() is None  # it has the newest

    stick.rename(stick.with_name("away"))
    writer.free_page("the sea")
    done = run(backups)
    assert (done.copied, done.away) == (None, True)
    assert backups.due()
    assert backups.second_place_reminder() == Reminder(ReminderKind.SECOND_PLACE, detail="stick")

    stick.with_name("away").rename(stick)
    assert run(backups).copied is not None
    assert backups.second_place_reminder() is None


def test_a_place_that_has_one_is_tried_once_a_day(backups, writer, clock, stick):
    backups.choose_second_place(stick)
    run(backups)
    writer.free_page("the sea")
    clock.pass_time(seconds=1)
    newest = backups.back_up()
    assert not backups.due()

    clock.pass_time(hours=24)

    assert backups.due()
    done = run(backups)
    assert (done.made, done.copied.name) == (None, newest.path.name)


def test_a_second_place_that_is_full_says_so_and_the_backup_is_good(backups, stick):
    with small_disk(stick, "64k") as disk:
        backups.choose_second_place(disk)
        done = run(backups)
        assert isinstance(done.trouble, DiskFullError)
        assert names(disk) == []
    assert verify(done.made.path).verified
    assert backups.second_place().copied == ""


def test_old_copies_at_the_second_place_go_too_and_nothing_else_there(backups, writer, clock, stick):
    (stick / "letter.txt").write_text("mine")
    (stick / "2020-01-01T000000.kjbackup").write_text("not ours")
    backups.choose_second_place(stick)
    for _ in range(20):
        writer.free_page("words")
        run(backups)
        clock.pass_time(days=1)

    assert {"letter.txt", "2020-01-01T000000.kjbackup"} <= set(names(stick))
    assert set(names(stick)) - {"letter.txt", "2020-01-01T000000.kjbackup"} == set(names(backups.folder))


def test_a_second_place_can_be_given_up(backups, stick, clock):
    backups.choose_second_place(stick)
    begun = backups.begin()
    backups.leave_second_place()

    backups.note(begun.finish())

    assert backups.second_place() is None
    assert backups.second_place_reminder() is None
    assert not backups.due()
    assert len(names(stick)) == 1


@pytest.mark.parametrize("part", [".", "backups", "../nowhere"])
def test_the_journals_own_folder_is_no_second_place(backups, vault, part):
    (vault.folder / "backups").mkdir()

    with pytest.raises(SecondPlaceError):
        backups.choose_second_place(vault.folder / part)

    assert backups.second_place() is None


def test_no_reminder_comes_before_a_week(backups, writer, clock, stick):
    backups.choose_second_place(stick)
    run(backups)
    stick.rename(stick.with_name("away"))
    clock.pass_time(days=2)
    writer.free_page("the sea")
    run(backups)

    assert backups.second_place_reminder() is None


def test_older_ones_at_the_second_place_are_removed_too_on_request(backups, clock, stick):
    (stick / "2020-01-01T000000.kjbackup").write_text("not ours")
    backups.choose_second_place(stick)
    for _ in range(3):
        newest = run(backups, anyway=True).made.path
        clock.pass_time(days=1)

    assert backups.remove_older(stick) == 4
    assert names(backups.folder) == [newest.name]
    assert names(stick) == ["2020-01-01T000000.kjbackup", newest.name]


def test_what_was_copied_just_now_stays_there_whatever_the_clock_said(backups, writer, clock, stick):
    backups.choose_second_place(stick)
    for _ in range(6):
        writer.free_page("words")
        run(backups)
        clock.pass_time(days=1)
    clock.pass_time(days=-3, hours=-2)
    writer.free_page("the sea")

    done = run(backups, anyway=True)

    assert done.copied.name in names(stick)


class StoppedAtTheStick(Watch):
    """Stopped by the person once the backup itself is good."""

    def __init__(self, folder):
        super().__init__()
        self._folder = folder

    def step(self, size):
        self.stopped = any(name.endswith(".kjbackup") for name in names(self._folder))
        super().step(size)


def test_one_that_is_stopped_on_its_way_to_the_second_place_is_made_all_the_same(backups, stick):
    backups.choose_second_place(stick)

    done = backups.begin().finish(StoppedAtTheStick(backups.folder))

    assert verify(done.made.path).verified
    assert (done.copied, done.trouble, names(stick)) == (None, None, [])
    with pytest.raises(GivenUp):
        backups.begin().finish(StoppedAtTheStick(backups.folder))
