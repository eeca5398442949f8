import pytest

from kat_journal.errors import DiskFullError
from kat_journal.storage.files import make_private, write_durably
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
