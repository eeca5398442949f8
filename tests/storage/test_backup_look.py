"""What a backup says of itself, and what is refused: damaged, foreign, newer and hostile files."""

import errno
import json
import os
import shutil
import sqlite3
import zipfile
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kat_journal.errors import BackupDamagedError, BackupMissingError, BackupTooNewError, NotABackupError
from kat_journal.storage.backup_file import _pieces_of, opened
from kat_journal.storage.backup_look import look, verify

MADE = datetime(2026, 11, 24, 9, 36, 58, tzinfo=UTC)


def test_it_says_what_it_is_without_a_passphrase(good):
    info = look(good)
    assert info == verify(good)
    assert (info.schema, info.made_at) == (1, MADE)
    assert len(info.journal) == 16


@pytest.mark.parametrize("read", [look, verify])
def test_what_is_not_there_or_no_file_is_said_so(read, tmp_path):
    with pytest.raises(BackupMissingError):
        read(tmp_path / "none.kjbackup")
    (tmp_path / "folder.kjbackup").mkdir()
    os.mkfifo(tmp_path / "pipe.kjbackup")
    for name in ("folder.kjbackup", "pipe.kjbackup"):
        with pytest.raises(NotABackupError):
            read(tmp_path / name)


def test_foreign_files_are_not_taken_for_backups(made, tmp_path):
    (tmp_path / "empty").touch()
    (tmp_path / "text").write_text("Dear diary")
    sqlite3.connect(tmp_path / "plain.db").execute("CREATE TABLE a (b)").connection.close()
    shutil.copy(made / "journal.db", tmp_path / "journal.db")
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as other:
        other.writestr("letter.txt", "Dear diary")
    for name in ("empty", "text", "plain.db", "journal.db", "other.zip"):
        with pytest.raises(NotABackupError):
            look(tmp_path / name)


def places_in(path):
    """Where to flip: every byte of the small parts, and every 997th of the journal; ZIP's own fields say nothing."""
    with zipfile.ZipFile(path) as archive:
        for one in archive.infolist():
            start = one.header_offset + 30 + len(one.filename)
            yield from range(start, start + one.file_size, 997 if one.filename == "journal.db" else 1)


def test_every_flipped_byte_of_what_is_inside_is_seen(good, copy):
    whole = good.read_bytes()
    places = list(places_in(good))
    assert len(places) > 1900
    for place in places:
        flipped = bytearray(whole)
        flipped[place] ^= 1 << place % 8
        copy.write_bytes(flipped)
        with pytest.raises((BackupDamagedError, NotABackupError)):
            verify(copy)


def test_a_directory_that_points_before_the_beginning_is_damage(copy):
    whole = copy.read_bytes()
    copy.write_bytes(whole[:-6] + b"\x00\x00\x07\x00" + whole[-2:])

    with pytest.raises(BackupDamagedError, match=r"place|zip"):
        look(copy)


class Broken:
    """A disk that fails while it is read."""

    def open(self, name):
        raise OSError(errno.EIO, "broken")


def test_a_disk_that_cannot_be_read_is_not_taken_for_damage():
    with pytest.raises(OSError):
        list(_pieces_of(Broken(), "journal.db"))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_no_change_of_any_byte_does_worse_than_a_plain_refusal(good, tmp_path, data):
    whole = good.read_bytes()
    path = tmp_path / "hostile.kjbackup"
    tail = data.draw(st.booleans())
    place = data.draw(st.integers(len(whole) - 500, len(whole) - 1) if tail else st.integers(0, len(whole) - 1))
    new = data.draw(st.binary(min_size=1, max_size=8))
    path.write_bytes(whole[:place] + new + whole[place + len(new) :])
    try:
        info = verify(path)
    except (BackupDamagedError, NotABackupError, BackupTooNewError):
        return
    assert info.made_at == MADE


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.999])
def test_a_backup_that_was_cut_short_is_damaged(good, copy, part):
    whole = good.read_bytes()
    copy.write_bytes(whole[: int(len(whole) * part)])

    with pytest.raises(BackupDamagedError):
        look(copy)


def test_a_journal_file_cut_at_the_front_is_refused_whole(good, copy):
    copy.write_bytes(good.read_bytes()[100:])

    with pytest.raises(NotABackupError):
        look(copy)


def rewritten(good, path, change, extra=(), compression=zipfile.ZIP_STORED, comment=b""):
    """The good backup with another manifest, more parts, or another form."""
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(path, "w", compression) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "manifest.json":
                content = json.loads(data)
                change(content)
                data = json.dumps(content, sort_keys=True, separators=(",", ":")).encode()
            target.writestr(name, data)
        for name, data in extra:
            target.writestr(name, data)
        target.comment = comment
    return path


def same(_):
    """Change nothing."""


def test_the_hostile_files_below_differ_from_a_good_one_in_one_thing(good, tmp_path):
    assert verify(rewritten(good, tmp_path / "same.kjbackup", same)).made_at == MADE


