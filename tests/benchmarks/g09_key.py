"""G9: one key, from pressing it to the painted letter, while the page saves by itself."""

from collections.abc import Iterator
from statistics import median

from tests.benchmarks.bench import Bench
from tests.benchmarks.harness import Result, in_turn, p99_ms, ratio

ROUNDS = 5


def measure(bench: Bench) -> Iterator[Result]:
    """A ratio and a human limit, for a long page and for a book."""
    for words in (5_000, 50_000):
        yield from _measure(bench, words)


def _measure(bench: Bench, words: int) -> Iterator[Result]:
    folder, keys = str(bench.page(words)), []

    def ours() -> float:
        took = bench.processes.numbers("program.type_words", folder)
        keys.extend(took)
        return median(took)

    def bare() -> float:
        return median(bench.processes.numbers("yardsticks.type_bare", str(words)))

    took = in_turn({"ours": ours, "bare": bare}, bench.rounds(ROUNDS), warm_up=0)
    yield ratio("G9", (f"one key in {words:,} words", "bare QTextEdit"), took["ours"], took["bare"], 2.0, 1.3)
    yield p99_ms("G9", f"one key in {words:,} words, 99th percentile", keys, 16, 8)
