"""G3: from giving the passphrase to the newest rows on the screen."""

from collections.abc import Iterator
from pathlib import Path

from kat_journal.storage import key_file
from kat_journal.storage.keys import database_key
from kat_journal.storage.vault import DATABASE
from tests.benchmarks.bench import Bench
from tests.benchmarks.corpus import PASSPHRASE
from tests.benchmarks.harness import Result, in_turn, ratio

ROUNDS = 9


def measure(bench: Bench) -> Iterator[Result]:
    """Against opening the same file by hand, and 100,000 answers against 1,000."""
    processes, kdf = bench.processes, bench.kdf
    by_hand = [str(bench.many / DATABASE), key_of(bench.many)]
    by_hand += [str(cost) for cost in (kdf.memory_kib, kdf.iterations, kdf.lanes)]
    took = in_turn(
        {
            "many": lambda: processes.numbers("program.listed", str(bench.many))[0],
            "few": lambda: processes.numbers("program.listed", str(bench.few))[0],
            "bare": lambda: processes.numbers("yardsticks.open_cipher", *by_hand)[0],
        },
        bench.rounds(ROUNDS),
    )
    opening = ("passphrase to the newest 50 rows", "bare SQLCipher, same Argon2id")
    yield ratio("G3", opening, took["many"], took["bare"], 1.10, 1.05)
    yield ratio("G3", ("the same with 100,000 answers", "with 1,000 answers"), took["many"], took["few"], 1.10, 1.05)


def key_of(folder: Path) -> str:
    """The raw key of a journal, for a yardstick that opens it by hand."""
    keys, _ = key_file.read(folder)
    return database_key(next(keys.seeds(PASSPHRASE))[1], keys.db_salt).decode()
