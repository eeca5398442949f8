import os
import stat

import pytest

from kat_journal.errors import DiskFullError
from kat_journal.storage.files import is_regular, keep_private, make_private, open_regular, write_durably
from tests.storage.making import contents, small_disk


def test_a_file_is_replaced_in_one_step_and_is_private(tmp_path):
    path = tmp_path / "a.json"
    (tmp_path / "a.json.new").write_text("left over from a crash")
    for data in (b"one", b"two"):
        write_durably(path, data)
        assert contents(tmp_path) == {"a.json": data}
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path):
    with small_disk(tmp_path / "disk", "32k") as disk:
        write_durably(disk / "a.json", b"one")
        with pytest.raises(DiskFullError):
            write_durably(disk / "a.json", bytes(40_000))
        assert contents(disk) == {"a.json": b"one"}


def test_a_private_file_is_never_made_over_another_one(tmp_path):
    make_private(tmp_path / "a")
    with pytest.raises(FileExistsError):
        make_private(tmp_path / "a")


def test_only_a_file_itself_is_opened_and_nothing_else_of_its_name(tmp_path):
    (tmp_path / "file").write_bytes(b"words")
    with open_regular(tmp_path / "file") as file:
        assert file.read() == b"words"
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "file")
    (tmp_path / "nowhere").symlink_to(tmp_path / "missing")
    os.mkfifo(tmp_path / "pipe")
    os.mknod(tmp_path / "socket", 0o600 | stat.S_IFSOCK)
    for name in ("folder", "link", "nowhere", "pipe", "socket", "missing"):
        assert not is_regular(tmp_path / name)
        with pytest.raises(OSError):
            open_regular(tmp_path / name)
    assert is_regular(tmp_path / "file")


def test_what_others_could_read_is_made_private_and_what_a_link_leads_to_is_not(tmp_path):
    (tmp_path / "folder").mkdir()
    for name, mode in (("file", 0o644), ("other", 0o644), ("quiet", 0o400), ("folder", 0o755)):
        (tmp_path / name).touch()
        (tmp_path / name).chmod(mode)
    (tmp_path / "link").symlink_to(tmp_path / "other")
    for name in ("file", "quiet", "folder", "link", "missing"):
        keep_private(tmp_path / name)
    modes = {path.name: stat.S_IMODE(path.lstat().st_mode) for path in tmp_path.iterdir() if not path.is_symlink()}
    assert modes == {"file": 0o600, "other": 0o644, "quiet": 0o400, "folder": 0o700}
