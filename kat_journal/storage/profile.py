"""How every connection is set up, and which SQLite is refused."""

from collections.abc import Sequence, Set
from typing import Any, Final

from kat_journal.errors import UnsupportedSystemError

OLDEST_CIPHER: Final = (4, 19)
_OPTIONS: Final = frozenset({"TEMP_STORE=2", "ENABLE_FTS5", "HAS_CODEC"})

# Each statement, then the question and the answer that prove it. Why each: the safest setting against power loss
# (TRUNCATE, EXTRA), nothing in clear outside the file (temp_store), nothing left of deleted words (secure_delete),
# and no trust in what a damaged or foreign file says (trusted_schema, cell_size_check). The cache
# (KiB) holds what an autosave touches in a large index: with half of it, each page is decrypted anew, and a save among
# 100,000 answers takes three times as long.
_PROFILE: Final = (
    ("PRAGMA temp_store = MEMORY", "PRAGMA temp_store", 2),
    ("PRAGMA journal_mode = TRUNCATE", "PRAGMA journal_mode", "truncate"),
    ("PRAGMA synchronous = EXTRA", "PRAGMA synchronous", 3),
    ("PRAGMA fullfsync = ON", "PRAGMA fullfsync", 1),
    ("PRAGMA checkpoint_fullfsync = ON", "PRAGMA checkpoint_fullfsync", 1),
    ("PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", 1),
    ("PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", 0),
    ("PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", 1),
    ("PRAGMA secure_delete = ON", "PRAGMA secure_delete", 1),
    ("PRAGMA mmap_size = 0", "PRAGMA mmap_size", 0),
    ("PRAGMA cache_size = -16384", "PRAGMA cache_size", -16384),
)


def apply_profile(raw: Any, profile: Sequence[tuple[str, str, object]] = _PROFILE) -> None:
    """Check the build behind a keyed connection, then set the profile and ask whether it holds.

    Raises:
        UnsupportedSystemError: It is plain SQLite, an old SQLCipher, or does not take a setting.
    """
    examine_build(raw)
    for statement, question, expected in profile:
        raw.execute(statement)
        if raw.execute(question).fetchone()[0] != expected:
            raise UnsupportedSystemError(question)
    raw.enable_load_extension(False)


def examine_build(raw: Any) -> str:
    """Ask a keyed connection which build is behind it; gives the version of SQLCipher.

    Raises:
        UnsupportedSystemError: See :func:`check_build`.
    """
    version = raw.execute("PRAGMA cipher_version").fetchone()
    provider = raw.execute("PRAGMA cipher_provider").fetchone()
    options = {row[0] for row in raw.execute("PRAGMA compile_options")}
    check_build(version[0] if version else "", provider[0] if provider else "", options)
    return str(version[0])


def check_build(version: str, provider: str, options: Set[str]) -> None:
    """Refuse a build that would write words in clear.

    Raises:
        UnsupportedSystemError: It is plain SQLite, an old SQLCipher, or keeps temporary data in files.
    """
    if not provider or not is_new_enough(version):
        raise UnsupportedSystemError("cipher")
    if not options >= _OPTIONS:
        raise UnsupportedSystemError("compile options")


def is_new_enough(version: str) -> bool:
    """Whether a version such as ``4.19.0 community`` is one that was tested."""
    numbers = version.split(" ", 1)[0].split(".")
    return [number.isdecimal() for number in numbers] == [True] * 3 and tuple(map(int, numbers[:2])) >= OLDEST_CIPHER
