"""G1: from starting the process to a usable unlock window."""

from collections.abc import Iterator

from tests.benchmarks.bench import Bench
from tests.benchmarks.harness import Result, in_turn, ratio

PAIRS = 21


def measure(bench: Bench) -> Iterator[Result]:
    """One ratio, of at least 21 pairs."""
    processes, folder = bench.processes, str(bench.few)
    took = in_turn(
        {
            "ours": lambda: processes.start("program.unlock_window", folder).ms,
            "bare": lambda: processes.start("yardsticks.bare_window").ms,
        },
        bench.rounds(PAIRS),
    )
    yield ratio("G1", ("start to usable unlock window", "bare PySide6 window"), took["ours"], took["bare"], 1.25, 1.05)
