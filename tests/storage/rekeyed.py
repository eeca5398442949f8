"""How the tests of passphrase and code look at a journal: what opens it, and whether it is whole."""

from contextlib import contextmanager

from kat_journal.errors import WrongPassphraseError, WrongRecoveryCodeError
from kat_journal.storage import key_file
from kat_journal.storage.opening import open_vault, open_with_seed
from kat_journal.storage.recovery_code import seed_of
from kat_journal.storage.search import Search

OTHER = "seven plum harbour lights"


def whole(vault):
    """Prove that nothing of the journal is lost or broken; gives how many pages it has."""
    assert len(Search(vault.connection).find("river", 9)) == 1
    assert [row[0] for row in vault.connection.rows("PRAGMA integrity_check")] == ["ok"]
    assert vault.connection.rows("PRAGMA cipher_integrity_check") == []
    return vault.connection.row("PRAGMA page_count")[0]


def opens(folder, secret):
    """Whether the passphrase, or the code, opens the whole journal in that folder."""
    try:
        vault = open_with_seed(folder, seed_of(secret)) if "-" in secret else open_vault(folder, secret)
    except (WrongPassphraseError, WrongRecoveryCodeError):
        return False
    try:
        return whole(vault) > 0
    finally:
        vault.close()


def nothing():
    """Keeps no copy."""


@contextmanager
def blocked(path):
    """Nothing can be written at that path, because the name of the waiting file is taken by a folder."""
    waiting = path.with_name(path.name + ".new")
    waiting.mkdir()
    try:
        yield
    finally:
        waiting.rmdir()


def slots(folder):
    first, second = key_file.read(folder)
    assert second is None
    return first.slots
