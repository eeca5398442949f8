import errno
import stat

import pytest

from kat_journal.errors import AlreadyExistsError, DiskFullError, StorageFailedError
from kat_journal.export import writing
from kat_journal.export.writing import CannotSaveHereError, made_private, write_file


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_file_appears_whole_and_only_its_owner_can_read_it(tmp_path):
    path = tmp_path / "summary.md"
    write_file(path, b"words\n")
    assert path.read_bytes() == b"words\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert names(tmp_path) == ["summary.md"]


def test_a_file_is_not_written_over_unasked(tmp_path):
    path = tmp_path / "summary.md"
    path.write_bytes(b"old")
    with pytest.raises(AlreadyExistsError):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["summary.md"]


def test_a_file_is_replaced_when_asked_and_loses_its_old_mode(tmp_path):
    path = tmp_path / "summary.md"
    path.write_bytes(b"old")
    path.chmod(0o644)
    write_file(path, b"new", overwrite=True)
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_is_replaced_and_what_it_points_to_stays(tmp_path):
    target, link = tmp_path / "other.txt", tmp_path / "summary.md"
    target.write_bytes(b"other")
    link.symlink_to(target)
    with pytest.raises(AlreadyExistsError):
        write_file(link, b"new")
    write_file(link, b"new", overwrite=True)
    assert target.read_bytes() == b"other"
    assert not link.is_symlink()


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_folder_of_that_name_is_left_alone(tmp_path, overwrite):
    (tmp_path / "summary.md").mkdir()
    with pytest.raises(AlreadyExistsError):
        write_file(tmp_path / "summary.md", b"new", overwrite=overwrite)
    assert names(tmp_path) == ["summary.md"]


@pytest.mark.parametrize("place", ["missing/summary.md", "file/summary.md"])
def test_a_place_that_is_no_folder_is_refused_in_plain_words(tmp_path, place):
    (tmp_path / "file").touch()
    with pytest.raises(CannotSaveHereError) as refused:
        write_file(tmp_path / place, b"new")
    assert str(tmp_path) not in str(refused.value)
    assert names(tmp_path) == ["file"]


def test_a_name_that_is_too_long_leaves_nothing_behind(tmp_path):
    with pytest.raises(CannotSaveHereError):
        write_file(tmp_path / ("x" * 300), b"new")
    assert names(tmp_path) == []


def test_a_taken_name_is_given_back_when_the_file_cannot_be_moved(tmp_path):
    with pytest.raises(FileNotFoundError):
        writing._move_to_free_name(tmp_path / "gone.part", tmp_path / "summary.md")
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EDQUOT, DiskFullError),
        (errno.EROFS, CannotSaveHereError),
        (errno.EACCES, CannotSaveHereError),
        (errno.EIO, StorageFailedError),
    ],
)
def test_what_the_system_says_becomes_a_plain_sentence(number, kind):
    failure = writing._failure(OSError(number, "name of a file"))
    assert type(failure) is kind
    assert "name of a file" not in str(failure)


def test_a_folder_that_cannot_be_opened_is_passed_over(tmp_path):
    writing._sync_folder(tmp_path / "gone")


def test_a_file_of_another_program_is_made_private_and_read(tmp_path):
    path = tmp_path / "print.pdf"
    path.write_bytes(b"pages")
    path.chmod(0o644)
    assert made_private(path) == b"pages"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(CannotSaveHereError):
        made_private(tmp_path / "none.pdf")
