"""Backups come by themselves, are copied to a second place, and never delay or lose anything."""

import os
import shutil
from datetime import timedelta

import pytest

from kat_journal.errors import BackupDamagedError, BackupRunningError, JournalDamagedError
from kat_journal.services.backup_list import BackupKind, _size, backups_of
from kat_journal.services.backup_run import Watch
from kat_journal.services.backups import GivenUp
from kat_journal.storage.backup_look import verify
from kat_journal.storage.restoring import look_inside, restore
from tests.services.backing_up import damage, names, run


def test_a_journal_without_a_backup_is_due_for_one(backups, writer):
    writer.free_page("the sea")
    assert backups.list() == ()
    assert backups.due()

    made = run(backups).made

    assert made.path.name == "2026-11-23T103000.kjbackup"
    assert not backups.due()
    (listed,) = backups.list()
    assert (listed.path, listed.kind, listed.made_at) == (made.path, BackupKind.REGULAR, made.made_at)
    assert (listed.size, listed.verified) == (made.size, True)


def test_it_holds_what_was_written(backups, writer, passphrase, tmp_path):
    writer.free_page("the sea")

    path = run(backups).made.path

    assert look_inside(path, passphrase, tmp_path / "Look").pages == 1


def test_the_next_is_due_after_a_day_and_only_if_something_changed(backups, writer, clock):
    writer.free_page("the sea")
    run(backups)
    clock.pass_time(hours=25)
    assert not backups.due()

    writer.free_page("quiet")
    assert backups.due()
    clock.pass_time(hours=-2)
    assert not backups.due()


def test_a_clock_that_was_set_back_does_not_hold_backups_off(backups, writer, clock):
    run(backups)
    writer.free_page("the sea")
    clock.pass_time(days=-3)

    assert backups.due()


def test_a_backup_stays_that_was_made_while_the_clock_was_set_back(backups, writer, clock):
    for _ in range(6):
        writer.free_page("words")
        run(backups)
        clock.pass_time(days=1)
    clock.pass_time(days=-3, hours=-2)  # in the morning of a day that has its backup already
    writer.free_page("the sea")

    made = run(backups, anyway=True).made

    assert made.path.is_file()
    assert not backups.due()


def test_a_backup_from_the_future_holds_nothing_off_and_is_not_taken_for_the_newest(backups, writer, clock):
    """Somebody's clock was a year ahead for a day."""
    clock.pass_time(days=365)
    run(backups)
    clock.pass_time(days=-365)
    writer.free_page("the sea")
    made = run(backups).made
    writer.free_page("quiet")
    assert not backups.due()

    backups.remove_older()

    assert names(backups.folder) == [made.path.name]


def test_nothing_is_copied_when_nothing_is_due_unless_it_is_wanted(backups, clock):
    run(backups)

    assert run(backups).made is None
    clock.pass_time(days=1)
    assert run(backups, anyway=True).made is not None
    assert len(backups.list()) == 2


def test_somebody_who_waits_for_the_journal_comes_first(backups, writer):
    for number in range(60):
        writer.free_page(f"words {number}")

    with pytest.raises(GivenUp):
        backups.begin(lambda: True)

    assert backups.list() == ()
    assert run(backups).made is not None


def test_two_backups_are_not_made_at_once(backups):
    begun = backups.begin()

    class Meanwhile(Watch):
        def step(self, size):
            with pytest.raises(BackupRunningError):
                backups.begin(anyway=True)
            super().step(size)

    watch = Meanwhile()
    total = begun.total
    begun.finish(watch)

    assert total > 0
    assert abs(watch.handled - total) < 20_000
    assert not begun.is_busy


def test_one_that_was_begun_and_left_does_not_stand_in_the_way(backups, clock):
    backups.begin()
    clock.pass_time(minutes=1)

    made = run(backups).made

    assert names(backups.folder) == [made.path.name]


def test_it_can_be_stopped_and_leaves_nothing(backups):
    begun, watch = backups.begin(), Watch()
    watch.stopped = True

    with pytest.raises(GivenUp):
        begun.finish(watch)

    assert names(backups.folder) == []


def test_older_ones_go_by_the_calendar_after_the_new_one_is_good(backups, writer, clock):
    for _ in range(60):
        writer.free_page("words")
        run(backups)
        clock.pass_time(days=1)

    days = [one.made_at.date() for one in backups.list()]
    assert len(days) < 12
    assert [days[0] - day for day in days[:5]] == [timedelta(days=n) for n in range(5)]
    assert all(verify(one.path) for one in backups.list())


def test_a_backup_that_cannot_be_made_removes_no_other(backups, writer, clock, vault):
    run(backups)
    for _ in range(6):
        clock.pass_time(days=1)
        writer.free_page("words")
        run(backups)
    before = names(backups.folder)
    clock.pass_time(days=1)
    writer.free_page("words")
    begun, watch = backups.begin(), Watch()
    watch.stopped = True

    with pytest.raises(GivenUp):
        begun.finish(watch)

    assert names(backups.folder) == before


