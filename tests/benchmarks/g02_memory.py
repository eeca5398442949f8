"""G2: memory at the unlock page, and with 100,000 answers open."""

from collections.abc import Iterator

from tests.benchmarks.bench import Bench
from tests.benchmarks.harness import Result, in_turn, ratio

ROUNDS = 5


def measure(bench: Bench) -> Iterator[Result]:
    """Two ratios."""
    processes, many = bench.processes, str(bench.many)
    memory = in_turn(
        {
            "unlock": lambda: processes.start("program.unlock_window", many).memory,
            "open": lambda: processes.numbers("program.listed", many)[1],
            "bare": lambda: processes.start("yardsticks.bare_window").memory,
        },
        bench.rounds(ROUNDS),
    )
    bare = memory["bare"]
    yield ratio("G2", ("memory at the unlock window", "bare PySide6 window"), memory["unlock"], bare, 1.4, 1.25)
    yield ratio("G2", ("memory with 100,000 answers open", "bare PySide6 window"), memory["open"], bare, 2.0, 1.6)
