"""Replacing the recovery code: nothing is lost wherever it ends, and the old code opens nothing but older copies."""

import resource
import shutil
from contextlib import contextmanager

import msgspec
import pytest

from kat_journal.domain.response import Answer
from kat_journal.errors import DiskFullError, JournalChangedError, StorageFailedError, WrongPassphraseError
from kat_journal.storage import key_file
from kat_journal.storage.keys import new_seed
from kat_journal.storage.opening import open_vault
from kat_journal.storage.recovery_code import seed_of
from kat_journal.storage.rekeying import code_for, is_code_of, replace_code
from kat_journal.storage.responses import Responses
from kat_journal.storage.settings import Settings
from kat_journal.storage.vault import DATABASE
from tests.storage.making import FAST, NOW, PASSPHRASE, WORDS, contents, draft, small_disk
from tests.storage.rekeyed import OTHER, nothing, opens, slots, whole


def test_a_new_code_opens_the_same_words_and_the_old_one_only_earlier_copies(written, tmp_path):
    folder, old, pages = written.folder, code_for(written.folder, PASSPHRASE), whole(written)

    def keep_copy():
        (tmp_path / "Earlier").mkdir()
        (tmp_path / "Earlier" / DATABASE).touch()
        written.connection.copy_into(tmp_path / "Earlier" / DATABASE)

    new = replace_code(written, PASSPHRASE, keep_copy)

    assert whole(written) == pages
    assert is_code_of(written, seed_of(new))
    assert not is_code_of(written, seed_of(old))
    assert code_for(folder, PASSPHRASE, written.key) == code_for(folder, PASSPHRASE) == new
    assert len(slots(folder)) == 1
    Settings(written.connection).put("saved", "afterwards")
    written.close()
    assert [opens(folder, secret) for secret in (PASSPHRASE, old, new)] == [True, False, True]
    assert [opens(tmp_path / "Earlier", secret) for secret in (old, new)] == [True, False]


def test_the_code_of_an_open_journal_is_never_that_of_a_seed_left_behind(written):
    keys = key_file.read(written.folder)[0]
    code = code_for(written.folder, PASSPHRASE)
    left = keys.without_slots().with_slot(new_seed(), PASSPHRASE, FAST).slots[0]
    both = msgspec.structs.replace(keys, slots=(left, *keys.slots))
    key_file.write(written.folder, both)

    assert code_for(written.folder, PASSPHRASE, written.key) == code
    assert code_for(written.folder, PASSPHRASE) != code


class Watched:
    """A journal's connection that lets a test look at the folder just before and just after the change of key."""

    def __init__(self, connection, before=nothing, after=nothing):
        self._connection = connection
        self._before = before
        self._after = after

    def __getattr__(self, name):
        return getattr(self._connection, name)

    def rekey(self, old, new):
        self._before()
        self._connection.rekey(old, new)
        self._after()


def test_wherever_a_replacement_ends_the_passphrase_and_one_code_open_all_and_opening_settles_it(written, tmp_path):
    folder, old = written.folder, code_for(written.folder, PASSPHRASE)
    copied = {}

    def copy(name):
        copied[name] = shutil.copytree(folder, tmp_path / name, ignore=shutil.ignore_patterns("lock"))

    written.connection = Watched(written.connection, lambda: copy("before"), lambda: copy("after"))
    new = replace_code(written, PASSPHRASE, nothing)

    for name, code in (("before", old), ("after", new)):
        assert len(slots(copied[name])) == 2
        assert {secret: opens(copied[name], secret) for secret in (old, new)} == {old: code == old, new: code == new}
        assert opens(copied[name], PASSPHRASE)
        assert len(slots(copied[name])) == 1
        assert code_for(copied[name], PASSPHRASE) == code


def test_a_replacement_with_another_passphrase_or_without_a_backup_changes_nothing(written):
    before = contents(written.folder)

    def full():
        raise DiskFullError("no room for the copy")

    with pytest.raises(WrongPassphraseError):
        replace_code(written, OTHER, nothing)
    with pytest.raises(DiskFullError):
        replace_code(written, PASSPHRASE, full)

    assert contents(written.folder) == before


@contextmanager
def files_no_larger_than(size):
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_a_disk_that_fails_in_the_middle_leaves_the_old_code_and_a_journal_that_can_be_written(written):
    """The connection whose change failed would mix pages of both keys: without a fresh one, this loses everything."""
    folder, old, pages = written.folder, code_for(written.folder, PASSPHRASE), whole(written)

    with files_no_larger_than(pages * 2048), pytest.raises(StorageFailedError):
        replace_code(written, PASSPHRASE, nothing)

    Responses(written.connection).save_answer(draft(), Answer(WORDS, text="Written afterwards"), NOW)
    whole(written)
    assert code_for(folder, PASSPHRASE, written.key) == old
    again = shutil.copytree(folder, folder.parent / "Again", ignore=shutil.ignore_patterns("lock"))
    assert opens(again, PASSPHRASE)
    new = replace_code(written, PASSPHRASE, nothing)
    written.close()
    assert [opens(folder, secret) for secret in (PASSPHRASE, old, new)] == [True, False, True]


def test_a_full_disk_is_seen_before_anything_is_changed(folder, tmp_path):
    with small_disk(tmp_path / "disk", "1m") as disk:
        vault = open_vault(shutil.copytree(folder, disk / "Journal"), PASSPHRASE)
        Settings(vault.connection).put("long", "x" * 400_000)
        before = contents(vault.folder)

        with pytest.raises(DiskFullError):
            replace_code(vault, PASSPHRASE, nothing)

        assert contents(vault.folder) == before
        vault.close()


def test_a_journal_that_something_else_changed_keeps_its_key(written):
    old = code_for(written.folder, PASSPHRASE)
    (written.folder / DATABASE).touch()

    with pytest.raises(JournalChangedError):
        replace_code(written, PASSPHRASE, nothing)

    written.close()
    assert opens(written.folder, PASSPHRASE)
    assert opens(written.folder, old)


def test_the_new_code_counts_although_the_last_writing_of_the_keys_failed(written):
    folder, old = written.folder, code_for(written.folder, PASSPHRASE)
    waiting = folder / f"{key_file.NAME}.new"
    written.connection = Watched(written.connection, after=waiting.mkdir)

    new = replace_code(written, PASSPHRASE, nothing)

    assert len(slots(folder)) == 2
    assert code_for(folder, PASSPHRASE, written.key) == new
    written.close()
    waiting.rmdir()
    assert opens(folder, PASSPHRASE)
    assert len(slots(folder)) == 1
    assert [opens(folder, secret) for secret in (old, new)] == [False, True]
