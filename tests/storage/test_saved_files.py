import hashlib
import os
import sys

import pytest

from kat_journal.errors import CannotDeleteError
from kat_journal.storage.saved_files import delete_unchanged, has_anything, is_unchanged
from tests.storage.making import read_only

WORDS = b"words\n" * 20_000
SHA256 = hashlib.sha256(WORDS).hexdigest()


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "summary.md"
    path.write_bytes(WORDS)
    return path


def test_a_file_that_is_as_it_was_saved_is_deleted(path):
    assert is_unchanged(path, SHA256)
    assert delete_unchanged(path, SHA256)
    assert not path.exists()
    assert not is_unchanged(path, SHA256)
    assert not delete_unchanged(path, SHA256)


def test_a_changed_file_is_never_touched(path):
    path.write_bytes(WORDS + b"mine")
    assert not delete_unchanged(path, SHA256)
    assert path.read_bytes() == WORDS + b"mine"


def test_a_link_a_folder_a_pipe_and_an_impossible_name_are_not_the_file(path, tmp_path):
    moved = path.rename(tmp_path / "moved.md")
    path.symlink_to(moved)
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for other in (path, tmp_path / "folder", tmp_path / "pipe", tmp_path / "a\0b"):
        assert not delete_unchanged(other, SHA256)
    assert path.is_symlink()
    assert moved.read_bytes() == WORDS


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no mode there")
def test_a_file_that_the_system_keeps_is_said_to_be_still_there(path, tmp_path):
    with read_only(tmp_path), pytest.raises(CannotDeleteError):
        delete_unchanged(path, SHA256)
    assert path.exists()


def test_whatever_has_that_name_is_noticed_were_it_a_link_that_leads_nowhere(path, tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    assert has_anything(path)
    assert has_anything(tmp_path / "link")
    assert not has_anything(tmp_path / "nowhere")
    assert not has_anything(tmp_path / "a\0b")
    assert not has_anything(tmp_path / "nowhere" / "at all")
