"""A restore that was killed is undone before its moment and finished after it."""

import shutil

import pytest

from kat_journal.storage import backup, restoring
from kat_journal.storage.opening import open_vault
from kat_journal.storage.restoring import look_inside, restore
from tests.storage.making import PASSPHRASE, contents
from tests.storage.restores import INSIDE, KEPT, NOON, found, write


def ready(good, folder):
    """A journal whose restore was killed right after its moment."""
    work = folder.parent / "Work"
    restore(good, work, PASSPHRASE, NOON)
    folder.mkdir(exist_ok=True)
    place = folder / restoring.READY
    place.mkdir()
    for name in ("journal.db", "keys.json", "keys.json.bak"):
        shutil.move(work / name, place / name)
    shutil.rmtree(work)
    return place


@pytest.mark.parametrize("moved", [(), ("keys.json",), ("keys.json", "keys.json.bak", "journal.db")])
def test_a_restore_that_was_killed_after_its_moment_is_finished_at_the_next_opening(good, folder, moved):
    write(folder, "walrus")
    place = ready(good, folder)
    for name in moved:
        (place / name).replace(folder / name)

    assert (found(folder, "walrus"), found(folder, "quiet")) == (0, 3)
    assert sorted(contents(folder)) == ["journal.db", "keys.json", "keys.json.bak"]


def test_it_is_finished_on_a_new_computer_too(good, tmp_path):
    folder = tmp_path / "Journal"
    ready(good, folder)

    assert found(folder, "quiet") == 3


def test_finishing_again_and_again_changes_nothing(good, folder):
    ready(good, folder)
    restoring.finish_restore(folder)
    before = contents(folder)

    restoring.finish_restore(folder)

    assert contents(folder) == before


def test_a_link_of_that_name_is_not_followed(good, folder, tmp_path):
    place = ready(good, tmp_path / "Elsewhere")
    (folder / restoring.READY).symlink_to(place)

    assert not restoring.is_begun(folder)
    assert found(folder, "quiet") == 0


def test_keys_alone_are_half_of_one_that_was_synced_here_and_take_no_place(good, folder):
    write(folder, "walrus")
    place = ready(good, folder)
    (place / "journal.db").unlink()
    for name in ("keys.json", "keys.json.bak"):
        (place / name).write_bytes(b"")

    assert found(folder, "walrus") == 1
    assert not place.exists()


@pytest.mark.parametrize("name", ["journal.db", "keys.json"])
def test_a_link_in_it_takes_no_place(good, folder, tmp_path, name):
    write(folder, "walrus")
    place = ready(good, folder)
    (place / name).rename(tmp_path / name)
    (place / name).symlink_to(tmp_path / name)

    restoring.finish_restore(folder)

    assert not (folder / name).is_symlink()
    assert not place.exists()
    assert (tmp_path / name).exists()


def test_another_restore_finishes_the_one_before_it(good, folder):
    write(folder, "walrus")
    vault = open_vault(folder, PASSPHRASE)
    path = folder.parent / "walrus.kjbackup"
    backup.make(vault.connection, vault.key, folder, path)
    vault.close()
    ready(good, folder)

    kept = restore(path, folder, PASSPHRASE, NOON).kept

    assert found(folder, "walrus") == 1
    assert look_inside(kept, PASSPHRASE, folder) == INSIDE


def test_what_killed_runs_left_is_taken_away(good, folder):
    (folder / "restore.new").mkdir()
    (folder / "restore.new" / "journal.db").write_bytes(b"half")
    (folder / "restore.look-abc").mkdir()

    restore(good, folder, PASSPHRASE, NOON)

    assert sorted(contents(folder)) == ["backups", f"backups/{KEPT}", "journal.db", "keys.json", "keys.json.bak"]

    target = folder.parent / "elsewhere"
    target.mkdir()
    (folder / "restore.new").symlink_to(target)
    restore(good, folder, PASSPHRASE, NOON.replace(hour=14))
    assert target.is_dir()


def test_a_first_restore_that_was_killed_can_be_begun_again(good, tmp_path):
    folder = tmp_path / "Journal"
    (folder / "restore.look-abc").mkdir(parents=True)

    restore(good, folder, PASSPHRASE, NOON)

    assert found(folder, "quiet") == 3
