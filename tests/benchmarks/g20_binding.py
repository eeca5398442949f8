"""G20: the binding keeps Python's own objects; also a test, ``tests/packaging/test_binding.py``."""

from collections.abc import Iterator

from tests.benchmarks.bench import Bench
from tests.benchmarks.harness import Result
from tests.packaging.test_binding import references_lost


def measure(_bench: Bench) -> Iterator[Result]:
    """References to None and True that one call loses, which has to be none."""
    lost = [max(0.0, number) for numbers in references_lost().values() for number in numbers] or [0.0]
    yield Result("G20", "references to None and True lost by a call", "none", max(lost), min(lost), max(lost), 0.01, 0)