def test_copies_of_what_was_replaced_are_kept_apart_for_a_month_and_then_the_last_three_stay(backups, clock):
    made = run(backups).made.path
    for number in range(5):
        for prefix in ("replaced-", "before-schema-"):
            shutil.copy(made, backups.folder / f"{prefix}{number}.kjbackup")
    (backups.folder / "replaced-x.kjbackup").write_text("cannot be read")
    shutil.copy(made, backups.folder / "mine.kjbackup")
    clock.pass_time(days=29)
    run(backups, anyway=True)
    assert [one.kind for one in backups.list()].count(BackupKind.REPLACED) == 5 + 1
    clock.pass_time(days=1)

    run(backups, anyway=True)

    kinds = [one.kind for one in backups.list()]
    assert kinds.count(BackupKind.REPLACED) == 3 + 1
    assert kinds.count(BackupKind.BEFORE_SCHEMA) == 3
    assert kinds.count(BackupKind.OTHER) == 1
    assert backups.list()[-1].made_at is None


def test_backups_of_another_journal_are_left_alone_and_do_not_count(backups, demo, writer, clock):
    for _ in range(8):
        path = demo.backups.back_up()
        shutil.copy(path.path, backups.folder.parent / path.path.name)
        clock.pass_time(days=1)
    backups.folder.mkdir()
    for path in backups.folder.parent.glob("*.kjbackup"):
        path.rename(backups.folder / path.name)
    assert backups.due()

    run(backups)

    assert len(backups.list()) == 9


def test_a_damaged_backup_is_found_by_checking(backups):
    path = run(backups).made.path
    watch = Watch()
    assert backups.check(path, watch).path == path
    assert watch.handled > 0
    damage(path)
    with pytest.raises(BackupDamagedError):
        backups.check(path)


def test_a_backup_can_be_made_anywhere_in_one_go(backups, tmp_path):
    info = backups.back_up(tmp_path / "usb.kjbackup")

    assert verify(tmp_path / "usb.kjbackup") == info
    assert backups.list() == ()


def test_older_ones_are_removed_on_request_once_the_newest_is_good(backups, clock):
    assert backups.remove_older() == 0
    first = run(backups).made.path
    shutil.copy(first, backups.folder / "replaced-2026.kjbackup")
    clock.pass_time(days=1)
    newest = run(backups, anyway=True).made.path

    assert backups.remove_older() == 2
    assert names(backups.folder) == [newest.name]


def test_nothing_is_removed_while_the_newest_is_damaged(backups, clock):
    run(backups)
    clock.pass_time(days=1)
    damage(run(backups, anyway=True).made.path)

    with pytest.raises(BackupDamagedError):
        backups.remove_older()

    assert len(backups.list()) == 2


def test_a_file_that_cannot_be_read_is_listed_with_its_size(tmp_path):
    (tmp_path / "a.kjbackup").write_text("x")
    (listed,) = backups_of(tmp_path)
    assert (listed.size, listed.made_at, listed.is_regular) == (1, None, False)
    assert _size(tmp_path / "gone meanwhile") == 0


def test_a_restored_backup_has_every_row(demo, tmp_path, clock):
    """The restore drill: each of fifteen backups, by the hash of every row."""
    from kat_journal.services.demo import PASSPHRASE
    from kat_journal.storage.opening import open_vault
    from tests.storage.dumping import row_hashes

    expected = {}
    for number in range(15):
        demo.settings.put("drill", str(number))
        expected[demo.backups.back_up(tmp_path / f"{number}.kjbackup").path] = row_hashes(demo._vault.connection)
    assert sum(map(len, next(iter(expected.values())).values())) > 100
    for path, rows in expected.items():
        folder = tmp_path / f"restored-{path.stem}"
        restore(path, folder, PASSPHRASE, clock.now())
        vault = open_vault(folder, PASSPHRASE)
        assert row_hashes(vault.connection) == rows
        vault.close()
    assert os.path.lexists(tmp_path / "restored-14")


def test_a_backup_before_a_risky_step_is_made_in_any_second(backups):
    first, second = backups.back_up(), backups.back_up()

    assert second.made_at - first.made_at == timedelta(seconds=1)
    assert len(backups.list()) == 2
    backups.remove_older()
    assert names(backups.folder) == [second.path.name]


def test_the_open_journal_can_be_read_whole_too(backups, writer, vault):
    writer.free_page("the sea")
    backups.check_journal()
    with (vault.folder / "journal.db").open("r+b") as file:
        file.seek(5000)
        file.write(b"x" * 9000)

    with pytest.raises(JournalDamagedError):
        backups.check_journal()
