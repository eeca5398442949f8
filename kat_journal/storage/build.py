"""Which SQLCipher this installation has."""

from contextlib import closing

import sqlcipher3

from kat_journal.storage.profile import check_build


def cipher_version() -> str:
    """The version of SQLCipher.

    Raises:
        UnsupportedSystemError: It is missing, too old, or keeps temporary data in files.
    """
    with closing(sqlcipher3.connect(":memory:")) as raw:
        raw.execute("PRAGMA key = 'only in memory'")
        version, provider = (raw.execute(f"PRAGMA {name}").fetchone() for name in ("cipher_version", "cipher_provider"))
        options = {row[0] for row in raw.execute("PRAGMA compile_options")}
    check_build(version[0] if version else "", provider[0] if provider else "", options)
    return str(version[0])
