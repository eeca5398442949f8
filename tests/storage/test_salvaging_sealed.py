"""Words written while locked are brought along by a salvage: unread, and no more than they could be."""

from base64 import b64encode

import pytest

from kat_journal.domain.ids import new_uid
from kat_journal.domain.response import Answer
from kat_journal.storage import key_file, sealed_files
from kat_journal.storage.opening import open_vault
from kat_journal.storage.responses import Responses
from kat_journal.storage.settings import Settings
from kat_journal.storage.vault import PRIVATE_KEY
from tests.storage.making import NOW, PASSPHRASE, WORDS, draft
from tests.storage.salvage_making import saved


@pytest.fixture
def written(folder):
    """A small journal with one page in it."""
    vault = open_vault(folder, PASSPHRASE)
    Responses(vault.connection).save_answer(draft(), Answer(WORDS, text="a heron on the weir"), NOW)
    vault.close()
    return folder


def test_sealed_words_come_along_and_their_key_too(written, tmp_path):
    uids = [new_uid() for _ in range(sealed_files.MOST_FILES)]
    for uid in uids:
        sealed_files.keep(written, uid, b"sealed")
    public = key_file.read(written)[0].public_key

    saved(written)

    assert key_file.read(tmp_path / "New")[0].public_key == public
    assert {path.name: path.read_bytes() for path in (tmp_path / "New" / "sealed").iterdir()} == {
        f"{uid}.sealed": b"sealed" for uid in uids
    }


def test_of_what_others_put_beside_sealed_words_nothing_comes_along(written, tmp_path):
    """Not through a link, not of any size, and not more than is ever kept."""
    uids = [new_uid() for _ in range(sealed_files.MOST_FILES)]
    for uid in uids:
        sealed_files.keep(written, uid, b"sealed")
    sealed = written / "sealed"
    (sealed / "one.sealed").write_bytes(b"another name")
    (sealed / f"{new_uid()}.sealed").symlink_to("/etc/hostname")
    with (sealed / f"{new_uid()}.sealed").open("wb") as file:
        file.truncate(1 << 40)
    (sealed / f"{uids[0]}.sealed").rename(sealed / f"f{new_uid()[1:]}.sealed")
    (sealed / f"0{new_uid()[1:]}.sealed").write_bytes(b"one more")
    before = set(sealed.iterdir())

    saved(written)

    brought = list((tmp_path / "New" / "sealed").iterdir())
    assert len(brought) == sealed_files.MOST_FILES
    assert {path.read_bytes() for path in brought} <= {b"sealed", b"one more"}
    assert set(sealed.iterdir()) == before


def test_without_their_key_sealed_words_stay_where_they_are(written, tmp_path):
    (written / "sealed").mkdir()
    vault = open_vault(written, PASSPHRASE)
    Settings(vault.connection).put(PRIVATE_KEY, b64encode(b"short").decode())
    vault.close()

    saved(written)

    assert not (tmp_path / "New" / "sealed").exists()
