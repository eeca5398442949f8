"""G19: what is loaded before unlocking; also a test, ``tests/test_start_cost.py``."""

from collections.abc import Iterator

from tests.benchmarks.bench import Bench
from tests.benchmarks.harness import Result
from tests.helpers.loaded import too_early


def measure(bench: Bench) -> Iterator[Result]:
    """A count, which has to be nothing."""
    found = too_early(bench.processes.start("program.unlock_window", str(bench.few)).modules)
    what = "modules at the unlock window that are none of its own"
    yield Result("G19", what, "none", len(found), len(found), len(found), 0, 0, "")