def put(key, value):
    return lambda content: content.update({key: value})


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (put("magic", "something-else"), NotABackupError),
        (put("format", 2), BackupTooNewError),
        (put("schema", 99), BackupTooNewError),
        (put("format", "1"), BackupDamagedError),
        (put("schema", -1), BackupDamagedError),
        (put("made_at", "yesterday"), BackupDamagedError),
        (put("program", "<b>1</b>"), BackupDamagedError),
        (put("more", True), BackupDamagedError),
        (lambda content: content.pop("journal"), BackupDamagedError),
        (lambda content: content["members"].pop(), BackupDamagedError),
        (lambda content: content["members"].append(content["members"][0]), BackupDamagedError),
        (lambda content: content["members"][0].update(size=10**15), BackupDamagedError),
        (lambda content: content["members"][-1].update(sha256="0" * 64), BackupDamagedError),
        (lambda content: content["members"][-1].update(name="../journal.db"), BackupDamagedError),
    ],
)
def test_a_manifest_that_says_something_else_is_refused(good, tmp_path, change, error):
    with pytest.raises(error):
        verify(rewritten(good, tmp_path / "hostile.kjbackup", change))


def test_a_manifest_in_other_bytes_than_its_own_is_refused(good, tmp_path):
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(tmp_path / "spaced.kjbackup", "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data + b" " if name == "manifest.json" else data)

    with pytest.raises(BackupDamagedError, match="canonical"):
        look(tmp_path / "spaced.kjbackup")


def with_part(name):
    return lambda content: content["members"].append({"name": name, "size": 1, "sha256": "0" * 64})


@pytest.mark.parametrize("name", ["../../escape", "/etc/escape", "sealed/escape", "journal.db/x", "lock"])
def test_a_part_of_another_name_is_refused_and_nothing_is_written(good, tmp_path, name):
    path = rewritten(good, tmp_path / "hostile.kjbackup", with_part(name), [(name, b"x")])

    with pytest.raises(BackupDamagedError, match="parts"):
        look(path)

    assert {found.name for found in tmp_path.iterdir()} == {"hostile.kjbackup"}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_stands_twice_is_refused(good, tmp_path):
    with pytest.raises(BackupDamagedError, match="names"):
        look(rewritten(good, tmp_path / "hostile.kjbackup", same, [("keys.json", b"other")]))


def test_compressed_parts_are_refused_before_they_are_unpacked(good, tmp_path):
    with pytest.raises(BackupDamagedError, match="form"):
        look(rewritten(good, tmp_path / "hostile.kjbackup", same, compression=zipfile.ZIP_DEFLATED))


def test_a_compressed_manifest_is_refused_before_it_is_unpacked(good, tmp_path):
    """A few bytes of it can become gigabytes; here they are those of a good one."""
    path = tmp_path / "hostile.kjbackup"
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            kind = zipfile.ZIP_BZIP2 if name == "manifest.json" else zipfile.ZIP_STORED
            target.writestr(name, source.read(name), kind)

    with pytest.raises(BackupDamagedError, match="form"):
        look(path)


def test_a_remark_at_the_end_and_a_directory_of_thousands_are_refused_unread(good, tmp_path):
    with pytest.raises(BackupDamagedError, match="cut short"):
        look(rewritten(good, tmp_path / "remark.kjbackup", same, comment=b"hello"))
    with pytest.raises(BackupDamagedError, match="directory"):
        look(rewritten(good, tmp_path / "many.kjbackup", same, [(f"{n}", b"") for n in range(2000)]))


def test_a_directory_told_of_in_the_longer_form_is_bounded_too(copy):
    """What is written for a journal of more than two gigabytes; here it claims a directory as large."""
    whole = copy.read_bytes()
    far = b"PK\x06\x06" + b"\x00" * 20 + (4).to_bytes(8, "little") * 2 + (2**40).to_bytes(8, "little") + b"\x00" * 8
    copy.write_bytes(whole[:-22] + far + b"PK\x06\x07" + b"\x00" * 16 + whole[-22:])

    with pytest.raises(BackupDamagedError, match="directory"):
        look(copy)


def test_a_backup_without_a_manifest_or_with_one_of_megabytes_is_refused(tmp_path):
    for name, data in (("letter.txt", b"x"), ("manifest.json", b"[" * 100_000), ("manifest.json", b"[" * 60_000)):
        with zipfile.ZipFile(tmp_path / "hostile.kjbackup", "w") as target:
            target.writestr("README.txt", "hello")
            target.writestr(name, data)
        with pytest.raises(BackupDamagedError):
            look(tmp_path / "hostile.kjbackup")


def test_a_link_to_a_backup_is_followed_for_reading(copy, tmp_path):
    (tmp_path / "link.kjbackup").symlink_to(copy)

    assert look(tmp_path / "link.kjbackup").made_at == MADE


def test_a_part_that_is_not_there_reads_as_nothing(good):
    with opened(good) as archive:
        assert archive.read("keys.json.bak") == b""
