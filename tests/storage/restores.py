"""What the tests of restoring share."""

from datetime import UTC, date, datetime

import pytest

from kat_journal.domain.response import Answer
from kat_journal.storage import key_file
from kat_journal.storage.contents import Contents
from kat_journal.storage.opening import open_vault
from kat_journal.storage.responses import Responses
from kat_journal.storage.restoring import restore
from kat_journal.storage.search import Search
from tests.storage.making import NOW, PASSPHRASE, WORDS, contents, draft

NOON = datetime(2026, 11, 25, 12, 0, 0, tzinfo=UTC)
OTHER = "a passphrase of another day"
INSIDE = Contents(sessions=0, pages=3, answers=3, newest_day=date(2026, 11, 23))
KEPT = "replaced-2026-11-25T120000.kjbackup"


def seed_of(folder, passphrase=PASSPHRASE):
    return next(key_file.read(folder)[0].seeds(passphrase))[1]


def write(folder, words, passphrase=PASSPHRASE):
    vault = open_vault(folder, passphrase)
    Responses(vault.connection).save_answer(draft(), Answer(WORDS, text=words), NOW)
    vault.close()


def found(folder, words, passphrase=PASSPHRASE):
    vault = open_vault(folder, passphrase)
    try:
        return len(Search(vault.connection).find(words))
    finally:
        vault.close()


def unchanged(folder, error, path, secret=PASSPHRASE, **more):
    """Restoring is refused with that error, and not a byte or name is another."""
    before = contents(folder.parent)
    with pytest.raises(error) as caught:
        restore(path, folder, secret, NOON, **more)
    assert contents(folder.parent) == before
    return caught.value
