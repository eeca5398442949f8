"""G17: a chart of 500 places, from asking for it to its first drawing, and each drawing after it."""

from collections.abc import Iterator
from statistics import median

from tests.benchmarks.bench import Bench
from tests.benchmarks.harness import Result, in_turn, median_ms, ratio

ROUNDS = 9


def measure(bench: Bench) -> Iterator[Result]:
    """Two human limits, and a ratio to the least that any chart has to draw."""
    first: list[float] = []
    again: list[float] = []

    def ours() -> float:
        took = bench.processes.numbers("program.charted")
        first.append(took[0])
        again.extend(took[1:])
        return median(took[1:])

    def bare() -> float:
        return median(bench.processes.numbers("yardsticks.bare_chart")[1:])

    took = in_turn({"ours": ours, "bare": bare}, bench.rounds(ROUNDS))
    yield median_ms("G17", "first drawing of a chart of 500 places", first, 50, 25)
    yield median_ms("G17", "drawing it again", again, 16, 6)
    yield ratio("G17", ("drawing it again", "bare QPainter, 500 dots"), took["ours"], took["bare"], 2.0, 1.3)
