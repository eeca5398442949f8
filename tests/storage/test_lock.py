import json
import os
import re
import resource
import signal
import stat
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from kat_journal.errors import (
    DiskFullError,
    JournalElsewhereError,
    JournalHeldError,
    JournalInUseError,
    NotAJournalError,
    StorageFailedError,
)
from kat_journal.holding import this_host
from kat_journal.storage.lock import VaultLock
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
    assert set(holder) == {"host", "user", "pid", "since"}
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


@pytest.mark.parametrize(
    "leftover", [b"", b"[1]", b'{"host": ""}', b"garbage \xff", b'{"host": "another", "pid": 1, "since": "then"}' * 9]
)
def test_a_leftover_file_locks_nobody_out(tmp_path, leftover):
    (tmp_path / "lock").write_bytes(leftover)
    lock = VaultLock.take(tmp_path)
    assert json.loads((tmp_path / "lock").read_text())["pid"] == os.getpid()
    lock.release()


def test_a_suspended_holder_still_holds_it(tmp_path, holder):
    holder.send_signal(signal.SIGSTOP)
    with pytest.raises(JournalHeldError):
        VaultLock.take(tmp_path)
    holder.send_signal(signal.SIGCONT)


# Who, and since when


def says(**changes):
    holder = {"host": "LAPTOP-2", "user": "sam", "pid": 1, "since": "2026-11-20T10:12:00Z"}
    return json.dumps({**holder, **changes}).encode()


def test_the_holder_is_named_with_the_time_of_today(tmp_path, holder):
    with pytest.raises(JournalHeldError) as refused:
        VaultLock.take(tmp_path)
    details = refused.value.details
    assert details["host"] == this_host()
    assert details["who"] == f"{this_host()} ({details['user']})"
    assert re.fullmatch(r"(\d{4}-\d\d-\d\d )?\d\d:\d\d", details["since"])
    assert "{" not in refused.value.user_message.format(**details)


@pytest.mark.parametrize("said", [b"", b"[1]", b"[" * 4000, b"garbage \xff"])
def test_a_holder_who_says_nothing_is_refused_without_a_name(tmp_path, said):
    lock = VaultLock.take(tmp_path)
    (tmp_path / "lock").write_bytes(said)
    with pytest.raises(JournalInUseError) as refused:
        VaultLock.take(tmp_path)
    assert refused.type is JournalInUseError
    lock.release()
    assert (tmp_path / "lock").exists()  # what it says is not ours any more


def test_a_file_that_came_from_another_computer_is_refused_until_it_is_taken_over(tmp_path):
    (tmp_path / "lock").write_bytes(says())
    with pytest.raises(JournalElsewhereError) as refused:
        VaultLock.take(tmp_path)
    assert refused.value.details["who"] == "LAPTOP-2 (sam)"
    assert refused.value.details["since"].startswith("2026-11-2")
    assert (tmp_path / "lock").read_bytes() == says()

    lock = VaultLock.take(tmp_path, take_over=True)

    assert json.loads((tmp_path / "lock").read_text())["host"] == this_host()
    lock.release()
    assert not (tmp_path / "lock").exists()


@pytest.mark.parametrize(
    ("changes", "who", "since"),
    [
        ({"user": ""}, "LAPTOP-2", "2026-11-"),
        ({"since": "then"}, "LAPTOP-2 (sam)", "then"),
        ({"since": None}, "LAPTOP-2 (sam)", "?"),
        ({"user": "a\nb", "host": "x" * 900}, "x" * 64, "2026-11-"),
    ],
)
def test_whatever_the_file_says_fits_into_one_sentence(tmp_path, changes, who, since):
    (tmp_path / "lock").write_bytes(says(**changes))
    with pytest.raises(JournalElsewhereError) as refused:
        VaultLock.take(tmp_path)
    assert refused.value.details["who"] == who
    assert refused.value.details["since"].startswith(since)


def test_a_lock_that_another_computer_wrote_over_is_not_taken_away(tmp_path):
    lock = VaultLock.take(tmp_path)
    (tmp_path / "lock").write_bytes(says())
    lock.release()
    assert (tmp_path / "lock").read_bytes() == says()


def test_taking_over_that_fails_leaves_the_other_ones_file(tmp_path):
    (tmp_path / "lock").write_bytes(says())
    with read_only_handle(), pytest.raises(StorageFailedError):
        VaultLock.take(tmp_path, take_over=True)
    assert (tmp_path / "lock").read_bytes() == says()


@contextmanager
def read_only_handle():
    """No file of this process may grow: writing fails as on a disk with a quota."""
    kept, heard = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, kept[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, kept)
        signal.signal(signal.SIGXFSZ, heard)


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
