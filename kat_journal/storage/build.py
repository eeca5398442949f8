"""Which SQLCipher this installation has."""

from sqlcipher3 import dbapi2

from kat_journal.storage.profile import check_build


def cipher_version() -> str:
    """The version of SQLCipher.

    Raises:
        UnsupportedSystemError: It is missing, too old, or keeps temporary data in files.
    """
    raw = dbapi2.connect(":memory:")
    try:
        raw.execute("PRAGMA key = 'only in memory'")
        check_build(raw)
        return str(raw.execute("PRAGMA cipher_version").fetchone()[0])
    finally:
        raw.close()
