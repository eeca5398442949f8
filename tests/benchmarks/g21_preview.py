"""G21: a tick in a year of entries, from the file that is made to the picture of it; the window is never held."""

from collections.abc import Iterator

from tests.benchmarks.bench import Bench
from tests.benchmarks.harness import Result, in_turn, median_ms, p99_ms, ratio

ROUNDS = 7
A_FRAME, HELD = 16.0, 50.0
WHOLE_AGAIN = 0.25
"""What following may cost of writing the whole document anew and laying it out."""


def measure(bench: Bench) -> Iterator[Result]:
    """A frame for a line of words, a human limit for whatever is ticked, and a ratio to a bare QTextEdit."""
    lines: list[float] = []
    held: list[float] = []

    def ours() -> float:
        took = bench.processes.numbers("program.previewed")
        half = len(took) // 2
        lines.extend(took[:half])
        held.extend(took[half:])
        return sorted(took[:half])[half // 2]

    def bare() -> float:
        took = bench.processes.numbers("yardsticks.rewritten")
        return sorted(took)[len(took) // 2]

    took = in_turn({"ours": ours, "bare": bare}, bench.rounds(ROUNDS))
    yield median_ms("G21", "a tick of words in a year, shown", lines, A_FRAME, A_FRAME / 2)
    yield p99_ms("G21", "the window held by any tick of a year", held, HELD, HELD / 2)
    names = ("a tick of words in a year, shown", "bare QTextEdit, the document anew")
    yield ratio("G21", names, took["ours"], took["bare"], WHOLE_AGAIN, WHOLE_AGAIN / 2)
