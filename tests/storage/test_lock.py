import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from kat_journal.errors import DiskFullError, JournalInUseError, NotAJournalError, StorageFailedError
from kat_journal.storage.lock import VaultLock, _hold_current
from tests.storage.making import contents, small_disk

HOLDER = """
import sys
from pathlib import Path
from kat_journal.storage.lock import VaultLock
lock = VaultLock.take(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path):
    """Another program that holds the lock of the folder."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    ) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_the_lock_says_who_holds_it_and_goes_with_its_holder(tmp_path):
    lock = VaultLock.take(tmp_path)
    holder = json.loads((tmp_path / "lock").read_text())
    assert set(holder) == {"host", "pid", "since"}
    assert holder["pid"] == os.getpid()
    lock.release()
    lock.release()
    assert list(tmp_path.iterdir()) == []


def test_it_is_held_once_even_within_one_program(tmp_path):
    lock = VaultLock.take(tmp_path)
    before = (tmp_path / "lock").read_bytes()
    with pytest.raises(JournalInUseError):
        VaultLock.take(tmp_path)
    assert (tmp_path / "lock").read_bytes() == before
    lock.release()
    VaultLock.take(tmp_path).release()


def test_another_program_is_refused_and_the_holder_keeps_it(tmp_path, holder):
    before = (tmp_path / "lock").read_bytes()
    for _ in range(3):
        with pytest.raises(JournalInUseError):
            VaultLock.take(tmp_path)
    assert (tmp_path / "lock").read_bytes() == before
    assert json.loads(before)["pid"] == holder.pid


def test_the_lock_of_a_program_that_was_killed_locks_nobody_out(tmp_path, holder):
    holder.kill()
    holder.wait()
    assert (tmp_path / "lock").exists()
    lock = VaultLock.take(tmp_path)
    assert json.loads((tmp_path / "lock").read_text())["pid"] == os.getpid()
    lock.release()


@pytest.mark.parametrize("leftover", [b"", b"garbage \xff", b'{"host": "another", "pid": 1, "since": "then"}' * 9])
def test_a_leftover_file_locks_nobody_out(tmp_path, leftover):
    (tmp_path / "lock").write_bytes(leftover)
    lock = VaultLock.take(tmp_path)
    assert json.loads((tmp_path / "lock").read_text())["pid"] == os.getpid()
    lock.release()


def test_a_file_that_was_taken_away_meanwhile_is_not_held(tmp_path):
    path = tmp_path / "lock"
    for put_back in (False, True):
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        path.rename(tmp_path / "old")
        if put_back:
            path.touch()
        with pytest.raises(JournalInUseError):
            _hold_current(path, handle)
        os.close(handle)


def test_no_room_for_the_lock_is_a_full_disk(tmp_path):
    with small_disk(tmp_path / "disk", "4k") as disk:
        (disk / "filler").write_bytes(bytes(4096))
        with pytest.raises(DiskFullError):
            VaultLock.take(disk)
        assert [path.name for path in disk.iterdir()] == ["filler"]


# A folder that came from somebody else


def refused(folder, error=NotAJournalError):
    before = contents(folder.parent)
    with pytest.raises(error):
        VaultLock.take(folder)
    assert contents(folder.parent) == before


@pytest.fixture
def foreign(tmp_path):
    """Somebody's folder beside a letter of ours."""
    (tmp_path / "letter.txt").write_text("mine")
    (tmp_path / "Journal").mkdir()
    return tmp_path / "Journal"


@pytest.mark.parametrize("make", [os.symlink, os.link])
def test_a_link_of_its_name_changes_no_other_file(foreign, make):
    make(foreign.parent / "letter.txt", foreign / "lock")
    refused(foreign)


def test_a_link_that_leads_nowhere_makes_no_file(foreign):
    (foreign / "lock").symlink_to(foreign.parent / "new.txt")
    refused(foreign)
    assert not (foreign.parent / "new.txt").exists()


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo, lambda path: os.mknod(path, 0o600 | stat.S_IFSOCK)])
def test_what_is_no_file_is_refused_at_once(foreign, make):
    make(foreign / "lock")
    refused(foreign)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_a_file_of_another_person_is_kept_unless_the_whole_folder_is_theirs(foreign):
    (foreign / "lock").write_text("theirs")
    os.chown(foreign / "lock", 4242, -1)
    refused(foreign)
    os.chown(foreign, 4242, -1)
    VaultLock.take(foreign).release()


def test_a_file_that_cannot_be_made_is_said_so(tmp_path):
    with pytest.raises(StorageFailedError):
        VaultLock.take(tmp_path / "missing")


def test_giving_it_back_takes_no_other_file_away(tmp_path):
    lock = VaultLock.take(tmp_path)
    (tmp_path / "lock").rename(tmp_path / "old")
    (tmp_path / "lock").write_text("another program's")
    lock.release()
    assert (tmp_path / "lock").read_text() == "another program's"
