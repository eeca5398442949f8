"""Which SQLCipher this installation has."""

from contextlib import closing

import sqlcipher3

from kat_journal.storage.profile import examine_build


def cipher_version() -> str:
    """The version of SQLCipher.

    Raises:
        UnsupportedSystemError: It is missing, too old, or keeps temporary data in files.
    """
    with closing(sqlcipher3.connect(":memory:")) as raw:
        raw.execute("PRAGMA key = 'only in memory'")
        return examine_build(raw)
